/** A name for a finding that outlives every edit which leaves alone what the finding is about. */
import type { Finding } from '../finding.ts';
import { fold64 } from '../fold.ts';
import type { Itinerary } from '../itinerary/itinerary.ts';
import { identify } from './identify.ts';

/** What tells two findings of one rule on one subject apart. Never a day, a line or a distance. */
const telling = [
  'advisory', 'level', 'high', 'low', 'permit', 'district', 'districts', 'place', 'written', 'country', 'url', 'key',
  'value', 'ids', 'roads', 'services', 'path', 'rules',
] as const; // biome-ignore format: a vocabulary reads best as lines of words

/** Told once for the trip, at the first stop or leg that meets it: another stop there is no other finding. */
const toldOnce = /^TJ(30[236]|40[124589]|43[123]|507|601)$/;

/**
 * Rule, subject, zone, authority and what else tells it apart, folded to 64 bits; not the file, nor the place in it,
 * nor the number of the stop. Findings that are alike in all of this share it.
 */
export function fingerprint(finding: Finding, itinerary: Itinerary | null): string {
  const { rule, subject, zone, authority, args } = finding;
  const isOnce = toldOnce.test(rule) && isOfTheWay(subject);
  // Several zones may ask for one permit.
  const area = isOnce && args.permit ? '' : (zone ?? '');
  const detail = telling.map((key) => {
    const value = args[key] ?? '';
    return Array.isArray(value) ? value.join('\u0001') : value;
  });
  const about = isOnce ? '' : identify(subject, itinerary);
  return fold64([rule, about, area, authority ?? '', ...detail, nameOf(finding)].join('\u0000'));
}

const isOfTheWay = (subject: string): boolean => /^(stop-|leg-|entry$|exit$)/.test(subject);

/** A name says what a finding is about where nothing else does: a place on a leg, a danger of the season. */
function nameOf({ rule, subject, zone, args }: Finding): string {
  if (zone !== undefined || args.permit || typeof args.name !== 'string') return '';
  const isOfItsStop = /^stop-/.test(subject) && !toldOnce.test(rule);
  // A stop without a name is called by its line.
  return isOfItsStop ? '' : args.name.replace(/ on line \d+$/, '');
}
