/** Permits, visas, registration and the places where the country is entered and left, before and after. */
import type { PassageCheck, PermitCheck, RegistrationCheck, VisaCheck } from '../../assessment/papers.ts';
import { sentence } from '../../sentence.ts';
import type { ChangesPage } from '../changes.ts';
import { movesAlong, sayDay, sayPair } from '../changes.ts';
import { count, firstSentence, list, sayDate, sayDates } from '../pretty/words.ts';

export const permitStatus: Readonly<Record<PermitCheck['status'], string>> = {
  held: 'you have it',
  missing: 'MISSING',
  incomplete: 'INCOMPLETE',
  'outside-validity': 'NOT VALID on all days there',
  'not-needed': 'not needed',
  check: 'perhaps needed, ask',
};

export function sayPermits(page: ChangesPage): string[] {
  const { added, removed, changed } = page.changes;
  return [
    ...added.permits.map((permit) => `+ ${permit.name}: ${sayPermit(page, permit)}`),
    ...removed.permits.map(({ name }) => `- ${name}: no longer called for`),
    ...changed.permits.flatMap(({ before, after }) => {
      const parts = [
        ...sayPair('status', permitStatus[before.status], permitStatus[after.status]),
        ...sayPair('districts entered', names(before.districts), names(after.districts)),
        ...sayPair('not on it', names(before.missing), names(after.missing)),
        ...(movesAlong(page, before.from, after.from) && movesAlong(page, before.to, after.to)
          ? []
          : sayPair('days inside', daysOf(before), daysOf(after))),
        ...sayPair('apply by', sayDay(page, before.applyBy), sayDay(page, after.applyBy)),
        ...sayPair('where the issuer is slow', sayDay(page, before.applyByWorst), sayDay(page, after.applyByWorst)),
        ...told('warns', before.warnings, after.warnings),
      ];
      return parts.length > 0 ? [`${after.name}: ${parts.join('; ')}`] : [];
    }),
  ];
}

function sayPermit(page: ChangesPage, { status, districts, missing, applyBy, applyByWorst }: PermitCheck): string {
  return [
    permitStatus[status],
    ...(districts.length > 0 ? [`districts ${list(districts)}`] : []),
    ...(missing.length > 0 ? [`not on it: ${list(missing)}`] : []),
    ...sayDeadline(page, applyBy, applyByWorst),
  ].join('; ');
}

export const visaStatus: Readonly<Record<VisaCheck['status'], string>> = {
  'not-needed': 'no visa needed',
  held: 'you have it',
  missing: 'MISSING',
  'outside-validity': 'NOT VALID on all days',
  'too-short': 'TOO SHORT for the stay',
  refused: 'REFUSED, the passport is not recognised',
  check: 'not settled, ask',
};

export function sayVisas(page: ChangesPage): string[] {
  const { added, removed, changed } = page.changes;
  const name = ({ traveller }: VisaCheck) => `Visa of ${traveller}`;
  return [
    ...added.visas.map((visa) => `+ ${name(visa)}: ${sayVisa(page, visa)}`),
    ...removed.visas.map((visa) => `- ${name(visa)}: ${sayVisa(page, visa)}`),
    ...changed.visas.flatMap(({ before, after }) => {
      const parts = [
        ...sayPair('nationality', before.nationality || 'not known', after.nationality || 'not known'),
        ...sayPair('passport', before.passport, after.passport),
        ...sayPair('status', visaStatus[before.status], visaStatus[after.status]),
        ...sayPair('terms', sayTerms(before), sayTerms(after)),
        ...sayPair('days of stay', before.days?.toString() ?? 'not known', after.days?.toString() ?? 'not known'),
        ...sayPair('can be had', kindsOf(before), kindsOf(after)),
        ...sayPair('apply by', sayDay(page, before.applyBy), sayDay(page, after.applyBy)),
        ...sayPair('where it is slow', sayDay(page, before.applyByWorst), sayDay(page, after.applyByWorst)),
        ...told('conditions', page.verbose ? before.words : [], shorten(page, after.words, before.words)),
        ...told(
          'sources differ',
          page.verbose ? before.conflicts : [],
          shorten(page, after.conflicts, before.conflicts),
        ),
      ];
      return parts.length > 0 ? [`${name(after)}: ${parts.join('; ')}`] : [];
    }),
  ];
}

