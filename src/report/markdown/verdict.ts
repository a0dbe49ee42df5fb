/** What each government says at its highest, and then area by area, in its own words. Never merged. */
import { capitalise, sentence } from '../../sentence.ts';
import { escapeMarkdown as md } from '../escape-markdown.ts';
import { sayWhen } from '../pretty/areas.ts';
import { authorityName, type Page } from '../pretty/page.ts';
import { noLevel, sayGaps, sayVerdictDays, scaleNote } from '../pretty/verdict.ts';
import { isNamedAlone, sayHeading } from '../pretty/where.ts';
import { sayDate, sayLevel, sayNative } from '../pretty/words.ts';
import { cite, type Notes } from './notes.ts';

export function writeVerdict(page: Page, notes: Notes): string[] {
  const { overall, sources } = page.assessment;
  const verdicts = Object.entries(overall.byAuthority).sort(([, a], [, b]) => (b.level ?? 0) - (a.level ?? 0));
  const rows = verdicts.map(([id, verdict]) => {
    const { native, level, area, issued, source } = verdict;
    const days = sayVerdictDays(page, id, verdict, true);
    const stale = sources.some((one) => one.id === source && one.stale) ? ' **(past its review date)**' : '';
    const words = `${md(`${capitalise(native)}${days && `, ${days}`}: ${area}, ${sayDate(issued)}`)}${stale}`;
    return `| ${md(authorityName(page, id))} | ${sayLevel(level)} | ${words}${cite([source], notes)} |`;
  });
  return [
    ...['', '## What governments say'],
    ...(overall.level === null ? ['', `**${noLevel}**`] : []),
    ...sayGaps(page).flatMap((gap) => ['', `**${md(gap)}**`]),
    ...(rows.length > 0 ? ['', '| Government | Level | Its words, where and when |', '|---|---|---|', ...rows] : []),
    ...(rows.length > 0 ? ['', md(scaleNote)] : []),
  ];
}

/** Every area once, with every statement about it. */
export function writeAreas(page: Page, notes: Notes): string[] {
  const areas = page.areas.filter(
    (area) => area.zones[0].own === null && (area.statements.length > 0 || isNamedAlone(area)),
  );
  if (areas.length === 0) return [];
  const lines = areas.flatMap((area) => {
    const danger = area.danger === null ? '' : ` ${md(sentence(`${capitalise(area.danger)} reported`))}`;
    const said = area.statements.map(({ authority, native, level, words, issued, source, where }) => {
      const days = sayWhen(page.trip, where);
      const partly = days === sayWhen(page.trip, area.where) ? '' : ` (${days})`;
      const who = `${authorityName(page, authority)}${partly}`;
      return `  - ${md(`${who}: ${sayNative(native, level)}. ${sentence(words)} ${sayDate(issued)}`)}${cite([source], notes)}`;
    });
    return [`- **${md(sayHeading(page, area))}.**${danger}`, ...said];
  });
  return ['', '## What holds where', '', 'Kilometres are those of the way inside.', '', ...lines];
}
