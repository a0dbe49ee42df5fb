/**
 * Route, stops and zones as GeoJSON (RFC 7946), with the colours of simplestyle, which geojson.io, GitHub and QGIS know.
 * `docs/exports.md` describes the properties.
 */
import type { AppliedAdvisory } from '../assessment/advice.ts';
import type { Assessment } from '../assessment.ts';
import type { DrawnTrip } from '../drawing/drawn-trip.ts';
import { lookOf } from '../drawing/level-looks.ts';
import type { Position } from '../itinerary/itinerary.ts';
import { writeJson } from './escape-json.ts';
import { boundsOf } from './export/bounds.ts';
import { type EdgePart, edgeParts } from './export/edges.ts';
import { type LegPart, legParts, type StopPart, stopParts } from './export/parts.ts';
import { attribution, sayTitle, sayTrip } from './export/words.ts';
import { type ZonePart, zoneParts } from './export/zones.ts';
import { isOwn } from './own-zones.ts';

export function reportTripGeojson(trip: DrawnTrip): string {
  const { assessment } = trip;
  const { asOf, tool, overall } = assessment;
  const zones = zoneParts(trip);
  const legs = legParts(trip);
  const features = [
    // What comes later is drawn on top.
    ...zones.toReversed().map((part) => zoneFeature(part, assessment)),
    ...legs.flatMap((part) => legFeatures(part, assessment)),
    ...edgeParts(trip).map(edgeFeature),
    ...stopParts(trip).map((part) => stopFeature(part, assessment)),
  ];
  const stops = assessment.stops.flatMap(({ lon, lat }): Position[] =>
    lon === null || lat === null ? [] : [[lon, lat]],
  );
  const positions = [
    ...stops,
    ...legs.flatMap(({ vertices }) => vertices),
    ...zones.flatMap(({ polygons }) => polygons.flat(2)),
  ];
  return `${writeJson({
    type: 'FeatureCollection',
    name: sayTitle(assessment),
    description: sayTrip(assessment).join('\n'),
    attribution,
    ...{ asOf, tool, level: overall.level },
    bbox: boundsOf(positions) ?? undefined,
    features,
  })}\n`;
}

function stopFeature({ stop, isGate, by, level, lines }: StopPart, assessment: Assessment): object {
  const { id, name, lon, lat, from, to, nights, altitudeM, country, zones, near, advisories } = stop;
  const { colour } = lookOf(level);
  return {
    type: 'Feature',
    id,
    properties: {
      kind: isGate ? 'gate' : 'stop',
      name,
      description: lines.join('\n'),
      ...{ nights, arrival: from, departure: to, by, altitudeM, country, level },
      advisories: advisories && tellAdvice(advisories, assessment),
      ...ownAmong(
        [...(zones ?? []), ...near].map((zone) => zone.id),
        assessment,
      ),
      ...{ 'marker-color': colour, 'marker-size': nights > 0 ? 'large' : 'medium' },
    },
    // Whose place is not known stays in the list.
    geometry: lon === null || lat === null ? null : { type: 'Point', coordinates: [lon, lat] },
  };
}

/** One line for each stretch of one level; what is said of the whole leg stands with each. */
function legFeatures({ leg, stretches }: LegPart, assessment: Assessment): object[] {
  const { id, from, to, mode, basis, date, lengthKm, corridorKm, hours, highestM, crossings, corridorZones } = leg;
  return stretches.map(({ name, lines, level, perhaps, fromKm, toKm, advisories, vertices }, at) => {
    const { colour, width } = lookOf(level);
    return {
      type: 'Feature',
      id: `${id}-${at + 1}`,
      properties: {
        kind: 'leg',
        name,
        description: lines.join('\n'),
        ...{ leg: id, from, to, fromKm, toKm, level, perhaps, mode, basis, date, lengthKm, hours, highestM },
        // Of a line that is a guess in part: how far the true way may lie from that part.
        corridorKm,
        advisories: advisories && tellAdvice(advisories, assessment),
        ...ownAmong([...(crossings ?? []).map(({ zone }) => zone), ...corridorZones], assessment),
        ...{ stroke: colour, 'stroke-width': width, 'stroke-opacity': 1 },
      },
      geometry: { type: 'LineString', coordinates: vertices },
    };
  });
}

function edgeFeature({ id, leg, direction, km, position, zones, name, level, lines }: EdgePart): object {
  return {
    type: 'Feature',
    id,
    properties: {
      kind: 'crossing',
      name,
      description: lines.join('\n'),
      ...{ leg, direction, km, zones, level },
      ...{ 'marker-color': lookOf(level).colour, 'marker-size': 'small' },
    },
    geometry: { type: 'Point', coordinates: position },
  };
}

function zoneFeature({ zone, level, lines, statements, polygons }: ZonePart, assessment: Assessment): object {
  const { id, name, kind, authority, restriction, basis, rule, uncertaintyKm, asOf, sources, own } = zone;
  const { colour } = lookOf(level);
  return {
    type: 'Feature',
    id,
    properties: {
      kind: 'zone',
      name,
      description: lines.join('\n'),
      ...{ zone: id, zoneKind: kind, authority, level, native: statements[0]?.native ?? null },
      ...{ restriction, basis, rule, uncertaintyKm, asOf },
      advisories: tellAdvice(statements, assessment),
      sources: assessment.sources
        .filter((source) => sources.includes(source.id))
        .map(({ publisher, url }) => ({ publisher, url })),
      ...(own === null ? {} : { own }),
      ...{ stroke: colour, 'stroke-width': 1, fill: colour, 'fill-opacity': 0.12 },
    },
    geometry: { type: 'MultiPolygon', coordinates: polygons },
  };
}

/** Every statement, none merged with another. */
function tellAdvice(advisories: readonly AppliedAdvisory[], { authorities, sources }: Assessment): object[] {
  return advisories.map(({ authority, zone, area, native, level, issued, source, confidence }) => ({
    ...{ authority, name: authorities[authority]?.name ?? authority, zone, area, native, level, issued, confidence },
    url: sources.find(({ id }) => id === source)?.url ?? null,
  }));
}

/** Zones are named by id; of the reader's own nobody else knows what is meant. */
function ownAmong(ids: readonly string[], { zones }: Assessment): object {
  const ownZones = zones.filter(isOwn).filter(({ id }) => ids.includes(id));
  if (ownZones.length === 0) return {};
  return { ownZones: ownZones.map(({ id, name, restriction, own }) => ({ id, name, restriction, ...own })) };
}
