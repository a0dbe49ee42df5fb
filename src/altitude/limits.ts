/** The figures by which nights are judged, each with where it was read. */
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { AltitudeRule } from '../knowledge/schema/dangers.ts';

export type AltitudeLimits = Readonly<Record<AltitudeRule['what'], AltitudeRule>>;

/** Every figure is there: the tests of the data see to that. */
export function limitsOf({ altitude }: Pick<Knowledge, 'altitude'>): AltitudeLimits {
  return Object.fromEntries(altitude.map((rule) => [rule.what, rule])) as Record<AltitudeRule['what'], AltitudeRule>;
}

/** The highest bed that the limits allow after a night, or a day's start, at `metres`. */
export function highestBedFrom(metres: number, limits: AltitudeLimits): number {
  const first = limits['sleep-first-day'].metres;
  if (metres < limits['low-below'].metres) return first;
  const next = metres + limits['gain-per-night'].metres;
  return metres <= limits['gain-above'].metres ? Math.max(first, next) : next;
}
