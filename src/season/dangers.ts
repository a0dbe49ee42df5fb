/** Which dangers of the year a trip meets, and where. */
import { addDays, daysBetween, monthsOf } from '../dates.ts';
import { type Confidence, type Span, sureness } from '../finding.ts';
import type { Season } from '../knowledge/schema/dangers.ts';
import { placesById } from '../places/gazetteer.ts';
import { highestOf } from '../route/profile.ts';
import { type Trip, type TripLeg, touchesBySubject } from '../rules/trip.ts';

/** A stop or leg that lies where a danger is. */
export interface Exposed {
  readonly subject: string;
  readonly name: string;
  readonly span: Span | null;
  readonly confidence: Confidence;
  /** First day there in one of its months, else the first day there; null: not known. */
  readonly date: string | null;
  /** In one of its months; null: the day is not known. */
  readonly isInMonth: boolean | null;
}

/** In travelling order, each stop and leg once. */
export function exposedTo(season: Season, trip: Trip): Exposed[] {
  const { stops, legs } = trip;
  const touches = touchesBySubject(trip);
  return stops.flatMap((stop, at): Exposed[] => {
    const leg = at === 0 ? null : legs[at - 1];
    const ownName = { subject: stop.stop.id, name: stop.name, span: stop.stop.span, from: stop.from, to: stop.to };
    const height = stop.place?.altitudeM ?? null;
    // Above a height it is the roads that are in danger; a stop counts where it is known to lie there.
    const isHigh = season.minAltitudeM === null || (height ?? 0) >= season.minAltitudeM;
    const own = isHigh ? exposed(ownName, inZones(stop.stop.id)) : [];
    if (leg === null || leg.basis === 'flight' || !isAsHigh(leg)) return own;
    const name = `${stops[at - 1].name} – ${stop.name}`;
    const about = { subject: leg.id, name, span: leg.span, from: leg.date, to: leg.until };
    const onRoad = leg.road?.stretches.some(({ section }) => season.sections?.includes(section.id));
    return [...exposed(about, onRoad ? 'certain' : inZones(leg.id)), ...own];
  });

  /** The surest; null: in none. */
  function inZones(subject: string): Confidence | null {
    const own = (touches.get(subject) ?? []).filter(({ zone }) => season.zones.includes(zone));
    return own.reduce<Confidence | null>(
      (best, { confidence }) => (best === null || sureness[confidence] < sureness[best] ? confidence : best),
      null,
    );
  }

  function exposed(
    about: Pick<Exposed, 'subject' | 'name' | 'span'> & { from: string | null; to: string | null },
    confidence: Confidence | null,
  ): Exposed[] {
    if (confidence === null) return [];
    const { subject, name, span, from, to } = about;
    const months = monthsOf(from, to);
    const isInMonth = months === null ? null : months.some((month) => season.months.includes(month));
    return [{ subject, name, span, confidence, date: firstIn(from, to) ?? from, isInMonth }];
  }

  function firstIn(from: string | null, to: string | null): string | null {
    if (from === null || to === null) return null;
    const days = Math.min(366, daysBetween(from, to));
    for (let day = 0; day <= days; day++) {
      const date = day === 0 ? from : addDays(from, day);
      if (season.months.includes(Number(date.slice(5, 7)))) return date;
    }
    return null;
  }

  /** A way that is not one of the packaged roads may be as high as any. */
  function isAsHigh({ road, via }: TripLeg): boolean {
    if (season.minAltitudeM === null || road === null) return true;
    const byId = placesById(trip.knowledge);
    const top = highestOf([...via, ...road.passed.map(({ place }) => byId.get(place)!)]);
    return (top?.altitudeM ?? Infinity) >= season.minAltitudeM;
  }
}
