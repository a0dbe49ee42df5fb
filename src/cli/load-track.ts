import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve } from 'node:path';
import type { LoadTrack, TrackResult } from '../route/track.ts';

/**
 * Reads the tracks of one itinerary. A track must lie in the itinerary's own folder or below it, links followed:
 * an itinerary is somebody else's text, and may not point a reader at other files of the machine.
 */
export function trackLoader(itineraryPath: string): LoadTrack {
  const folder = itineraryPath === '-' ? process.cwd() : dirname(resolve(itineraryPath));
  return async (path): Promise<TrackResult> => {
    const outside: TrackResult = { rule: 'TJ109', args: { path } };
    const wanted = resolve(folder, path);
    if (path.includes('\0') || isAbsolute(path) || escapes(folder, wanted)) return outside;
    try {
      const file = realpathSync(wanted);
      if (escapes(realpathSync(folder), file)) return outside;
      if (statSync(file).size > 20_000_000) return problem(path, 'too-large');
      const bytes = readFileSync(file);
      const { readTrack } = await import('../itinerary/tracks.ts');
      const reading = await readTrack(bytes, file);
      if ('parts' in reading) return reading;
      const { code, line, column } = reading.problem;
      return { rule: 'TJ108', args: { path, code, line, column } };
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      return problem(path, code === 'ENOENT' ? 'not-found' : 'unreadable');
    }
  };
}

function problem(path: string, code: string): TrackResult {
  return { rule: 'TJ108', args: { path, code, line: null, column: null } };
}

function escapes(folder: string, file: string): boolean {
  const way = relative(folder, file);
  return way === '' || way.startsWith('..') || isAbsolute(way);
}
