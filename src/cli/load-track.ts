import { dirname, isAbsolute, resolve } from 'node:path';
import type { LoadTrack, TrackResult } from '../route/track.ts';
import { readRegularFile } from './read-regular-file.ts';
import { realPathInside, repositoryRoot } from './repository.ts';

const MAX_BYTES = 20_000_000;

/** Reads the tracks of one itinerary: named from its own folder, anywhere in its repository, and nowhere else. */
export function trackLoader(itineraryPath: string): LoadTrack {
  const folder = itineraryPath === '-' ? process.cwd() : dirname(resolve(itineraryPath));
  const root = repositoryRoot(itineraryPath);
  return async (path): Promise<TrackResult> => {
    const file = isAbsolute(path) ? null : realPathInside(root, resolve(folder, path));
    if (file === null) return { rule: 'TJ109', args: { path } };
    const bytes = readRegularFile(file, MAX_BYTES);
    if ('problem' in bytes) return problem(path, bytes.problem);
    const { readTrack } = await import('../itinerary/tracks.ts');
    const reading = await readTrack(bytes, file);
    if ('parts' in reading) return reading;
    const { code, line, column } = reading.problem;
    return problem(path, code, line, column);
  };
}

function problem(path: string, code: string, line: number | null = null, column: number | null = null): TrackResult {
  return { rule: 'TJ108', args: { path, code, line, column } };
}
