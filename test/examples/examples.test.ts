/** The examples as a newcomer meets them: the good ones hold no error, and each planted fault is found where it is. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readData } from '../../scripts/read-data.ts';
import { assess } from '../../src/assess.ts';
import type { Assessment } from '../../src/assessment.ts';
import { trackLoader } from '../../src/cli/load-track.ts';
import type { Severity } from '../../src/finding.ts';
import { compileKnowledge } from '../../src/knowledge/compile-knowledge.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';

const folder = join(import.meta.dirname, '..', '..', 'examples');
const itinerariesIn = (name: string): string[] =>
  readdirSync(join(folder, name))
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => join(name, file));

const clean = itinerariesIn('.');
const faulty = itinerariesIn('faulty');

let knowledge: Knowledge;
beforeAll(() => {
  knowledge = compileKnowledge(readData());
});

async function read(name: string): Promise<{ lines: string[]; assessment: Assessment }> {
  const path = join(folder, name);
  const text = readFileSync(path, 'utf8');
  const options = { file: name, asOf: '2026-11-22', version: '0', knowledge, loadTrack: trackLoader(path) };
  const assessed = await assess(text, options);
  if (!assessed.understood) throw new Error(`${name} was not understood`);
  return { lines: text.split('\n'), assessment: assessed.assessment };
}

const errorsOf = ({ findings }: Assessment) => findings.filter(({ severity }) => severity === 'error');

describe.each(clean)('%s', (name) => {
  test('holds no error, and every paper that is surely needed', async () => {
    const { assessment } = await read(name);
    expect(errorsOf(assessment)).toEqual([]);
    expect(assessment.itinerary.end).not.toBeNull();
    for (const { type, status } of assessment.permits) expect(['held', 'check', 'not-needed'], type).toContain(status);
  });

  test('has tracks that run from stop to stop and stay in the country', async () => {
    const { lines, assessment } = await read(name);
    const tracks = lines.flatMap((line) => /^[^#]*track: ([^ ,}]+)/.exec(line)?.[1] ?? []);
    expect(assessment.legs.filter(({ basis }) => basis === 'track')).toHaveLength(tracks.length);
    expect(assessment.findings.filter(({ rule }) => rule === 'TJ207')).toEqual([]);
    if (tracks.length === 0) return;
    expect(assessment.findings.filter(({ rule }) => rule === 'TJ206')).toEqual([]);
    assessment.legs.forEach(({ id, countries }, at) => {
      expect(countries, id).toEqual(tracks[at] === 'tracks/karakul-osh.geojson' ? ['TJ', 'KG'] : ['TJ']);
    });
  });
});

/** Each planted fault: the rule that finds it, and a piece of the line that it stands on. */
const planted: Record<string, [rule: string, on: string, severity?: Severity][]> = {
  'faulty/applied-too-late.yaml': [['TJ404', 'applied: 2027-07-28']],
  'faulty/drone.yaml': [['TJ407', '- drone']],
  'faulty/karamyk.yaml': [
    ['TJ411', 'nationality: TR'],
    ['TJ432', 'via: [Karamyk]', 'warning'],
  ],
  'faulty/osh-to-murghab.yaml': [['TJ511', 'place: Murghab']],
  'faulty/pass-in-january.yaml': [['TJ501', 'via: [Khaburabot]']],
  'faulty/slips-of-the-pen.yaml': [
    ['TJ103', 'night: 2'],
    ['TJ105', 'start: 2027-06-31'],
    ['TJ107', 'lat: 72.66'],
    ['TJ201', 'place: Khorugg'],
  ],
  'faulty/too-late.yaml': [
    ['TJ401', 'place: Khorog'],
    ['TJ404', 'place: Khorog'],
  ],
  'faulty/visa-one-day-short.yaml': [['TJ412', 'to: 2027-08-19']],
  'faulty/wakhan-without-ishkashim.yaml': [['TJ402', 'place: Ishkashim']],
};

test('every faulty example says what is wrong with it', () => {
  expect(faulty.toSorted()).toEqual(Object.keys(planted));
});

test.each(Object.entries(planted))('%s is faulted where it is wrong, and nowhere else', async (name, faults) => {
  const { lines, assessment } = await read(name);
  const lineOf = (piece: string): number =>
    lines.findIndex((line) => !line.startsWith('#') && line.includes(piece)) + 1;
  const at = ({ rule, line }: { rule: string; line: number | null }): string => `${rule}:${line}`;
  const wanted = (severity: Severity): string[] =>
    faults
      .filter(([, , own = 'error']) => own === severity)
      .map(([rule, on]) => at({ rule, line: lineOf(on) }))
      .sort();
  expect(errorsOf(assessment).map(at).sort()).toEqual(wanted('error'));
  expect(assessment.findings.filter(({ severity }) => severity === 'warning').map(at)).toEqual(
    expect.arrayContaining(wanted('warning')),
  );
});

test('every track belongs to an example, is small and says what it is', () => {
  const written = clean.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
  for (const file of readdirSync(join(folder, 'tracks'))) {
    const path = join(folder, 'tracks', file);
    expect(written, file).toContain(`track: tracks/${file}`);
    expect(statSync(path).size, file).toBeLessThan(60_000);
    expect(readFileSync(path, 'utf8'), file).toContain('GeoNames');
  }
});
