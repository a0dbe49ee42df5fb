import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Mitigation, mitigation, source } from '../../src/knowledge/schema/advice.ts';
import { permit } from '../../src/knowledge/schema/papers.ts';
import { reason, reasons } from '../../src/knowledge/schema/parts.ts';

const read = (file: string): unknown => parse(readFileSync(new URL(`../../data/${file}`, import.meta.url), 'utf8'));

const mitigations = z.array(mitigation).parse(read('mitigations.yaml'));
const permits = new Set(
  z
    .array(permit)
    .parse(read('permits.yaml'))
    .map((p) => p.id),
);
const sources = new Set(
  z
    .array(source)
    .parse(read('sources.yaml'))
    .map((s) => s.id),
);

const { zones } = z
  .object({ zones: z.array(z.object({ id: z.string(), kind: z.string(), reasons: z.array(reason) })) })
  .parse(read('zones.yaml'));
const afghan = zones.filter((zone) => zone.id.startsWith('af-border-')).map((zone) => zone.id);

interface Trip {
  readonly zones: readonly string[];
  readonly permits: readonly string[];
  readonly level: number;
  readonly highestM: number;
  readonly travel: Mitigation['when']['travel'];
}

/** The contract of `when`, written once more: an item is shown when any of its conditions holds. */
function shown(m: Mitigation, trip: Trip): boolean {
  const w = m.when;
  return (
    w.always === true ||
    (w.zones ?? []).some((z) => trip.zones.includes(z)) ||
    (w.permits ?? []).some((p) => trip.permits.includes(p)) ||
    (w.travel ?? []).some((t) => trip.travel!.includes(t)) ||
    (w.minLevel !== undefined && trip.level >= w.minLevel) ||
    (w.minAltitudeM !== undefined && trip.highestM >= w.minAltitudeM)
  );
}

const fannMountains: Trip = {
  zones: ['country-tj', 'sarazm', 'mines-uz-border'],
  permits: [],
  level: 2,
  highestM: 3860,
  travel: ['car', 'foot'],
};
const pamirHighway: Trip = {
  zones: [
    'country-tj',
    'gbao',
    'khatlon-border-permit',
    'tajik-national-park',
    'kg-border-uk',
    'mines-af-border',
    ...afghan,
  ],
  permits: ['gbao', 'khatlon-border', 'tajik-national-park'],
  level: 4,
  highestM: 4655,
  travel: ['4x4'],
};

describe('mitigations', () => {
  test('ids are unique, and there are neither too few nor too many', () => {
    const ids = mitigations.map((m) => m.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(45);
    expect(ids.length).toBeLessThanOrEqual(80);
    expect(ids).toEqual(expect.arrayContaining(['medevac-insurance', 'satellite-phone']));
  });

  test.each(mitigations.map((m) => [m.id, m] as const))('%s is short and well formed', (_, m) => {
    for (const words of [m.text, m.why]) {
      expect(words).toMatch(/^[A-Z].*\.$/);
      expect(words.length).toBeLessThanOrEqual(220);
    }
    // Two sentences at most to do, one to say why.
    expect(m.text.match(/\.( |$)/g)!.length).toBeLessThanOrEqual(3);
    expect(m.why.match(/\.( |$)/g)!).toHaveLength(1);
  });

  test.each(mitigations.map((m) => [m.id, m] as const))('%s refers only to what exists', (_, m) => {
    expect(m.sources.filter((id) => !sources.has(id))).toEqual([]);
    expect((m.when.zones ?? []).filter((id) => !zones.some((zone) => zone.id === id))).toEqual([]);
    expect((m.when.permits ?? []).filter((id) => !permits.has(id))).toEqual([]);
    expect(Object.keys(m.when).length).toBeGreaterThan(0);
  });

  test('every reason has an answer', () => {
    const answered = new Set(mitigations.flatMap((m) => m.reasons));
    expect(reasons.filter((r) => !answered.has(r))).toEqual([]);
  });

  test.each(
    zones.filter((zone) => zone.kind === 'advisory' || zone.kind === 'hazard').map((zone) => [zone.id, zone] as const),
  )('%s has an item of its own, and one for each of its reasons', (id, zone) => {
    expect(mitigations.some((m) => m.when.zones?.includes(id))).toBe(true);
    const shownThere = mitigations.filter((m) => m.when.always || m.when.zones?.includes(id));
    const answered = new Set(shownThere.flatMap((m) => m.reasons));
    expect(zone.reasons.filter((r) => !answered.has(r))).toEqual([]);
  });

  test('every permit has an item', () => {
    const papers = new Set(mitigations.flatMap((m) => m.when.permits ?? []));
    expect([...permits].filter((p) => !papers.has(p))).toEqual([]);
  });

  test('the founding documents are all put to use', () => {
    const cited = new Set(mitigations.flatMap((m) => m.sources));
    for (const id of ['us-state-safety', 'us-embassy-assistance-2022', 'oc-index-tajikistan', 'un-cted-2017']) {
      expect(cited).toContain(id);
    }
  });
});

describe('a trip gets what concerns it', () => {
  const ids = (trip: Trip, priority = 3): string[] =>
    mitigations.filter((m) => m.priority <= priority && shown(m, trip)).map((m) => m.id);

  test('the Fann Mountains hear of mines near Panjakent, and nothing of Afghanistan or GBAO', () => {
    const list = ids(fannMountains);
    expect(list).toEqual(expect.arrayContaining(['mine-stay-on-road', 'altitude-sleep-plan', 'trek-with-guide']));
    expect(list.filter((id) => id.startsWith('afghan-') || id.startsWith('gbao-'))).toEqual([]);
  });

  test('the Pamir Highway gets the border, the mines, the altitude and the permit', () => {
    expect(ids(pamirHighway)).toEqual(
      expect.arrayContaining([
        'afghan-border-after-dark',
        'mine-stay-on-road',
        'altitude-descend',
        'permits-in-hand',
        'satellite-phone',
        'insurance-covers-area',
      ]),
    );
  });

  test('the urgent part of the longest list can be read at one sitting', () => {
    expect(ids(pamirHighway, 1).length).toBeLessThanOrEqual(15);
  });
});
