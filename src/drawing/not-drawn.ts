/** What no map can show of a trip: nothing that is unknown may look as if it were not there. */
import type { AssessedLeg } from '../assessment/way.ts';
import type { Assessment } from '../assessment.ts';

type Way = Pick<Assessment, 'stops' | 'legs'>;

/** Told, not left blank, where the file gives none. */
const stopName = (id: string, { stops }: Pick<Way, 'stops'>): string =>
  stops.find((stop) => stop.id === id)?.name || 'a stop without a name';

/** Names of the stops whose place is not known. */
export const stopsWithoutPlace = ({ stops }: Pick<Way, 'stops'>): string[] =>
  stops.filter(({ lon }) => lon === null).map(({ id }) => stopName(id, { stops }));

/** `Khorog – Murghab` for each leg of one basis. */
export const legsOfBasis = (basis: AssessedLeg['basis'], { stops, legs }: Way): string[] =>
  legs.filter((leg) => leg.basis === basis).map((leg) => legName(leg, { stops }));

export const legName = ({ from, to }: AssessedLeg, way: Pick<Way, 'stops'>): string =>
  `${stopName(from, way)} – ${stopName(to, way)}`;
