/**
 * Where a line enters and leaves zones. The set of zones is carried along the line and flips at each edge it
 * crosses; only where the line touches a corner, runs along an edge or ends on one are the pieces looked up
 * one by one at their middle.
 */
import { compareText } from '../compare.ts';
import { latticeDistance, orient, toDegrees, toLattice } from '../geodesy/lattice.ts';
import { locate } from './locate.ts';
import { forEachCell } from './walk-cells.ts';
import { cellAt, hasShape, type ZoneIndex } from './zone-index.ts';

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
  for (let shape = 0; shape < walk.open.length; shape++) if (walk.open[shape]) close(walk, shape, metres, px, py);
  return { crossings: walk.runs.flatMap((run) => describe(index, run)).sort(byEntry), lengthKm: metres / 1000 };
}

/** Metres and lattice points of one stretch. */
interface Run {
  shape: number;
  from: number;
  to: number;
  fromX: number;
  fromY: number;
  toX: number;
  toY: number;
}

/** An edge met by a step: at which share of the step, and whether it was more than a clean crossing. */
interface Meeting {
  shape: number;
  at: number;
  clean: boolean;
  /** For an edge on the step's own line: the share where it ends. */
  until: number;
}

interface Walk {
  readonly index: ZoneIndex;
  readonly runs: Run[];
  /** The open run of each shape that holds the walker. */
  readonly open: (Run | undefined)[];
  readonly last: (Run | undefined)[];
  /** Edges that this step has looked at, where it passes several cells: an edge may lie in more than one. */
  readonly seen: Set<number>;
  /** Edges that the present step meets. */
  readonly meetings: Meeting[];
  readonly set: Uint32Array;
}

function startWalk(index: ZoneIndex): Walk {
  const shapes = index.shapeStart.length - 1;
  return {
    index,
    runs: [],
    open: Array(shapes),
    last: Array(shapes),
    seen: new Set(),
    meetings: [],
    set: new Uint32Array(index.words),
  };
}

function begin(walk: Walk, x: number, y: number): void {
  locate(walk.index, x, y, walk.set);
  for (let shape = 0; shape < walk.open.length; shape++) if (hasShape(walk.set, shape)) open(walk, shape, 0, x, y);
}

function open(walk: Walk, shape: number, metres: number, x: number, y: number): void {
  const last = walk.last[shape];
  if (last && last.to === metres) {
    walk.open[shape] = last;
    return;
  }
  const run: Run = { shape, from: metres, to: metres, fromX: x, fromY: y, toX: x, toY: y };
  walk.runs.push(run);
  walk.open[shape] = run;
}

function close(walk: Walk, shape: number, metres: number, x: number, y: number): void {
  const run = walk.open[shape]!;
  run.to = metres;
  run.toX = x;
  run.toY = y;
  walk.last[shape] = run;
  walk.open[shape] = undefined;
}

function step(walk: Walk, px: number, py: number, qx: number, qy: number, from: number, length: number): void {
  const { meetings } = walk;
  meetings.length = 0;
  const cell = cellAt(walk.index, px, py);
  if (cell >= 0 && cell === cellAt(walk.index, qx, qy)) meetEdges(walk, cell, true, px, py, qx, qy);
  else {
    walk.seen.clear();
    forEachCell(walk.index, px, py, qx, qy, (passed) => meetEdges(walk, passed, false, px, py, qx, qy));
  }
  if (meetings.length === 0) return;
  meetings.sort((a, b) => a.at - b.at);
  const at = (share: number): [number, number, number] => [
    from + share * length,
    px + share * (qx - px),
    py + share * (qy - py),
  ];
  const unclean = new Set(meetings.filter((meeting) => !meeting.clean).map((meeting) => meeting.shape));
  for (const meeting of meetings) {
    if (unclean.has(meeting.shape)) continue;
    if (walk.open[meeting.shape]) close(walk, meeting.shape, ...at(meeting.at));
    else open(walk, meeting.shape, ...at(meeting.at));
  }
  for (const shape of unclean) {
    const own = meetings.filter((meeting) => meeting.shape === shape);
    settlePieces(walk, shape, own, at);
  }
}

