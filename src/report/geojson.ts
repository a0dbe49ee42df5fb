/** Legs and stops as GeoJSON (RFC 7946). */
import type { LegLine } from '../assess.ts';
import type { Assessment, ReportedZone } from '../assessment.ts';
import { degrees } from '../round.ts';
import { writeJson } from './escape-json.ts';
import { isOwn } from './own-zones.ts';

/** As the licences of the data ask. */
const attribution = '© OpenStreetMap contributors, ODbL 1.0. Contains data from GeoNames, CC BY 4.0.';

/** Zones are named by id; of the reader's own nobody else knows what is meant. */
function ownAmong(ids: readonly string[], zones: readonly ReportedZone[]) {
  const ownZones = zones.filter(isOwn).filter(({ id }) => ids.includes(id));
  if (ownZones.length === 0) return {};
  return { ownZones: ownZones.map(({ id, name, restriction, own }) => ({ id, name, restriction, ...own })) };
}

export function reportGeojson({ stops, legs, zones, asOf }: Assessment, lines: readonly LegLine[]): string {
  const nameOf = (stop: string): string => stops.find(({ id }) => id === stop)!.name;
  const ways = legs.flatMap((leg) => {
    const vertices = lines.find((own) => own.leg === leg.id)?.line.vertices ?? [];
    if (vertices.length < 2) return [];
    return {
      type: 'Feature',
      id: leg.id,
      properties: {
        name: `${nameOf(leg.from)} – ${nameOf(leg.to)}`,
        mode: leg.mode,
        basis: leg.basis,
        date: leg.date,
        lengthKm: leg.lengthKm,
        // Of a line that is a guess in part: how far the true way may lie from that part.
        corridorKm: leg.corridorKm,
        hours: leg.hours,
        highestM: leg.highestM,
        crossings: leg.crossings,
        ...ownAmong([...(leg.crossings ?? []).map(({ zone }) => zone), ...leg.corridorZones], zones),
        asOf,
      },
      geometry: { type: 'LineString', coordinates: vertices.map(degrees) },
    };
  });
  const points = stops.flatMap(({ id, name, lon, lat, altitudeM, zones: inside, near }) =>
    lon === null || lat === null
      ? []
      : {
          type: 'Feature',
          id,
          properties: {
            name,
            altitudeM,
            ...ownAmong(
              [...(inside ?? []), ...near].map((zone) => zone.id),
              zones,
            ),
          },
          geometry: { type: 'Point', coordinates: [lon, lat] },
        },
  );
  return `${writeJson({ type: 'FeatureCollection', attribution, features: [...ways, ...points] })}\n`;
}
