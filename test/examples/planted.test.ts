/** A fault planted into an example that holds none: it is found on its line, and nothing else becomes an error. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { readData } from '../../scripts/read-data.ts';
import { assess } from '../../src/assess.ts';
import { trackLoader } from '../../src/cli/load-track.ts';
import { compileKnowledge } from '../../src/knowledge/compile-knowledge.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';

const folder = join(import.meta.dirname, '..', '..', 'examples');

interface Planted {
  readonly fault: string;
  readonly example: string;
  /** What is written in the example, and what it becomes. */
  readonly edits: readonly (readonly [written: string, planted: string])[];
  readonly rule: string;
  /** A piece of the line at fault. */
  readonly on: string;
}

const plants: Planted[] = [
  {
    fault: 'a permit without Ishkashim',
    example: 'wakhan-loop.yaml',
    edits: [['roshtqala, ishkashim, murghab', 'roshtqala, murghab']],
    rule: 'TJ402',
    on: 'place: Ishkashim',
  },
  {
    fault: 'a visa one day short',
    example: 'pamir-by-kulob.yaml',
    edits: [['to: 2027-07-18', 'to: 2027-05-26']],
    rule: 'TJ412',
    on: 'to: 2027-05-26',
  },
  {
    fault: 'a pass in January',
    example: 'pamir-highway.yaml',
    edits: [
      ['via: [Tavildara]', 'via: [Khaburabot]'],
      ['start: 2027-07-03', 'start: 2028-01-03'],
      ['from: 2027-07-01, to: 2027-08-29', 'from: 2028-01-01, to: 2028-02-29'],
      ['from: 2027-07-01\n    to: 2027-08-10', 'from: 2028-01-01\n    to: 2028-02-10'],
    ],
    rule: 'TJ501',
    on: 'via: [Khaburabot]',
  },
  {
    fault: 'a Turkish passport without a visa',
    example: 'fann-mountains.yaml',
    edits: [['nationality: FR, age: 52', 'nationality: TR, age: 52']],
    rule: 'TJ411',
    on: 'nationality: TR',
  },
  {
    fault: 'a drone in the luggage',
    example: 'khujand-isfara.yaml',
    edits: [['mitigations:', 'equipment: [drone]\nmitigations:']],
    rule: 'TJ407',
    on: 'equipment: [drone]',
  },
  {
    fault: 'a GBAO permit applied for too late',
    example: 'bartang.yaml',
    edits: [['    from: 2027-07-20', '    applied: 2027-07-26\n    from: 2027-07-20']],
    rule: 'TJ404',
    on: 'applied: 2027-07-26',
  },
  {
    fault: 'a border permit left out',
    example: 'southern-khatlon.yaml',
    edits: [['permits:\n  - { type: khatlon-border, from: 2027-06-01, to: 2027-06-30 }\n', '']],
    rule: 'TJ401',
    on: 'place: Panj,',
  },
  {
    fault: 'from a city in the plain to a night at 3,600 m',
    example: 'weekend.yaml',
    edits: [
      [
        '  - Dushanbe\n  - { place: Iskanderkul, nights: 2 }\n  - Dushanbe',
        '  - { place: Osh, nights: 1 }\n  - { place: Murghab, nights: 2 }',
      ],
      ['travel: car', 'travel: 4x4\npermits: [{ type: gbao, districts: [murghab], from: 2027-07-01, to: 2027-07-31 }]'],
    ],
    rule: 'TJ511',
    on: 'place: Murghab',
  },
];

let knowledge: Knowledge;
beforeAll(() => {
  knowledge = compileKnowledge(readData());
});

test.each(plants)('$fault in $example', async ({ example, edits, rule, on }) => {
  const path = join(folder, example);
  let text = readFileSync(path, 'utf8');
  for (const [written, planted] of edits) {
    expect(text.split(written), written).toHaveLength(2);
    text = text.replace(written, planted);
  }
  const options = { file: example, asOf: '2026-11-22', version: '0', knowledge, loadTrack: trackLoader(path) };
  const assessed = await assess(text, options);
  if (!assessed.understood) throw new Error(`${example} was not understood`);
  const line = text.split('\n').findIndex((one) => !one.trim().startsWith('#') && one.includes(on)) + 1;
  const errors = assessed.assessment.findings.filter(({ severity }) => severity === 'error');
  expect(errors.map((found) => `${found.rule}:${found.line} ${found.message}`)).toEqual([
    expect.stringMatching(`^${rule}:${line} `),
  ]);
});
