import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { contact, mitigation, source } from '../../src/knowledge/schema/advice.ts';
import { type Permit, permit } from '../../src/knowledge/schema/papers.ts';
import { normaliseName } from '../../src/places/normalise-name.ts';

const read = (file: string): unknown => parse(readFileSync(new URL(`../../data/${file}`, import.meta.url), 'utf8'));

const permits = z.array(permit).parse(read('permits.yaml'));
const contacts = z.array(contact).parse(read('contacts.yaml'));
const published = new Map(
  z
    .array(source)
    .parse(read('sources.yaml'))
    .map((s) => [s.id, s.published] as const),
);
const sources = new Set(published.keys());

const { zones } = z
  .object({ zones: z.array(z.object({ id: z.string(), kind: z.string() })) })
  .parse(read('zones.yaml'));
const zonesOf = (kind: string): string[] => zones.filter((zone) => zone.kind === kind).map((zone) => zone.id);
const districts = ['darvoz', 'vanj', 'rushan', 'shughnan', 'roshtqala', 'ishkashim', 'murghab'];

const gbao = permits.find((p) => p.id === 'gbao')!;

/** Every list of sources anywhere inside a permit. */
function citations(p: Permit): string[] {
  return [
    ...p.sources,
    ...p.leadDays.sources,
    ...p.channels.flatMap((c) => c.sources),
    ...p.conflicts.flatMap((c) => c.sources),
    ...(p.suspension
      ? [p.suspension, p.suspension.now, ...p.suspension.history].flatMap(({ sources: cited }) => cited)
      : []),
  ];
}

describe('permits', () => {
  test('ids are unique and are the known ones', () => {
    expect(permits.map((p) => p.id)).toEqual([
      'gbao',
      'khatlon-border',
      'sarez',
      'zorkul',
      'tajik-national-park',
      'rangkul',
      'tigrovaya-balka',
      'drone',
    ]);
  });

  test('every zone belongs to the permits, and no permit zone is forgotten', () => {
    expect(permits.flatMap((p) => p.zones).sort()).toEqual(zonesOf('permit').sort());
  });

  test.each(permits.map((p) => [p.id, p] as const))('%s cites sources that exist', (_, p) => {
    expect(citations(p).filter((id) => !sources.has(id))).toEqual([]);
  });

  test.each(permits.map((p) => [p.id, p] as const))('%s has fees and lead times in order', (_, p) => {
    for (const fee of [p.fee, ...p.channels.map((c) => c.fee)]) {
      if (fee) expect(fee.min).toBeLessThanOrEqual(fee.max);
    }
    const { usual, worst } = p.leadDays;
    if (usual !== null) expect(worst).toBeGreaterThanOrEqual(usual);
    expect(p.channels.length).toBeGreaterThan(0);
  });

  test('the worst lead time is never below that of a channel', () => {
    for (const p of permits) {
      for (const c of p.channels) if (c.leadDays !== null) expect(p.leadDays.worst).toBeGreaterThanOrEqual(c.leadDays);
    }
  });

  test('the fee of a permit spans the fees of its channels in the same currency', () => {
    for (const p of permits) {
      for (const c of p.channels) {
        if (!p.fee || c.fee?.currency !== p.fee.currency) continue;
        expect(c.fee.min).toBeGreaterThanOrEqual(p.fee.min);
        expect(c.fee.max).toBeLessThanOrEqual(p.fee.max);
      }
    }
  });
});

describe('the GBAO permit', () => {
  test('lists the seven districts, each with its own zone', () => {
    expect(gbao.districts.map((d) => d.id)).toEqual(districts);
    expect(gbao.districts.map((d) => d.zone).sort()).toEqual(zonesOf('district').sort());
  });

  test('no spelling stands for two districts', () => {
    const spellings = gbao.districts.flatMap((d) => [d.name, ...d.aliases].map((s) => s.toLowerCase()));
    expect(spellings.filter((s, i) => spellings.indexOf(s) !== i)).toEqual([]);
  });

  test('counts two weeks, three at worst, and warns of suspension', () => {
    expect([gbao.leadDays.usual, gbao.leadDays.worst]).toEqual([14, 21]);
    expect(gbao.suspension!.history.map((h) => h.date)).toEqual(gbao.suspension!.history.map((h) => h.date).sort());
  });
});

test('what asks for a permit is an area or a thing carried, never both', () => {
  for (const p of permits) expect(p.zones.length > 0, p.id).toBe(p.equipment === undefined);
});

test('what is known of a suspension today is as old as its newest source', () => {
  for (const { suspension } of permits) {
    if (suspension === null) continue;
    const days = suspension.now.sources.map((id) => published.get(id));
    expect(days.sort().at(-1)).toBe(suspension.now.asOf);
  }
});

test('a permit comes with one kind of visa at most, and that before entry', () => {
  for (const p of permits) {
    const own = p.channels.filter(({ withVisa }) => withVisa !== undefined);
    expect(own.length).toBeLessThanOrEqual(1);
    for (const { where } of own) expect(where).toBe('before-entry');
  }
  expect(gbao.channels.map(({ withVisa }) => withVisa)).toContain('e-visa');
});

test('no word stands for two things carried, nor for one both surely and perhaps', () => {
  const words = permits.flatMap(({ equipment, equipmentAliases = [], equipmentHints = [] }) =>
    equipment === undefined ? [] : [equipment, ...equipmentAliases, ...equipmentHints].map(normaliseName),
  );
  expect(words.length).toBeGreaterThan(0);
  expect(new Set(words).size).toBe(words.length);
});

test('a permit that can be stopped has its second plan on the checklist wherever it is asked for', () => {
  const plans = z.array(mitigation).parse(read('mitigations.yaml'));
  for (const p of permits.filter(({ suspension }) => suspension !== null)) {
    expect(plans.find(({ id }) => id === `${p.id}-plan-b`)?.when.permits, p.id).toContain(p.id);
  }
});

test('a lead time that no source states stays unknown', () => {
  expect(permits.find((p) => p.id === 'khatlon-border')!.leadDays).toMatchObject({ usual: null, worst: null });
});

describe('contacts', () => {
  test('have unique ids and sources that exist', () => {
    const ids = contacts.map((c) => c.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(contacts.flatMap((c) => c.sources).filter((id) => !sources.has(id))).toEqual([]);
  });

  test('numbers can be dialled', () => {
    for (const n of contacts.flatMap((c) => c.numbers)) expect(n).toMatch(/^\+?[0-9][0-9 -]+$/);
  });

  test('everybody has the police, an ambulance and rescue', () => {
    const everybody = contacts.filter((c) => c.serves === null).flatMap((c) => c.numbers);
    expect(everybody).toEqual(expect.arrayContaining(['101', '102', '103', '112']));
  });
});
