/** The YAML that an import becomes: plan reads it to the same stops, and no text of the file is more than text in it. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ImportedTrip } from '../../src/import/import-trip.ts';
import { writeItinerary } from '../../src/import/write-itinerary.ts';
import { parseItinerary } from '../../src/itinerary/parse.ts';
import { findComments } from '../../src/suppress/comments.ts';
import { actsInLog } from '../hostile/judges.ts';
import { hostileStrings, hostileText } from '../hostile/strings.ts';
import { assessText, rulesIn } from '../trip.ts';
import { importText } from './import-text.ts';

const yaml = (trip: ImportedTrip, file = 'stops.csv'): string => writeItinerary(trip, { file, track: null });
const fromCsv = async (text: string): Promise<string> => yaml(await importText(text, 'csv'));

test('the example becomes what plan reads: places, days, ways', async () => {
  const text = await fromCsv(readFileSync('examples/import/stops.csv', 'utf8'));
  const { itinerary, findings } = parseItinerary(text);
  expect(findings).toEqual([]);
  expect(itinerary).toMatchObject({
    start: '2027-07-03',
    travel: '4x4',
    stops: [
      { place: 'Dushanbe', nights: 2, at: null },
      { place: 'Kalai-Khumb', nights: 1, via: ['Tavildara'] },
      { place: 'Khorog', nights: 2, via: ['Rushan'] },
      { place: 'Homestay in Langar', nights: 1, at: [72.6345, 37.0376], via: ['Ishkashim', 'Yamg'] },
      { place: 'Alichur', nights: 1 },
      { place: 'Murghab', nights: 2 },
    ],
  });
  expect(text).toMatch(/^# yaml-language-server: \$schema=/);
  expect(text).toContain('  # Note: Beds for six; dinner at 19:00\n  - { place: Homestay in Langar');
  expect(text).toContain('{ place: Dushanbe, nights: 2 } # in the file: Душанбе');
  const { stops } = await assessText(text);
  expect(stops.map(({ from }) => from)).toEqual(['2027-07-03', '2027-07-05', '2027-07-06', '2027-07-08', '2027-07-09', '2027-07-10']); // biome-ignore format: days
});

test('a doubt stands on the line above its stop, and an unknown place fails', async () => {
  const text = await fromCsv('place,nights\nDushanbe,1\nKhoroog,2\n');
  expect(text).toMatch(/ {2}# CHECK: No place of this name.*Khorog.*\n {2}- \{ place: Khoroog, nights: 2 \}/);
  expect(rulesIn(await assessText(text))).toContain('TJ201');
});

test('swapped coordinates that no name tells of are refused by plan as they stand', async () => {
  const text = await fromCsv('place,lat,lon\nCamp,71.55,37.49\n');
  expect(parseItinerary(text).findings.map(({ rule }) => rule)).toEqual(['TJ107']);
});

test('what is not in the file is a TODO, and what is left out a comment', async () => {
  const text = await fromCsv('place,nights,Hotel,notes\nDushanbe,1,Zarya,\n,,,call them\nKhorog,,,\n');
  for (const todo of ['start: 20', 'party:', 'travel:', 'visas:', 'permits:']) expect(text).toContain(`#${todo}`);
  expect(text).toMatch(/# TODO: nights here\n {2}- \{ place: Khorog \}/);
  expect(text).toMatch(/# Left out, because .*:\n# {3}line 1: the column "Hotel"\n/);
  expect(text).toMatch(/# Left out, because it names no place:\n# {3}line 3: call them\n/);
});

test('a row with nights and no place is a stop that nobody knows, and fails', async () => {
  const text = await fromCsv('place,nights\nDushanbe,1\n,2\nKhorog,1\n');
  expect(text).toMatch(/# CHECK: .*\n {2}- \{ place: Unknown \(line 3\), nights: 2 \}/);
  expect(rulesIn(await assessText(text))).toContain('TJ201');
});

test('one way to travel for all is the way of the trip; several stand with the stops', async () => {
  expect(await fromCsv('place,mode\nDushanbe,\nKulob,Jeep\nKhorog,4WD\n')).toMatch(/^travel: 4x4$/m);
  const text = await fromCsv('place,mode\nDushanbe,\nKhorog,flight\nMurghab,shared taxi\n');
  expect(text).toContain('{ place: Khorog, by: air }');
  expect(text).toContain('{ place: Murghab, by: car }');
  expect(text).toContain('#travel:');
});

describe('texts of somebody else', () => {
  const laden = (texts: readonly string[]): ImportedTrip => ({
    title: '::error::x ##[error]y',
    start: null,
    stops: texts.map((text) => ({
      where: text,
      written: text,
      place: text,
      at: [71.55, 37.49],
      by: 'gazetteer',
      nights: 1,
      date: null,
      via: [text],
      mode: null,
      notes: text,
      doubts: [{ code: 'via', name: text, suggestions: [] }],
    })),
    leftOut: texts.map((text) => ({ where: text, what: text, why: text })),
    remarks: texts,
    lines: [],
    isOneLeg: false,
  });

  /** Each place arrives letter by letter, or is told as hiding one; no comment silences anything. */
  function expectData(texts: readonly string[]): void {
    const text = yaml(laden(texts), texts[0]);
    expect(actsInLog(text)).toEqual([]);
    expect(findComments(text)).toEqual([]);
    const { itinerary, findings } = parseItinerary(text);
    const told = findings.filter(({ rule }) => rule !== 'TJ110' && rule !== 'TJ102');
    expect(told).toEqual([]);
    expect(itinerary!.stops).toHaveLength(texts.length);
    for (const [at, { place }] of itinerary!.stops.entries()) expect(['', texts[at].trim()]).toContain(place);
    expect(itinerary!.stops.filter(({ place }) => place === '').length).toBeLessThanOrEqual(findings.length);
  }

  const suppressions = [
    'x # tajcheck-ignore-file TJ301 until 2027-09-01 -- r',
    'tajcheck-ignore TJ301 until 2027-09-01 -- r',
    '\n# tajcheck-ignore-file TJ301 until 2027-09-01 -- r',
    'yaml-language-server: $schema=https://evil.example',
    '- { place: Khorog }\nstops: []',
    '} # x',
    '*alias &anchor !tag %d',
    'yes',
    '007',
    'null',
    '~',
  ];
  test('stay texts', () => expectData([...hostileStrings, ...suppressions]));
  test('stay texts, whatever they are', () => {
    fc.assert(fc.property(fc.array(fc.oneof(hostileText, fc.constantFrom(...suppressions)), { minLength: 1, maxLength: 6 }), expectData), { numRuns: 300 }); // biome-ignore format: one line
  });
  test('from a table, too', async () => {
    const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const texts = hostileStrings.filter((text) => !/[\ud800-\udfff\0]/.test(text));
    const table = `place,lat,lon,notes,via\n${texts.map((text) => `${quote(text)},37.6,71.6,${quote(text)},${quote(text)}`).join('\n')}\n`;
    const text = await fromCsv(table);
    expect(actsInLog(text)).toEqual([]);
    expect(findComments(text)).toEqual([]);
    expect(parseItinerary(text).itinerary!.stops).toHaveLength(texts.length);
  });
});
