/** Why a track file cannot be used. */

export interface TrackProblem {
  readonly code: TrackProblemCode;
  /** Place in the track file, counted from 1; null where no single place is to blame. */
  readonly line: number | null;
  readonly column: number | null;
}

export type TrackProblemCode = keyof typeof words;

const words = {
  'not-a-file': 'it is a folder, a pipe or a device, not a file',
  'not-found': 'there is no such file',
  'too-large': 'it is larger than 20 MB',
  'not-text': 'it is not UTF-8 text',
  empty: 'it is empty',
  'unknown-kind': 'its name must end in .gpx, .kml, .geojson or .json',
  entity: 'it declares a document type or entities, which are refused',
  'not-xml': 'it is not well-formed XML',
  'not-json': 'it is not valid JSON',
  'wrong-root': 'it does not hold what its name says',
  'no-line': 'it holds no line of at least two points',
  'bad-coordinate': 'a point has no latitude and longitude that are on the globe',
} as const;

export function trackProblemWords(code: string): string {
  return Object.hasOwn(words, code) ? words[code as TrackProblemCode] : 'it cannot be read';
}
