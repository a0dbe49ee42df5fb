/**
 * Where a line enters and leaves zones. The set of zones is carried along the line and flips at each edge it
 * crosses; only where the line touches a corner, runs along an edge or ends on one are the pieces looked up
 * one by one at their middle.
 */
import { latticeDistance, orient, toDegrees, toLattice } from '../geodesy/lattice.ts';
import { locate } from './locate.ts';
import { hasZone, type ZoneIndex } from './zone-index.ts';

/** One stretch of a line inside one zone. A touch in a single point has `entryKm === exitKm`. */
export interface Crossing {
  readonly zone: string;
  readonly entryKm: number;
  readonly exitKm: number;
  readonly insideKm: number;
  /** `[lon, lat]` */
  readonly entry: [number, number];
  readonly exit: [number, number];
}

/** A line's crossings in the order of entry, and its length in km. Vertices `[lon, lat]`, at most some km apart. */
export function crossLine(index: ZoneIndex, line: readonly (readonly number[])[]) {
  const walk = startWalk(index);
  let metres = 0;
  let px = 0;
  let py = 0;
  line.forEach((vertex, at) => {
    const x = toLattice(vertex[0]);
    const y = toLattice(vertex[1]);
    if (at === 0) begin(walk, x, y);
    else {
      const length = latticeDistance(px, py, x, y);
      if (length > 0) step(walk, px, py, x, y, metres, length);
      metres += length;
    }
    px = x;
    py = y;
  });
  for (let zone = 0; zone < index.ids.length; zone++) if (walk.open[zone]) close(walk, zone, metres, px, py);
  return { crossings: walk.runs.map((run) => describe(index, run)).sort(byEntry), lengthKm: metres / 1000 };
}

/** Metres and lattice points of one stretch. */
interface Run {
  zone: number;
  from: number;
  to: number;
  fromX: number;
  fromY: number;
  toX: number;
  toY: number;
}

/** An edge met by a step: at which share of the step, and whether it was more than a clean crossing. */
interface Meeting {
  zone: number;
  at: number;
  clean: boolean;
  /** For an edge on the step's own line: the share where it ends. */
  until: number;
}

interface Walk {
  readonly index: ZoneIndex;
  readonly runs: Run[];
  /** The open run of each zone that holds the walker. */
  readonly open: (Run | undefined)[];
  readonly last: (Run | undefined)[];
  /** Step in which an edge was last looked at: a long edge lies in many cells. */
  readonly seen: Uint32Array;
  steps: number;
  readonly set: Uint32Array;
}

function startWalk(index: ZoneIndex): Walk {
  const zones = index.ids.length;
  return {
    index,
    runs: [],
    open: Array(zones),
    last: Array(zones),
    seen: new Uint32Array(index.edgeZone.length),
    steps: 0,
    set: new Uint32Array(index.words),
  };
}

function begin(walk: Walk, x: number, y: number): void {
  locate(walk.index, x, y, walk.set);
  for (let zone = 0; zone < walk.index.ids.length; zone++) if (hasZone(walk.set, zone)) open(walk, zone, 0, x, y);
}

function open(walk: Walk, zone: number, metres: number, x: number, y: number): void {
  const last = walk.last[zone];
  if (last && last.to === metres) {
    walk.open[zone] = last;
    return;
  }
  const run: Run = { zone, from: metres, to: metres, fromX: x, fromY: y, toX: x, toY: y };
  walk.runs.push(run);
  walk.open[zone] = run;
}

function close(walk: Walk, zone: number, metres: number, x: number, y: number): void {
  const run = walk.open[zone]!;
  run.to = metres;
  run.toX = x;
  run.toY = y;
  walk.last[zone] = run;
  walk.open[zone] = undefined;
}

function step(walk: Walk, px: number, py: number, qx: number, qy: number, from: number, length: number): void {
  walk.steps++;
  const meetings: Meeting[] = [];
  forEachCell(walk.index, px, py, qx, qy, (cell) => meetEdges(walk, cell, px, py, qx, qy, meetings));
  if (meetings.length === 0) return;
  meetings.sort((a, b) => a.at - b.at);
  const at = (share: number): [number, number, number] => [
    from + share * length,
    px + share * (qx - px),
    py + share * (qy - py),
  ];
  const unclean = new Set(meetings.filter((meeting) => !meeting.clean).map((meeting) => meeting.zone));
  for (const meeting of meetings) {
    if (unclean.has(meeting.zone)) continue;
    if (walk.open[meeting.zone]) close(walk, meeting.zone, ...at(meeting.at));
    else open(walk, meeting.zone, ...at(meeting.at));
  }
  for (const zone of unclean) {
    const own = meetings.filter((meeting) => meeting.zone === zone);
    settlePieces(walk, zone, own, at);
  }
}

