/**
 * How the map looks. One set of rules: a picture of its own has the colours written in, the trip page takes them from
 * custom properties that follow the reader's light or dark. A level is told by colour and by the width of the way, and the
 * highest by hatching too. None is green: no level means safe.
 */
export type Theme = 'light' | 'dark';

const palettes = {
  light: {
    paper: '#e9e6dc',
    land: '#fbf9f3',
    water: '#b9d6e6',
    border: '#8b7f97',
    river: '#8fbcd6',
    road: '#b3aa97',
    ink: '#22282f',
    muted: '#5a6069',
    halo: '#fbf9f3',
    level4: '#a00f28',
    level3: '#c65a00',
    level2: '#9a7b00',
    level1: '#1f6ea6',
    none: '#4b5560',
    permit: '#6b4fa0',
    hazard: '#7a3b12',
    own: '#0a5675',
    mark: '#ffffff',
  },
  dark: {
    paper: '#14181c',
    land: '#20262c',
    water: '#274a5e',
    border: '#8d82a0',
    river: '#3f6f8a',
    road: '#5d6570',
    ink: '#eeebe4',
    muted: '#b2b9c1',
    halo: '#191e23',
    level4: '#ff6b7e',
    level3: '#f59a4a',
    level2: '#e3c75a',
    level1: '#86bfe8',
    none: '#b2b9c1',
    permit: '#b9a2ea',
    hazard: '#d9a06f',
    own: '#8fcdea',
    mark: '#14181c',
  },
} as const;

type Colours = Readonly<Record<keyof (typeof palettes)['light'], string>>;

/** The rules of a picture of its own; `unit`: map units in a pixel, by which strokes are drawn. */
export const pictureStyle = (theme: Theme, unit: number): string => rules(palettes[theme], unit, '');

/** The rules of the map on the page, whose strokes keep their width in pixels. */
export function pageMapStyle(): string {
  const names = Object.keys(palettes.light) as (keyof Colours)[];
  const define = (theme: Theme): string => names.map((name) => `--map-${name}:${palettes[theme][name]}`).join(';');
  const taken = Object.fromEntries(names.map((name) => [name, `var(--map-${name})`])) as Colours;
  return [
    `:root{${define('light')}}`,
    `@media screen and (prefers-color-scheme:dark){:root{${define('dark')}}}`,
    rules(taken, 1, '.trip-map '),
    '.trip-map [data-layer] path{vector-effect:non-scaling-stroke}',
  ].join('\n');
}

function rules(colours: Colours, unit: number, within: string): string {
  const px = (pixels: number): string => String(Math.round(pixels * unit * 100) / 100);
  const levels = ([4, 3, 2, 1] as const).map((level) => [level, colours[`level${level}`]] as const);
  const all: readonly (readonly [string, string])[] = [
    ['.paper', `fill:${colours.paper}`],
    ['.country', `fill:${colours.land};stroke:${colours.border};stroke-width:${px(1.6)};stroke-linejoin:round`],
    ['.lake', `fill:${colours.water}`],
    ['.line', `fill:none;stroke:${colours.road};stroke-width:${px(1)};stroke-linejoin:round`],
    ['.line.main-road', `stroke-width:${px(1.8)}`],
    ['.line.track', `stroke-dasharray:${px(4)} ${px(3)}`],
    ['.line.river', `stroke:${colours.river};stroke-width:${px(1.2)}`],
    ['.area', `fill:none;stroke:${colours.none};stroke-width:${px(0.8)};fill-rule:evenodd;stroke-linejoin:round`],
    ['.area path', 'pointer-events:all'],
    ['.area.district', `stroke-width:${px(0.7)};stroke-dasharray:${px(1)} ${px(3)};stroke-linecap:round`],
    [
      '.area.permit',
      `stroke:${colours.permit};stroke-width:${px(1.6)};stroke-dasharray:${px(7)} ${px(3)} ${px(1.5)} ${px(3)}`,
    ],
    ['.area.hazard', `fill:url(#hatch-hazard);stroke:${colours.hazard};stroke-width:${px(0.6)}`],
    ['.area.closure', `fill:url(#hatch-4);stroke:${colours.level4}`],
    ['.area.own', `fill:url(#hatch-own);stroke:${colours.own};stroke-width:${px(1.6)}`],
    ['.hatch-hazard', `stroke:${colours.hazard};opacity:.5`],
    ['.hatch-own', `stroke:${colours.own};opacity:.7`],
    ...levels.flatMap(([level, colour]) => [
      [`.area.level-${level}`, `fill:${colour};fill-opacity:.2;stroke:${colour};stroke-width:${px(0.9)}`] as const,
      [`.route-level-${level} .way`, `stroke:${colour};stroke-width:${px(1.5 + level)}`] as const,
      [`.perhaps-${level}`, `stroke:${colour}`] as const,
      [`.level-${level} .shape`, `stroke:${colour}`] as const,
    ]),
    // The highest level is told without its colour too.
    ['.area.level-4', 'fill:url(#hatch-4);fill-opacity:.26'],
    ['.ground-4', `fill:${colours.level4};opacity:.75`],
    ['.hatch-4', `stroke:${colours.level4}`],
    ['.casing', `fill:none;stroke:${colours.halo};stroke-width:${px(8.5)};stroke-linejoin:round;stroke-linecap:round`],
    ['.way', `fill:none;stroke:${colours.none};stroke-width:${px(2.5)};stroke-linejoin:round;stroke-linecap:round`],
    ['.perhaps', `fill:none;stroke-width:${px(3)};stroke-dasharray:${px(5)} ${px(9)}`],
    ['.flight .way', `stroke-dasharray:${px(2)} ${px(7)}`],
    ['.guess .way', `stroke-dasharray:${px(9)} ${px(7)}`],
    ['.crowded:not(.chosen)', 'display:none'],
    ['.shape', `fill:${colours.mark};stroke:${colours.none};stroke-width:1.8`],
    ['.stop .shape', `fill:${colours.ink};stroke:${colours.mark}`],
    ['.mark', `fill:${colours.mark};font:bold 11px ${FONT};text-anchor:middle`],
    [
      '.label',
      `fill:${colours.ink};stroke:${colours.halo};stroke-width:3;stroke-linejoin:round;paint-order:stroke;font:12px ${FONT}`,
    ],
    ['.label.stop,.label.gate,.label.city', 'font-weight:bold'],
    ['.label.stop', 'font-size:13px'],
    ['.label.village,.label.pass,.label.town', `font-size:11px;fill:${colours.muted}`],
    ['.label.water', `font-size:11px;font-style:italic;fill:${colours.muted}`],
    ['.label.country', `font-size:12px;letter-spacing:2px;fill:${colours.muted}`],
    ['.dot', `fill:${colours.muted};stroke:${colours.halo};stroke-width:1`],
    ['.said', `fill:${colours.ink};font:12px ${FONT}`],
    ['.said.heading', 'font-weight:bold;font-size:17px'],
    ['.said.small', `font-size:10px;fill:${colours.muted}`],
    ['.scale', `fill:none;stroke:${colours.ink};stroke-width:1.5`],
  ];
  return all.map(([selector, declared]) => `${scoped(selector, within)}{${declared}}`).join('\n');
}

/** The font of the pictures, whose widths `text-width.ts` knows. */
const FONT = "'DejaVu Sans',Verdana,sans-serif";

const scoped = (selector: string, within: string): string =>
  selector
    .split(',')
    .map((each) => within + each)
    .join(',');
