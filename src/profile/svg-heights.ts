/** The upper part of the picture: heights, passes, stops, and where nothing is known. */

import { textWidth } from '../map/text-width.ts';
import { escapeXml } from '../report/escape-xml.ts';
import { count, sayMetres } from '../report/pretty/words.ts';
import type { Profile, ProfilePoint } from './profile.ts';
import { type Frame, SIZE } from './svg-frame.ts';
import { sayAt, sayFromTo, whyNoHeight } from './svg-words.ts';

/** Pixels to a tenth. */
export const px = (value: number): string => String(Math.round(value * 10) / 10);

export function drawHeights(profile: Profile, frame: Frame, unknown: string): string[] {
  return [
    ...drawAxes(profile, frame),
    ...drawGaps(profile, frame, unknown),
    ...drawLine(profile, frame),
    ...drawBreaks(profile, frame),
    ...drawPasses(profile, frame),
    ...drawStops(frame),
  ];
}

function drawAxes({ lengthKm, points }: Profile, { left, right, base, lowM, highM, stepM, stepKm, x, y }: Frame) {
  const lines: string[] = [];
  for (let metres = lowM; points.length > 0 && metres <= highM; metres += stepM) {
    const at = px(y(metres));
    lines.push(
      `<path class="profile-grid" d="M${px(left)} ${at}H${px(right)}" stroke="currentColor" stroke-opacity=".2" fill="none"/>`,
      `<text class="profile-axis" x="${px(left - 5)}" y="${px(y(metres) + 4)}" text-anchor="end">${sayMetres(metres)}</text>`,
    );
  }
  lines.push(
    `<path class="profile-base" d="M${px(left)} ${px(base)}H${px(right)}" stroke="currentColor" fill="none"/>`,
  );
  for (let km = 0; km <= lengthKm && lengthKm > 0; km += stepKm) {
    // The first one says what the figures are.
    const text = km === 0 ? 'km 0' : sayAt(km).slice(3);
    lines.push(
      `<path class="profile-tick" d="M${px(x(km))} ${px(base)}v4" stroke="currentColor" fill="none"/>`,
      `<text class="profile-axis" x="${px(x(km))}" y="${px(base + 14)}" text-anchor="middle">${text}</text>`,
    );
  }
  return lines;
}

/** Hatched, with the word where it has room. */
function drawGaps({ gaps }: Profile, { x, top, base }: Frame, unknown: string): string[] {
  return gaps.map((gap) => {
    const [from, to] = [x(gap.fromKm), x(gap.toKm)];
    const why = whyNoHeight[gap.why];
    const words = [`height not known: ${why}`, 'height not known', 'not known', '?'];
    const word = words.find((text) => textWidth(text, SIZE) + 6 <= to - from);
    const middle = `x="${px((from + to) / 2)}" y="${px((top + base) / 2)}" text-anchor="middle"`;
    return [
      `<g class="profile-gap"><title>${escapeXml(`${sayFromTo(gap)}: height not known, ${why}`)}</title>`,
      `<rect x="${px(from)}" y="${px(top)}" width="${px(to - from)}" height="${px(base - top)}" fill="url(#${unknown})"/>`,
      word === undefined ? '' : `<text class="profile-gap-word" ${middle}>${escapeXml(word)}</text>`,
      '</g>',
    ].join('');
  });
}

/** One line, and the ground below it, for each run of places that the way joins. */
function drawLine({ points }: Profile, { x, y, base }: Frame): string[] {
  const runs: ProfilePoint[][] = [];
  for (const point of points) {
    if (point.joined) runs[runs.length - 1].push(point);
    else runs.push([point]);
  }
  const drawn = runs
    .filter((run) => run.length > 1)
    .flatMap((run) => {
      const line = run.map(({ km, altitudeM }) => `${px(x(km))} ${px(y(altitudeM))}`).join('L');
      const ground = `M${px(x(run[0].km))} ${px(base)}L${line}V${px(base)}Z`;
      return [
        `<path class="profile-ground" d="${ground}" fill="currentColor" fill-opacity=".1"/>`,
        `<path class="profile-line" d="M${line}" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round"/>`,
      ];
    });
  const places = points
    .filter(({ kind }) => kind === 'place')
    .map((point) => {
      const dot = `<circle cx="${px(x(point.km))}" cy="${px(y(point.altitudeM))}" r="1.8" fill="currentColor"/>`;
      return `<g class="profile-place">${titleOf(point)}${dot}</g>`;
    });
  return [...drawn, ...places];
}

