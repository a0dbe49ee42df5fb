/** Who to call, and what this run did not look at. */
import { capitalise, sentence } from '../../sentence.ts';
import { wrap } from '../../terminal/wrap.ts';
import type { Page } from './page.ts';
import { cutTail, writeSection } from './page.ts';
import { placeName } from './trip.ts';
import { list } from './words.ts';

export function writeContacts(page: Page): string[] {
  const { shown, more } = cutTail(page, page.assessment.contacts, 4);
  const entries = shown.map(({ name, numbers, what }) => {
    const remark = page.verbose ? ` (${withoutStop(what)})` : '';
    return `${name}: ${page.chalk.bold(numbers.join(', '))}${remark}.`;
  });
  if (more > 0) entries.push(`And ${more} more: --verbose`);
  // One below the other where each has its remark; otherwise they fill the lines.
  const lines = page.verbose || entries.length === 0 ? entries : [entries.join(' ')];
  return writeSection(
    page,
    'Who to call',
    lines.flatMap((line) => wrap(line, page.width, 2, page.verbose ? 4 : 2)),
  );
}

const withoutStop = (text: string): string => text.replace(/\.$/, '');

/** Topics that no version of the trip would be checked for, by name; then gaps of this trip, each with its reason. */
export function writeNotChecked(page: Page): string[] {
  const { notChecked, stops, legs } = page.assessment;
  const isOfTrip = (subject: string) => stops.some(({ id }) => id === subject) || legs.some(({ id }) => id === subject);
  const subjects = [...new Set(notChecked.map(({ subject }) => subject))];
  const topics = page.verbose ? [] : subjects.filter((subject) => !isOfTrip(subject));
  const namesByWhy = new Map<string, string[]>();
  for (const { subject, why } of notChecked) {
    if (topics.includes(subject) || (!page.verbose && isToldAbove(page, subject))) continue;
    namesByWhy.set(why, [...(namesByWhy.get(why) ?? []), ...nameGap(page, subject, why)]);
  }
  const lines = [...namesByWhy].map(([why, names]) =>
    sentence(names.length > 0 ? `${capitalise(list(names))}: ${why}` : capitalise(why)),
  );
  const { shown, more } = cutTail(page, lines, 6);
  const bullets = [
    ...shown.flatMap((line) => wrap(`- ${line}`, page.width, 2, 4)),
    ...(more > 0 ? wrap(`and ${more} more: --verbose`, page.width, 2) : []),
  ];
  if (topics.length === 0) return writeSection(page, 'Not checked', bullets);
  const heading = `${page.chalk.bold('Not checked, or only in part:')} ${list(topics)} (why: --verbose)`;
  return ['', ...wrap(heading, page.width, 0, 2), ...bullets];
}

/** Places and ways of which nothing is known stand below the verdict, and on their day. */
function isToldAbove({ assessment }: Page, subject: string): boolean {
  return (
    assessment.stops.some(({ id, zones }) => id === subject && zones === null) ||
    assessment.legs.some(({ id, crossings }) => id === subject && crossings === null)
  );
}

/** The stop or way in the reader's words; nothing where the reason begins with it already. */
export function nameGap({ assessment, trip }: Page, subject: string, why: string): string[] {
  const leg = assessment.legs.find(({ id }) => id === subject);
  const name = leg
    ? `the way from ${placeName(trip, leg.from)} to ${placeName(trip, leg.to)}`
    : placeName(trip, subject);
  return why.toLowerCase().startsWith(name.toLowerCase().slice(0, TOPIC_STEM)) ? [] : [name];
}

/** Letters of a topic that its reason begins with: `visas`, and `Visa rules …`. */
const TOPIC_STEM = 4;
