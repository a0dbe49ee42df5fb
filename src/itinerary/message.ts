/** The words for what can be wrong with an itinerary file. */
import type { Finding } from '../finding.ts';
import { otherPassports } from './countries.ts';
import type { Excess, Expected, Found, ItineraryFault, Within } from './fault.ts';
import { ranges } from './limits.ts';
import { itineraryRules } from './rules.ts';
import { trackProblemWords } from './track-problem.ts';
import { yamlFaultWords } from './yaml-fault.ts';

/** One sentence or two; null for a finding that is not about the file. */
export function formatItineraryFinding(finding: Finding): string | null {
  if (!itineraryRules.some(({ id }) => id === finding.rule)) return null;
  return formatFault({ rule: finding.rule, args: finding.args } as unknown as ItineraryFault);
}

function formatFault({ rule, args }: ItineraryFault): string {
  switch (rule) {
    case 'TJ101':
      return `This is not valid YAML: ${yamlFaultWords(args.code)}.`;
    case 'TJ102':
      return mistypedWords(args);
    case 'TJ103': {
      const key = args.key === '' ? 'An empty key' : `The key \`${args.key}\``;
      const known = args.meant === '' ? ` Known keys: ${args.known.join(', ')}.` : meantWords(args.meant);
      return `${key} is not known in ${withinWords[args.within].toLowerCase()}.${known}`;
    }
    case 'TJ104':
      return `The key \`${args.key}\` was already written on line ${args.firstLine}. Neither of the two is used.`;
    case 'TJ105':
      if (args.why === 'before-from') return `\`to\` is ${args.value}, which is before \`from\`, ${args.from}.`;
      if (args.why === 'far-year') return `\`${args.key}\` is ${args.value}: the year must be from 1900 to 2199.`;
      return `\`${args.key}\` is ${args.value}, a day that does not exist.`;
    case 'TJ106':
      return `\`${args.key}\` is ${args.value}; it must be ${expectedWords(args.key, [])}.`;
    case 'TJ107':
      return `Latitude ${args.lat} and longitude ${args.lon} look swapped. If so, write { lat: ${args.lon}, lon: ${args.lat} }.`;
    case 'TJ108': {
      const where =
        args.line === null ? '' : `, line ${args.line}${args.column === null ? '' : `, column ${args.column}`}`;
      return `The track ${args.path} cannot be used${where}: ${trackProblemWords(args.code)}.`;
    }
    case 'TJ110':
      return args.key === ''
        ? `This line hides the character ${args.character}: ${args.value}`
        : `\`${args.key}\` hides the character ${args.character}: "${args.value}".`;
    case 'TJ111':
      return `${excessWords[args.what](args.key === '' ? 'The file' : `\`${args.key}\``, args.limit)}.`;
  }
}

type Mistyped = Extract<ItineraryFault, { rule: 'TJ102' }>['args'];

function mistypedWords({ key, expected, found, value, choices, meant }: Mistyped): string {
  const wanted = expectedWords(expected, choices);
  if (found === 'missing') return `The key \`${key}\` is missing. It must be ${wanted}.`;
  const what = expected in withinWords ? withinWords[expected as Within] : `\`${key}\``;
  const isCurly = typeof value === 'string' && /^[“”„«‘’‚]/u.test(value);
  const quote =
    found === 'number' && (expected === 'text' || expected === 'time')
      ? ' Put it in quotes.'
      : isCurly
        ? ' Only straight quotes, " or \', are quotes in YAML.'
        : '';
  return `${what} must be ${wanted}, not ${foundWords(found, value)}.${quote}${meantWords(meant)}`;
}

const withinWords: Readonly<Record<Within, string>> = {
  file: 'The itinerary',
  stop: 'A stop',
  at: '`at`',
  traveller: 'A traveller',
  passport: 'A passport',
  permit: 'A permit',
  visa: 'A visa',
  entry: '`entry`',
  exit: '`exit`',
  checkIn: '`checkIn`',
};

const range = ([least, most]: readonly [number, number]): string => `${least} to ${most}`;

function expectedWords(expected: Expected, choices: readonly string[]): string {
  switch (expected) {
    case 'file':
      return 'keys with values, such as `start` and `stops`';
    case 'stops':
      return 'a list of at least one stop';
    case 'stop':
      return 'the name of a place, or keys such as `place` and `nights`';
    case 'at':
      return 'coordinates by name, such as { lat: 37.49, lon: 71.55 }';
    case 'traveller':
      return 'keys such as { nationality: GB, age: 41 }';
    case 'passport':
      return 'keys such as { expires: 2030-01-31, blankPages: 4 }';
    case 'entry':
      return 'the name of a place, or keys such as { place: Dushanbe airport, by: air, from: Istanbul }';
    case 'exit':
      return 'the name of a place, or keys such as { place: Kyzyl-Art, to: Osh }';
    case 'checkIn':
      return 'keys such as { at: 20:00, with: Ann, lateHours: 12 }';
    case 'permit':
      return 'keys such as { type: gbao, from: 2027-07-01, to: 2027-08-10 }';
    case 'visa':
      return 'keys such as { nationality: US, type: e-visa }';
    case 'text':
      return 'text';
    case 'list':
      return 'a list';
    case 'date':
      return 'a date such as 2027-07-03';
    case 'time':
      return 'a time of day such as 20:00';
    case 'country':
      return `a two-letter country code such as GB, or one of ${otherPassports.join(', ')}`;
    case 'choice':
      return choices.length === 0 ? 'one of the known words' : `one of ${choices.join(', ')}`;
    case 'version':
      return '1, the version of this file format';
    case 'nights':
      return `a whole number of nights from ${range(ranges.nights)}`;
    case 'age':
      return `an age in whole years from ${range(ranges.age)}`;
    case 'count':
      return `a whole number of people from ${range(ranges.count)}`;
    case 'blankPages':
      return `a whole number of pages from ${range(ranges.blankPages)}`;
    case 'days':
      return `a whole number of days from ${range(ranges.days)}`;
    case 'lateHours':
      return `a whole number of hours from ${range(ranges.lateHours)}`;
    case 'lat':
      return `a latitude in degrees from ${range(ranges.lat)}`;
    case 'lon':
      return `a longitude in degrees from ${range(ranges.lon)}`;
  }
}

function foundWords(found: Found, value: string): string {
  switch (found) {
    case 'text':
      return `the text "${value}"`;
    case 'number':
      return `the number ${value}`;
    case 'yes-no':
      return `${value}, which YAML reads as yes or no; put it in quotes`;
    case 'list':
      return 'this list';
    case 'empty-list':
      return 'an empty list';
    case 'keys':
      return 'keys with values';
    case 'nothing':
    case 'missing':
      return 'nothing';
    case 'other':
      return 'this';
  }
}

const meantWords = (meant: string): string => (meant === '' ? '' : ` Did you mean \`${meant}\`?`);

const excessWords: Readonly<Record<Excess, (what: string, limit: number) => string>> = {
  bytes: (what) => `${what} is larger than 1 MiB`,
  pieces: (what, limit) => `${what} has more than ${limit} words and signs`,
  depth: (what) => `${what} nests lists and keys too deep here`,
  aliases: (what, limit) => `${what} uses more than ${limit} YAML aliases`,
  entries: (what, limit) => `${what} has more than ${limit} entries`,
  text: (what, limit) => `${what} is longer than ${limit} characters`,
};
