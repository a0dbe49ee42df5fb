/** What to mind about a permit beyond its status: in words, for every report. */
import type { HeldPermit } from '../itinerary/itinerary.ts';
import { sayConflict } from '../knowledge/say-conflict.ts';
import type { Permit } from '../knowledge/schema/papers.ts';
import { type Gap, joinDays, sayDays } from './days.ts';
import type { EnteredDistrict } from './districts.ts';

interface Doubts {
  readonly permit: Permit;
  /** Today. */
  readonly asOf: string;
  /** Districts that the trip only may enter and that no paper is known to list. */
  readonly perhaps: readonly EnteredDistrict[];
  readonly gaps: readonly Gap[];
  /** Papers that are not yet in hand. */
  readonly awaited: readonly HeldPermit[];
  readonly areDaysKnown: boolean;
  /** How many travellers need the permit, where it is listed; 0 where it is not. */
  readonly travellers: number;
}

/** What may stop everybody comes first. */
export function warningsOf({ permit, asOf, perhaps, gaps, awaited, areDaysKnown, travellers }: Doubts): string[] {
  const names = perhaps.map(({ name }) => name);
  const open = joinDays(gaps.flatMap(({ sure, days }) => (sure || days === null ? [] : [days])));
  return [
    ...(permit.suspension ? [permit.suspension.warning] : []),
    ...awaited.map(({ applied }) => sayAwaited(`The ${permit.name}`, applied, asOf)),
    ...(areDaysKnown
      ? []
      : ['The days of the trip are not known, so they were not compared with the dates of the permit.']),
    ...(travellers > 1
      ? [
          `The permit in the file is taken to be held by each of the ${travellers} travellers who need it; that was not checked.`,
        ]
      : []),
    ...(names.length > 0
      ? [
          `The way may also touch ${names.join(', ')}: ask for ${names.length === 1 ? 'that district' : 'these districts'} too.`,
        ]
      : []),
    ...(open.length > 0
      ? [`The way may also need the permit ${open.map(sayDays).join(', ')}, when none in the file is good there.`]
      : []),
    ...permit.conflicts.map(sayConflict),
  ];
}

/** `name` starts the sentence. */
export function sayAwaited(name: string, applied: string | null, asOf: string): string {
  return applied !== null && applied > asOf
    ? `${name} is still to be applied for, on ${applied}.`
    : `${name} was applied for on ${applied}; as far as the file says it is not yet in hand.`;
}
