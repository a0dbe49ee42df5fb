/** What the map cannot show, told beside it: nothing that is unknown may look as if it were not there. */
import type { Assessment } from '../assessment.ts';
import { legsOfBasis, stopsWithoutPlace } from '../drawing/not-drawn.ts';
import { highestLevel } from '../highest-level.ts';
import { sayLevel } from '../report/pretty/words.ts';

export function sceneNotes(assessment: Assessment): string[] {
  const advice = [...assessment.stops, ...assessment.legs].flatMap(({ advisories }) => advisories ?? []);
  const lost = stopsWithoutPlace(assessment);
  const [unknown, guessed] = [legsOfBasis('unknown', assessment), legsOfBasis('guess', assessment)];
  const everywhere = assessment.zones.flatMap(({ id, kind, name }) => {
    const level = kind === 'country' ? highestLevel(advice.filter(({ zone }) => zone === id)) : null;
    return level === null ? [] : [`${name} as a whole: level ${sayLevel(level)}, which is not shaded.`];
  });
  return [
    ...everywhere,
    ...(lost.length > 0 ? [`Not on the map, because the place is not known: ${lost.join(', ')}.`] : []),
    ...(unknown.length > 0 ? [`No way is drawn, because it is not known: ${unknown.join(', ')}.`] : []),
    ...(guessed.length > 0 ? [`A straight line stands for a way that is not known: ${guessed.join(', ')}.`] : []),
  ];
}
