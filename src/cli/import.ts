/** `tajcheck import FILE`: waypoints or a table of stops become an itinerary. */
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { UsageError } from '../errors.ts';
import { groupBy } from '../group-by.ts';
import { type ImportedTrip, importTrip as importRows } from '../import/import-trip.ts';
import { doubtWords, remarksOn } from '../import/message.ts';
import { maxBytes, readImport } from '../import/read-file.ts';
import type { ImportKind, ImportProblem } from '../import/rows.ts';
import type { Ask } from '../import/settle-place.ts';
import { writeItinerary } from '../import/write-itinerary.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { shellWord } from '../shell-word.ts';
import type { ColourFlag } from '../terminal/colour.ts';
import { escapeForTerminal } from '../terminal/escape.ts';
import { wrap } from '../terminal/wrap.ts';
import { isLeave } from './dialogue/ask.ts';
import { whyNotAsk } from './dialogue/need-terminal.ts';
import { writeNew } from './dialogue/write-trip.ts';
import { exitCodes } from './exit.ts';
import { loadKnowledge } from './load-knowledge.ts';
import { requirePlaces } from './output-place.ts';
import { entryAt, isFolder, slashed } from './paths.ts';
import { readStream } from './read-itinerary.ts';
import { type FileProblem, readRegularFile } from './read-regular-file.ts';
import { viewOf } from './terminal.ts';

export interface ImportOptions {
  readonly output?: string;
  readonly type?: ImportKind;
  /** False with `--no-input`. */
  readonly input: boolean;
  readonly color?: ColourFlag;
}

export async function importTrip(file: string, { output, type, input, color }: ImportOptions): Promise<number> {
  if (output !== undefined) {
    requirePlaces([{ path: output }], [file]);
    // Before anybody is asked anything.
    if (!isFolder(dirname(resolve(output)))) throw new UsageError(`There is no folder ${dirname(output)}.`);
    if (entryAt(output) !== null) {
      throw new UsageError(
        `${output} is there already, and is not written over.`,
        'Give another name, or move it away.',
      );
    }
  }
  const name = file === '-' ? 'standard input' : file;
  const rows = await readImport(readBytes(file), file === '-' ? '' : file, type);
  if ('problem' in rows) throw refusal(name, rows.problem);
  const knowledge = loadKnowledge();
  const ask = file !== '-' && whyNotAsk(input) === null ? askWhenNeeded(knowledge, color) : undefined;
  const trip = await importRows(rows, knowledge, ask).catch((error: unknown) => {
    if (isLeave(error)) return null;
    throw error;
  });
  if (trip === null) {
    process.stderr.write('Left. Nothing was written.\n');
    return exitCodes.notRun;
  }
  if ('problem' in trip) throw refusal(name, trip.problem);

  const track = trip.isOneLeg ? trackPath(file, output) : null;
  const text = writeItinerary(trip, { file: name, track });
  if (output === undefined) process.stdout.write(text);
  else writeNew(output, text);
  tell(trip, name, track, output, color);
  return isCertain(trip) ? exitCodes.clean : exitCodes.findings;
}

const isCertain = ({ stops }: ImportedTrip): boolean => stops.every(({ doubts }) => doubts.length === 0);

/** The questions, and the library that draws them, are loaded for the first of them. */
function askWhenNeeded(knowledge: Knowledge, color: ColourFlag | undefined): Ask {
  let ask: Ask | undefined;
  return async (question) => {
    ask ??= (await import('./import-ask.ts')).askOnTerminal(knowledge, color);
    return ask(question);
  };
}

const problems: Record<FileProblem, string> = {
  'not-found': 'is not there',
  'not-a-file': 'is a folder, a pipe or a device, not a file',
  'too-large': 'is larger than 20 MB',
  unreadable: 'may not be read',
};

const hints: Partial<Record<FileProblem, string>> = {
  'not-found': 'Give the path of a GPX, KML, GeoJSON or CSV file.',
  'not-a-file': 'A pipe is read from standard input: tajcheck import - --type csv',
};

function readBytes(file: string): Uint8Array {
  if (file === '-') return readStream(0, maxBytes);
  const bytes = readRegularFile(file, maxBytes);
  if (!('problem' in bytes)) return bytes;
  throw new UsageError(`${file} ${problems[bytes.problem]}.`, hints[bytes.problem]);
}

const refusal = (name: string, { words, line, hint }: ImportProblem): UsageError =>
  new UsageError(`${name}${line === undefined ? '' : `, line ${line}`} ${words}.`, hint);

/** The imported file from the folder of the itinerary, when it lies there or below: `plan` follows no other. */
function trackPath(file: string, output: string | undefined): string | null {
  if (file === '-' || !/\.(gpx|kml|geojson|json)$/i.test(file)) return null;
  const path = relative(output === undefined ? process.cwd() : dirname(resolve(output)), resolve(file));
  return isAbsolute(path) || path.split(sep)[0] === '..' ? null : slashed(path);
}

/** Of one kind; the itinerary lists them all. */
const mostLeftOut = 5;

/** What became of the file, on standard error. */
function tell(
  trip: ImportedTrip,
  name: string,
  track: string | null,
  output: string | undefined,
  color: ColourFlag | undefined,
): void {
  const { width, chalk } = viewOf(process.stderr, color);
  const say = (text: string, indent = 0): void => {
    for (const line of wrap(escapeForTerminal(text), width, indent, indent)) process.stderr.write(`${line}\n`);
  };
  const doubtful = trip.stops.filter(({ doubts }) => doubts.length > 0);
  for (const { where, written, place, doubts } of doubtful) {
    const head = escapeForTerminal(`CHECK ${name}, ${where}: ${written || place}`);
    for (const line of wrap(chalk.bold(head), width, 0, 2)) process.stderr.write(`${line}\n`);
    for (const doubt of doubts) say(doubtWords(doubt), 2);
  }
  for (const [why, parts] of groupBy(trip.leftOut, (part) => part.why)) {
    const told = parts.slice(0, mostLeftOut).map(({ where, what }) => `${what} (${where})`);
    const others =
      parts.length > told.length ? `, and ${parts.length - told.length} more, listed in the itinerary` : '';
    say(`Left out, because ${why}: ${told.join(', ')}${others}.`);
  }
  for (const remark of remarksOn(trip, track)) say(remark);

  const known = trip.stops.filter(({ by, doubts }) => by === 'gazetteer' && doubts.length === 0).length;
  const own = trip.stops.length - known - doubtful.length;
  say(
    `${trip.stops.length} stop${trip.stops.length === 1 ? '' : 's'} from ${name}: ${known} known, ${own} of your own at coordinates, ${doubtful.length} to check.`,
  );
  if (output === undefined) return;
  const path = shellWord(output);
  say(
    doubtful.length > 0 ? `Written to ${output}; what is not certain is marked CHECK in it.` : `Written to ${output}.`,
  );
  say(`Next: tajcheck edit ${path} for who travels and the rest, or tajcheck plan ${path}`);
}
