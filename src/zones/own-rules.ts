/** What an operator says of one zone of his own: the properties of its GeoJSON feature, read strictly. */
import { type Severity, severities } from '../finding.ts';
import { didYouMean } from '../itinerary/did-you-mean.ts';
import { findHidden, showHidden } from '../itinerary/hidden-characters.ts';
import { faultOfDate } from '../itinerary/iso-date.ts';

export const restrictions = ['none', 'caution', 'authorisation', 'prohibited'] as const;
type Restriction = (typeof restrictions)[number];

const severityOf: Readonly<Record<Restriction, Severity>> = {
  none: 'info',
  caution: 'warning',
  authorisation: 'error',
  prohibited: 'error',
};

/** The rules of a zone that is no government's. */
export interface OwnRules {
  readonly restriction: Restriction;
  /** What to do, shown to people. */
  readonly words: string | null;
  readonly severity: Severity;
  /** The zone holds in these months (1 to 12) of each year; null: in all. */
  readonly months: readonly number[] | null;
  /** First and last day on which it holds, `YYYY-MM-DD`; null: no such day. */
  readonly from: string | null;
  readonly until: string | null;
  /** Ids that must all stand under `mitigations:`. */
  readonly require: readonly string[];
  readonly source: string | null;
  readonly url: string | null;
}

export interface OwnProperties extends OwnRules {
  /** Null where the file gives none. */
  readonly id: string | null;
  readonly name: string | null;
  readonly uncertaintyKm: number;
}

export const ruleKeys = ['restriction', 'words', 'severity', 'months', 'from', 'until', 'require', 'uncertaintyKm'];
const keys = ['id', 'name', 'source', 'url', ...ruleKeys];
/** How a map editor paints an area: no rule can be meant by it. */
const paint = /^(stroke|fill|marker)(-(width|opacity|color|size|symbol))?$/;

/** Fills `faults` with what is not understood, and reads the rest. A property that is null is left out. */
export function readOwnProperties(
  written: Readonly<Record<string, unknown>>,
  featureId: unknown,
  faults: string[],
): OwnProperties {
  for (const key of Object.keys(written)) {
    if (keys.includes(key) || paint.test(key)) continue;
    const meant = key === 'description' ? 'words' : key === 'title' ? 'name' : didYouMean(key, keys);
    faults.push(
      `the property “${showHidden(key, 40)}” is not known${meant ? `; did you mean ${meant}?` : ` (known: ${keys.join(', ')})`}`,
    );
  }
  const of = (key: string): unknown => (Object.hasOwn(written, key) ? (written[key] ?? null) : null);
  const refuse = <T>(words: string, instead: T): T => {
    faults.push(words);
    return instead;
  };
  const line = (key: string, value: unknown, most: number): string | null => {
    if (value === null) return null;
    if (typeof value !== 'string' || value.trim() === '') return refuse(`${key} must be a line of text`, null);
    if (findHidden(value) !== -1) return refuse(`${key} must be one line without hidden characters`, null);
    if (value.length > most) return refuse(`${key} is longer than ${most} characters`, null);
    return value;
  };
  const oneOf = <T extends string>(key: string, known: readonly T[]): T | null => {
    const value = of(key);
    if (value === null) return null;
    const found = known.find((word) => word === value);
    return found ?? refuse(`${key} ${show(value)} is not one of ${known.join(', ')}`, null);
  };
  const date = (key: string): string | null => {
    const value = of(key);
    if (value === null) return null;
    const isDate = typeof value === 'string' && faultOfDate(value) === null;
    return isDate ? value : refuse(`${key} ${show(value)} is not a date, YYYY-MM-DD`, null);
  };

  const given = of('id') ?? featureId ?? null;
  const id = typeof given === 'number' && Number.isFinite(given) ? String(given) : line('id', given, 100);
  if (featureId != null && of('id') !== null && String(featureId) !== String(of('id'))) {
    faults.push(`has two ids, ${show(featureId)} and, among its properties, ${show(of('id'))}`);
  }
  const restriction = oneOf('restriction', restrictions) ?? 'caution';
  const [from, until] = [date('from'), date('until')];
  if (from !== null && until !== null && until < from) faults.push(`until ${until} lies before from ${from}`);
  // Here null is refused: an uncertainty that is not known is not one of 0 km.
  const doubt = Object.hasOwn(written, 'uncertaintyKm') ? written.uncertaintyKm : 0;
  const isDoubt = typeof doubt === 'number' && doubt >= 0 && doubt <= MOST_DOUBT_KM;
  return {
    id,
    name: line('name', of('name'), 200),
    restriction,
    words: line('words', of('words'), 1000),
    severity: oneOf('severity', severities) ?? severityOf[restriction],
    months: readMonths(of('months'), faults),
    from,
    until,
    require: readRequire(of('require'), restriction, id, faults),
    uncertaintyKm: isDoubt
      ? doubt
      : refuse(`uncertaintyKm must be a number of kilometres from 0 to ${MOST_DOUBT_KM}`, 0),
    source: line('source', of('source'), 300),
    url: readUrl(line('url', of('url'), 2000), faults),
  };
}

const MOST_DOUBT_KM = 100;

function readMonths(value: unknown, faults: string[]): readonly number[] | null {
  if (value === null) return null;
  const isMonth = (month: unknown): boolean => Number.isInteger(month) && Number(month) >= 1 && Number(month) <= 12;
  if (Array.isArray(value) && value.length > 0 && value.every(isMonth) && new Set(value).size === value.length) {
    return value as number[];
  }
  faults.push('months must be a list of months by number, each once: [12, 1, 2]');
  return null;
}

const mitigation = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** An authorisation that nobody can vouch for would be none: without a list the zone's own id stands for it. */
function readRequire(value: unknown, restriction: Restriction, id: string | null, faults: string[]): readonly string[] {
  const needsOne = restriction === 'authorisation';
  if (value === null) {
    if (!needsOne) return [];
    if (id !== null && mitigation.test(id)) return [id];
    faults.push('an authorisation needs require, or an id in small letters, digits and hyphens to vouch for');
    return [];
  }
  const isId = (each: unknown): boolean => typeof each === 'string' && each.length <= 60 && mitigation.test(each);
  if (!Array.isArray(value) || value.length === 0 || value.length > 20 || !value.every(isId)) {
    faults.push('require must be a list of ids in small letters, digits and hyphens: ["dispatcher-ok"]');
    return [];
  }
  const paper = value.find((each) => /^(permit|visa)-/.test(each));
  if (paper !== undefined) faults.push(`require ${paper}: a paper is listed under permits or visas, not vouched for`);
  if (!needsOne && restriction !== 'caution') {
    faults.push(`require does not go with ${restriction}; use authorisation or caution`);
  }
  return [...new Set(value as string[])];
}

function readUrl(url: string | null, faults: string[]): string | null {
  if (url === null || (/^https?:\/\/[^\s<>"]+$/.test(url) && URL.canParse(url))) return url;
  faults.push('url must be an address that begins with https:// or http://');
  return null;
}

/** What was written, short and harmless. */
export const show = (value: unknown): string => showHidden(JSON.stringify(value) ?? String(value), 40);
