/** What holds where: each area that the trip touches, and every government's own words about it. */

import { capitalise, sentence } from '../../sentence.ts';
import type { Area, Statement } from '../pretty/areas.ts';
import { sayWhen, topLevel } from '../pretty/areas.ts';
import { sayEdges } from '../pretty/edge.ts';
import { authorityName } from '../pretty/page.ts';
import { isNamedAlone, sayHeading, whereDanger } from '../pretty/where.ts';
import { sayDate } from '../pretty/words.ts';
import { html, type Markup } from './markup.ts';
import { cite } from './notes.ts';
import { plate, type Section, type View } from './view.ts';

export function areasSection(view: View): Section | null {
  const areas = view.areas.filter(
    (area) => area.zones[0].own === null && (area.statements.length > 0 || isNamedAlone(area)),
  );
  if (areas.length === 0) return null;
  const body = html`<p class="note">Each opens to every government’s own words. Kilometres are those of your way inside.</p>
${areas.map((area) => writeArea(view, area))}`;
  return { id: 'areas', heading: 'What holds where', short: 'Areas', body };
}

function writeArea(view: View, area: Area): Markup {
  const level = topLevel(area);
  const danger = area.danger === null ? '' : `${capitalise(area.danger)} reported. `;
  return html`<details class="area"><summary>${level > 0 ? plate(area.statements[0].level) : html`<span class="plate l0">${area.danger ?? 'no level'}</span>`} ${sayHeading(view, area.danger === null ? area : { ...area, where: whereDanger(area) })}</summary>
${
  danger !== '' &&
  html`<p>${danger}</p>
`
}<dl>
${area.statements.map((statement) => writeStatement(view, area, statement))}</dl>
${sayEdges(view, area).map(
  (line) => html`<p class="note">${line}</p>
`,
)}</details>
`;
}

function writeStatement(
  view: View,
  area: Area,
  { authority, native, level, words, where, issued, source }: Statement,
): Markup {
  const days = sayWhen(view.trip, where);
  const partly = days === sayWhen(view.trip, area.where) ? '' : ` (${days})`;
  return html`<dt>${authorityName(view, authority)}${partly}: ${capitalise(native)} ${plate(level)}</dt><dd>${sentence(words)} <span class="note">${sayDate(issued)}</span>${cite(view, [source])}</dd>
`;
}
