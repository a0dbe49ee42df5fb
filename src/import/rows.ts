/** What any of the formats comes down to: rows with words under known columns, in travelling order. */
import type { Position } from '../itinerary/itinerary.ts';

export const importKinds = ['gpx', 'kml', 'csv', 'geojson'] as const;
export type ImportKind = (typeof importKinds)[number];

export type Column = 'place' | 'lat' | 'lon' | 'nights' | 'arrival' | 'departure' | 'via' | 'by' | 'notes';

/** As written; nothing is read into it yet. */
export type Cells = Readonly<Partial<Record<Column, string>>>;

export interface Row {
  /** Where it stands in the file: `line 7`, `feature 3`. */
  readonly where: string;
  readonly cells: Cells;
  /** It has more fields than there are columns: which of them stands where is not known. */
  readonly isShifted?: boolean;
}

/** Something of the file that does not become part of the itinerary, in words of its own. */
export interface LeftOut {
  readonly where: string;
  readonly what: string;
  readonly why: string;
}

export interface Rows {
  readonly title: string | null;
  readonly rows: readonly Row[];
  readonly leftOut: readonly LeftOut[];
  /** How the file was understood, where that is not plain; whole sentences. */
  readonly remarks: readonly string[];
  /** Lines that the file draws. */
  readonly lines: readonly DrawnLine[];
  /** A table with dates and without nights: it may have a row for every day. */
  readonly isDaily?: boolean;
}

/** The two ends of a line; null: it has no points that can be read. */
export interface DrawnLine {
  readonly where: string;
  readonly ends: readonly [Position, Position] | null;
  /** A way as it was gone, or is to be gone; false where it may be no more than drawn between two points. */
  readonly isTrack: boolean;
}

/** Why a file is refused as a whole. */
export interface ImportProblem {
  /** Ends a sentence that begins with the name of the file. */
  readonly words: string;
  readonly hint?: string;
  readonly line?: number;
}

export type ImportReading = Rows | { readonly problem: ImportProblem };
