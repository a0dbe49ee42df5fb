/** Where the way enters an area, leaves one, or crosses a border. */
import type { DrawnTrip } from '../../drawing/drawn-trip.ts';
import { type WayEdge, wayEdges } from '../../drawing/way-edges.ts';
import { highestLevel } from '../../highest-level.ts';
import type { Position } from '../../itinerary/itinerary.ts';
import { countryZone } from '../../knowledge/country.ts';
import type { Level } from '../../knowledge/schema/parts.ts';
import { commonName, groupFamilies } from '../family.ts';
import { plainText, sayAdvice } from './words.ts';

export interface EdgePart {
  /** `leg-2-edge-1`. */
  readonly id: string;
  readonly leg: string;
  readonly direction: 'in' | 'out';
  /** Of the country, and not only of an area in it. */
  readonly isBorder: boolean;
  /** Kilometres from the start of the leg. */
  readonly km: number;
  readonly position: Position;
  readonly zones: readonly string[];
  readonly name: string;
  readonly level: Level | null;
  readonly lines: readonly string[];
}

/** Edges so close to each other are one point: each government may draw its own. */
const TOGETHER_KM = 0.5;

export function edgeParts({ assessment, knowledge }: DrawnTrip): EdgePart[] {
  const home = countryZone(knowledge.entry.country);
  return assessment.legs.flatMap((leg) => {
    const { id, advisories } = leg;
    return gather(wayEdges(leg, assessment.zones, home)).map((group, at): EdgePart => {
      const [{ direction, km, position, near }] = group;
      const zones = group.map(({ zone }) => zone);
      const ids = zones.map((zone) => zone.id);
      const said = (advisories ?? []).filter(({ zone }) => ids.includes(zone));
      const names = groupFamilies(zones).map((family) => commonName(family.map(({ name }) => name)));
      const name = plainText(`${direction === 'in' ? 'Into' : 'Out of'} ${names.join('; ')}`);
      const where = `Km ${Math.round(km)} of the leg${near === null ? '' : `, near ${near}`}.`;
      const guess = leg.basis === 'guess' ? ['The way is a guess, and so is this point.'] : [];
      const lines = [where, ...guess, ...(said.length > 0 ? sayAdvice(said, assessment) : [])].map(plainText);
      return {
        id: `${id}-edge-${at + 1}`,
        leg: id,
        direction,
        isBorder: ids.includes(home),
        km,
        position,
        zones: ids,
        name,
        level: highestLevel(said),
        lines,
      };
    });
  });
}

/** In the order of the way. */
function gather(edges: readonly WayEdge[]): WayEdge[][] {
  const groups: WayEdge[][] = [];
  for (const edge of edges) {
    const group = groups.find(([first]) => first.direction === edge.direction && edge.km - first.km <= TOGETHER_KM);
    if (group) group.push(edge);
    else groups.push([edge]);
  }
  return groups;
}