function sayVisa(page: ChangesPage, visa: VisaCheck): string {
  const { nationality, status, applyBy, applyByWorst } = visa;
  return [nationality, visaStatus[status], sayTerms(visa), ...sayDeadline(page, applyBy, applyByWorst)].join('; ');
}

function sayTerms({ regime, maxDays, withinDays }: VisaCheck): string {
  const most = maxDays === null ? 'longest stay not stated' : `up to ${count(maxDays, 'day')}`;
  return `${regime ?? 'not known'}, ${most}${withinDays === null ? '' : ` within ${withinDays}`}`;
}

const kindsOf = ({ options }: VisaCheck): string => names(options.map(({ name }) => name));

export function sayRegistration({ changes: { added, removed, changed } }: ChangesPage): string[] {
  const say = ({ needed, by, why }: RegistrationCheck, short = false) => {
    const word = { yes: 'needed', check: 'not settled' }[needed];
    return `${word}${by ? `, by ${sayDate(by)}` : ''}${short ? '' : ` (${why})`}`;
  };
  return [
    ...added.registration.map((check) => `+ Registration: ${say(check)}`),
    ...removed.registration.map((check) => `- Registration: ${say(check)}`),
    ...changed.registration.flatMap(({ before, after }) => {
      const short = before.why === after.why;
      return sayPair('Registration', say(before, short), say(after, short));
    }),
  ];
}

export function sayPassages({ changes: { added, removed, changed } }: ChangesPage): string[] {
  const name = ({ kind }: PassageCheck) => (kind === 'entry' ? 'In' : 'Out');
  const say = ({ place, by, status, words, hours }: PassageCheck) =>
    [
      place ?? 'place not known',
      by ? `by ${by}` : 'way not known',
      ...[status, hours, words].flatMap((x) => x ?? []),
    ].join(', ');
  return [
    ...added.passages.map((passage) => `+ ${name(passage)}: ${say(passage)}`),
    ...removed.passages.map((passage) => `- ${name(passage)}: ${say(passage)}`),
    // Its day moves with the trip, and the first lines say how far.
    ...changed.passages.flatMap(({ before, after }) => sayPair(name(after), say(before), say(after))),
  ];
}

/** What is new in it; of a long text the first sentence, unless everything is asked for. */
function shorten({ verbose }: ChangesPage, after: readonly string[], before: readonly string[]): readonly string[] {
  if (verbose) return after;
  const fresh = after.filter((text) => !before.includes(text));
  return fresh.map((text) => firstSentence(text));
}

/** Sentences that come and go; without the last full stop, for more may follow. */
function told(label: string, before: readonly string[], after: readonly string[]): string[] {
  const say = (word: string, texts: readonly string[]): string[] =>
    texts.length > 0 ? [`${label} ${word}: ${texts.map(sentence).join(' ').replace(/\.$/, '')}`] : [];
  return [
    ...say(
      'now',
      after.filter((text) => !before.includes(text)),
    ),
    ...say(
      'no longer',
      before.filter((text) => !after.includes(text)),
    ),
  ];
}

function sayDeadline(page: ChangesPage, applyBy: string | null, worst: string | null): string[] {
  if (applyBy === null && worst === null) return [];
  const slow = worst === applyBy ? '' : `, where it is slow ${sayDay(page, worst)}`;
  return [`apply by ${sayDay(page, applyBy)}${slow}`];
}

const names = (words: readonly string[]): string => (words.length === 0 ? 'none' : list(words));

function daysOf({ from, to }: PermitCheck): string {
  if (from === null || to === null) return 'not known';
  return sayDates(from, to);
}
