/** `tajcheck where -`: one `lon,lat` per line in, one JSON object per line out, as many as come. */
import { once } from 'node:events';
import type { Position } from '../itinerary/itinerary.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { writeJson } from '../report/escape-json.ts';
import type { ZoneLayer } from '../zones/layer.ts';
import { exitCodes } from './exit.ts';
import { answerPoint } from './point.ts';

/** No line of two numbers is longer; a longer one is not kept in memory. */
const LONGEST_LINE = 200;
/** Characters gathered before they are written. */
const BATCH = 65_536;

/** Bad lines are named on standard error and answered with an `error`; the others are answered all the same. */
export async function answerStream(
  layers: readonly ZoneLayer[],
  knowledge: Knowledge,
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  complaints: NodeJS.WritableStream,
): Promise<number> {
  let line = 0;
  let bad = 0;
  let rest = '';
  let out = '';
  const answer = (text: string): void => {
    line++;
    const reading = readPoint(text);
    if (Array.isArray(reading)) out += `${writeJson(answerPoint(layers, knowledge, reading as Position))}\n`;
    else {
      bad++;
      complaints.write(`line ${line}: ${reading}\n`);
      out += `${JSON.stringify({ line, error: reading })}\n`;
    }
  };
  input.setEncoding('utf8');
  for await (const chunk of input) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop()!.slice(0, LONGEST_LINE + 1);
    for (const text of lines) answer(text);
    if (out.length > BATCH) {
      const written = out;
      out = '';
      if (!output.write(written)) await once(output, 'drain');
    }
  }
  if (rest !== '') answer(rest);
  if (out !== '') output.write(out);
  return bad > 0 ? exitCodes.findings : exitCodes.clean;
}

const number = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;

/** The point, or what is wrong with the line. */
function readPoint(text: string): Position | string {
  const parts = text.split(',').map((part) => part.trim());
  if (text.length > LONGEST_LINE || parts.length !== 2 || !parts.every((part) => number.test(part))) {
    return 'expected lon,lat in degrees';
  }
  const [lon, lat] = parts.map(Number);
  if (Math.abs(lon) > 180 || Math.abs(lat) > 90) return 'longitude is -180 to 180, latitude -90 to 90';
  return [lon, lat];
}
