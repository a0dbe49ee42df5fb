/** What each government says at its highest, in its own words beside the common scale. Never merged. */

import type { AuthorityVerdict } from '../../assessment/advice.ts';
import { capitalise } from '../../sentence.ts';
import { authorityName } from '../pretty/page.ts';
import { noLevel, sayGaps, sayVerdictDays, scaleNote } from '../pretty/verdict.ts';
import { sayDate } from '../pretty/words.ts';
import { html, type Markup } from './markup.ts';
import { cite } from './notes.ts';
import { plate, type Section, type View } from './view.ts';

export function verdictSection(view: View): Section {
  const { overall, authorities } = view.assessment;
  const verdicts = Object.entries(overall.byAuthority).sort(([, a], [, b]) => (b.level ?? 0) - (a.level ?? 0));
  const body = html`${sayGaps(view).map(
    (gap) => html`<p class="gap">${gap}</p>
`,
  )}${
    overall.level === null &&
    html`<p class="gap strong">${noLevel}</p>
`
  }${
    verdicts.length > 0 &&
    html`<table class="verdict">
<thead><tr><th scope="col">Government</th><th scope="col">Level</th><th scope="col">Its words, where and when</th></tr></thead>
<tbody>
${verdicts.map(([id, verdict]) => writeRow(view, id, verdict, authorities[id]?.name ?? id))}</tbody>
</table>
<p class="note">${scaleNote}</p>`
  }`;
  return { id: 'verdict', heading: 'What governments say', short: 'Advice', body };
}

function writeRow(view: View, id: string, verdict: AuthorityVerdict, name: string): Markup {
  const { level, native, area, issued, source } = verdict;
  const days = sayVerdictDays(view, id, verdict, true);
  const isStale = view.assessment.sources.some((one) => one.id === source && one.stale);
  return html`<tr><th scope="row"><abbr title="${name}">${authorityName(view, id)}</abbr></th><td>${plate(level)}</td><td><strong>${capitalise(native)}</strong>${days && `, ${days}`}: ${area}, ${sayDate(issued)}${isStale && html` <span class="stale">(STALE)</span>`}${cite(view, [source])}</td></tr>
`;
}
