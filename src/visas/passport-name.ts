/** A passport in words, for findings: after “The”. */
import type { Traveller } from '../itinerary/itinerary.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';

/** `passport of Kenya (KE)`, `service passport of the United Kingdom (GB)`, `travel document of a stateless person`. */
export function namePassport(
  { nationality, passport: { kind } }: Pick<Traveller, 'nationality' | 'passport'>,
  { nationalities }: Pick<Knowledge, 'nationalities'>,
): string {
  if (nationality === 'stateless') return 'travel document of a stateless person';
  const name = nationalities[nationality] ?? nationality;
  // What is no code is the name itself.
  const code = /^[A-Z]{2}$/.test(nationality) && name !== nationality ? ` (${nationality})` : '';
  return `${kind === 'ordinary' ? '' : `${kind} `}passport of ${name}${code}`;
}