const titleOf = ({ name, altitudeM, km, nights }: ProfilePoint): string =>
  `<title>${escapeXml(`${name}, ${sayMetres(altitudeM)}, ${sayAt(km)}${sayNights(nights)}`)}</title>`;

const sayNights = (nights: number): string => (nights === 0 ? '' : `, ${count(nights, 'night')}`);

/** A way that is not known at all takes no kilometres: a dashed line where it belongs. */
function drawBreaks({ breaks }: Profile, { x, top, base, left, right }: Frame): string[] {
  return breaks.map(({ km }) => {
    const text = 'way not known';
    const width = textWidth(text, SIZE);
    const at = Math.min(Math.max(x(km) + 4, left + 2), right - width);
    return [
      '<g class="profile-break">',
      `<path d="M${px(x(km))} ${px(top)}V${px(base)}" stroke="currentColor" stroke-dasharray="4 3" fill="none"/>`,
      `<text x="${px(at)}" y="${px(top + 12)}">${text}</text></g>`,
    ].join('');
  });
}

/** Every pass has its mark; its name where there is room. */
function drawPasses({ points }: Profile, { passes, top, x, y }: Frame): string[] {
  return points
    .filter(({ kind }) => kind === 'pass')
    .map((point) => {
      const [atX, atY] = [x(point.km), y(point.altitudeM)];
      const mark = `<path d="M${px(atX)} ${px(atY - 6)}l4.5 8h-9z" fill="currentColor"/>`;
      const named = passes.find(({ label }) => label.point === point);
      if (named === undefined) return `<g class="profile-pass">${titleOf(point)}${mark}</g>`;
      const bottom = top - 5 - named.row * 14;
      return [
        `<g class="profile-pass">${titleOf(point)}${mark}`,
        `<path d="M${px(atX)} ${px(bottom + 2)}V${px(atY - 5)}" stroke="currentColor" stroke-opacity=".5" fill="none"/>`,
        `<text x="${px(named.left)}" y="${px(bottom)}">${escapeXml(named.label.text)}</text></g>`,
      ].join('');
    });
}

/** A stop's number below, its place on the line: a full circle where one sleeps, an empty one where one does not. */
function drawStops({ marks, names, marksTop, namesTop, base, x, y }: Frame): string[] {
  const drawn = marks.map(({ label, left, row }) => {
    const { stop, number } = label;
    const [atX, middle] = [left + 8, marksTop + 9 + row * 20];
    const top = stop.altitudeM === null ? base : y(stop.altitudeM);
    const height = stop.altitudeM === null ? 'height not known' : sayMetres(stop.altitudeM);
    const kind = stop.nights > 0 ? 'profile-stop profile-night' : 'profile-stop';
    const paint = stop.nights > 0 ? 'fill="currentColor"' : 'fill="none"';
    return [
      `<g class="${kind}"><title>${escapeXml(`${number} ${stop.name}, ${height}, ${sayAt(stop.km)}${sayNights(stop.nights)}`.trim())}</title>`,
      `<path d="M${px(x(stop.km))} ${px(top)}V${px(base)}L${px(atX)} ${px(middle - 8)}" stroke="currentColor" stroke-opacity=".5" stroke-dasharray="1.5 2" fill="none"/>`,
      stop.altitudeM === null
        ? `<text class="profile-gap-word" x="${px(x(stop.km))}" y="${px(base - 4)}" text-anchor="middle">?</text>`
        : `<circle cx="${px(x(stop.km))}" cy="${px(top)}" r="4" ${paint} stroke="currentColor" stroke-width="1.5"/>`,
      `<circle class="profile-mark" cx="${px(atX)}" cy="${px(middle)}" r="8" fill="none" stroke="currentColor"/>`,
      `<text class="profile-number" x="${px(atX)}" y="${px(middle + 4)}" text-anchor="middle">${number}</text></g>`,
    ].join('');
  });
  const labels = names.map(
    ({ label, left, row }) =>
      `<text class="profile-name" x="${px(left)}" y="${px(namesTop + 11 + row * 14)}">${escapeXml(label.text)}</text>`,
  );
  return [...drawn, ...labels];
}
