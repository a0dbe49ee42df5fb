/** Who to call, and what this run did not look at. */
import { wrap } from '../../terminal/wrap.ts';
import type { Page } from './page.ts';
import { cutTail, writeSection } from './page.ts';
import { placeName } from './trip.ts';
import { capitalise, firstSentence, list, sentence } from './words.ts';

export function writeContacts(page: Page): string[] {
  const { shown, more } = cutTail(page, page.assessment.contacts, 3);
  return writeSection(page, 'Who to call', [
    ...shown.flatMap(({ name, numbers, what }) => {
      const remark = page.verbose ? what : firstSentence(what);
      return wrap(`${name}: ${page.chalk.bold(numbers.join(', '))} (${remark.replace(/\.$/, '')})`, page.width, 2, 4);
    }),
    ...(more > 0 ? wrap(`and ${more} more: --verbose`, page.width, 2) : []),
  ]);
}

export function writeNotChecked(page: Page): string[] {
  const namesByWhy = new Map<string, string[]>();
  for (const { subject, why } of page.assessment.notChecked) {
    namesByWhy.set(why, [...(namesByWhy.get(why) ?? []), ...nameGap(page, subject, why)]);
  }
  const lines = [...namesByWhy].map(([why, names]) =>
    sentence(names.length > 0 ? `${capitalise(list(names))}: ${why}` : capitalise(why)),
  );
  const { shown, more } = cutTail(page, lines, 6);
  return writeSection(page, 'Not checked', [
    ...shown.flatMap((line) => wrap(`- ${line}`, page.width, 2, 4)),
    ...(more > 0 ? wrap(`and ${more} more: --verbose`, page.width, 2) : []),
  ]);
}

/** The stop or way in the reader's words; nothing where the reason begins with it already. */
function nameGap({ assessment, trip }: Page, subject: string, why: string): string[] {
  const leg = assessment.legs.find(({ id }) => id === subject);
  const name = leg
    ? `the way from ${placeName(trip, leg.from)} to ${placeName(trip, leg.to)}`
    : placeName(trip, subject);
  return why.toLowerCase().startsWith(name.toLowerCase().slice(0, TOPIC_STEM)) ? [] : [name];
}

/** Letters of a topic that its reason begins with: `visas`, and `Visa rules …`. */
const TOPIC_STEM = 4;
