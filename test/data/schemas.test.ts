import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { editorWords } from '../../scripts/editor-words.ts';
import { itineraryJsonSchema } from '../../src/itinerary/schema.ts';
import { policyJsonSchema } from '../../src/policy/schema.ts';
import { policyWords } from '../../src/policy/words.ts';
import { assessmentJsonSchema } from '../../src/report/assessment-schema.ts';
import { checkJsonSchema } from '../../src/report/check-schema.ts';
import { diffJsonSchema } from '../../src/report/diff/diff-schema.ts';
import { rules } from '../../src/rules/registry.ts';
import { zonesJsonSchema } from '../../src/zones/zones-schema.ts';
import { knowledge } from '../trip.ts';

test.each([
  ['itinerary', () => itineraryJsonSchema(editorWords(knowledge()))],
  ['config', () => policyJsonSchema(policyWords(knowledge(), rules))],
  ['assessment', assessmentJsonSchema],
  ['check', checkJsonSchema],
  ['diff', diffJsonSchema],
  ['zones', () => zonesJsonSchema(knowledge().mitigations.map(({ id }) => id))],
])('the shipped schema of the %s is the one in the code (npm run build:schemas)', (name, make) => {
  const shipped = JSON.parse(readFileSync(new URL(`../../data/schema/${name}.schema.json`, import.meta.url), 'utf8'));
  expect(shipped).toEqual(JSON.parse(JSON.stringify(make())));
});
