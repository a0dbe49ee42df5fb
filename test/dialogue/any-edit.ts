/** Any edit of a draft, and what the answers are after it, told without the draft. */
import fc from 'fast-check';
import type { Draft } from '../../src/dialogue/draft.ts';
import { setCheckIn } from '../../src/dialogue/edits/check-in.ts';
import { setGate } from '../../src/dialogue/edits/gates.ts';
import { setEquipment, setMitigations } from '../../src/dialogue/edits/lists.ts';
import {
  addPermit,
  addVisa,
  changePermit,
  changeVisa,
  removePermit,
  removeVisa,
} from '../../src/dialogue/edits/papers.ts';
import { addTraveller, changeTraveller, removeTraveller } from '../../src/dialogue/edits/party.ts';
import { addStop, changeStop, insertStop, moveStop, removeStop, stopCount } from '../../src/dialogue/edits/stops.ts';
import { setStart, setTitle, setTravel } from '../../src/dialogue/edits/trip.ts';
import { countryCodes } from '../../src/itinerary/countries.ts';
import { travelModes } from '../../src/itinerary/itinerary.ts';

/** Answers as plain values; what is not said is left out. */
export type Told = Record<string, unknown>;

export interface Edit {
  readonly name: string;
  readonly run: (draft: Draft) => Draft;
  readonly tell: (told: Told) => Told;
}

/** Texts that YAML, of one version or another, reads as something else, and others that people write. */
const traps = [
  'NO', 'No', 'no', 'on', 'y', 'null', '~', 'true', '1e3', '0x1F', '08:00', '12:30:45', '1_000', '-', '- a', '? a', '1.', '.5',
  '@home', '`x`', '#1', 'a #b', 'a: b', 'a:', ': a', '{a}', '[a]', 'a, b', "it's", 'say "so"', "'", '"', '\\', '*a', '&a', '!a',
  '%a', '|', '>', '2027-07-03', '=', '<<', '---', '...', 'Мурғоб', '中国', 'a\u200cb', 'Qal’ai-Khumb', 'x'.repeat(150), '100%', '+1',
  '-1', 'NaN', '.inf', '0o17', '1:20', '🏔 Pamir', 'é', 'a  b', '4x4', '10 days',
]; // biome-ignore format: a vocabulary reads best as lines of words
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...traps),
  fc
    .string({ unit: 'binary', minLength: 1, maxLength: 20 })
    .map((text) => text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '').trim())
    .filter((text) => text !== ''),
);
const anyDate = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null, freq: 2 });
const texts = fc.uniqueArray(anyText, { maxLength: 4 });
const degrees = (least: number, most: number) =>
  fc.integer({ min: least * 1e5, max: most * 1e5 }).map((value) => value / 1e5);

