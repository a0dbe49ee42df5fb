/** Legs and stops as GeoJSON (RFC 7946). */
import type { LegLine } from '../assess.ts';
import type { Assessment } from '../assessment.ts';
import { degrees } from '../round.ts';

/** As the licences of the data ask. */
const attribution = '© OpenStreetMap contributors, ODbL 1.0. Contains data from GeoNames, CC BY 4.0.';

export function reportGeojson({ stops, legs, asOf }: Assessment, lines: readonly LegLine[]): string {
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
        asOf,
      },
      geometry: { type: 'LineString', coordinates: vertices.map(degrees) },
    };
  });
  const points = stops.flatMap(({ id, name, lon, lat, altitudeM }) =>
    lon === null || lat === null
      ? []
      : {
          type: 'Feature',
          id,
          properties: { name, altitudeM },
          geometry: { type: 'Point', coordinates: [lon, lat] },
        },
  );
  return `${JSON.stringify({ type: 'FeatureCollection', attribution, features: [...ways, ...points] })}\n`;
}
