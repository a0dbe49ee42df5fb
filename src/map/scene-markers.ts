/** What can be tapped on the map: stops, gates, borders, edges of areas, passes. */
import type { AssessedLeg, AssessedStop } from '../assessment/way.ts';
import type { Assessment } from '../assessment.ts';
import type { DrawnTrip } from '../drawing/drawn-trip.ts';
import { type WayEdge, wayEdges } from '../drawing/way-edges.ts';
import { shortDistanceKm } from '../geodesy/great-ellipse.ts';
import { highestLevel } from '../highest-level.ts';
import { countryZone } from '../knowledge/country.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { sayAdvice } from '../report/export/words.ts';
import { list, sayDates, sayKm, sayMetres } from '../report/pretty/words.ts';
import type { Projection } from './projection.ts';
import type { SceneMarker } from './scene.ts';

/** Ranks: a stop's label is set before a border's, a border's before a pass's. */
const ranks: Readonly<Record<SceneMarker['kind'], number>> = { stop: 0, gate: 1, border: 2, pass: 3, 'zone-edge': 5 };

interface Marker extends Omit<SceneMarker, 'x' | 'y' | 'rank'> {
  readonly at: readonly [lon: number, lat: number];
  /** From the start of the leg; 0 for a stop. */
  readonly km: number;
}

/** In travelling order. A stop without a position is on no map: `sceneNotes` tells of it. */
export function sceneMarkers(trip: DrawnTrip, { toUnits }: Projection): SceneMarker[] {
  const { assessment, knowledge } = trip;
  const { stops, legs } = assessment;
  const onLeg = (leg: AssessedLeg): Marker[] =>
    [...passesOn(leg, knowledge), ...edgesOn(leg, trip)].sort((a, b) => a.km - b.km);
  const all = stops.flatMap((stop) => [
    ...legs.filter(({ to }) => to === stop.id).flatMap(onLeg),
    ...stopMarker(stop, assessment),
  ]);
  return withEdgesAtStops(onePerPlace(all)).map(({ at, km: _, ...marker }, number) => {
    const [x, y] = toUnits(at);
    return { ...marker, x: Math.round(x), y: Math.round(y), rank: ranks[marker.kind] * 1000 + number };
  });
}

/** Somewhere that one stays at or passes several times has one marker with all its numbers. */
function onePerPlace(all: readonly Marker[]): Marker[] {
  const places = new Map<string, Marker>();
  for (const marker of all) {
    const key = `${marker.kind === 'gate' ? 'stop' : marker.kind} ${marker.at.map((degrees) => degrees.toFixed(3))} ${marker.kind === 'pass' ? marker.label : ''}`;
    const before = places.get(key);
    if (before === undefined) places.set(key, marker);
    else if (marker.kind === 'stop' || marker.kind === 'gate') places.set(key, joined(before, marker));
  }
  return [...places.values()];
}

const joined = (before: Marker, again: Marker): Marker => ({
  ...before,
  mark: [before.mark, again.mark].filter(Boolean).join(','),
  details: [...new Set([...before.details, ...again.details])],
});

/** An edge beside a stop would cover its number: the stop tells of it. */
function withEdgesAtStops(markers: readonly Marker[]): Marker[] {
  const stops = new Map(markers.filter(({ kind }) => kind === 'stop').map((stop) => [stop.id, stop]));
  const others = markers.filter((marker) => {
    if (marker.kind !== 'zone-edge') return true;
    const stop = [...stops.values()].find(({ at }) => shortDistanceKm(at, marker.at) < TOGETHER_KM);
    if (stop === undefined) return true;
    stops.set(stop.id, { ...stop, details: [...stop.details, ...marker.details.slice(0, -1)] });
    return false;
  });
  return others.map((marker) => stops.get(marker.id) ?? marker);
}

function stopMarker(stop: AssessedStop, assessment: Assessment): Marker[] {
  const { id, name, lon, lat, from, to, nights, altitudeM, advisories } = stop;
  if (lon === null || lat === null) return [];
  const isGate = id === 'entry' || id === 'exit';
  const mark = isGate ? '' : id.replace('stop-', '');
  const level = highestLevel(advisories);
  const stay = nights === 0 ? 'passing through' : nights === 1 ? '1 night' : `${nights} nights`;
  return [
    {
      ...{ id, mark, label: name, level, at: [lon, lat], km: 0 },
      kind: isGate ? 'gate' : 'stop',
      title: isGate ? `${name}, ${id === 'entry' ? 'way in' : 'way out'}` : `${mark}. ${name}`,
      details: [
        ...(isGate ? [] : [[stay, ...(from !== null && to !== null ? [sayDates(from, to)] : [])].join(', ')]),
        altitudeM === null ? 'Altitude not known' : sayMetres(altitudeM),
        ...sayAdvice(advisories, assessment),
      ],
    },
  ];
}

function passesOn({ id, road }: AssessedLeg, { places }: Knowledge): Marker[] {
  return (road?.passed ?? []).flatMap(({ place, km }): Marker[] => {
    const known = places.find((own) => own.id === place);
    if (known === undefined || known.kind !== 'pass') return [];
    const height = known.altitudeM === null ? 'height not known' : sayMetres(known.altitudeM);
    return [
      {
        ...{ id: `${id}-${place}`, kind: 'pass', at: [known.lon, known.lat], mark: '', level: null, km },
        label: known.altitudeM === null ? known.name : `${known.name} ${height}`,
        title: `${known.name}, ${height}`,
        details: [`km ${Math.round(km)} of this leg`],
      },
    ];
  });
}

/** Where the way enters and leaves countries and areas; edges that lie together are one. */
function edgesOn(leg: AssessedLeg, { assessment, knowledge }: DrawnTrip): Marker[] {
  const home = countryZone(knowledge.entry.country);
  // On a guess an edge is nowhere; a flight enters nothing.
  const isFollowed = leg.basis !== 'guess' && leg.basis !== 'flight';
  const spots: WayEdge[][] = [];
  for (const edge of isFollowed ? wayEdges(leg, assessment.zones, home) : []) {
    const last = spots.at(-1);
    if (last !== undefined && edge.km - last[0].km <= TOGETHER_KM) last.push(edge);
    else spots.push([edge]);
  }
  return spots.map((together) => edgeMarker(leg, together));
}

/** Edges no farther apart are one spot on the map. */
const TOGETHER_KM = 3;

function edgeMarker({ id }: AssessedLeg, together: readonly WayEdge[]): Marker {
  const isBorder = together.some(({ zone }) => zone.kind === 'country');
  const names = (direction: WayEdge['direction']): string[] => [
    ...new Set(together.filter((edge) => edge.direction === direction).map(({ zone }) => zone.name)),
  ];
  const [into, out] = [names('in'), names('out')];
  const { km, position, near } = together[0];
  const words = [into.length > 0 ? `into ${list(into)}` : '', out.length > 0 ? `out of ${list(out)}` : ''];
  return {
    ...{
      id: `${id}-${together[0].zone.id}-${together[0].direction}-${Math.round(km)}`,
      at: position,
      km,
      mark: '',
      label: '',
      level: null,
    },
    kind: isBorder ? 'border' : 'zone-edge',
    title: `${isBorder ? 'Border' : 'Edge'} at km ${Math.round(km)}${near === null ? '' : `, near ${near}`}`,
    details: words
      .filter(Boolean)
      .map((line) => `The way leads ${line}.`)
      .concat(`${sayKm(km)} from the start of this leg`),
  };
}
