/** A way over the network as a line, with what is known of the road under every part of it. */
import { shortDistanceKm } from '../geodesy/great-ellipse.ts';
import { measureLine, positionAtKm, vertexAtKm } from '../geodesy/measure.ts';
import type { Position } from '../itinerary/itinerary.ts';
import type { Vehicle } from '../knowledge/schema/roads.ts';
import type { Way } from './find-way.ts';
import { edgeLine, type RoadNetwork, type Section } from './network.ts';
import { speedOn } from './pace.ts';

/** Part of a leg on one section of road; kilometres from the start of the leg. */
export interface Stretch {
  readonly section: Section;
  readonly fromKm: number;
  readonly toKm: number;
  readonly hours: number;
  /** Travelled from the end of the section towards its start. */
  readonly backwards: boolean;
}

/** A place of the network that a leg passes. */
export interface Passed {
  readonly place: string;
  readonly km: number;
}

/** A line along roads. Its kilometres are those by road: published lengths, not those of the drawing. */
export interface RoadLine {
  readonly vertices: Position[];
  /** Kilometres by road to each vertex. */
  readonly km: number[];
  /** How far the true road may lie from each vertex, km. */
  readonly doubtKm: number[];
  readonly stretches: Stretch[];
  readonly passed: Passed[];
}

export const emptyLine = (): RoadLine => ({ vertices: [], km: [], doubtKm: [], stretches: [], passed: [] });

/** Adds a point straight from the last; on the same spot the greater doubt holds. */
export function addPoint({ vertices, km, doubtKm }: RoadLine, vertex: Position, doubt: number): void {
  const last = vertices.at(-1);
  if (last !== undefined && last[0] === vertex[0] && last[1] === vertex[1]) {
    doubtKm[doubtKm.length - 1] = Math.max(doubtKm.at(-1)!, doubt);
    return;
  }
  km.push(last === undefined ? 0 : km.at(-1)! + shortDistanceKm(last, vertex));
  vertices.push(vertex);
  doubtKm.push(doubt);
}

/** Adds a way to the end of a line. */
export function drawWay(network: RoadNetwork, way: Way, vehicle: Vehicle, line: RoadLine): void {
  for (const { edge, fromKm, toKm } of way.pieces) {
    const section = network.sections[network.section[edge]];
    const part = partOfEdge(network, edge, fromKm, toKm);
    addPoint(line, part.vertices[0], section.uncertaintyKm);
    const startKm = line.km.at(-1)!;
    for (let at = 1; at < part.vertices.length; at++) {
      line.vertices.push(part.vertices[at]);
      line.km.push(startKm + part.km[at]);
      line.doubtKm.push(section.uncertaintyKm);
    }
    const endKm = startKm + Math.abs(toKm - fromKm);
    const ends: [number, number][] = [
      [network.from[edge], fromKm < toKm ? -fromKm : fromKm],
      [network.to[edge], fromKm < toKm ? network.km[edge] - fromKm : fromKm - network.km[edge]],
    ];
    for (const [node, km] of ends.sort((a, b) => a[1] - b[1]))
      pass(line.passed, network.nodes[node], startKm + km, [startKm, endKm]);
    const hours = (endKm - startKm) / speedOn(section, vehicle);
    addStretch(line.stretches, { section, fromKm: startKm, toKm: endKm, hours, backwards: fromKm > toKm });
  }
}

/** A place at the end of an edge is passed when the piece goes as far as it. */
function pass(passed: Passed[], place: string, km: number, [fromKm, toKm]: readonly [number, number]): void {
  const slack = 1e-6;
  if (km < fromKm - slack || km > toKm + slack) return;
  if (passed.at(-1)?.place !== place) passed.push({ place, km: Math.min(toKm, Math.max(fromKm, km)) });
}

/** Kilometres that two pieces of one road may lie apart by rounding. */
const ROUNDING_KM = 1e-3;

/** One stretch for each section, but where the leg turns back on it, or leaves it for a place off the road. */
function addStretch(stretches: Stretch[], next: Stretch): void {
  const last = stretches.at(-1);
  const goesOn =
    last?.section.id === next.section.id && last.backwards === next.backwards && next.fromKm - last.toKm <= ROUNDING_KM;
  if (goesOn) stretches[stretches.length - 1] = { ...last, toKm: next.toKm, hours: last.hours + next.hours };
  else stretches.push(next);
}

/** From one kilometre of an edge to another, either way round; kilometres from the start of the part. */
function partOfEdge(network: RoadNetwork, edge: number, fromKm: number, toKm: number) {
  const whole = measureLine(edgeLine(network, edge));
  const drawnKm = whole.km.at(-1)!;
  // Road kilometres to drawn ones: in proportion.
  const scale = network.km[edge] === 0 ? 0 : drawnKm / network.km[edge];
  const [low, high] = [Math.min(fromKm, toKm) * scale, Math.max(fromKm, toKm) * scale];
  const vertices: Position[] = [positionAtKm(whole, low)];
  const km = [0];
  for (let at = vertexAtKm(whole, low); at < whole.km.length && whole.km[at] < high; at++) {
    if (whole.km[at] <= low) continue;
    vertices.push(whole.vertices[at]);
    km.push((whole.km[at] - low) / scale);
  }
  vertices.push(positionAtKm(whole, high));
  km.push(Math.abs(toKm - fromKm));
  if (fromKm > toKm) {
    vertices.reverse();
    km.reverse().forEach((value, at) => {
      km[at] = Math.abs(toKm - fromKm) - value;
    });
  }
  return { vertices, km };
}
