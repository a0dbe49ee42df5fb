/**
 * A profile as a picture. Classes are for a page's own colours; without them it is drawn in the colour of the text, and
 * nothing is said by colour alone. `heightRows`, `levelRows` and `zoneRows` tell the same in words.
 */

import { escapeXml } from '../report/escape-xml.ts';
import { sayKm, sayMetres } from '../report/pretty/words.ts';
import type { Profile } from './profile.ts';
import { drawBands, drawLevels } from './svg-bands.ts';
import { type Frame, LEGEND_ROW, layOutProfile, SIZE } from './svg-frame.ts';
import { drawHeights, px } from './svg-heights.ts';
import { sayAt } from './svg-words.ts';

export interface ProfileSize {
  /** Pixels. */
  readonly width: number;
  /** As much as its rows need where it is left out. */
  readonly height?: number;
  /** Begins the ids inside, so that two can stand on one page. */
  readonly id?: string;
}

/** Empty for a trip that has no kilometres. */
export function drawProfile(profile: Profile, { id = 'profile', ...size }: ProfileSize): string {
  if (profile.lengthKm === 0) return '';
  const frame = layOutProfile(profile, size);
  const unknown = `${id}-unknown`;
  const { width, height } = frame;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="profile" viewBox="0 0 ${px(width)} ${px(height)}" width="${px(width)}" height="${px(height)}" role="img" aria-labelledby="${id}-title ${id}-desc" font-size="${SIZE}" fill="currentColor">`,
    `<title id="${id}-title">Heights along the way</title>`,
    `<desc id="${id}-desc">${escapeXml(describeProfile(profile))}</desc>`,
    `<defs><pattern id="${unknown}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V6" stroke="currentColor" stroke-width="1.6" stroke-opacity=".55"/></pattern></defs>`,
    ...drawHeights(profile, frame, unknown),
    ...drawLevels(profile, frame, unknown),
    ...drawBands(frame, unknown),
    ...drawLegend(frame),
    '</svg>\n',
  ].join('\n');
}

/** Two or three sentences. */
function describeProfile({ points, lengthKm, gaps, unknownLegs, stops }: Profile): string {
  const beds = points.filter(({ nights }) => nights > 0);
  const top = points.reduce<Profile['points'][number] | null>(
    (high, next) => (high === null || next.altitudeM > high.altitudeM ? next : high),
    null,
  );
  const bed = beds.reduce<(typeof beds)[number] | null>(
    (high, next) => (high === null || next.altitudeM > high.altitudeM ? next : high),
    null,
  );
  const unknownBeds = stops.filter(({ altitudeM, nights }) => altitudeM === null && nights > 0);
  const gapKm = gaps.reduce((sum, { fromKm, toKm }) => sum + toKm - fromKm, 0);
  return [
    `${sayKm(lengthKm)}.`,
    top === null
      ? 'No height is known.'
      : `Highest place of known height: ${top.name}, ${sayMetres(top.altitudeM)}, at ${sayAt(top.km)}.`,
    bed === null ? '' : `Highest night: ${bed.name}, ${sayMetres(bed.altitudeM)}.`,
    unknownBeds.length === 0 ? '' : `Height of the night not known: ${unknownBeds.map(({ name }) => name).join(', ')}.`,
    gapKm === 0 ? '' : `Nothing is known of the heights on ${sayKm(gapKm)}.`,
    unknownLegs.length === 0 ? '' : `${unknownLegs.length} of the ways are not known at all and take no room.`,
  ]
    .filter(Boolean)
    .join(' ');
}

function drawLegend({ height, legend }: Frame): string[] {
  return legend.map((line, at) => {
    const y = height - 5 - (legend.length - 1 - at) * LEGEND_ROW;
    return `<text class="profile-legend" x="2" y="${px(y)}" font-size="${SIZE - 1}">${escapeXml(line)}</text>`;
  });
}
