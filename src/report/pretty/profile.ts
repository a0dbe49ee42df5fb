/**
 * A small picture of the route: heights, the stops by number, and the level of the advice as figures. What it shows
 * is told in words below and above it; it helps the eye.
 */
import { type BandRow, bandRows } from '../../profile/band-rows.ts';
import { placeInRows } from '../../profile/label-rows.ts';
import { makeProfile, type Profile } from '../../profile/profile.ts';
import { stopNumber } from '../../profile/svg-words.ts';
import { textWidth } from '../../terminal/width.ts';
import { wrap } from '../../terminal/wrap.ts';
import { shortName } from '../family.ts';
import type { Page } from './page.ts';
import { writeSection } from './page.ts';
import { type Column, columnAt, cutColumns } from './profile-columns.ts';
import { paintLevel, sayKm, sayMetres } from './words.ts';

/** On a narrower page the columns would stand for too much. */
const LEAST_WIDTH = 72;
const LABEL = 10;
const ROWS = 4;

/** Signs from empty to full. */
const blocks = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
const plain = [' ', '.', ':', '#'];
const bars = { all: '━', some: '─', perhaps: '?' } as const;
const plainBars = { all: '=', some: '-', perhaps: '?' } as const;

export function writeProfile(page: Page): string[] {
  const { assessment, knowledge, width } = page;
  if (knowledge === undefined || width < LEAST_WIDTH) return [];
  const profile = makeProfile({ assessment, knowledge });
  if (!profile.points.some(({ joined }) => joined)) return [];
  const columns = cutColumns(profile, width - LABEL);
  return writeSection(page, `The way at a glance, ${sayKm(profile.lengthKm)}`, [
    ...drawHeights(page, profile, columns),
    ...drawStops(profile, columns.length),
    drawLevels(page, columns),
    ...drawZones(page, profile, columns),
    ...wrap(nameStops(profile), width, 2, 4),
    ...wrap(sayLimits(profile, columns), width, 2, 4),
  ]);
}

const row = (label: string, text: string): string => `  ${label.padStart(LABEL - 3)} ${text}`.trimEnd();

function drawHeights(page: Page, { points }: Profile, columns: readonly Column[]): string[] {
  const heights = points.map(({ altitudeM }) => altitudeM);
  const highM = Math.max(...heights);
  const lowM = Math.floor((Math.min(...heights) - 1) / 500) * 500;
  const signs = page.ascii ? plain : blocks;
  const full = signs.length - 1;
  return Array.from({ length: ROWS }, (_, at) => {
    const below = (ROWS - 1 - at) * full;
    const label = at === 0 ? sayMetres(highM) : at === ROWS - 1 ? sayMetres(lowM) : '';
    const text = paintRuns(page, columns, ({ heightM }) => {
      if (heightM === null) return at === ROWS - 1 ? '?' : ' ';
      // The lowest place is still more than nothing.
      const filled = Math.max(1, Math.round(((heightM - lowM) / (highM - lowM)) * ROWS * full));
      return signs[Math.min(full, Math.max(0, filled - below))];
    });
    return row(label, text);
  });
}

function drawLevels(page: Page, columns: readonly Column[]): string {
  // A column in doubt shows its level and the doubt by turns.
  const sign = ({ level, doubtful }: Column, at: number): string =>
    doubtful && (level === null || at % 2 === 1) ? '?' : String(level ?? '-');
  return row('Level', paintRuns(page, columns, sign));
}

/** Columns of one level in one colour. */
function paintRuns(page: Page, columns: readonly Column[], sign: (column: Column, at: number) => string): string {
  let painted = '';
  for (let at = 0; at < columns.length; ) {
    const { level } = columns[at];
    let text = '';
    for (; at < columns.length && columns[at].level === level; at++) text += sign(columns[at], at);
    painted += paintLevel(page.chalk, level, text);
  }
  return painted;
}

