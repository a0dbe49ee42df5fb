/** The figures of height, the seasons and the services, as the program relies on them. */
import { describe, expect, test } from 'vitest';
import { highestBedFrom, limitsOf } from '../../src/altitude/limits.ts';
import { altitudeRule } from '../../src/knowledge/schema/dangers.ts';
import { reasons } from '../../src/knowledge/schema/parts.ts';
import { placesById } from '../../src/places/gazetteer.ts';
import { knowledge } from '../trip.ts';

describe('data/altitude.yaml', () => {
  test('has each figure once, from a publisher of medicine', () => {
    const kinds = altitudeRule.shape.what.options;
    expect(
      knowledge()
        .altitude.map(({ what }) => what)
        .sort(),
    ).toEqual([...kinds].sort());
    for (const { id, sources } of knowledge().altitude) {
      expect(
        sources.some((source) => /^(cdc|aerzteblatt)-/.test(source)),
        id,
      ).toBe(true);
    }
  });

  test('has the figures that CDC gives', () => {
    const limits = limitsOf(knowledge());
    expect(limits['illness-from'].metres).toBe(2440);
    expect(limits['sleep-first-day'].metres).toBe(2750);
    expect(limits['gain-per-night'].metres).toBe(500);
    expect(limits['rest-day-per'].metres).toBe(1000);
  });

  test.each([
    [0, 2750],
    [1999, 2750],
    [2000, 2750],
    [2249, 2750],
    [2251, 2751],
    [2750, 3250],
    [2751, 3251],
    [3600, 4100],
  ])('from %i m the highest bed is at %i m', (from, highest) => {
    expect(highestBedFrom(from, limitsOf(knowledge()))).toBe(highest);
  });
});

describe('data/seasons.yaml', () => {
  test('each danger has a place, its months in no doubt, and a reason that a mitigation answers', () => {
    for (const { id, zones, sections = [], months, reason } of knowledge().seasons) {
      expect(zones.length + sections.length, id).toBeGreaterThan(0);
      expect(new Set(months).size, id).toBe(months.length);
      expect(reasons).toContain(reason);
      expect(
        knowledge().mitigations.some((mitigation) => mitigation.reasons.includes(reason)),
        id,
      ).toBe(true);
    }
  });
});

describe('data/services.yaml', () => {
  test('lists no place twice, and towns where a trip can find each service', () => {
    const { services } = knowledge();
    expect(new Set(services.map(({ place }) => place)).size).toBe(services.length);
    const byId = placesById(knowledge());
    for (const kind of ['fuel', 'cash', 'hospital'] as const) {
      const home = services.filter(({ place, has }) => has.includes(kind) && byId.get(place)!.country === 'TJ');
      expect(home.length, kind).toBeGreaterThanOrEqual(5);
    }
  });
});

describe('what is required', () => {
  test('is so by the word of a government, each in remote zones', () => {
    const required = knowledge().mitigations.filter((mitigation) => mitigation.required);
    expect(required.map(({ id }) => id).sort()).toEqual(['medevac-insurance', 'satellite-phone']);
    for (const { id, required: own, when } of required) {
      // What is required stands on the checklist.
      if (!when.always) expect(when.zones, id).toEqual(expect.arrayContaining(own!.zones!));
      expect(own!.zones, id).toContain('gbao');
      expect(
        own!.sources.every((source) => /^(uk-fcdo|us-state|ie-dfa|de-aa|ca-gac)-/.test(source)),
        id,
      ).toBe(true);
    }
  });
});
