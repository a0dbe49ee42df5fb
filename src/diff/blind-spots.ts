/** What could be seen before and cannot be seen after: what is gone may only be hidden by it. */
import type { Assessment } from '../assessment.ts';
import type { Alignment } from './align.ts';
import type { Because, Difference, Reason } from './difference.ts';
import { effectOf } from './difference.ts';

/** Names of them. */
export function blindSpots(before: Assessment, after: Assessment, { nameBefore }: Alignment): string[] {
  const old = new Map([...before.stops, ...before.legs].map((one) => [nameBefore(one.id), one]));
  const names = new Map(after.stops.map(({ id, name }) => [id, name]));
  const stops = after.stops.filter(({ id, zones }) => {
    const was = old.get(id);
    return zones === null && !(was !== undefined && 'zones' in was && was.zones === null);
  });
  const legs = after.legs.filter(({ id, crossings }) => {
    const was = old.get(id);
    return crossings === null && !(was !== undefined && 'crossings' in was && was.crossings === null);
  });
  const strangers = ({ visas }: Assessment) => visas.filter(({ regime }) => regime === null).length;
  const isPartyLost = before.visas.length > 0 && (after.visas.length === 0 || strangers(after) > strangers(before));
  return [
    ...stops.map(({ name }) => name),
    ...legs.map(({ from, to }) => `the way from ${names.get(from) ?? from} to ${names.get(to) ?? to}`),
    ...(before.itinerary.end !== null && after.itinerary.end === null ? ['the days of the trip'] : []),
    ...(isPartyLost || (before.registration !== null && after.registration === null) ? ['who travels'] : []),
  ];
}

/** What is known now and was not is better whatever else is hidden. */
const lifts: readonly Reason[] = [
  'place-unknown', 'altitude-unknown', 'way-unknown', 'way-guessed', 'mode-unknown', 'dates-unknown', 'not-checked',
]; // biome-ignore format: a vocabulary

/** Unknown never counts as better. */
export function withDoubt(difference: Difference): Difference {
  const doubtful = ({ effect, reason }: Because) => effect === 'better' && !lifts.includes(reason);
  if (!difference.because.some(doubtful)) return difference;
  const because: Because[] = [
    ...difference.because.map((one): Because => (doubtful(one) ? { ...one, effect: 'changed' } : one)),
    { effect: 'changed', reason: 'perhaps-hidden' },
  ];
  return { ...difference, because, effect: effectOf(because) };
}
