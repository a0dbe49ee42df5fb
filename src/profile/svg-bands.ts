/** The lower part of the picture: the level of the advice along the way, and the zones. */
import { cropToWidth, textWidth } from '../map/text-width.ts';
import { escapeXml } from '../report/escape-xml.ts';
import { shortName } from '../report/family.ts';
import { joinLevels, sayStretch } from './joined-levels.ts';
import type { Profile } from './profile.ts';
import { BAND_ROW, type Frame, LEVEL_HEIGHT, SIZE } from './svg-frame.ts';
import { px } from './svg-heights.ts';
import { sayFromTo } from './svg-words.ts';

/** The level as a figure, as a height and as a class for a colour; hatched where it was not checked. */
export function drawLevels({ levels }: Profile, { x, left, levelsTop }: Frame, unknown: string): string[] {
  const bottom = levelsTop + LEVEL_HEIGHT;
  const drawn = joinLevels(levels).map((stretch) => {
    const { level, perhaps, checked } = stretch;
    const [from, to] = [x(stretch.fromKm), x(stretch.toKm)];
    const height = level === null ? (checked ? 2 : LEVEL_HEIGHT) : level * 4;
    const kind = level === null ? (checked ? 'level-none' : 'level-unknown') : `level-${level}`;
    const paint = level === null && !checked ? `url(#${unknown})` : 'currentColor';
    const box = (tall: number): string =>
      `x="${px(from)}" y="${px(bottom - tall)}" width="${px(to - from)}" height="${tall}"`;
    const short = `${level ?? (checked ? '–' : '?')}${perhaps === null ? '' : ` (${perhaps}?)`}`;
    const words = [level === null && !checked ? 'not checked' : short, short, String(level ?? '?')];
    const word = words.find((text) => textWidth(text, SIZE, 'bold') + 3 <= to - from);
    return [
      `<g class="profile-level ${kind}"><title>${escapeXml(`${sayFromTo(stretch)}: ${sayStretch(stretch)}`)}</title>`,
      `<rect ${box(height)} fill="${paint}" fill-opacity="${level === null ? 1 : 0.3}"/>`,
      perhaps === null
        ? ''
        : `<rect class="profile-perhaps" ${box(perhaps * 4)} fill="none" stroke="currentColor" stroke-dasharray="2 2"/>`,
      word === undefined
        ? ''
        : `<text class="profile-level-word" x="${px((from + to) / 2)}" y="${px(bottom - 4)}" text-anchor="middle">${word}</text>`,
      '</g>',
    ].join('');
  });
  return [
    `<text class="profile-axis" x="${px(left - 5)}" y="${px(bottom - 4)}" text-anchor="end">Level</text>`,
    ...drawn,
  ];
}

/** A name, and below it a bar as long as one is inside. */
export function drawBands({ bands, bandsTop, x, right }: Frame, unknown: string): string[] {
  return bands.map(({ name, level, kind, stretches }, at) => {
    const top = bandsTop + at * BAND_ROW;
    const upTo = level === null ? '' : `, up to ${level} of 4`;
    // As much as there is room for; all of it is in the list.
    const texts = [`${name}${upTo}`, `${shortName(name)}${upTo}`, shortName(name)];
    const text =
      texts.find((words) => textWidth(words, SIZE) <= right - 2) ?? cropToWidth(shortName(name), right - 2, SIZE);
    const start = Math.max(2, Math.min(x(stretches[0].fromKm), right - textWidth(text, SIZE)));
    const bars = stretches.map((stretch) => {
      const tall = stretch.inside === 'some' ? 3 : 7;
      const paint = stretch.inside === 'perhaps' ? `url(#${unknown})` : 'currentColor';
      const from = x(stretch.fromKm);
      const size = `width="${px(Math.max(1.5, x(stretch.toKm) - from))}" height="${tall}"`;
      const title = `<title>${escapeXml(`${name}: ${sayFromTo(stretch)}${INSIDE[stretch.inside]}`)}</title>`;
      return `<rect class="inside-${stretch.inside}" x="${px(from)}" y="${px(top + 15)}" ${size} fill="${paint}">${title}</rect>`;
    });
    const colour = level === null ? 'level-none' : `level-${level}`;
    const word = `<text x="${px(start)}" y="${px(top + 12)}">${escapeXml(text)}</text>`;
    return `<g class="profile-band band-${kind} ${colour}">${word}${bars.join('')}</g>`;
  });
}

const INSIDE = {
  all: '',
  some: ', by the extent that some governments use',
  perhaps: ', perhaps: the way or the edge is not known well enough',
} as const;
