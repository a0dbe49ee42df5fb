/**
 * A scene as an SVG document, or as the drawing that stands in the trip page.
 *
 * Layers are `<g data-layer="ground|areas|lines|route|labels|markers">`. Those below the labels are in map units; each
 * area, stretch of the route and marker bears `data-id`, in the order of the scene. Classes: `area KIND level-N`,
 * `route-level-N`, `marker KIND`, see `map-style.ts`.
 */
import { escapeXml } from '../report/escape-xml.ts';
import { crowdedOut } from './crowding.ts';
import { drawLegend, type Legend, legendOf } from './draw-legend.ts';
import { drawMarker, markRadius } from './draw-marker.ts';
import { pictureStyle, type Theme } from './map-style.ts';
import { type LabelWish, placeLabels } from './place-labels.ts';
import type { Box, Scene, SceneArea, SceneName } from './scene.ts';
import { textWidth } from './text-width.ts';

export interface SvgOptions {
  /** Pixels. The height follows from the scene's focus where it is left out. */
  readonly width: number;
  readonly height?: number;
  readonly theme: Theme;
  /** Heading above the map; null: none. */
  readonly title: string | null;
  /** Part of a page, which has the style, the legend and the credits: only the drawing. */
  readonly embedded?: boolean;
}

export function drawSvg(scene: Scene, options: SvgOptions): string {
  const { width, theme, title, embedded = false } = options;
  const mapHeight =
    options.height ?? Math.round(width * Math.min(1.25, Math.max(0.5, scene.focus.height / scene.focus.width)));
  const view = viewOf(scene.focus, width, mapHeight);
  const legend: Legend | null = embedded
    ? null
    : legendOf(scene, { width, title, kmPerUnit: scene.kmPerUnit, unit: 1 / view.scale });
  const top = legend?.top ?? 0;
  const height = top + mapHeight + (legend?.bottom ?? 0);
  const move = `translate(${fixed(view.x)} ${fixed(view.y)}) scale(${view.scale.toFixed(5)})`;
  const layer = (name: string, parts: readonly string[]): string =>
    `<g data-layer="${name}" transform="${move}">${parts.join('')}</g>`;
  const crowded = crowdedOut(scene.markers, view.scale);
  const drawing = [
    layer('ground', [paper(scene), ...scene.ground.map(({ kind, path }) => `<path class="${kind}" d="${path}"/>`)]),
    layer('areas', drawAreas(scene.areas)),
    layer(
      'lines',
      scene.lines.map(({ kind, path }) => `<path class="line ${kind}" d="${path}"/>`),
    ),
    layer('route', drawRoute(scene)),
    `<g data-layer="labels">${drawLabels({ ...scene, markers: scene.markers.filter(({ id }) => !crowded.has(id)) }, view, { width, height: mapHeight }).join('')}</g>`,
    `<g data-layer="markers">${scene.markers.map((marker) => drawMarker(marker, at(view, marker), crowded.has(marker.id))).join('')}</g>`,
  ].join('\n');
  const name = escapeXml(title ?? 'Map of the trip');
  const described = escapeXml(describe(scene));
  if (legend === null) {
    return `<svg class="trip-map" viewBox="0 0 ${width} ${mapHeight}" role="img" aria-label="${name}">${patterns(1 / view.scale)}${drawing}</svg>\n`;
  }
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title desc">`,
    `<title id="title">${name}</title><desc id="desc">${described}</desc>`,
    `<style>${pictureStyle(theme, 1 / view.scale)}</style>${patterns(1 / view.scale)}`,
    `<rect class="paper" width="${width}" height="${height}"/>`,
    `<clipPath id="frame"><rect width="${width}" height="${mapHeight}"/></clipPath>`,
    `<g transform="translate(0 ${top})"><g clip-path="url(#frame)">${drawing}</g></g>`,
    drawLegend(legend, top + mapHeight),
    '</svg>',
  ].join('\n')}\n`;
}

/** From map units to pixels. */
interface View {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

function viewOf(focus: Box, width: number, height: number): View {
  const scale = Math.min(width / focus.width, height / focus.height);
  return {
    scale,
    x: width / 2 - (focus.x + focus.width / 2) * scale,
    y: height / 2 - (focus.y + focus.height / 2) * scale,
  };
}

const at = ({ scale, x, y }: View, point: { readonly x: number; readonly y: number }) => ({
  left: point.x * scale + x,
  top: point.y * scale + y,
});

const fixed = (pixels: number): string => String(Math.round(pixels * 10) / 10);

/** Beyond the borders of the drawn world there is nothing to see, and a picture of another shape may show it. */
function paper({ world }: Scene): string {
  const [x, y] = [world.x - world.width, world.y - world.height];
  return `<rect class="paper" x="${x}" y="${y}" width="${3 * world.width}" height="${3 * world.height}"/>`;
}

function drawAreas(areas: readonly SceneArea[]): string[] {
  return areas.map(({ zones, kind, level, title, path }) => {
    const look = `area ${kind}${level === null ? '' : ` level-${level}`}`;
    return `<path data-id="${escapeXml(zones[0])}" class="${look}" d="${path}"><title>${escapeXml(title)}</title></path>`;
  });
}

function drawRoute({ route }: Scene): string[] {
  return route.map(({ leg, basis, level, perhaps, title, path }, number) => {
    const name = `<title>${escapeXml(title)}</title>`;
    const lines = `<path class="casing" d="${path}"/><path class="way" d="${path}"/>`;
    const doubt = perhaps === null ? '' : `<path class="perhaps perhaps-${perhaps}" d="${path}"/>`;
    return `<g data-id="${leg}-${number}" class="${basis} route-level-${level ?? 'unknown'}">${name}${lines}${doubt}</g>`;
  });
}

const NAME_SIZES: Readonly<Record<SceneName['kind'], number>> = {
  ...{ city: 12, town: 11, village: 11, pass: 11 },
  ...{ water: 11, country: 12, district: 11 },
};
const DOT_RADIUS = 2.2;

function drawLabels(scene: Scene, view: View, frame: { readonly width: number; readonly height: number }): string[] {
  const own = scene.markers.map((marker, number) => {
    const size = marker.kind === 'stop' ? 13 : marker.kind === 'pass' ? 11 : 12;
    const bold = marker.kind === 'stop' || marker.kind === 'gate';
    const { label: text, kind, x, y, rank } = marker;
    return { id: `own-${number}`, text, kind, x, y, rank, size, bold, radius: markRadius(marker), dot: false };
  });
  const names = scene.names.flatMap((name, number) => {
    if (1 / view.scale > name.unitsPerPixel) return [];
    const dot = ['city', 'town', 'village', 'pass'].includes(name.kind);
    const [size, bold] = [NAME_SIZES[name.kind], name.kind === 'city'];
    return [{ id: `name-${number}`, size, bold, radius: dot ? DOT_RADIUS : 0, dot, ...name }];
  });
  const wanted = [...own, ...names];
  const wishes = wanted.map(({ id, text, size, bold, radius, rank, kind, ...point }): LabelWish => {
    const { left, top } = at(view, point);
    const spaced = kind === 'country' ? 2 * text.length : 0;
    const width = text === '' ? 0 : textWidth(text, size, bold ? 'bold' : 'normal') + spaced + 4;
    return { id, x: left, y: top, width, height: size * 1.3, radius, rank };
  });
  const placed = new Map(placeLabels(wishes, frame).map((label) => [label.id, label]));
  return wanted.flatMap(({ id, text, kind, size, dot, ...point }) => {
    const place = placed.get(id);
    if (place === undefined || text === '') return [];
    const { left, top } = at(view, point);
    const spot = dot ? `<circle class="dot" cx="${fixed(left)}" cy="${fixed(top)}" r="${DOT_RADIUS}"/>` : '';
    const words = `<text class="label ${kind}" x="${fixed(place.left + 2)}" y="${fixed(place.middle + size * 0.35)}">${escapeXml(text)}</text>`;
    return [spot + words];
  });
}

/** Hatching tells areas apart where colours do not; `unit`: map units in a pixel. */
function patterns(unit: number): string {
  const lines = (name: string, gap: number, width: number, angle: number, ground = ''): string => {
    const size = (gap * unit).toFixed(1);
    const fill = ground === '' ? '' : `<rect class="${ground}" width="${size}" height="${size}"/>`;
    const line = `<path class="hatch-${name}" d="M0 0V${size}" stroke-width="${(width * unit).toFixed(1)}"/>`;
    return `<pattern id="hatch-${name}" patternUnits="userSpaceOnUse" width="${size}" height="${size}" patternTransform="rotate(${angle})">${fill}${line}</pattern>`;
  };
  const marks = [lines('4', 6, 2.5, 45, 'ground-4'), lines('hazard', 9, 1, -45), lines('own', 7, 1.4, 0)];
  return `<defs>${marks.join('')}</defs>`;
}

/** The picture in words. */
function describe({ markers, notes, route }: Scene): string {
  const stops = markers.filter(({ kind }) => kind === 'stop').map(({ title }) => title);
  const levels = [...new Set(route.map(({ level }) => level))].filter((level) => level !== null).sort();
  return [
    `Stops: ${stops.join(', ') || 'none on the map'}.`,
    levels.length === 0 ? 'No level is known along the way.' : `Levels along the way: ${levels.join(', ')} of 4.`,
    ...notes,
  ].join(' ');
}
