/** What the draft says now: defaults for the next question, and the list on which every answer can be corrected. */
import { isMap } from 'yaml';
import type { Finding } from '../finding.ts';
import { composeYaml } from '../itinerary/compose.ts';
import type {
  CheckIn,
  Gate,
  HeldPermit,
  HeldVisa,
  ItineraryStop,
  Traveller,
  TravelMode,
} from '../itinerary/itinerary.ts';
import { travelModes } from '../itinerary/itinerary.ts';
import { fileKeys, parseItinerary } from '../itinerary/parse.ts';
import { readCheckIn } from '../itinerary/read-check-in.ts';
import { readGate } from '../itinerary/read-gate.ts';
import { readPermit, readTraveller, readVisa } from '../itinerary/read-papers.ts';
import { readStop } from '../itinerary/read-stop.ts';
import { type Fields, given, readChoice, readDate, readFields, readItems, readText } from '../itinerary/readers.ts';
import type { Reading, Value } from '../itinerary/reading.ts';
import { spanOf } from '../itinerary/spans.ts';
import { coveredBox } from '../itinerary/swapped.ts';
import type { Draft } from './draft.ts';

/** As an itinerary, but also while there is no stop yet. Lists are in the order of the file: an entry's place is its number. */
export interface Answers {
  readonly title: string | null;
  readonly start: string | null;
  readonly party: readonly Traveller[];
  readonly travel: TravelMode | null;
  readonly entry: Gate | null;
  readonly stops: readonly ItineraryStop[];
  readonly exit: Gate | null;
  readonly checkIn: CheckIn | null;
  /** Null for one that cannot be read, and so does not count as held. */
  readonly permits: readonly (HeldPermit | null)[];
  readonly visas: readonly (HeldVisa | null)[];
  readonly equipment: readonly string[];
  readonly mitigations: readonly string[];
  /** What in the file is not understood; that there is no stop yet is none of it. */
  readonly faults: readonly Finding[];
}

export function answersOf({ text }: Draft): Answers {
  const { lines, root, targets } = composeYaml(text);
  const reading: Reading = { text, lines, targets, findings: [] };
  const file = (span: Value['span']): Value => ({ key: '', subject: 'file', node: root, span, twice: false });
  const fields = isMap(root) ? readFields(reading, file(spanOf(text, lines, root)), 'file', fileKeys) : null;
  const list = <T>(key: string, read: (value: Value, at: number) => T, subject: string = key): T[] =>
    itemsOf(reading, fields, key, subject).map(read);
  const said = {
    title: given(fields, 'title', (value) => readText(reading, value)),
    start: given(fields, 'start', (value) => readDate(reading, value)),
    travel: given(fields, 'travel', (value) => readChoice(reading, value, travelModes)),
    entry: given(fields, 'entry', (value) => readGate(reading, value, 'entry')),
    exit: given(fields, 'exit', (value) => readGate(reading, value, 'exit')),
    checkIn: given(fields, 'checkIn', (value) => readCheckIn(reading, value)),
    party: list('party', (value) => readTraveller(reading, value)),
    stops: list('stops', (value, at) => readStop(reading, value, `stop-${at + 1}`, coveredBox).stop, 'stop'),
    permits: list('permits', (value, at) => readPermit(reading, value, `permit-${at + 1}`), 'permit'),
    visas: list('visas', (value, at) => readVisa(reading, value, `visa-${at + 1}`), 'visa'),
    equipment: list('equipment', (value) => readText(reading, value)).filter((word) => word !== null),
    mitigations: list('mitigations', (value) => readText(reading, value)).filter((word) => word !== null),
  };
  const isBegun = said.stops.length > 0 || fields?.has('stops') === true;
  return { ...said, faults: isBegun ? parseItinerary(text).findings : reading.findings };
}

function itemsOf(reading: Reading, fields: Fields | null, key: string, subject: string): Value[] {
  return given(fields, key, (value) => readItems(reading, value, 'list', (at) => `${subject}-${at + 1}`)) ?? [];
}
