/** What differs between the trip as written and the trip as it would be; what stays the same is left out. */
import type { Assessment } from '../assessment.ts';
import { type Pair, pairOff } from '../diff/pair-off.ts';
import type { Level } from '../knowledge/schema/parts.ts';
import type { Change } from './change.ts';

/** One list of the assessment. */
interface Section<T> {
  readonly of: (assessment: Assessment) => readonly T[];
  /** Two items with the same key are the same thing; it may say something else. */
  readonly key: (item: T) => string;
  /** What of it counts as a change; absent: everything. */
  readonly said?: (item: T) => unknown;
  /** Of several things with one key, those that are alike in this belong together. */
  readonly alike?: (item: T) => string;
}

const section = <T>(list: Section<T>): Section<T> => list;

const sections = {
  verdicts: section({
    of: ({ overall }) => Object.entries(overall.byAuthority).map(([authority, verdict]) => ({ authority, ...verdict })),
    key: ({ authority }) => authority,
  }),
  // The fingerprint is made of what a finding is about, never of its days: with other days it is the same finding.
  findings: section({
    of: ({ findings }) => findings,
    key: ({ fingerprint }) => fingerprint,
    said: ({ rule, severity, confidence, message, line, suppressed }) => {
      return [rule, severity, confidence, message, line, suppressed];
    },
    alike: ({ message }) => message.replace(/\d+/g, '#'),
  }),
  permits: section({ of: ({ permits }) => permits, key: ({ type }) => type }),
  visas: section({ of: ({ visas }) => visas, key: ({ traveller }) => traveller }),
  passages: section({ of: ({ passages }) => passages, key: ({ kind, subject }) => `${kind} ${subject}` }),
  registration: section({
    of: ({ registration }) => (registration ?? []).map((check, at) => ({ ...check, id: `registration-${at + 1}` })),
    key: ({ id }) => id,
  }),
  stops: section({ of: ({ stops }) => stops, key: ({ id }) => id }),
  legs: section({ of: ({ legs }) => legs, key: ({ id }) => id }),
  nights: section({ of: ({ nights }) => nights, key: ({ stop }) => stop }),
  checklist: section({ of: ({ checklist }) => checklist, key: ({ id }) => id }),
  calendar: section({ of: ({ calendar }) => calendar, key: ({ id }) => id }),
  contacts: section({ of: ({ contacts }) => contacts, key: ({ name }) => name }),
  notChecked: section({ of: ({ notChecked }) => notChecked, key: ({ subject, why }) => `${subject} ${why}` }),
};

type SectionName = keyof typeof sections;
/** An item of that list. */
type Item<Name extends SectionName> = (typeof sections)[Name] extends Section<infer T> ? T : never;

export interface Summary {
  start: string | null;
  end: string | null;
  days: number | null;
  /** Highest level that anybody gives. */
  level: Level | null;
  /** How many of each severity, those silenced in the file not counted. */
  findings: { error: number; warning: number; info: number };
}

/** What differs between two judgements, and both in short. */
export interface TripChanges {
  asOf: string;
  file: string;
  before: Summary;
  after: Summary;
  added: { [Name in SectionName]: Item<Name>[] };
  removed: { [Name in SectionName]: Item<Name>[] };
  changed: { [Name in SectionName]: Pair<Item<Name>>[] };
}

/** What `plan --depart …` prints with `--format json`. */
export interface Changes extends TripChanges {
  schema: 'tajcheck-changes-v1';
  tool: Assessment['tool'];
  asked: Change;
}

export function compareAssessments(before: Assessment, after: Assessment, asked: Change): Changes {
  const compared = Object.entries(sections).map(([name, list]) => {
    return [name, compareLists(list as Section<unknown>, before, after)] as const;
  });
  const pick = (part: 'added' | 'removed' | 'changed') =>
    Object.fromEntries(compared.map(([name, differences]) => [name, differences[part]]));
  return {
    schema: 'tajcheck-changes-v1',
    tool: after.tool,
    asOf: after.asOf,
    file: after.itinerary.file,
    asked,
    before: summarise(before),
    after: summarise(after),
    added: pick('added') as Changes['added'],
    removed: pick('removed') as Changes['removed'],
    changed: pick('changed') as Changes['changed'],
  };
}

/** Whether the trip as it would be is judged otherwise in any way. */
export function changesAnything({ added, removed, changed, before, after }: TripChanges): boolean {
  const lists = [added, removed, changed].flatMap((part) => Object.values<readonly unknown[]>(part));
  return lists.some(({ length }) => length > 0) || print(before) !== print(after);
}

/** Rounds, the surest first: what says the same, whatever its key, for a stop may now say what the way to it said. */
function compareLists<T>({ of, key, said, alike }: Section<T>, before: Assessment, after: Assessment) {
  const all = { left: of(before), right: of(after) };
  const different = pairOff(all, (item) => print(said ? said(item) : item));
  const twins = pairOff(different, (item) => print([key(item), alike?.(item)]));
  const { left, right, pairs } = pairOff(twins, key);
  return { added: right, removed: left, changed: [...twins.pairs, ...pairs] };
}

const print = (value: unknown): string => JSON.stringify(value);

export function summarise({ itinerary: { start, end, days }, overall, findings }: Assessment): Summary {
  const count = (wanted: string) =>
    findings.filter(({ severity, suppressed }) => severity === wanted && suppressed === null).length;
  const counts = { error: count('error'), warning: count('warning'), info: count('info') };
  return { start, end, days, level: overall.level, findings: counts };
}
