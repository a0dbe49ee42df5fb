/** Where things stand in the picture of a profile; pixels. */

import { textWidth } from '../map/text-width.ts';
import { sayMetres } from '../report/pretty/words.ts';
import { type BandRow, bandRows } from './band-rows.ts';
import { type PlacedRowLabel, placeInRows, type RowLabel } from './label-rows.ts';
import type { Profile, ProfilePoint, ProfileStop } from './profile.ts';
import { stopNumber } from './svg-words.ts';

export const SIZE = 11;
const LEFT = 54;
const RIGHT = 12;
const LABEL_ROW = 14;
const MARK = 20;
const AXIS = 16;
export const LEVEL_HEIGHT = 16;
export const BAND_ROW = 24;
export const LEGEND_ROW = 13;
const LEAST_PLOT = 60;
const USUAL_PLOT = 150;
const MOST_BANDS = 8;
const NARROW = 500;

interface PassLabel extends RowLabel {
  readonly text: string;
  readonly point: ProfilePoint;
}
interface StopMark extends RowLabel {
  readonly number: string;
  readonly stop: ProfileStop;
}
interface StopLabel extends RowLabel {
  readonly text: string;
}

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  /** The plot of heights, from its top to its base. */
  readonly top: number;
  readonly base: number;
  readonly lowM: number;
  readonly highM: number;
  readonly stepM: number;
  readonly stepKm: number;
  readonly x: (km: number) => number;
  readonly y: (altitudeM: number) => number;
  readonly passes: readonly PlacedRowLabel<PassLabel>[];
  readonly marks: readonly PlacedRowLabel<StopMark>[];
  readonly names: readonly PlacedRowLabel<StopLabel>[];
  readonly marksTop: number;
  readonly namesTop: number;
  readonly levelsTop: number;
  readonly bandsTop: number;
  readonly bands: readonly BandRow[];
  /** What marks mean, and how many zones found no room. */
  readonly legend: readonly string[];
}

export function layOutProfile(profile: Profile, size: { readonly width: number; readonly height?: number }): Frame {
  const { width } = size;
  const left = LEFT;
  const right = width - RIGHT;
  const x = (km: number): number => left + (profile.lengthKm > 0 ? km / profile.lengthKm : 0) * (right - left);
  const across = { from: left, to: right, gap: 4 };
  const passes = placeInRows(passLabels(profile, x), { ...across, rows: 3, stems: true });
  // Every stop keeps its mark, however many rows that takes.
  const marks = placeInRows(stopMarks(profile, x), {
    from: left - 9,
    to: right + 9,
    gap: 4,
    rows: profile.stops.length,
  });
  const names = placeInRows(stopLabels(profile, x), { ...across, rows: width < NARROW ? 3 : 2 });
  const rowsOf = (placed: readonly { readonly row: number }[]): number =>
    Math.max(0, ...placed.map(({ row }) => row + 1));

  const top = 10 + rowsOf(passes) * LABEL_ROW;
  const marksHeight = AXIS + rowsOf(marks) * MARK;
  const namesHeight = rowsOf(names) * LABEL_ROW;
  const rows = bandRows(profile);
  const belowWith = (legend: readonly string[]): number =>
    marksHeight + namesHeight + LEVEL_HEIGHT + 6 + 9 + legend.length * LEGEND_ROW;
  // With room for the longest legend.
  const most = belowWith(legendLines(profile, rows, rows.length, width));
  const room = size.height === undefined ? MOST_BANDS : Math.floor((size.height - top - most - 100) / BAND_ROW);
  const shown = Math.min(rows.length, MOST_BANDS, Math.max(0, room));
  const legend = legendLines(profile, rows.slice(0, shown), rows.length - shown, width);
  const below = belowWith(legend);
  const height = size.height ?? top + USUAL_PLOT + below + shown * BAND_ROW;
  const base = Math.max(top + LEAST_PLOT, height - below - shown * BAND_ROW);
  const levelsTop = base + marksHeight + namesHeight + 2;

  const heights = profile.points.map(({ altitudeM }) => altitudeM);
  const [least, highest] = heights.length > 0 ? [Math.min(...heights), Math.max(...heights)] : [0, 1000];
  const stepM = [250, 500, 1000, 2000].find((step) => (highest - least) / step <= (base - top) / 26) ?? 4000;
  const lowM = Math.floor((least - stepM * 0.15) / stepM) * stepM;
  const highM = Math.max(lowM + stepM, Math.ceil(highest / stepM) * stepM);
  const y = (altitudeM: number): number => base - ((altitudeM - lowM) / (highM - lowM)) * (base - top);
  const stepKm = niceStep((profile.lengthKm * 80) / (right - left));

  return {
    ...{ width, height, left, right, top, base, lowM, highM, stepM, stepKm, x, y, passes, marks, names },
    ...{ marksTop: base + AXIS, namesTop: base + marksHeight, levelsTop, bandsTop: levelsTop + LEVEL_HEIGHT + 4 },
    bands: rows.slice(0, shown),
    legend,
  };
}

/** 1, 2 or 5 and noughts, at least as much as asked for. */
function niceStep(least: number): number {
  const ten = 10 ** Math.floor(Math.log10(Math.max(least, 1)));
  return [1, 2, 5, 10].map((factor) => factor * ten).find((step) => step >= least) ?? ten * 10;
}

const measure = (text: string): number => textWidth(text, SIZE);

/** The higher a pass, the more important its name; a way there and back names it twice. */
function passLabels({ points }: Profile, x: Frame['x']): PassLabel[] {
  return points
    .filter(({ kind }) => kind === 'pass')
    .map((point) => {
      const text = `${point.name} ${sayMetres(point.altitudeM)}`;
      return { text, point, x: x(point.km), width: measure(text), rank: -point.altitudeM };
    });
}

function stopMarks({ stops }: Profile, x: Frame['x']): StopMark[] {
  return stops.map((stop, at) => ({ stop, number: stopNumber(stop), x: x(stop.km), width: 16, rank: at }));
}

/** Where one sleeps first. */
function stopLabels({ stops }: Profile, x: Frame['x']): StopLabel[] {
  return stops.map((stop) => {
    const height = stop.altitudeM === null ? 'height not known' : sayMetres(stop.altitudeM);
    const text = `${stop.name} ${height}`;
    return { text, x: x(stop.km), width: measure(text), rank: stop.nights > 0 ? 0 : 1 };
  });
}

/** As far as the picture uses them. */
function legendLines({ stops }: Profile, shown: readonly BandRow[], leftOut: number, width: number): string[] {
  const inside = new Set(shown.flatMap(({ stretches }) => stretches.map((stretch) => stretch.inside)));
  const words = [
    'Heights are known at the marks; between them the road may be higher or lower.',
    stops.some(({ nights }) => nights > 0) ? 'Full circle: a night.' : '',
    inside.has('perhaps') ? 'Hatched: perhaps.' : '',
    inside.has('some') ? 'Thin: by some governments.' : '',
    leftOut > 0 ? `More areas, in the list: ${leftOut}.` : '',
  ]
    .join(' ')
    .split(' ')
    .filter(Boolean);
  const lines: string[] = [];
  for (const word of words) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length > 0 && textWidth(longer, SIZE - 1) <= width - 4) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
