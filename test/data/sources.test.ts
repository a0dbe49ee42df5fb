import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Advisory, type Authority, type Source, source } from '../../src/knowledge/schema/advice.ts';
import { founding } from '../docs/founding.ts';

const read = <T>(name: string): T[] => parse(readFileSync(new URL(`../../data/${name}.yaml`, import.meta.url), 'utf8'));
const sources = read<Source>('sources');
const byId = new Map(sources.map((each) => [each.id, each]));
const authorities = read<Authority>('authorities');
const advisories = read<Advisory>('advisories');

/** Geometry, gazetteers, articles on a place and other references that last; nothing else may claim a year. */
const lasting =
  /^(geonames|natural-earth|osm-timezones|osm-waterbodies|wdb2-rivers|ourairports|tajcheck-estimate|cdc-yellow-book-2024|therapeutic-guidelines-wilderness|travax-altitude|wikipedia-(?!visa-policy).+)$/;

function addMonths(date: string, months: number): string {
  const [year, month, day] = date.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10);
}

/** The four review dates of the policy at the head of data/sources.yaml. */
function reviewDates({ published, retrieved, note = '' }: Source) {
  const halfYear = addMonths(retrieved, 6);
  // An undated copy is as old as the dated text that it matches.
  const written = published ?? /matches .* of (\d{4}-\d{2}-\d{2})/.exec(note)?.[1] ?? null;
  const yearAfter = written === null ? halfYear : addMonths(written, 12);
  return {
    holdsNow: [yearAfter, halfYear].sort()[0],
    undated: halfYear,
    lasting: addMonths(retrieved, 12),
    past: addMonths(retrieved, 60),
  };
}

const isSuperseded = (each: Source) => each.note?.startsWith('Superseded') ?? false;
const isOfficialAdvice = (each: Source) => authorities.some(({ id }) => each.id.startsWith(`${id}-`));

describe('data/sources.yaml', () => {
  it.each(sources.map((each) => [each.id, each] as const))('%s is well formed', (_, each) => {
    expect(source.safeParse(each).error?.issues ?? []).toEqual([]);
    expect(each.published === null || each.published <= each.retrieved).toBe(true);
    expect(each.url).toMatch(/^(https?:\/\/|urn:tajcheck:)/);
  });

  it('names no source twice', () => {
    expect(sources.length).toBe(byId.size);
  });

  it('has a text of every government that advises', () => {
    for (const { id } of authorities) expect(sources.some((each) => each.id.startsWith(`${id}-`))).toBe(true);
  });

  it('sets every review date by the policy', () => {
    for (const each of sources) {
      const dates = reviewDates(each);
      expect(Object.values(dates), each.id).toContain(each.reviewBy);
      expect(each.reviewBy === dates.lasting, each.id).toBe(lasting.test(each.id));
      if (isSuperseded(each)) expect(each.reviewBy, each.id).toBe(dates.past);
      else if (isOfficialAdvice(each)) expect(each.reviewBy, each.id).toBe(dates.holdsNow);
    }
  });

  it('lets old advice be past review from the first day', () => {
    for (const id of ['nz-mfat-2024-03-22', 'ch-fdfa-2024-09-24', 'de-aa-2024-11-20', 'us-state-advisory-2023-11-27']) {
      expect(byId.get(id)!.reviewBy < '2026-11-22', id).toBe(true);
    }
  });

  it('rests no current advice on a superseded text alone', () => {
    for (const { id, status, sources: cited } of advisories) {
      if (status === 'current') expect(isSuperseded(byId.get(cited[0])!), id).toBe(false);
    }
  });

  it('gives the undated US copy the review date of the page that it matches', () => {
    expect(byId.get('us-state-safety')!.reviewBy).toBe(byId.get('us-state-country-2025-07-18')!.reviewBy);
  });

  it('rests no permit, checklist item or contact on a superseded text, except for what is past', () => {
    const isHistory = (path: readonly string[]) => path.includes('history') || path.includes('ride-in-company');
    const citedNow = (value: unknown, path: readonly string[]): string[] => {
      if (isHistory(path)) return [];
      if (typeof value === 'string') return path.includes('sources') ? [value] : [];
      if (Array.isArray(value)) return value.flatMap((each) => citedNow(each, [...path, each?.id ?? '']));
      return Object.entries(value ?? {}).flatMap(([key, each]) => citedNow(each, [...path, key]));
    };
    for (const name of ['permits', 'mitigations', 'contacts']) {
      const cited = citedNow(read(name), []);
      expect(cited.length).toBeGreaterThan(0);
      expect(cited.filter((id) => isSuperseded(byId.get(id)!))).toEqual([]);
    }
  });

  it('has the five founding documents', () => {
    for (const id of founding) expect(byId.has(id), id).toBe(true);
  });
});
