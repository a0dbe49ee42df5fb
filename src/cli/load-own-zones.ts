/** Layers of GeoJSON files with an operator's own zones, each checked and compiled. */
import { UsageError } from '../errors.ts';
import { toDegrees } from '../geodesy/lattice.ts';
import { type DecodeProblem, decodeText } from '../itinerary/decode.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Extent } from '../zones/check-rings.ts';
import type { OwnLayer } from '../zones/layer.ts';
import { slashed } from './paths.ts';
import { type FileProblem, readRegularFile } from './read-regular-file.ts';

const MAX_BYTES = 10_000_000;

/** Throws `UsageError` with everything that is wrong in any of the files: none is used unless all can be. */
export async function loadOwnZones(paths: readonly string[], knowledge: Knowledge): Promise<OwnLayer[]> {
  if (paths.length === 0) return [];
  const { readOwnZones } = await import('../zones/own-zones.ts');
  const { findJsonFault } = await import('../zones/json-fault.ts');
  const { default: form } = await import('geojson-validation');
  const taken = new Map(knowledge.index.ids.map((id) => [id, 'a zone that tajcheck ships']));
  const faults: string[] = [];
  const layers = paths.flatMap((path): OwnLayer[] => {
    const file = slashed(path);
    const text = readText(path);
    if ('problem' in text) {
      faults.push(`The zones ${file} ${problems[text.problem]}.`);
      return [];
    }
    const fault = findJsonFault(text.text);
    if (fault !== null) {
      faults.push(`${file}:${fault.line}:${fault.column}: is not valid JSON: ${fault.what}`);
      return [];
    }
    const reading = readOwnZones(JSON.parse(text.text), {
      file,
      asOf: knowledge.version.slice(0, 10),
      extent: extentOf(knowledge),
      checkForm: (value) => form.valid(value, true),
      taken,
    });
    if ('faults' in reading) {
      faults.push(`${file} cannot be used as zones:`, ...reading.faults.map((each) => `  ${each}`));
      return [];
    }
    reading.layer.index.ids.forEach((id, at) => {
      taken.set(id, `feature ${at + 1} of ${file}`);
    });
    return [reading.layer];
  });
  if (faults.length > 0) throw new UsageError(faults, 'Nothing was checked. See docs/own-zones.md.');
  return layers;
}

type Problem = FileProblem | DecodeProblem;

/** A mark at the start of the text is no part of it. */
function readText(path: string): { readonly text: string } | { readonly problem: Problem } {
  const bytes = readRegularFile(path, MAX_BYTES);
  return 'problem' in bytes ? bytes : decodeText(bytes);
}

const problems: Record<Problem, string> = {
  'not-found': 'are not there',
  'not-a-file': 'are a folder, a pipe or a device, not a file',
  unreadable: 'cannot be read',
  'too-large': `are larger than ${MAX_BYTES / 1_000_000} MB; simplify the outlines`,
  empty: 'are empty',
  'utf-16': 'are UTF-16 text; save them as UTF-8',
  binary: 'are a binary file, not JSON text',
  'not-utf-8': 'are not UTF-8 text; save them as UTF-8',
};

function extentOf({ index }: Knowledge): Extent {
  const { x0, y0, cellX, cellY, side } = index;
  return [toDegrees(x0), toDegrees(y0), toDegrees(x0 + side * cellX), toDegrees(y0 + side * cellY)];
}
