/** Legs and stops as GPX 1.1. */
import type { LegLine } from '../assess.ts';
import type { Assessment } from '../assessment.ts';
import { degrees } from '../round.ts';
import { escapeXml } from './escape-xml.ts';

export function reportGpx({ stops, legs, tool }: Assessment, lines: readonly LegLine[]): string {
  const nameOf = (stop: string): string => stops.find(({ id }) => id === stop)!.name;
  const waypoints = stops.flatMap(({ name, lon, lat }) =>
    lon === null || lat === null ? [] : [`  <wpt lat="${lat}" lon="${lon}"><name>${escapeXml(name)}</name></wpt>`],
  );
  const tracks = legs.flatMap((leg) => {
    const vertices = lines.find((own) => own.leg === leg.id)?.line.vertices ?? [];
    if (vertices.length < 2) return [];
    const points = vertices.map(degrees).map(([lon, lat]) => `    <trkpt lat="${lat}" lon="${lon}"/>`);
    const partly = leg.corridorKm !== null && leg.corridorKm > 0 ? ' (partly a guess)' : '';
    const guess = leg.basis === 'road' ? partly : ` (${leg.basis})`;
    const name = escapeXml(`${nameOf(leg.from)} – ${nameOf(leg.to)}${guess}`);
    return [`  <trk><name>${name}</name><trkseg>`, ...points, '  </trkseg></trk>'];
  });
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<gpx version="1.1" creator="tajcheck ${escapeXml(tool.version)}" xmlns="http://www.topografix.com/GPX/1/1">`,
    '  <metadata>',
    '    <desc>Drawn from the packaged roads: good for planning, not for steering by. Contains data from GeoNames.</desc>',
    '    <copyright author="OpenStreetMap contributors">',
    '      <license>https://opendatacommons.org/licenses/odbl/1-0/</license>',
    '    </copyright>',
    '  </metadata>',
    ...waypoints,
    ...tracks,
    '</gpx>',
  ].join('\n')}\n`;
}
