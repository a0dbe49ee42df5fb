import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { contact, type Permit, permit, source } from '../../src/knowledge/schema.ts';

const read = (file: string): unknown => parse(readFileSync(new URL(`../../data/${file}`, import.meta.url), 'utf8'));

const permits = z.array(permit).parse(read('permits.yaml'));
const contacts = z.array(contact).parse(read('contacts.yaml'));
const sources = new Set(
  z
    .array(source)
    .parse(read('sources.yaml'))
    .map((s) => s.id),
);

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
    ...(p.suspension ? [...p.suspension.sources, ...p.suspension.history.flatMap((h) => h.sources)] : []),
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
