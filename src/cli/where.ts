/** `tajcheck where PLACE`: what applies at one place or point. */
import { UsageError } from '../errors.ts';
import type { Position } from '../itinerary/itinerary.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Place } from '../knowledge/schema.ts';
import { resolvePlace } from '../places/gazetteer.ts';
import { reportWhere } from '../report/where.ts';
import type { ColourFlag } from '../terminal/colour.ts';
import { escapeForTerminal } from '../terminal/escape.ts';
import type { ZoneLayer } from '../zones/layer.ts';
import { exitCodes } from './exit.ts';
import { loadKnowledge } from './load-knowledge.ts';
import { loadOwnZones } from './load-own-zones.ts';
import { answerPlace, answerPoint } from './point.ts';
import { answerStream } from './stream.ts';
import { viewOf } from './terminal.ts';

export interface WhereOptions {
  readonly format?: 'pretty' | 'json' | 'ndjson';
  readonly zones: readonly string[];
  readonly color?: ColourFlag;
}

export async function where(written: string, options: WhereOptions): Promise<number> {
  const knowledge = loadKnowledge();
  const own = await loadOwnZones(options.zones, knowledge);
  const layers: ZoneLayer[] = [{ index: knowledge.index, zones: knowledge.zones }, ...own];
  if (written === '-') {
    if (options.format !== undefined && options.format !== 'ndjson') {
      throw new UsageError(`A stream of points cannot be printed as ${options.format}.`, 'Use --format ndjson.');
    }
    return answerStream(layers, knowledge, process.stdin, process.stdout, process.stderr);
  }
  const { position, place } = locate(written, knowledge);
  if (options.format === 'ndjson') {
    process.stdout.write(`${JSON.stringify(answerPoint(layers, knowledge, position))}\n`);
    return exitCodes.clean;
  }
  const answer = answerPlace(layers, knowledge, position, place?.uncertaintyKm ?? 0);
  if (options.format === 'json') process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
  else process.stdout.write(reportWhere(answer, place, knowledge, layers, viewOf(process.stdout, options.color)));
  return exitCodes.clean;
}

const pair = /^\s*([+-]?\d+(?:\.\d+)?)\s*[,; ]\s*([+-]?\d+(?:\.\d+)?)\s*$/;

function locate(written: string, knowledge: Knowledge): { position: Position; place: Place | null } {
  const numbers = pair.exec(written);
  if (numbers) return { position: readPair(Number(numbers[1]), Number(numbers[2])), place: null };
  const answer = resolvePlace(written, knowledge);
  if (answer.kind === 'found') return { position: [answer.place.lon, answer.place.lat], place: answer.place };
  const name = escapeForTerminal(written);
  if (answer.kind === 'ambiguous') {
    throw new UsageError(`${name} is the name of several places.`, `Say which: ${names(answer.candidates)}.`);
  }
  const hint = answer.suggestions.length > 0 ? `Did you mean ${names(answer.suggestions)}?` : 'Give LAT,LON instead.';
  throw new UsageError(`${name} is not a place that tajcheck knows.`, hint);
}

const names = (places: readonly Place[]): string => places.map(({ name }) => name).join(', ');

function readPair(lat: number, lon: number): Position {
  if (Math.abs(lat) > 90 || Math.abs(lon) > 180) {
    throw new UsageError(`${lat},${lon} is no latitude and longitude.`, 'Write the latitude first: 37.49,71.55');
  }
  return [lon, lat];
}
