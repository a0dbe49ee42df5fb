/** Where it all was read: those of the verdict first; then whose map data it is. */
import { orderSources, saySource } from '../pretty/sources.ts';
import { count } from '../pretty/words.ts';
import { html, type Markup } from './markup.ts';
import type { Section, View } from './view.ts';

export function sourcesSection(view: View): Section | null {
  const sources = orderSources(view);
  const main = new Set([
    ...Object.values(view.assessment.overall.byAuthority).map(({ source }) => source),
    ...view.assessment.permits.filter(({ need }) => need === 'certain').flatMap((permit) => permit.sources),
  ]);
  if (sources.length === 0) return null;
  const numbered = sources.map((source, at) => ({ source, number: at + 1 }));
  const shown = numbered.filter(({ source }) => main.has(source.id));
  const others = numbered.filter(({ source }) => !main.has(source.id));
  const list = (some: typeof numbered, isPrinted: boolean): Markup => html`<ol class="sources">
${some.map(({ source, number }) => {
  return html`<li id="source-${number}" value="${number}">${source.publisher}: ${saySource(view, source)}.${linkTo(source.url, isPrinted)}</li>
`;
})}</ol>`;
  const more = html`<details class="more"><summary>${count(others.length, 'more source')}</summary>
${list(others, false)}</details>
<p class="paper-only">On paper: the sources of the verdict and of the permits. The page itself lists all ${sources.length}.</p>`;
  return {
    id: 'sources',
    heading: 'Sources',
    body: html`${shown.length > 0 && list(shown, true)}${others.length > 0 && more}`,
  };
}

/** Only pages of the web become links; an estimate of our own has none. */
function linkTo(url: string, isPrinted: boolean): Markup | null {
  if (!/^https?:\/\//.test(url)) return null;
  const whole = url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
  // Only on paper the whole address must be read.
  const shown = isPrinted ? whole : whole.split('/')[0];
  return html` <a class="url" href="${url}" rel="noreferrer">${shown}</a>`;
}

export function writeFoot({ parts, assessment: { tool } }: View): Markup {
  return html`<footer>
<p>Borders, zones and roads © OpenStreetMap contributors, <a href="https://opendatacommons.org/licenses/odbl/1-0/" rel="noreferrer">ODbL 1.0</a>. Contains data from GeoNames, <a href="https://creativecommons.org/licenses/by/4.0/" rel="noreferrer">CC BY 4.0</a>. ${parts.basemap.attribution.join(' ')} Borders are no opinion on any border.</p>
<p>Advice, rules and fees are told in tajcheck’s own words (CC BY 4.0); the texts themselves belong to their publishers, and count where they differ. Made by tajcheck ${tool.version}. No page can say that a road is safe.</p>
</footer>
`;
}
