/** The way of the trip on the map, cut where the advice changes. */
import type { AssessedLeg } from '../assessment/way.ts';
import { cutLine } from '../drawing/cut-line.ts';
import type { DrawnTrip } from '../drawing/drawn-trip.ts';
import { levelStretches } from '../drawing/level-stretches.ts';
import { legName } from '../drawing/not-drawn.ts';
import { sayAdvice } from '../report/export/words.ts';
import { sayLevel } from '../report/pretty/words.ts';
import { linePath } from './path-data.ts';
import type { Projection } from './projection.ts';
import type { SceneRoute } from './scene.ts';

export function sceneRoute({ assessment, lines }: DrawnTrip, { toUnits }: Projection): SceneRoute[] {
  return assessment.legs.flatMap((leg): SceneRoute[] => {
    const line = lines.find((own) => own.leg === leg.id)?.line;
    if (line === undefined || line.vertices.length < 2) return [];
    const name = legName(leg, assessment);
    return levelStretches(leg).flatMap(({ fromKm, toKm, level, perhaps, advisories }): SceneRoute[] => {
      const part = cutLine(line, fromKm, toKm);
      const told = level === null ? 'no level known' : `level ${sayLevel(level)}`;
      const doubt = perhaps === null ? '' : `, perhaps ${sayLevel(perhaps)}`;
      return [
        {
          ...{ leg: leg.id, basis: leg.basis, level, perhaps },
          title: `${name}, km ${Math.round(fromKm)} to ${Math.round(toKm)}: ${told}${doubt}`,
          details: [...sayBasis(leg), ...(perhaps === null ? [] : [NEAR_EDGE]), ...sayAdvice(advisories, assessment)],
          path: linePath(part.map(toUnits)),
        },
      ];
    });
  });
}

const NEAR_EDGE = 'An area of a higher level begins so near that the true way may lie in it.';

const bases: Readonly<Record<AssessedLeg['basis'], string | null>> = {
  road: null,
  track: 'Along your own track.',
  flight: 'By air.',
  guess: 'The way is not known: a straight line stands for it.',
  unknown: 'The way is not known.',
};

function sayBasis({ basis, corridorKm }: AssessedLeg): string[] {
  const guessed = basis === 'road' && corridorKm !== null && corridorKm > 0 ? 'Part of this way is a guess.' : null;
  return [bases[basis] ?? guessed].filter((line) => line !== null);
}