const stop = fc.record(
  {
    place: anyText,
    at: maybe(fc.record({ lat: degrees(34, 44), lon: degrees(60, 80) })),
    nights: fc.integer({ min: 0, max: 9 }),
    date: maybe(anyDate),
    via: texts,
    by: maybe(fc.constantFrom(...travelModes)),
    track: maybe(anyText),
  },
  { requiredKeys: [] },
);
const traveller = fc.record(
  {
    name: maybe(anyText),
    nationality: fc.constantFrom('NO', 'GB', ...countryCodes),
    also: fc.uniqueArray(fc.constantFrom('NO', 'TJ', 'stateless'), { maxLength: 2 }),
    age: maybe(fc.integer({ min: 0, max: 120 })),
    count: maybe(fc.integer({ min: 2, max: 20 })),
    passport: fc.record(
      { expires: maybe(anyDate), blankPages: maybe(fc.integer({ min: 0, max: 100 })) },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);
const permit = fc.record(
  { type: anyText, districts: texts, from: maybe(anyDate), to: maybe(anyDate), applied: maybe(anyDate) },
  { requiredKeys: [] },
);
const visa = fc.record(
  {
    nationality: fc.constantFrom('NO', 'GB'),
    type: anyText,
    days: maybe(fc.integer({ min: 1, max: 90 })),
    entries: maybe(fc.constantFrom('single' as const, 'multiple' as const)),
    from: maybe(anyDate),
  },
  { requiredKeys: [] },
);

const isNothing = (value: unknown): boolean =>
  value === null ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && value !== null && Object.keys(value).length === 0);

/** `to` with the answers of `from`; null and empty lists are taken away. */
function merge(to: unknown, from: object): Told {
  const merged: Told = typeof to === 'string' ? { place: to } : { ...(to as Told) };
  for (const [key, value] of Object.entries(from)) {
    if (value === undefined) continue;
    const own = key === 'passport' ? merge(merged[key] ?? {}, value as object) : value;
    if (isNothing(own) || (key === 'nights' && own === 0)) delete merged[key];
    else merged[key] = own;
  }
  return merged;
}

const listOf = (told: Told, key: string): unknown[] => {
  const value = told[key];
  return Array.isArray(value) ? [...value] : [];
};

function withList(told: Told, key: string, list: readonly unknown[]): Told {
  const { [key]: _, ...others } = told;
  if (list.length > 0) return { ...others, [key]: list };
  // A key without a value says nothing, and stays.
  return told[key] === null ? told : others;
}

const set =
  (key: string, value: unknown) =>
  (told: Told): Told => {
    const { [key]: _, ...others } = told;
    return isNothing(value) ? others : { ...others, [key]: value };
  };

const onList =
  (key: string, change: (list: unknown[]) => unknown[]) =>
  (told: Told): Told =>
    withList(told, key, change(listOf(told, key)));

const place = fc.nat({ max: 6 });

export const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  maybe(anyText).map(
    (title): Edit => ({ name: `title ${title}`, run: (draft) => setTitle(draft, title), tell: set('title', title) }),
  ),
  maybe(anyDate).map(
    (date): Edit => ({ name: `start ${date}`, run: (draft) => setStart(draft, date), tell: set('start', date) }),
  ),
  maybe(fc.constantFrom(...travelModes)).map(
    (mode): Edit => ({ name: `travel ${mode}`, run: (draft) => setTravel(draft, mode), tell: set('travel', mode) }),
  ),
  texts.map(
    (ids): Edit => ({
      name: `mitigations ${ids}`,
      run: (draft) => setMitigations(draft, ids),
      tell: onList('mitigations', (list) => [
        ...list.filter((id) => ids.includes(id as string)),
        ...ids.filter((id) => !list.includes(id)),
      ]),
    }),
  ),
  texts.map(
    (ids): Edit => ({
      name: `equipment ${ids}`,
      run: (draft) => setEquipment(draft, ids),
      tell: onList('equipment', (list) => [
        ...list.filter((id) => ids.includes(id as string)),
        ...ids.filter((id) => !list.includes(id)),
      ]),
    }),
  ),
  fc
    .tuple(
      fc.constantFrom('entry' as const, 'exit' as const),
      maybe(
        fc.record(
          { place: maybe(anyText), by: maybe(fc.constantFrom(...travelModes)), beyond: maybe(anyText) },
          { requiredKeys: [] },
        ),
      ),
    )
    .map(
      ([end, gate]): Edit => ({
        name: `${end} ${JSON.stringify(gate)}`,
        run: (draft) => setGate(draft, end, gate),
        tell: (told) => {
          if (gate === null) return set(end, null)(told);
          const { beyond, ...others } = gate;
          const keyed = beyond === undefined ? others : { ...others, [end === 'entry' ? 'from' : 'to']: beyond };
          return set(end, merge(told[end] ?? {}, keyed))(told);
        },
      }),
    ),
  maybe(
    fc.record(
      {
        at: maybe(fc.constantFrom('08:00', '20:30')),
        with: maybe(anyText),
        phone: maybe(fc.constantFrom('+44 1632 960123', '0044', '112')),
        lateHours: maybe(fc.integer({ min: 1, max: 99 })),
      },
      { requiredKeys: [] },
    ),
  ).map(
    (checkIn): Edit => ({
      name: `check in ${JSON.stringify(checkIn)}`,
      run: (draft) => setCheckIn(draft, checkIn),
      tell: (told) => set('checkIn', checkIn === null ? null : merge(told.checkIn ?? {}, checkIn))(told),
    }),
  ),
  fc.tuple(stop, anyText).map(([own, name]): Edit => {
    const made = { ...own, place: name };
    return {
      name: `add stop ${JSON.stringify(made)}`,
      run: (draft) => addStop(draft, made),
      tell: onList('stops', (list) => [...list, merge({}, made)]),
    };
  }),
  fc.tuple(place, stop, anyText).map(([at, own, name]): Edit => {
    const made = { ...own, place: name };
    return {
      name: `insert stop ${at} ${JSON.stringify(made)}`,
      run: (draft) => insertStop(draft, at, made),
      tell: onList('stops', (list) => list.toSpliced(at, 0, merge({}, made))),
    };
  }),
  fc.tuple(place, stop).map(
    ([at, own]): Edit => ({
      name: `change stop ${at} ${JSON.stringify(own)}`,
      run: (draft) => changeStop(draft, at, own),
      tell: onList('stops', (list) => list.map((entry, index) => (index === at ? merge(entry, own) : entry))),
    }),
  ),
  place.map(
    (at): Edit => ({
      name: `remove stop ${at}`,
      run: (draft) => removeStop(draft, at),
      tell: onList('stops', (list) => list.toSpliced(at, 1)),
    }),
  ),
  fc.tuple(place, place).map(
    ([from, to]): Edit => ({
      name: `move stop ${from} ${to}`,
      run: (draft) => (from < stopCount(draft) ? moveStop(draft, from, to) : draft),
      tell: onList('stops', (list) =>
        from < list.length ? list.toSpliced(from, 1).toSpliced(to, 0, list[from]) : list,
      ),
    }),
  ),
  fc.tuple(traveller, fc.constantFrom('NO', 'GB')).map(([own, nationality]): Edit => {
    const made = { ...own, nationality };
    return {
      name: `add traveller ${JSON.stringify(made)}`,
      run: (draft) => addTraveller(draft, made),
      tell: onList('party', (list) => [...list, merge({}, made)]),
    };
  }),
  fc.tuple(place, traveller).map(
    ([at, own]): Edit => ({
      name: `change traveller ${at} ${JSON.stringify(own)}`,
      run: (draft) => changeTraveller(draft, at, own),
      tell: onList('party', (list) => list.map((entry, index) => (index === at ? merge(entry, own) : entry))),
    }),
  ),
  place.map(
    (at): Edit => ({
      name: `remove traveller ${at}`,
      run: (draft) => removeTraveller(draft, at),
      tell: onList('party', (list) => list.toSpliced(at, 1)),
    }),
  ),
  fc.tuple(permit, anyText).map(([own, type]): Edit => {
    const made = { ...own, type };
    return {
      name: `add permit ${JSON.stringify(made)}`,
      run: (draft) => addPermit(draft, made),
      tell: onList('permits', (list) => [...list, merge({}, made)]),
    };
  }),
  fc.tuple(place, permit).map(
    ([at, own]): Edit => ({
      name: `change permit ${at} ${JSON.stringify(own)}`,
      run: (draft) => changePermit(draft, at, own),
      tell: onList('permits', (list) => list.map((entry, index) => (index === at ? merge(entry, own) : entry))),
    }),
  ),
  place.map(
    (at): Edit => ({
      name: `remove permit ${at}`,
      run: (draft) => removePermit(draft, at),
      tell: onList('permits', (list) => list.toSpliced(at, 1)),
    }),
  ),
  fc.tuple(visa, anyText).map(([own, type]): Edit => {
    const made = { ...own, type, nationality: 'NO' };
    return {
      name: `add visa ${JSON.stringify(made)}`,
      run: (draft) => addVisa(draft, made),
      tell: onList('visas', (list) => [...list, merge({}, made)]),
    };
  }),
  fc.tuple(place, visa).map(
    ([at, own]): Edit => ({
      name: `change visa ${at} ${JSON.stringify(own)}`,
      run: (draft) => changeVisa(draft, at, own),
      tell: onList('visas', (list) => list.map((entry, index) => (index === at ? merge(entry, own) : entry))),
    }),
  ),
  place.map(
    (at): Edit => ({
      name: `remove visa ${at}`,
      run: (draft) => removeVisa(draft, at),
      tell: onList('visas', (list) => list.toSpliced(at, 1)),
    }),
  ),
);

/** What a file says, with one way of saying it: a bare name is a group of one key, a single word a list of one, no night nothing. */
export function tellPlain(file: unknown): Told {
  const list = (value: unknown): unknown => (typeof value === 'string' ? [value] : value);
  const place = (value: unknown): unknown => (typeof value === 'string' ? { place: value } : value);
  const entries = (value: unknown, change: (entry: Told) => unknown): unknown =>
    Array.isArray(value) ? value.map((entry) => change(entry as Told)) : value;
  const { tajcheck: _, ...told } = (file ?? {}) as Told;
  const tidy = (entry: Told): Told =>
    Object.fromEntries(
      Object.entries(entry)
        .filter(([key, value]) => !(key === 'nights' && value === 0))
        .map(([key, value]) => [key, ['via', 'also', 'districts'].includes(key) ? list(value) : value]),
    );
  return Object.fromEntries(
    Object.entries(told).map(([key, value]) => {
      if (key === 'stops') return [key, entries(value, (entry) => tidy(place(entry) as Told))];
      if (key === 'party' || key === 'permits') return [key, entries(value, tidy)];
      return [key, key === 'entry' || key === 'exit' ? place(value) : value];
    }),
  );
}
