/** Whom to call, and what this run did not look at. */
import { groupBy } from '../../group-by.ts';
import { capitalise, sentence } from '../../sentence.ts';
import { escapeMarkdown as md } from '../escape-markdown.ts';
import { nameGap } from '../pretty/footing.ts';
import type { Page } from '../pretty/page.ts';
import { list } from '../pretty/words.ts';
import { cite, type Notes } from './notes.ts';

export function writeContacts({ assessment: { contacts } }: Page, notes: Notes): string[] {
  if (contacts.length === 0) return [];
  const lines = contacts.map(({ name, numbers, what, sources }) => {
    return `- **${md(name)}**: ${md(`call ${numbers.join(', ')}. ${sentence(capitalise(what))}`)}${cite(sources, notes)}`;
  });
  return ['', '## Who to call', '', ...lines];
}

export function writeNotChecked(page: Page): string[] {
  const byWhy = groupBy(page.assessment.notChecked, ({ why }) => why);
  if (byWhy.size === 0) return [];
  const lines = [...byWhy].map(([why, gaps]) => {
    const names = [...new Set(gaps.flatMap(({ subject }) => nameGap(page, subject, why)))];
    return `- ${md(sentence(names.length > 0 ? `${capitalise(list(names))}: ${why}` : capitalise(why)))}`;
  });
  return ['', '## Not checked, or only in part', '', ...lines];
}