function drawStops(profile: Profile, amount: number): string[] {
  const labels = profile.stops.flatMap((stop) => {
    const text = stopNumber(stop);
    const x = columnAt(stop.km, profile, amount) + text.length / 2;
    return text === '' ? [] : [{ text, x, width: text.length, rank: stop.nights > 0 ? 0 : 1 }];
  });
  const placed = placeInRows(labels, { from: 0, to: amount, rows: 2, gap: 1 });
  const lines: string[] = [];
  for (const { label, left, row: at } of placed.toSorted((a, b) => a.left - b.left)) {
    lines[at] = `${(lines[at] ?? '').padEnd(left)}${label.text}`;
  }
  return lines.map((line, at) => row(at === 0 ? 'Stop' : '', line));
}

/** The zone of the highest level, and reported danger or else the next zone; a bar without its name says nothing. */
function drawZones(page: Page, profile: Profile, columns: readonly Column[]): string[] {
  const rows = bandRows(profile);
  const [first, second] = rows.filter(({ level }) => level !== null);
  const danger = rows.find(
    ({ kind, stretches }) => kind === 'hazard' && stretches.some(({ inside }) => inside === 'all'),
  );
  return [first, danger ?? second].flatMap((zone) => (zone ? (drawZone(page, zone, columns) ?? []) : []));
}

function drawZone(page: Page, { name, stretches, level }: BandRow, columns: readonly Column[]): string | null {
  const marks = page.ascii ? plainBars : bars;
  const bar = columns.map(({ fromKm, toKm }) => {
    const here = stretches.filter((stretch) => stretch.fromKm < toKm && stretch.toKm > fromKm);
    const inside = (['all', 'some', 'perhaps'] as const).find((how) => here.some((stretch) => stretch.inside === how));
    return inside === undefined ? ' ' : marks[inside];
  });
  const short = shortName(name);
  const text = nameBar(bar.join(''), ` ${short} `) ?? nameBar(bar.join(''), ` ${short.replace(/ area$/, '')} `);
  return text === null ? null : row('', paintLevel(page.chalk, level, text.trimEnd()));
}

/** The name in the longest part of the bar that holds it, else in the gap nearest to it; null: there is no room. */
function nameBar(bar: string, name: string): string | null {
  const width = textWidth(name);
  // Signs of one bar are one column wide each; the name may not be.
  const runs = [...bar.matchAll(/[^ ]+/g)].sort((a, b) => b[0].length - a[0].length);
  if (runs.length > 0 && runs[0][0].length >= width + 4) {
    const at = runs[0].index + 2;
    return bar.slice(0, at) + name + bar.slice(at + width);
  }
  const gaps = [...bar.matchAll(/ +/g)].filter(([gap]) => gap.length >= width);
  if (gaps.length === 0) return null;
  const gap = gaps.toSorted((a, b) => nearest(runs, a) - nearest(runs, b))[0];
  // A gap before the bar takes the name at its end, one after it at its start.
  const before = runs.some(({ index }) => index >= gap.index);
  const at = before && gap.index === 0 ? gap.index + gap[0].length - width : gap.index;
  return bar.slice(0, at) + name + bar.slice(at + width);
}

/** Columns between a gap and the longest part of the bar. */
function nearest(runs: readonly RegExpExecArray[], gap: RegExpExecArray): number {
  const [longest] = runs;
  return Math.min(
    Math.abs(gap.index + gap[0].length - longest.index),
    Math.abs(gap.index - longest.index - longest[0].length),
  );
}

/** `1 Dushanbe, 2 Kalai-Khumb` */
function nameStops({ stops }: Profile): string {
  return stops
    .filter((stop) => stopNumber(stop) !== '')
    .map((stop) => `${stopNumber(stop)} ${stop.name}`)
    .join(', ');
}

function sayLimits({ points }: Profile, columns: readonly Column[]): string {
  const heights = `Heights are known at ${points.length} places; between them the road may go higher.`;
  const doubtful = columns.some((column) => column.doubtful || column.heightM === null);
  return `${heights}${doubtful ? ' A question mark: more may hold, or nothing is known.' : ''}`;
}
