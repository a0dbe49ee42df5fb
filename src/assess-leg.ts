/** One leg as reporters need it. */
import type { AppliedAdvisory } from './assessment/advice.ts';
import type { AssessedLeg, AssessedRoad, LegCrossing } from './assessment/way.ts';
import { monthsOf } from './dates.ts';
import type { Place } from './knowledge/schema/places.ts';
import { placesById } from './places/gazetteer.ts';
import { degrees, km, round } from './round.ts';
import { openingOf } from './route/pace.ts';
import { fuelOn, highestOf, placeNear } from './route/profile.ts';
import type { Trip, TripLeg } from './rules/trip.ts';
import type { Crossing } from './zones/cross.ts';
import { zoneProperties } from './zones/layer.ts';

/** A crossing is near a place on the road when it is within so many kilometres of it by road. */
const NEAR_KM = 25;

export function assessLeg(leg: TripLeg, trip: Trip, advisories: AppliedAdvisory[]): AssessedLeg {
  const { exposure } = leg;
  const onWay = exposure.via.flatMap(({ zones, near }) => [...zones, ...near]);
  const crossed = new Set(exposure.crossings?.map(({ zone }) => zone));
  const beside = [...exposure.near, ...exposure.corridor, ...onWay.filter((zone) => !crossed.has(zone))];
  const road = leg.road === null ? null : assessRoad(leg, trip);
  return {
    id: leg.id,
    from: leg.from,
    to: leg.to,
    mode: leg.mode,
    basis: leg.basis,
    date: leg.date,
    lengthKm: exposure.lengthKm === null ? null : km(exposure.lengthKm),
    hours: leg.road === null ? null : round(leg.road.hours, 1),
    highestM: road?.highest?.altitudeM ?? null,
    corridorKm: leg.basis !== 'unknown' ? km(Math.max(0, ...leg.guesses.map((guess) => guess.halfWidthKm))) : null,
    crossings: exposure.crossings?.map((crossing) => assessCrossing(crossing, leg, trip)) ?? null,
    corridorZones: [...new Set(beside)].filter((zone) => zoneProperties(trip.layers, zone).kind !== 'country'),
    countries: exposure.countries,
    // Of an unknown way only its places are known: without any the advice is unknown too, not none.
    advisories: exposure.crossings === null && advisories.length === 0 ? null : advisories,
    road,
  };
}

function assessCrossing(crossing: Crossing, { road }: TripLeg, { knowledge }: Trip): LegCrossing {
  const { zone, entryKm, exitKm, insideKm, entry, exit } = crossing;
  const nameAt = (at: number): string | null => {
    const near = road && placeNear(road.passed, at, NEAR_KM);
    return near ? placesById(knowledge).get(near.place)!.name : null;
  };
  return {
    zone,
    entryKm: km(entryKm),
    exitKm: km(exitKm),
    insideKm: km(insideKm),
    entry: degrees(entry),
    exit: degrees(exit),
    entryNear: nameAt(entryKm),
    exitNear: nameAt(exitKm),
  };
}

function assessRoad(leg: TripLeg, { stops, knowledge }: Trip): AssessedRoad {
  const road = leg.road!;
  const places = placesById(knowledge);
  const months = monthsOf(leg.date, leg.until);
  const ends = stops.filter(({ stop }) => stop.id === leg.from || stop.id === leg.to).map(({ place }) => place);
  const onWay = road.passed.map(({ place }) => places.get(place)!);
  const highest = highestOf([...onWay, ...ends.filter((place) => place !== null), ...leg.via]);
  const named = ({ place, km: at }: { place: string; km: number }) => {
    return { place, name: places.get(place)!.name, km: km(at) };
  };
  const highestBetween = (fromKm: number, toKm: number): number | null => {
    const passed = road.passed.filter((own) => own.km >= fromKm && own.km <= toKm);
    return highestOf(passed.map(({ place }) => places.get(place)!))?.altitudeM ?? null;
  };
  return {
    vehicle: road.vehicle.id,
    stretches: road.stretches.map(({ section, fromKm, toKm, hours, backwards }) => {
      const { id, name, number, surface, uncertaintyKm, sources } = section;
      return {
        section: id,
        name: backwards ? turnRound(name) : name,
        number,
        surface,
        fromKm: km(fromKm),
        toKm: km(toKm),
        hours: round(hours, 2),
        highestM: highestBetween(fromKm, toKm),
        opening: openingOf(section, months),
        uncertaintyKm,
        sources: [...sources],
      };
    }),
    passed: road.passed.map(named),
    highest: sayHighest(highest),
    fuel: fuelOn(road, knowledge.services).map(named),
    others: leg.others.map((way) => ({
      by: way.by?.name ?? null,
      lengthKm: km(way.km),
      hours: round(way.hours, 1),
      highest: sayHighest(way.highest),
      shut: way.shut.map(({ name }) => name),
      perhapsShut: way.perhapsShut.map(({ name }) => name),
      insideKm: Object.fromEntries([...way.insideKm].map(([zone, inside]) => [zone, km(inside)])),
    })),
  };
}

/** `A – B – C` driven from its end. */
const turnRound = (name: string): string => name.split(' – ').reverse().join(' – ');

function sayHighest(place: Place | null): AssessedRoad['highest'] {
  if (place === null || place.altitudeM === null) return null;
  return { place: place.id, name: place.name, kind: place.kind, altitudeM: place.altitudeM };
}
