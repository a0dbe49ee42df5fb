/** Where it all was read. The verdict dates its own sources; the list of all is a command of its own. */
import type { ReportedSource } from '../../assessment.ts';
import { compareText } from '../../compare.ts';
import { wrap } from '../../terminal/wrap.ts';
import type { Page } from './page.ts';
import { writeSection } from './page.ts';
import { count, sayDate } from './words.ts';

export function writeSources(page: Page): string[] {
  const { sources, asOf, tool } = page.assessment;
  const heading = `Sources (data ${tool.dataVersion}, judged ${sayDate(asOf)})`;
  if (page.verbose)
    return writeSection(
      page,
      heading,
      orderSources(page).flatMap((source) => writeWhole(page, source)),
    );
  const stale = sources.filter((source) => source.stale).length;
  const note = stale > 0 ? `, ${stale} of them STALE, past review` : '';
  const all = `${count(sources.length, 'source')}${note}: --verbose lists them`;
  const lines = [...wrap(all, page.width, 2), ...wrap(`${newestByPublisher(orderSources(page))} …`, page.width, 2)];
  return writeSection(page, heading, sources.length > 0 ? lines : []);
}

/** Publishers named in the short list. */
const MOST_PUBLISHERS = 3;

/** `US Department of State, 4 Sep 2026; FCDO, …`: each publisher once, with its newest date. */
function newestByPublisher(sources: readonly ReportedSource[]): string {
  const newest = new Map<string, string>();
  for (const { publisher, published } of sources) {
    if (published !== null && published > (newest.get(publisher) ?? '')) newest.set(publisher, published);
  }
  const said = [...newest].slice(0, MOST_PUBLISHERS).map(([publisher, date]) => `${publisher}, ${sayDate(date)}`);
  return said.join('; ');
}

/** The sources of the verdict first, the highest level before the others; then stale ones; then the newest. */
export function orderSources({ assessment: { overall, sources } }: Page): ReportedSource[] {
  const verdicts = Object.values(overall.byAuthority).sort((a, b) => (b.level ?? 0) - (a.level ?? 0));
  const rank = (source: ReportedSource) => {
    const at = verdicts.findIndex((verdict) => verdict.source === source.id);
    return at === -1 ? verdicts.length + (source.stale ? 0 : 1) : at;
  };
  return [...sources].sort((a, b) => rank(a) - rank(b) || compareText(b.published ?? '', a.published ?? ''));
}

function writeWhole(page: Page, source: ReportedSource): string[] {
  const said = wrap(`${source.publisher}: ${saySource(page, source)}`, page.width, 2, 4);
  return [...said, ...wrap(source.url, page.width, 4)];
}

export function saySource({ chalk }: Page, { title, published, retrieved, reviewBy, stale }: ReportedSource): string {
  const date = published ? sayDate(published) : `undated, read ${sayDate(retrieved)}`;
  return `${title}, ${date}${stale ? chalk.yellow(` (STALE since ${sayDate(reviewBy)})`) : ''}`;
}
