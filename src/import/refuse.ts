/** Files that cannot be read at all, in words. */
import { type TrackProblem, trackProblemWords } from '../itinerary/track-problem.ts';
import type { ImportProblem } from './rows.ts';

export const refuse = (words: string, hint?: string, line?: number): { problem: ImportProblem } => ({
  problem: { words, ...(hint === undefined ? {} : { hint }), ...(line === undefined ? {} : { line }) },
});

export function refuseXml({ code, line }: TrackProblem, kind: 'GPX' | 'KML'): { problem: ImportProblem } {
  const words =
    code === 'wrong-root' ? `is not ${kind}, for all that it is XML` : `cannot be used: ${trackProblemWords(code)}`;
  return refuse(words, undefined, line ?? undefined);
}