/** Cuts a step at every meeting with the zone and looks each piece up at its middle. */
function settlePieces(walk: Walk, zone: number, own: Meeting[], at: (share: number) => [number, number, number]): void {
  const cuts = [...new Set([0, ...own.flatMap((meeting) => [meeting.at, meeting.until]), 1])].sort((a, b) => a - b);
  const along = own.filter((meeting) => meeting.until > meeting.at);
  for (let piece = 1; piece < cuts.length; piece++) {
    const middle = (cuts[piece - 1] + cuts[piece]) / 2;
    const [, x, y] = at(middle);
    locate(walk.index, Math.round(x), Math.round(y), walk.set);
    const inside = hasZone(walk.set, zone) || along.some((edge) => edge.at <= middle && middle <= edge.until);
    const here = at(cuts[piece - 1]);
    if (inside && !walk.open[zone]) open(walk, zone, ...here);
    else if (!inside) {
      const touches = own.some((meeting) => meeting.at === cuts[piece - 1]);
      if (!walk.open[zone] && touches) open(walk, zone, ...here);
      if (walk.open[zone]) close(walk, zone, ...here);
    }
  }
  if (!walk.open[zone] && own.some((meeting) => meeting.until === 1)) {
    open(walk, zone, ...at(1));
    close(walk, zone, ...at(1));
  }
}

function meetEdges(
  walk: Walk,
  cell: number,
  px: number,
  py: number,
  qx: number,
  qy: number,
  meetings: Meeting[],
): void {
  const { cellStart, cellEdges, vertices, edgeZone } = walk.index;
  const minX = Math.min(px, qx);
  const maxX = Math.max(px, qx);
  const minY = Math.min(py, qy);
  const maxY = Math.max(py, qy);
  for (let slot = cellStart[cell]; slot < cellStart[cell + 1]; slot++) {
    const edge = cellEdges[slot];
    if (walk.seen[edge] === walk.steps) continue;
    walk.seen[edge] = walk.steps;
    const ax = vertices[2 * edge];
    const ay = vertices[2 * edge + 1];
    const bx = vertices[2 * edge + 2];
    const by = vertices[2 * edge + 3];
    if ((ax < minX && bx < minX) || (ax > maxX && bx > maxX)) continue;
    if ((ay < minY && by < minY) || (ay > maxY && by > maxY)) continue;
    const sideP = orient(ax, ay, bx, by, px, py);
    const sideQ = orient(ax, ay, bx, by, qx, qy);
    if ((sideP > 0 && sideQ > 0) || (sideP < 0 && sideQ < 0)) continue;
    const sideA = orient(px, py, qx, qy, ax, ay);
    const sideB = orient(px, py, qx, qy, bx, by);
    if ((sideA > 0 && sideB > 0) || (sideA < 0 && sideB < 0)) continue;
    const zone = edgeZone[edge];
    if (sideP === 0 && sideQ === 0) {
      const share = (x: number, y: number) =>
        Math.abs(qx - px) > Math.abs(qy - py) ? (x - px) / (qx - px) : (y - py) / (qy - py);
      const ends = [share(ax, ay), share(bx, by)].sort((a, b) => a - b);
      const start = Math.max(0, ends[0]);
      const until = Math.min(1, ends[1]);
      if (start <= until) meetings.push({ zone, at: start, until, clean: false });
    } else {
      const at = sideP / (sideP - sideQ);
      const clean = sideP !== 0 && sideQ !== 0 && sideA !== 0 && sideB !== 0;
      meetings.push({ zone, at, until: at, clean });
    }
  }
}

/** The grid cells that a step passes, in order; cells off the grid are left out. */
function forEachCell(
  index: ZoneIndex,
  px: number,
  py: number,
  qx: number,
  qy: number,
  visit: (cell: number) => void,
): void {
  const { x0, y0, cellX, cellY, side, cellStart } = index;
  let column = Math.floor((px - x0) / cellX);
  let row = Math.floor((py - y0) / cellY);
  const lastColumn = Math.floor((qx - x0) / cellX);
  const lastRow = Math.floor((qy - y0) / cellY);
  const dx = qx - px;
  const dy = qy - py;
  const right = dx > 0 ? 1 : -1;
  const up = dy > 0 ? 1 : -1;
  for (;;) {
    if (column >= 0 && row >= 0 && column < side && row < side) {
      const cell = row * side + column;
      if (cellStart[cell] !== cellStart[cell + 1]) visit(cell);
    }
    if (column === lastColumn && row === lastRow) return;
    const nextX = x0 + (column + (right > 0 ? 1 : 0)) * cellX;
    const nextY = y0 + (row + (up > 0 ? 1 : 0)) * cellY;
    const toX = column === lastColumn ? Infinity : (nextX - px) / dx;
    const toY = row === lastRow ? Infinity : (nextY - py) / dy;
    if (toX <= toY) column += right;
    else row += up;
  }
}

function describe(index: ZoneIndex, run: Run): Crossing {
  return {
    zone: index.ids[run.zone],
    entryKm: run.from / 1000,
    exitKm: run.to / 1000,
    insideKm: (run.to - run.from) / 1000,
    entry: [toDegrees(run.fromX), toDegrees(run.fromY)],
    exit: [toDegrees(run.toX), toDegrees(run.toY)],
  };
}

function byEntry(a: Crossing, b: Crossing): number {
  return a.entryKm - b.entryKm || a.zone.localeCompare(b.zone);
}
