/** Where the country is entered and left, what is known of the post, and by when the stay is registered. */
import type { PassageCheck, RegistrationCheck } from '../../assessment/papers.ts';
import { sentence } from '../../sentence.ts';
import { wrap } from '../../terminal/wrap.ts';
import type { Page } from './page.ts';
import { countryName } from './page.ts';
import { placeName } from './trip.ts';
import { firstSentence, list, sayDate } from './words.ts';

/** An entry and the exit after it share a line. */
export function writePassages(page: Page): string[] {
  const { passages } = page.assessment;
  return passages.flatMap((entry, at) => {
    if (entry.kind === 'exit' && passages[at - 1]?.kind === 'entry') return [];
    const next = passages[at + 1];
    const pair = entry.kind === 'entry' && next?.kind === 'exit' ? [entry, next] : [entry];
    return wrap(pair.map((passage) => sayPassage(page, passage)).join(' '), page.width, 2, 4);
  });
}

export function sayPassage(page: Page, passage: PassageCheck): string {
  const { kind, by, neighbour, place, date } = passage;
  const beyond = neighbour === null ? '' : `${kind === 'entry' ? 'from' : 'to'} ${countryName(page, neighbour)}`;
  const way = by === 'air' ? 'by air' : by === null ? page.chalk.yellow('how is not said') : beyond || 'by land';
  const facts = [way, place ?? '', date === null ? '' : sayDate(date)].filter(Boolean);
  return `${page.chalk.bold(kind === 'entry' ? 'In' : 'Out')}: ${facts.join(', ')}${sayPost(page, passage)}.`;
}

/** A post is only as open as the newest source that says so. */
function sayPost({ chalk, verbose }: Page, passage: PassageCheck): string {
  const { by, status, statusDate, foreigners, hours, words, confidence } = passage;
  if (by !== 'land') return '';
  const since = statusDate === null ? 'no dated source' : sayDate(statusDate);
  const said = (() => {
    if (status === null) return chalk.yellow('no border post known there');
    if (status === 'closed') return chalk.red(`CLOSED (${since})`);
    if (status === 'open' && foreigners === true) return `open (${since})`;
    if (status === 'open')
      return chalk.yellow(
        foreigners === false
          ? `NOT for foreigners; open to others (${since})`
          : `whether foreigners may cross is not known; open to others (${since})`,
      );
    // Why, and by which text, is told as a finding.
    return chalk.yellow(
      `${status === 'unverified' ? 'not confirmed open' : 'not known whether it is open'} (${since})`,
    );
  })();
  const perhaps = confidence === 'certain' || status === null ? '' : ', if this is the post';
  const more = [
    hours && status !== 'closed' ? ` Hours: ${withoutStop(hours)}` : '',
    verbose && words ? ` ${withoutStop(words)}` : '',
  ];
  return `; ${said}${perhaps}${more
    .filter(Boolean)
    .map((text) => `.${text}`)
    .join('')}`;
}

const withoutStop = (text: string): string => text.replace(/\.$/, '');

export function writeRegistration(page: Page): string[] {
  const { registration } = page.assessment;
  if (registration === null) return [];
  if (registration.length === 0) {
    return wrap(page.chalk.dim('No registration of the stay: nobody in the party has to.'), page.width, 2, 4);
  }
  const stays = registration.flatMap((check) => writeOne(page, check, registration.length > 1));
  if (!page.verbose) return stays;
  // How it is done is the same for every stay.
  const details = new Set(
    registration.flatMap(({ how, conflicts }) => [
      sentence(how),
      ...conflicts.map((text) => `Mind: ${sentence(text)}`),
    ]),
  );
  return [...stays, ...[...details].flatMap((line) => wrap(line, page.width, 4, 6))];
}

export function writeOne(page: Page, check: RegistrationCheck, isOneOfSeveral: boolean): string[] {
  const { itinerary, visas } = page.assessment;
  const { needed, from, to, by, where, why, travellers } = check;
  const place = where === null ? '' : `, in ${placeName(page.trip, where)}`;
  const short = from !== null && to !== null ? 'ask on arrival' : 'the day is not known';
  const unknown = itinerary.start === null ? 'the day is not known without dates' : short;
  const day = by === null ? unknown : `by ${page.chalk.bold(sayDate(by))}${place}`;
  const said = { yes: day, check: `${page.chalk.yellow('perhaps')}, ${day}` }[needed];
  const stay = isOneOfSeveral && from !== null && to !== null ? ` from ${sayDate(from)} to ${sayDate(to)}` : '';
  const some = visas.filter(({ traveller }) => travellers.includes(traveller)).map(({ nationality }) => nationality);
  const whose = some.length < visas.length && some.length > 0 ? ` (${list([...new Set(some)])})` : '';
  const reason = ` ${sentence(page.verbose ? why : firstSentence(why, needed === 'check' ? 2 : 1))}`;
  return wrap(`${page.chalk.bold(`Registration of the stay${stay}`)}${whose}: ${said}.${reason}`, page.width, 2, 4);
}
