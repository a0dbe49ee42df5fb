/** Who to call, and what this run did not look at. */
import { textWidth } from '../../terminal/width.ts';
import { wrap } from '../../terminal/wrap.ts';
import type { Page } from './page.ts';
import { cutTail, writeSection } from './page.ts';
import { placeName } from './trip.ts';
import { capitalise, firstSentence, list, sentence } from './words.ts';

export function writeContacts(page: Page): string[] {
  const { shown, more } = cutTail(page, page.assessment.contacts, 4);
  return writeSection(page, 'Who to call', [
    ...shown.flatMap(({ name, numbers, what }) => {
      const entry = `${name}: ${numbers.join(', ')}`;
      const remark = ` (${(page.verbose ? what : firstSentence(what)).replace(/\.$/, '')})`;
      // The number matters; a remark is worth the room that is left beside it.
      const fits = page.verbose || textWidth(entry) + textWidth(remark) + 2 <= page.width;
      return wrap(`${name}: ${page.chalk.bold(numbers.join(', '))}${fits ? remark : ''}`, page.width, 2, 4);
    }),
    ...(more > 0 ? wrap(`and ${more} more: --verbose`, page.width, 2) : []),
  ]);
}

export function writeNotChecked(page: Page): string[] {
  const namesByWhy = new Map<string, string[]>();
  for (const { subject, why } of page.assessment.notChecked) {
    if (!page.verbose && isToldAbove(page, subject)) continue;
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

/** Places and ways of which nothing is known stand below the verdict, and on their day. */
function isToldAbove({ assessment }: Page, subject: string): boolean {
  return (
    assessment.stops.some(({ id, zones }) => id === subject && zones === null) ||
    assessment.legs.some(({ id, crossings }) => id === subject && crossings === null)
  );
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
