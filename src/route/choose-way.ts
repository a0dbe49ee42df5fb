/** Which of the ways between two points a traveller means: an open road, and none through a third country. */
import { findWay, type Router, type Way, type WayOptions } from './find-way.ts';
import type { Section } from './network.ts';
import { openingOf } from './pace.ts';
import type { RoadPoint } from './snap.ts';

export interface Chosen {
  readonly way: Way;
  /** Roads that would have been quicker and are shut on the day. */
  readonly avoided: readonly Section[];
  /** Roads of countries that the way keeps out of. */
  readonly isAbroad: (section: Section) => boolean;
}

/**
 * Roads shut on the day are taken only where no other leads. So are roads of a country in which the way neither begins
 * nor ends: nobody means a loop over two border posts without naming one of them. Who names a place on a shut road as
 * one to go through means that road. Null when no road joins the two.
 */
export function chooseWay(
  router: Router,
  from: RoadPoint,
  to: RoadPoint,
  options: WayOptions,
  months: readonly number[] | null,
  through: readonly RoadPoint[],
): Chosen | null {
  const { sections, section: sectionOf } = router.network;
  const [here, there] = [countriesAt(router, from), countriesAt(router, to)];
  // From a border post one goes on into the country of the other end, not out of it again.
  const shared = here.filter((country) => there.includes(country));
  const homes = shared.length > 0 ? [shared, [...here, ...there]] : [[...here, ...there]];
  let isAbroad = (_: Section): boolean => false;
  let any: Way | null = null;
  for (const home of homes) {
    const isForeign = ({ country }: Section): boolean => !home.includes(country);
    any = findWay(router, from, to, { ...options, isBlocked: isForeign });
    if (any === null) continue;
    isAbroad = isForeign;
    break;
  }
  any ??= findWay(router, from, to, options);
  if (any === null) return null;

  const isShut = (section: Section): boolean => months !== null && openingOf(section, months) === 'closed';
  const shut = any.pieces.map(({ edge }) => sections[sectionOf[edge]]).filter(isShut);
  if (shut.length === 0) return { way: any, avoided: [], isAbroad };
  const isBlocked = (section: Section): boolean => isShut(section) || isAbroad(section);
  // A stop on a shut road is left along it, and the other shut roads are still kept out of.
  const own = new Set([from, to].map(({ edge }) => sections[sectionOf[edge]]));
  const isBlockedBeyond = (section: Section): boolean => isBlocked(section) && !own.has(section);
  const open = findWay(router, from, to, { ...options, isBlocked });
  const meant = through.some(({ edge }) => isShut(sections[sectionOf[edge]])) ? any : null;
  const way = open ?? meant ?? findWay(router, from, to, { ...options, isBlocked: isBlockedBeyond }) ?? any;
  const used = new Set(way.pieces.map(({ edge }) => sections[sectionOf[edge]]));
  return { way, avoided: shut.filter((section) => !used.has(section)), isAbroad };
}

/** A point this near to the end of an edge stands at it, km. */
const NEAR_KM = 0.01;

/** Of the roads that meet at a point: a border post is in two countries. */
function countriesAt({ network: { sections, section, from, to, km }, graph }: Router, point: RoadPoint): string[] {
  const own = sections[section[point.edge]].country;
  const node = point.km < NEAR_KM ? from[point.edge] : km[point.edge] - point.km < NEAR_KM ? to[point.edge] : null;
  if (node === null) return [own];
  const edges = graph.edges.subarray(graph.first[node], graph.first[node + 1]);
  return Array.from(edges, (edge) => sections[section[edge]].country);
}
