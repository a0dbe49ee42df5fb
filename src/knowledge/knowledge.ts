/** All of `data/`, loaded once and never changed. */
import { Buffer } from 'node:buffer';
import { crc32 } from 'node:zlib';
import { DataError } from '../errors.ts';
import type { NameIndex } from '../places/gazetteer.ts';
import { type PackedNetwork, packNetwork, type RoadNetwork, unpackNetwork } from '../route/network.ts';
import { type PackedIndex, packedBytes, packIndex, unpackIndex } from '../zones/pack.ts';
import type { ZoneIndex } from '../zones/zone-index.ts';
import type { Advisory, Authority, Contact, Mitigation, Source } from './schema/advice.ts';
import type { AltitudeRule, Season } from './schema/dangers.ts';
import type { EntryTerms, Holiday, Permit, VisaKind, VisaRule } from './schema/papers.ts';
import type { BorderPost, Place, Service, ZoneProperties } from './schema/places.ts';
import type { Vehicle } from './schema/roads.ts';

/** The part of the knowledge that is records. */
interface Records {
  /** Date of the newest look at a source, and a short fingerprint of the data: `2026-11-22.1a2b3c4d`. */
  readonly version: string;
  readonly places: readonly Place[];
  readonly names: NameIndex;
  readonly sources: Readonly<Record<string, Source>>;
  readonly authorities: Readonly<Record<string, Authority>>;
  readonly advisories: readonly Advisory[];
  readonly permits: readonly Permit[];
  readonly mitigations: readonly Mitigation[];
  readonly contacts: readonly Contact[];
  readonly zones: Readonly<Record<string, ZoneProperties>>;
  readonly vehicles: readonly Vehicle[];
  readonly services: readonly Service[];
  readonly visaRules: readonly VisaRule[];
  readonly visaKinds: readonly VisaKind[];
  readonly entry: EntryTerms;
  /** English names of nationalities, as they stand after “of”. */
  readonly nationalities: Readonly<Record<string, string>>;
  readonly holidays: readonly Holiday[];
  readonly posts: readonly BorderPost[];
  readonly altitude: readonly AltitudeRule[];
  readonly seasons: readonly Season[];
}

export interface Knowledge extends Records {
  readonly index: ZoneIndex;
  /** Border lines of the country with each neighbour; ids are country codes. */
  readonly borders: ZoneIndex;
  readonly roads: RoadNetwork;
}

// The file: magic, CRC-32 of the rest, length of the JSON, JSON padded to four bytes, the two indexes, the roads.
const MAGIC = 0x314a4154; // "TAJ1"
const HEAD = 12;

interface Header {
  readonly records: Records;
  readonly index: PackedIndex;
  readonly borders: PackedIndex;
  readonly roads: PackedNetwork;
}

/** Knowledge as the one file that ships in the bundle. */
export function packKnowledge(knowledge: Knowledge): Uint8Array {
  const { index, borders, roads, ...records } = knowledge;
  const zones = packIndex(index);
  const lines = packIndex(borders);
  const network = packNetwork(roads);
  const header: Header = { records, index: zones.header, borders: lines.header, roads: network.header };
  const text = toAscii(JSON.stringify(header));
  const json = Buffer.from(text.padEnd(text.length + (-text.length & 3)), 'latin1');
  const parts = [json, zones.bytes, lines.bytes, network.bytes];
  const bytes = new Uint8Array(HEAD + parts.reduce((sum, part) => sum + part.length, 0));
  let at = HEAD;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(8, json.length, true);
  view.setUint32(4, crc32(bytes.subarray(8)), true);
  return bytes;
}

/** JSON with one byte a character is read twice as fast. */
function toAscii(json: string): string {
  return json.replace(/[^\x20-\x7e]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * Reads what `packKnowledge` wrote. Throws `DataError` when a single byte is not as written: damaged knowledge
 * must never give a calmer answer.
 */
export function unpackKnowledge(bytes: Uint8Array): Knowledge {
  const damaged = 'The packaged data is damaged. Install tajcheck again.';
  if (bytes.length < HEAD || bytes.byteOffset % 4 !== 0) throw new DataError(damaged);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== MAGIC || view.getUint32(4, true) !== crc32(bytes.subarray(8))) {
    throw new DataError(damaged);
  }
  const jsonEnd = HEAD + view.getUint32(8, true);
  const json = Buffer.from(bytes.buffer, bytes.byteOffset + HEAD, jsonEnd - HEAD);
  const header = JSON.parse(json.toString('latin1')) as Header;
  const buffer = bytes.buffer as ArrayBuffer;
  const indexAt = bytes.byteOffset + jsonEnd;
  const bordersAt = indexAt + packedBytes(header.index);
  const roadsAt = bordersAt + packedBytes(header.borders);
  return {
    ...header.records,
    index: unpackIndex(header.index, buffer, indexAt),
    borders: unpackIndex(header.borders, buffer, bordersAt),
    roads: unpackNetwork(header.roads, buffer, roadsAt),
  };
}
