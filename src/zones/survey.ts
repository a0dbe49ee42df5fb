/** Zones asked of places and ways; what was asked lately is kept, for the files of a run lead along the same roads. */
import type { Position } from '../itinerary/itinerary.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { perObject, perText } from '../remember.ts';
import type { Leg } from '../route/leg.ts';
import { exposeLine, type LineExposure } from './expose-line.ts';
import { exposePoint, nearZones, type PointExposure } from './expose-point.ts';
import type { OwnLayer, ZoneLayer } from './layer.ts';

interface PointSurvey {
  readonly exposure: PointExposure;
  /** Zones that do not hold the point, for all we know. */
  readonly near: PointExposure['zones'];
}

export interface Survey {
  readonly layers: readonly ZoneLayer[];
  readonly atPoint: (position: Position, uncertaintyKm: number) => PointSurvey;
  readonly alongLine: (leg: Leg) => LineExposure;
}

export const noZones: readonly OwnLayer[] = [];

/** Of the packaged zones and some of the reader's own. */
export function surveyOf(knowledge: Knowledge, own: readonly OwnLayer[]): Survey {
  return surveys(knowledge, () => perObject<Survey>())(own, () => survey(knowledge, own));
}

const surveys = perObject<(own: object, make: () => Survey) => Survey>();

/** Points to keep. */
const POINTS = 1000;

function survey({ index, zones, borders }: Knowledge, own: readonly OwnLayer[]): Survey {
  const layers = [{ index, zones }, ...own];
  const points = perText<PointSurvey>(POINTS);
  const lines = perObject<LineExposure>();
  return {
    layers,
    atPoint: (position, uncertaintyKm) =>
      points(`${position} ${uncertaintyKm}`, () => {
        const exposure = exposePoint(layers, borders, position);
        const inside = new Set(exposure.zones.map(({ id }) => id));
        return { exposure, near: nearZones(layers, position, uncertaintyKm, inside) };
      }),
    // A road that is kept is one object with its line and the places that it goes through.
    alongLine: (leg) => lines(leg.road ?? leg, () => exposeLine(layers, leg)),
  };
}
