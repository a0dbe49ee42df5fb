/** From the rows of a file to stops with places and days: the whole way, in the order in which it is gone. */
import { showHidden } from '../itinerary/hidden-characters.ts';
import type { Position, TravelMode } from '../itinerary/itinerary.ts';
import { limits } from '../itinerary/limits.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Doubt } from './doubt.ts';
import { joinDays } from './join-days.ts';
import { type Match, matchPlace } from './match-place.ts';
import { isOneLeg } from './one-leg.ts';
import { readRow, type WrittenStop } from './read-row.ts';
import type { DrawnLine, ImportProblem, LeftOut, Rows } from './rows.ts';
import { type StopDays, schedule } from './schedule.ts';
import { type Ask, rememberAnswers, settle, settleVia } from './settle-place.ts';

export interface ImportedStop {
  readonly where: string;
  /** As the file calls it; empty: it does not. */
  readonly written: string;
  readonly place: string;
  readonly at: Position | null;
  readonly by: Match['by'];
  readonly nights: number | null;
  readonly date: string | null;
  readonly via: readonly string[];
  readonly mode: TravelMode | null;
  readonly notes: string;
  readonly doubts: readonly Doubt[];
}

export interface ImportedTrip {
  readonly title: string | null;
  readonly start: string | null;
  readonly stops: readonly ImportedStop[];
  readonly leftOut: readonly LeftOut[];
  readonly remarks: readonly string[];
  readonly lines: readonly DrawnLine[];
  /** The one line that the file draws leads from the first stop to the second, and there is no other. */
  readonly isOneLeg: boolean;
}

/** Without `ask` nobody is asked, and every doubt stays. */
export async function importTrip(
  { title, rows, leftOut, remarks, lines, isDaily = false }: Rows,
  knowledge: Knowledge,
  ask: Ask = async () => ({ kind: 'leave' }),
): Promise<ImportedTrip | { readonly problem: ImportProblem }> {
  const read = rows.map(readRow);
  const stops = read.filter(isStop);
  if (stops.length === 0) return { problem: { words: 'names no stop' } };
  if (stops.length > limits.entries) {
    const words = `holds ${stops.length} stops; an itinerary has at most ${limits.entries}`;
    return { problem: { words, hint: 'Leave only the stops of one trip in it.' } };
  }
  const { start, days } = schedule(stops);
  const imported: ImportedStop[] = [];
  const remembered = rememberAnswers(ask);
  // One after the other: there may be somebody to ask.
  for (const [at, stop] of stops.entries()) imported.push(await placeStop(stop, days[at], knowledge, remembered));
  const joined = isDaily ? joinDays(imported) : { stops: imported, remarks: [] };
  return {
    title: title === null ? null : plainTitle(title),
    start,
    stops: joined.stops,
    leftOut: [...leftOut, ...read.filter((stop) => !isStop(stop)).map(saysNothing)],
    remarks: [...remarks, ...joined.remarks, ...stops.flatMap((stop, at) => namedByUs(stop, imported[at]))],
    lines,
    isOneLeg: isOneLeg(joined.stops, lines, knowledge),
  };
}

/** It says nothing of the trip: cut where it is too long, and with what it hides written out. */
function plainTitle(title: string): string {
  return showHidden(title.replace(/\s+/gu, ' ').trim(), limits.text / 2);
}

/** Without a name and coordinates that can be read a row may be a stop still, which nobody knows where to look for. */
const isStop = ({ name, at, nights, arrival, departure, via, by, doubts }: WrittenStop): boolean =>
  name !== '' ||
  via.length > 0 ||
  doubts.length > 0 ||
  [at, nights, arrival, departure, by].some((value) => value !== null);

const saysNothing = ({ where, notes }: WrittenStop): LeftOut => ({
  where,
  what: notes || 'a row',
  why: 'it names no place',
});

const namedByUs = ({ where, name, at }: WrittenStop, { place }: ImportedStop): string[] =>
  name === '' && at !== null ? [`The point on ${where} has no name; it is called ${place}.`] : [];

async function placeStop(
  stop: WrittenStop,
  { nights, date, doubts }: StopDays,
  knowledge: Knowledge,
  ask: Ask,
): Promise<ImportedStop> {
  const { where, at } = stop;
  const name = stop.name === '' && at === null ? `Unknown (${where})` : stop.name;
  const match = await settle(where, name, at, matchPlace(name, at, knowledge), knowledge, ask);
  const via: { name: string; doubts: readonly Doubt[] }[] = [];
  for (const written of stop.via) via.push(await settleVia(where, written, knowledge, ask));
  return {
    where,
    written: stop.name,
    place: match.place,
    at: match.at,
    by: match.by,
    nights,
    date,
    via: via.map((each) => each.name),
    mode: stop.by,
    notes: stop.notes,
    doubts: [...match.doubts, ...stop.doubts, ...via.flatMap((each) => each.doubts), ...doubts],
  };
}
