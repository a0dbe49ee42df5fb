/** Sources by number, in the order in which they are first named, and the list of them at the end. */
import type { ReportedSource } from '../../assessment.ts';
import { escapeMarkdown as md } from '../escape-markdown.ts';
import { sayDate } from '../pretty/words.ts';

/** Number of each source in the list at the end, by id. */
export type Notes = Map<string, number>;

/** ` (1, 4)`: numbers of the sources. */
export function cite(sources: readonly string[], notes: Notes): string {
  for (const id of sources) if (!notes.has(id)) notes.set(id, notes.size + 1);
  const numbers = sources.map((id) => notes.get(id) ?? 0).sort((a, b) => a - b);
  return numbers.length === 0 ? '' : ` (${numbers.join(', ')})`;
}

export function writeSources(sources: readonly ReportedSource[], notes: Notes): string[] {
  if (notes.size === 0) return [];
  const known = new Map(sources.map((source) => [source.id, source]));
  const lines = [...notes].map(([id, number]) => {
    const source = known.get(id);
    if (source === undefined) return `${number}. ${id}`;
    const { publisher, title, url, published, retrieved, stale } = source;
    const date = published === null ? `undated, read ${sayDate(retrieved)}` : sayDate(published);
    return `${number}. ${md(publisher)}: ${md(title)}, ${date}${stale ? ' (past its review date)' : ''}. <${url}>`;
  });
  return ['', '## Sources', '', ...lines];
}
