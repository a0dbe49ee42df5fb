import type { Finding } from '../finding.ts';
import { placesById } from '../places/gazetteer.ts';
import { fuelOn } from '../route/profile.ts';
import { findingOn, type Rule } from './rule.ts';
import type { TripLeg } from './trip.ts';

/** A full tank on bad roads and at height lasts for about this long at least, km. */
const TANK_KM = 250;

export const fuelGap: Rule = {
  id: 'TJ505',
  slug: 'fuel-gap',
  severity: 'info',
  title: 'A long way without a known place to buy fuel',
  what: 'Over more than 250 km of roads no source read tells of fuel. There may be some; that it is not known does not mean that there is none.',
  fix: 'Fill up at the last known place and carry a reserve.',
  check: ({ legs, stops, knowledge }) => {
    const places = placesById(knowledge);
    const findings: Finding[] = [];
    // Fuel bought before the first known place is not known of: the count starts there, at the start of the trip.
    let since = { km: 0, name: stops[0]?.name ?? '' };
    let travelled = 0;
    const reach = (leg: TripLeg, name: string, km: number, sources: readonly string[]): void => {
      const gap = km - since.km;
      if (gap > TANK_KM) {
        const args = { from: since.name, to: name, km: Math.round(gap) };
        findings.push(findingOn('TJ505', 'info', { subject: leg.id, span: leg.span }, { args, sources }));
      }
      since = { km, name };
    };
    legs.forEach((leg, at) => {
      const end = stops.find(({ stop }) => stop.id === leg.to)!.name;
      if (!isDriven(leg)) {
        since = { km: travelled, name: end };
        return;
      }
      for (const { place, km } of fuelOn(leg.road!, knowledge.services)) {
        reach(leg, places.get(place)!.name, travelled + km, fuelSources(place));
      }
      travelled += leg.exposure.lengthKm ?? 0;
      // Where the drive ends the gap is as long as it was, fuel or none.
      if (at + 1 === legs.length || !isDriven(legs[at + 1])) reach(leg, end, travelled, []);
    });
    return findings;

    function fuelSources(place: string): readonly string[] {
      return knowledge.services.find((service) => service.place === place)?.sources ?? [];
    }
  },
};

/** With an engine, on packaged roads: of other ways it is not known what they pass. */
const isDriven = ({ road }: TripLeg): boolean => road !== null && road.vehicle.kmh === undefined;
