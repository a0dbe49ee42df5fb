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
  what: 'Over more than 250 km of roads in the country no source read tells of fuel. There may be some; that it is not known does not mean that there is none. Kilometres abroad are left out of the count, which goes on behind them: of their fuel nothing was read.',
  fix: 'Fill up at the last known place and carry a reserve.',
  check: ({ legs, stops, knowledge }) => {
    const places = placesById(knowledge);
    const findings: Finding[] = [];
    // Fuel bought before the first known place is not known of: the count starts there, at the start of the trip.
    let since = { km: 0, abroadKm: 0, name: stops[0]?.name ?? '' };
    let travelled = 0;
    const reach = (leg: TripLeg, name: string, km: number, sources: readonly string[]): void => {
      const gap = km - since.km - since.abroadKm;
      if (gap > TANK_KM) {
        const args = { from: since.name, to: name, km: Math.round(gap), abroadKm: Math.round(since.abroadKm) };
        findings.push(findingOn('TJ505', 'info', { subject: leg.id, span: leg.span }, { args, sources }));
      }
      since = { km, abroadKm: 0, name };
    };
    legs.forEach((leg, at) => {
      const end = stops.find(({ stop }) => stop.id === leg.to)!.name;
      if (!isDriven(leg)) {
        since = { km: travelled, abroadKm: 0, name: end };
        return;
      }
      for (const { km, name, sources, abroadKm } of marksOn(leg)) {
        if (abroadKm > 0) since = { ...since, abroadKm: since.abroadKm + abroadKm };
        else reach(leg, name, travelled + km, sources);
      }
      travelled += leg.exposure.lengthKm ?? 0;
      // Where the drive ends the gap is as long as it was, fuel or none.
      if (at + 1 === legs.length || !isDriven(legs[at + 1])) reach(leg, end, travelled, []);
    });
    return findings;

    /** Where fuel is sold, and where the way comes back into the country. */
    function marksOn({ road }: TripLeg): Mark[] {
      const { stretches } = road!;
      const abroad = stretches.filter(({ section }) => section.country !== knowledge.entry.country);
      const isAbroad = (km: number): boolean => abroad.some(({ fromKm, toKm }) => fromKm < km && km < toKm);
      const fuel = fuelOn(road!, knowledge.services).filter(({ km }) => !isAbroad(km));
      const marks = [
        ...fuel.map(({ place, km }): Mark => {
          return { km, name: places.get(place)!.name, sources: fuelSources(place), abroadKm: 0 };
        }),
        ...abroad.map(({ fromKm, toKm }): Mark => ({ km: toKm, name: '', sources: [], abroadKm: toKm - fromKm })),
      ];
      return marks.sort((a, b) => a.km - b.km);
    }

    function fuelSources(place: string): readonly string[] {
      return knowledge.services.find((service) => service.place === place)?.sources ?? [];
    }
  },
};

/** A place on the way at which the count ends, or from which it goes on. */
interface Mark {
  readonly km: number;
  readonly name: string;
  readonly sources: readonly string[];
  /** Kilometres abroad that end here, and are not counted; 0 where fuel is sold. */
  readonly abroadKm: number;
}

/** With an engine, on packaged roads: of other ways it is not known what they pass. */
const isDriven = ({ road }: TripLeg): boolean => road !== null && road.vehicle.kmh === undefined;
