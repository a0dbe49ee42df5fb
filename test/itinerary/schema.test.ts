import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { fileKeys } from '../../src/itinerary/parse.ts';
import { checkInKeys } from '../../src/itinerary/read-check-in.ts';
import { gateKeys } from '../../src/itinerary/read-gate.ts';
import { passportKeys, permitKeys, travellerKeys, visaKeys } from '../../src/itinerary/read-papers.ts';
import { stopKeys } from '../../src/itinerary/read-stop.ts';
import { itineraryJsonSchema, itinerarySchema } from '../../src/itinerary/schema.ts';
import { coveredBox } from '../../src/itinerary/swapped.ts';
import { place } from '../../src/knowledge/schema/places.ts';

const trip = parse(readFileSync('test/fixtures/itineraries/pamir-highway.yaml', 'utf8'));
type Node = {
  properties?: Record<string, Node>;
  items?: Node;
  anyOf?: Node[];
  description?: string;
  examples?: unknown[];
};
const schema = itineraryJsonSchema() as Node;
const { properties = {} } = schema;

test('the example trip fits the schema that editors read', () => {
  const validate = new Ajv({ strict: true }).compile(schema);
  expect(validate(trip), JSON.stringify(validate.errors)).toBe(true);
  expect(validate({ ...trip, strat: 1 })).toBe(false);
  expect(validate({ ...trip, start: '3 July' })).toBe(false);
});

test('the schema has the keys that the readers know', () => {
  const keys = (node: Node | undefined): string[] => Object.keys(node?.properties ?? {}).sort();
  expect(keys(schema)).toEqual([...fileKeys].sort());
  expect(keys(properties.stops.items!.anyOf![1])).toEqual([...stopKeys].sort());
  expect(keys(properties.party.items)).toEqual([...travellerKeys].sort());
  expect(keys(properties.party.items!.properties!.passport)).toEqual([...passportKeys].sort());
  for (const end of ['entry', 'exit'] as const) {
    expect(keys(properties[end].anyOf![1])).toEqual([...gateKeys[end]].sort());
  }
  expect(keys(properties.checkIn)).toEqual([...checkInKeys].sort());
  expect(keys(properties.permits.items)).toEqual([...permitKeys].sort());
  expect(keys(properties.visas.items)).toEqual([...visaKeys].sort());
});

test('every key is described, and every single value has an example that fits', () => {
  const bare: string[] = [];
  const look = (node: Node, path: string): void => {
    for (const [key, value] of Object.entries(node.properties ?? {})) {
      if (!value.description) bare.push(`${path}${key}`);
      if (!value.items && !value.properties && !('const' in value) && !value.examples)
        bare.push(`${path}${key} example`);
      look(value, `${path}${key}.`);
    }
    for (const inner of [node.items, ...(node.anyOf ?? [])]) if (inner) look(inner, path);
  };
  look(schema, '');
  expect(bare).toEqual([]);
  for (const [key, { examples = [] }] of Object.entries(properties)) {
    for (const example of examples)
      expect(itinerarySchema.safeParse({ ...trip, [key]: example }).success, key).toBe(true);
  }
});

test('the box for swapped coordinates is the one that places may lie in', () => {
  const [west, south, east, north] = coveredBox;
  expect([
    place.shape.lon.minValue,
    place.shape.lat.minValue,
    place.shape.lon.maxValue,
    place.shape.lat.maxValue,
  ]).toEqual([west, south, east, north]);
});
