import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { itineraryJsonSchema } from '../../src/itinerary/schema.ts';
import { assessmentJsonSchema } from '../../src/report/assessment-schema.ts';

test.each([
  ['itinerary', itineraryJsonSchema],
  ['assessment', assessmentJsonSchema],
])('the shipped schema of the %s is the one in the code (npm run build:schemas)', (name, make) => {
  const shipped = JSON.parse(readFileSync(new URL(`../../data/schema/${name}.schema.json`, import.meta.url), 'utf8'));
  expect(shipped).toEqual(JSON.parse(JSON.stringify(make())));
});