/** Cuts a step at every meeting with the shape and looks each piece up at its middle. */
function settlePieces(
  walk: Walk,
  shape: number,
  own: Meeting[],
  at: (share: number) => [number, number, number],
): void {
  const cuts = [...new Set([0, ...own.flatMap((meeting) => [meeting.at, meeting.until]), 1])].sort((a, b) => a - b);
  const along = own.filter((meeting) => meeting.until > meeting.at);
  for (let piece = 1; piece < cuts.length; piece++) {
    const middle = (cuts[piece - 1] + cuts[piece]) / 2;
    const [, x, y] = at(middle);
    locate(walk.index, Math.round(x), Math.round(y), walk.set);
    const inside = hasShape(walk.set, shape) || along.some((edge) => edge.at <= middle && middle <= edge.until);
    const here = at(cuts[piece - 1]);
    if (inside && !walk.open[shape]) open(walk, shape, ...here);
    else if (!inside) {
      const touches = own.some((meeting) => meeting.at === cuts[piece - 1]);
      if (!walk.open[shape] && touches) open(walk, shape, ...here);
      if (walk.open[shape]) close(walk, shape, ...here);
    }
  }
  if (!walk.open[shape] && own.some((meeting) => meeting.until === 1)) {
    open(walk, shape, ...at(1));
    close(walk, shape, ...at(1));
  }
}

function meetEdges(walk: Walk, cell: number, single: boolean, px: number, py: number, qx: number, qy: number): void {
  const { meetings } = walk;
  const { cellStart, cellEdges, vertices, edgeShape } = walk.index;
  const minX = Math.min(px, qx);
  const maxX = Math.max(px, qx);
  const minY = Math.min(py, qy);
  const maxY = Math.max(py, qy);
  for (let slot = cellStart[cell]; slot < cellStart[cell + 1]; slot++) {
    const edge = cellEdges[slot];
    const ax = vertices[2 * edge];
    const bx = vertices[2 * edge + 2];
    if ((ax < minX && bx < minX) || (ax > maxX && bx > maxX)) continue;
    const ay = vertices[2 * edge + 1];
    const by = vertices[2 * edge + 3];
    if ((ay < minY && by < minY) || (ay > maxY && by > maxY)) continue;
    if (!single) {
      if (walk.seen.has(edge)) continue;
      walk.seen.add(edge);
    }
    const sideP = orient(ax, ay, bx, by, px, py);
    const sideQ = orient(ax, ay, bx, by, qx, qy);
    if ((sideP > 0 && sideQ > 0) || (sideP < 0 && sideQ < 0)) continue;
    const sideA = orient(px, py, qx, qy, ax, ay);
    const sideB = orient(px, py, qx, qy, bx, by);
    if ((sideA > 0 && sideB > 0) || (sideA < 0 && sideB < 0)) continue;
    const shape = edgeShape[edge];
    if (sideP === 0 && sideQ === 0) {
      const share = (x: number, y: number) =>
        Math.abs(qx - px) > Math.abs(qy - py) ? (x - px) / (qx - px) : (y - py) / (qy - py);
      const ends = [share(ax, ay), share(bx, by)].sort((a, b) => a - b);
      const start = Math.max(0, ends[0]);
      const until = Math.min(1, ends[1]);
      if (start <= until) meetings.push({ shape, at: start, until, clean: false });
    } else {
      const at = sideP / (sideP - sideQ);
      const clean = sideP !== 0 && sideQ !== 0 && sideA !== 0 && sideB !== 0;
      meetings.push({ shape, at, until: at, clean });
    }
  }
}

function zonesOfShape(index: ZoneIndex, shape: number): string[] {
  const zones: string[] = [];
  for (let zone = 0; zone < index.ids.length; zone++) if (index.shapes[zone] === shape) zones.push(index.ids[zone]);
  return zones;
}

/** The run as a crossing of every zone that has the shape. */
function describe(index: ZoneIndex, run: Run): Crossing[] {
  const crossing = {
    entryKm: run.from / 1000,
    exitKm: run.to / 1000,
    insideKm: (run.to - run.from) / 1000,
    entry: [toDegrees(run.fromX), toDegrees(run.fromY)] as [number, number],
    exit: [toDegrees(run.toX), toDegrees(run.toY)] as [number, number],
  } satisfies Omit<Crossing, 'zone'>;
  return zonesOfShape(index, run.shape).map((zone) => ({ zone, ...crossing }));
}

function byEntry(a: Crossing, b: Crossing): number {
  return a.entryKm - b.entryKm || compareText(a.zone, b.zone);
}
