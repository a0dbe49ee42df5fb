/** What stands around a picture of its own: the heading, the scale, what the signs mean, what is not shown, credits. */
import { escapeXml } from '../report/escape-xml.ts';
import { wrap } from '../terminal/wrap.ts';
import type { Scene } from './scene.ts';
import { cropToWidth, textWidth } from './text-width.ts';

export interface Legend {
  readonly width: number;
  /** Pixels above and below the map. */
  readonly top: number;
  readonly bottom: number;
  readonly title: string | null;
  readonly rows: readonly (readonly LegendEntry[])[];
  /** Notes and credits, one line each. */
  readonly lines: readonly string[];
  readonly scale: { readonly km: number; readonly pixels: number };
}

/** A sign and its words. The sign stands in a box of 26 by 14 pixels. */
export interface LegendEntry {
  readonly sign: string;
  readonly words: string;
}

const MARGIN = 12;
const ROW = 20;
const LINE = 14;
const SIGN = 26;
const TITLE = 34;

interface LegendFor {
  readonly width: number;
  readonly title: string | null;
  readonly kmPerUnit: number;
  /** Map units in a pixel. */
  readonly unit: number;
}

export function legendOf(scene: Scene, { width, title, kmPerUnit, unit }: LegendFor): Legend {
  const rows = inRows(legendEntries(scene, unit), width - 2 * MARGIN);
  const columns = Math.floor((width - 2 * MARGIN) / 6.2);
  const lines = [...scene.notes, scene.attribution.join(' ')].flatMap((text) => wrap(text, columns, 0));
  const scale = scaleOf(kmPerUnit * unit, Math.min(160, width / 3));
  const bottom = MARGIN + ROW + rows.length * ROW + lines.length * LINE + MARGIN;
  return { width, top: title === null ? 0 : TITLE, bottom, title, rows, lines, scale };
}

/** Only what is on this map. Lines and areas are drawn as on the map, in map units, `unit` of them in a pixel. */
export function legendEntries({ areas, route, markers }: Scene, unit: number): LegendEntry[] {
  const px = (pixels: number): number => Math.round(pixels * unit * 10) / 10;
  const scaled = (sign: string): string => `<g transform="scale(${(1 / unit).toFixed(6)})">${sign}</g>`;
  const has = (kind: string): boolean => areas.some((area) => area.kind === kind);
  const way = (level: string, basis = 'road'): string =>
    scaled(`<g class="${basis} route-level-${level}"><path class="way" d="M${px(3)} ${px(7)}H${px(23)}"/></g>`);
  const box = (look: string): string =>
    scaled(`<path class="area ${look}" d="M${px(2)} ${px(1)}H${px(24)}V${px(13)}H${px(2)}z"/>`);
  const levels = [...new Set(route.map(({ level }) => level))].sort((a, b) => (b ?? 0) - (a ?? 0));
  const bases = new Set(route.map(({ basis }) => basis));
  return [
    ...levels.map((level) => {
      return level === null
        ? { sign: way('unknown'), words: 'No level known' }
        : { sign: way(String(level)), words: `Level ${level} of 4` };
    }),
    ...(route.some(({ perhaps }) => perhaps !== null)
      ? [
          {
            sign: scaled(`<path class="perhaps perhaps-4" d="M${px(3)} ${px(7)}H${px(23)}"/>`),
            words: 'Dashes: perhaps a higher level',
          },
        ]
      : []),
    ...(bases.has('flight') ? [{ sign: way('unknown', 'flight'), words: 'By air' }] : []),
    ...(bases.has('guess') ? [{ sign: way('unknown', 'guess'), words: 'Way not known' }] : []),
    ...([4, 3, 2, 1] as const).flatMap((level) =>
      areas.some((area) => area.kind === 'advisory' && area.level === level)
        ? [{ sign: box(`advisory level-${level}`), words: `Area of level ${level}` }]
        : [],
    ),
    ...(has('hazard') ? [{ sign: box('hazard'), words: 'Mines or another danger named' }] : []),
    ...(has('permit') ? [{ sign: box('permit'), words: 'Permit needed' }] : []),
    ...(has('closure') ? [{ sign: box('closure'), words: 'Closed' }] : []),
    ...(has('own') ? [{ sign: box('own'), words: 'Your own zone' }] : []),
    ...(markers.some(({ kind }) => kind === 'border')
      ? [{ sign: mark('border', 'M13 1L19 7 13 13 7 7z'), words: 'Border crossed' }]
      : []),
    ...(markers.some(({ kind }) => kind === 'zone-edge')
      ? [{ sign: mark('zone-edge', 'M9.5 7a3.5 3.5 0 1 0 7 0 3.5 3.5 0 1 0-7 0z'), words: 'Edge of an area' }]
      : []),
    ...(markers.some(({ kind }) => kind === 'pass') ? [{ sign: mark('pass', 'M13 1L19 12H7z'), words: 'Pass' }] : []),
  ];
}

const mark = (kind: string, path: string): string => `<g class="marker ${kind}"><path class="shape" d="${path}"/></g>`;

function inRows(entries: readonly LegendEntry[], width: number): LegendEntry[][] {
  const rows: LegendEntry[][] = [];
  let left = Infinity;
  for (const entry of entries) {
    const needed = entryWidth(entry);
    if (left + needed > width) {
      rows.push([]);
      left = 0;
    }
    rows.at(-1)!.push(entry);
    left += needed;
  }
  return rows;
}

const entryWidth = ({ words }: LegendEntry): number => SIGN + 6 + textWidth(words, 12) + 18;

/** The longest round number of kilometres that fits. */
function scaleOf(kmPerPixel: number, most: number): Legend['scale'] {
  const steps = [500, 200, 100, 50, 20, 10, 5, 2, 1];
  const km = steps.find((step) => step / kmPerPixel <= most) ?? 1;
  return { km, pixels: km / kmPerPixel };
}

export function drawLegend({ width, top, title, rows, lines, scale }: Legend, below: number): string {
  const heading =
    title === null
      ? ''
      : `<text class="said heading" x="${MARGIN}" y="${top - 11}">${escapeXml(cropToWidth(title, width - 2 * MARGIN, 17, 'bold'))}</text>`;
  const bar = `<path class="scale" d="M${MARGIN} ${below + 10}v6h${scale.pixels.toFixed(1)}v-6"/><text class="said" x="${(MARGIN + scale.pixels + 8).toFixed(1)}" y="${below + 19}">${scale.km} km</text>`;
  const first = below + MARGIN + ROW;
  const signs = rows.flatMap((row, number) => {
    let left = MARGIN;
    return row.map((entry) => {
      const [x, y] = [left, first + number * ROW];
      left += entryWidth(entry);
      return `<g transform="translate(${x.toFixed(1)} ${y})">${entry.sign}<text class="said" x="${SIGN + 6}" y="11">${escapeXml(entry.words)}</text></g>`;
    });
  });
  const start = first + rows.length * ROW + LINE;
  const said = lines.map(
    (line, number) => `<text class="said small" x="${MARGIN}" y="${start + number * LINE}">${escapeXml(line)}</text>`,
  );
  return [heading, bar, ...signs, ...said].join('\n');
}
