/** Where it all was read: the sources of the verdict first, one line for each publisher. */
import type { ReportedSource } from '../../assessment.ts';
import { wrap } from '../../terminal/wrap.ts';
import type { Page } from './page.ts';
import { writeSection } from './page.ts';
import { compareDates, sayDate } from './words.ts';

const MOST_LINES = 7;

export function writeSources(page: Page): string[] {
  const { sources, asOf, tool } = page.assessment;
  const note = sources.some(isStale) ? '; STALE: past review' : '';
  const heading = `Sources (data ${tool.dataVersion}, judged ${sayDate(asOf)}${note})`;
  const ordered = orderSources(page);
  const lines = page.verbose ? ordered.flatMap((source) => writeWhole(page, source)) : writeBriefly(page, ordered);
  return writeSection(page, heading, lines);
}

/** The sources of the verdict first, the highest level before the others; then stale ones; then the newest. */
function orderSources({ assessment: { overall, sources } }: Page): ReportedSource[] {
  const verdicts = Object.values(overall.byAuthority).sort((a, b) => (b.level ?? 0) - (a.level ?? 0));
  const rank = (source: ReportedSource) => {
    const at = verdicts.findIndex((verdict) => verdict.source === source.id);
    return at === -1 ? verdicts.length + (source.stale ? 0 : 1) : at;
  };
  return [...sources].sort((a, b) => rank(a) - rank(b) || compareDates(b.published ?? '', a.published ?? ''));
}

function writeBriefly(page: Page, sources: readonly ReportedSource[]): string[] {
  const byPublisher = new Map<string, ReportedSource[]>();
  for (const source of sources) {
    byPublisher.set(source.publisher, [...(byPublisher.get(source.publisher) ?? []), source]);
  }
  const lines: string[] = [];
  const untold = new Set(sources);
  for (const [publisher, [first, ...others]] of byPublisher) {
    const more = others.length > 0 ? `, and ${others.length} more` : '';
    const entry = wrap(`${publisher}: ${saySource(page, first)}${more}`, page.width, 2, 4);
    if (lines.length > 0 && lines.length + entry.length > MOST_LINES) break;
    lines.push(...entry);
    untold.delete(first);
  }
  if (untold.size === 0) return lines;
  const stale = [...untold].filter(isStale).length;
  const more = `${untold.size} more${stale > 0 ? `, ${stale} of them STALE` : ''}: tajcheck sources`;
  return [...lines, ...wrap(more, page.width, 2)];
}

function writeWhole(page: Page, source: ReportedSource): string[] {
  const said = wrap(`${source.publisher}: ${saySource(page, source)}`, page.width, 2, 4);
  return [...said, ...wrap(source.url, page.width, 4)];
}

function saySource({ chalk }: Page, { title, published, retrieved, reviewBy, stale }: ReportedSource): string {
  const date = published ? sayDate(published) : `undated, read ${sayDate(retrieved)}`;
  return `${title}, ${date}${stale ? chalk.yellow(` (STALE since ${sayDate(reviewBy)})`) : ''}`;
}

function isStale({ stale }: ReportedSource): boolean {
  return stale;
}
