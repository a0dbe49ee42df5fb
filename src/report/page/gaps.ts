/** What is silenced, what was not looked at, and the zones of the reader's own. */
import { groupBy } from '../../group-by.ts';
import { capitalise, sentence } from '../../sentence.ts';
import { isOwn, sayOwnZone } from '../own-zones.ts';
import { sayWhen } from '../pretty/areas.ts';
import { nameGap } from '../pretty/footing.ts';
import { type Silenced, sayGroup } from '../pretty/silenced.ts';
import { list, sayKm } from '../pretty/words.ts';
import { html, withCode } from './markup.ts';
import type { Section, View } from './view.ts';

export function ownZonesSection(view: View): Section | null {
  const lines = view.areas.flatMap((area) => {
    const [zone] = area.zones;
    if (!isOwn(zone)) return [];
    const km = area.wayKm.get(zone.id);
    const where = [sayWhen(view.trip, area.where), km === undefined ? '' : sayKm(km)].filter(Boolean).join(': ');
    return [
      html`<li><strong>${zone.name}</strong> (${zone.own.file})${where && `, ${where}`}. ${sayOwnZone(zone, view.assessment)}</li>
`,
    ];
  });
  if (lines.length === 0) return null;
  return {
    id: 'own-zones',
    heading: 'Your own zones',
    body: html`<ul>
${lines}</ul>`,
  };
}

const silencers = {
  comment: 'Silenced in the file',
  baseline: 'Excused by the baseline',
  policy: 'Turned off by the policy',
} as const;

export function silencedSection(view: View): Section | null {
  const silenced = view.assessment.findings.filter((finding): finding is Silenced => finding.suppressed !== null);
  if (silenced.length === 0) return null;
  const groups = groupBy(silenced, ({ rule, suppressed: { by, reason, until } }) => `${by} ${rule} ${until} ${reason}`);
  const lines = [...groups.values()].map((group) => {
    return html`<li>${silencers[group[0].suppressed.by]}: ${withCode(sayGroup(view, group))}</li>
`;
  });
  return {
    id: 'silenced',
    heading: 'Silenced, not solved',
    short: 'Silenced',
    body: html`<ul>
${lines}</ul>`,
  };
}

export function notCheckedSection(view: View): Section | null {
  const byWhy = groupBy(view.assessment.notChecked, ({ why }) => why);
  if (byWhy.size === 0) return null;
  const lines = [...byWhy].map(([why, gaps]) => {
    const names = [...new Set(gaps.flatMap(({ subject }) => nameGap(view, subject, why)))];
    const text = names.length > 0 ? `${capitalise(list(names))}: ${why}` : capitalise(why);
    return html`<li>${sentence(text)}</li>
`;
  });
  return {
    id: 'not-checked',
    heading: 'Not checked, or only in part',
    short: 'Not checked',
    body: html`<ul>
${lines}</ul>`,
  };
}
