/** Whether questions can be asked at all: never of a pipe, and never where the cursor cannot be moved. */
import { UsageError } from '../../errors.ts';

const without =
  'Without questions: tajcheck import stops.csv -o trip.yaml makes an itinerary of a table or of waypoints; ' +
  'examples/ has itineraries to copy; tajcheck plan trip.yaml checks one.';

/** Null: they can. */
export function whyNotAsk(isWanted: boolean): string | null {
  if (!isWanted) return 'asks questions, and --no-input forbids them.';
  if (process.stdin.isTTY !== true || process.stdout.isTTY !== true) return 'asks questions, and needs a terminal.';
  if (process.env.TERM === 'dumb') return 'moves the cursor, which a terminal of TERM=dumb cannot.';
  return null;
}

export function needTerminal(command: string, isWanted: boolean): void {
  const why = whyNotAsk(isWanted);
  if (why !== null) throw new UsageError(`tajcheck ${command} ${why}`, without);
}
