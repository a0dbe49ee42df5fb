/** How the country is entered before the first stop, or left after the last. */
import { isScalar } from 'yaml';
import { type Gate, travelModes } from './itinerary.ts';
import { spansOf } from './read-papers.ts';
import { given, readChoice, readFields, readText } from './readers.ts';
import { nodeOf, type Reading, type Value } from './reading.ts';

/** Keys by the end of the trip that they are for: one comes `from` somewhere and leaves `to` somewhere. */
export const gateKeys = { entry: ['place', 'by', 'from'], exit: ['place', 'by', 'to'] } as const;

/** Null when nothing of it can be read: then it is not known, as if it were not said. */
export function readGate(reading: Reading, value: Value, end: 'entry' | 'exit'): Gate | null {
  const node = nodeOf(reading, value);
  // A bare text is the place; anything else has keys.
  const bare = isScalar(node) && typeof node.value === 'string';
  const fields = bare
    ? new Map([['place', { ...value, key: 'place' }]])
    : readFields(reading, value, end, gateKeys[end]);
  if (fields === null) return null;
  return {
    place: given(fields, 'place', (place) => readText(reading, place)),
    by: given(fields, 'by', (by) => readChoice(reading, by, travelModes)),
    beyond: given(fields, gateKeys[end][2], (beyond) => readText(reading, beyond)),
    span: value.span,
    spans: spansOf(fields),
  };
}
