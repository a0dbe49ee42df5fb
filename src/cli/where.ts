/** `tajcheck where PLACE`: what applies at one place or point. */
import { UsageError } from '../errors.ts';
import { writeJson } from '../report/escape-json.ts';
import { reportWhere } from '../report/where.ts';
import type { ColourFlag } from '../terminal/colour.ts';
import type { ZoneLayer } from '../zones/layer.ts';
import { exitCodes } from './exit.ts';
import { loadKnowledge } from './load-knowledge.ts';
import { loadOwnZones } from './load-own-zones.ts';
import { locate } from './locate.ts';
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
    process.stdout.write(`${writeJson(answerPoint(layers, knowledge, position))}\n`);
    return exitCodes.clean;
  }
  const answer = answerPlace(layers, knowledge, position, place?.uncertaintyKm ?? 0);
  if (options.format === 'json') process.stdout.write(`${writeJson(answer, 2)}\n`);
  else process.stdout.write(reportWhere(answer, place, knowledge, layers, viewOf(process.stdout, options.color)));
  return exitCodes.clean;
}
