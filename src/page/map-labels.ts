/** Names on the map: set anew after each movement, so that none covers another, and carried along meanwhile. */
import { type LabelWish, placeLabels } from '../map/place-labels.ts';
import type { SceneData } from '../report/page/scene-data.ts';
import type { MapView } from './map-view.ts';

interface Label {
  readonly id: string;
  readonly text: SVGTextElement;
  /** What a name of the base map stands beside; null: a name set on its area, or beside a marker. */
  readonly dot: SVGCircleElement | null;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly rank: number;
  /** Not shown where a pixel is more map units than this. */
  readonly unitsPerPixel: number;
  width: number;
  height: number;
  /** From the point to the text's left end and middle line, in pixels; null: not shown. */
  offset: { readonly x: number; readonly y: number } | null;
}

export interface MapLabels {
  /** Without those of the marks that are left out. */
  readonly place: (crowded: ReadonlySet<string>) => void;
  readonly follow: () => void;
}

const DOT_RADIUS = 2.2;
const dotted: ReadonlySet<string> = new Set(['city', 'town', 'village', 'pass']);

/** Fills `layer`, which is drawn in pixels. `radius` is half the size of a marker. */
export function makeLabels(
  layer: Element,
  view: MapView,
  { markers, names }: SceneData,
  radius: (marker: SceneData['markers'][number]) => number,
): MapLabels {
  const labels = [
    ...markers.map((marker): Label => {
      const { id, label, x, y, rank, kind } = marker;
      return make(layer, {
        id,
        words: label,
        kind,
        x,
        y,
        radius: radius(marker),
        rank,
        unitsPerPixel: Infinity,
        isDotted: false,
      });
    }),
    ...names.map(({ text, kind, x, y, rank, unitsPerPixel }, at): Label => {
      return make(layer, {
        id: `name-${at}`,
        words: text,
        kind,
        x,
        y,
        radius: dotted.has(kind) ? DOT_RADIUS : 0,
        isDotted: dotted.has(kind),
        rank,
        unitsPerPixel,
      });
    }),
  ].filter(({ text }) => text.textContent !== '');
  measure(labels);
  // Fonts that come late, larger letters, and a picture that was not shown at first.
  const measureAgain = (): void => measure(labels);

  const follow = (): void => {
    const transform = view.transform();
    for (const { text, dot, x, y, offset } of labels) {
      if (offset === null) continue;
      const [left, top] = transform.apply([x, y]);
      text.setAttribute('transform', `translate(${round(left + offset.x)},${round(top + offset.y)})`);
      dot?.setAttribute('transform', `translate(${round(left)},${round(top)})`);
    }
  };

  return {
    follow,
    place: (crowded) => {
      if (labels.some(({ width }) => width === 0)) measureAgain();
      const transform = view.transform();
      const wishes = labels.flatMap(({ id, x, y, width, height, radius, rank, unitsPerPixel }): LabelWish[] => {
        if (1 / transform.k > unitsPerPixel || crowded.has(id)) return [];
        const [left, top] = transform.apply([x, y]);
        return [{ id, x: left, y: top, width, height, radius, rank }];
      });
      // Marks without a name keep the names of others away.
      const bare = markers.flatMap((marker): LabelWish[] => {
        if (marker.label !== '' || crowded.has(marker.id)) return [];
        const [left, top] = transform.apply([marker.x, marker.y]);
        return [{ id: marker.id, x: left, y: top, width: 0, height: 0, radius: radius(marker), rank: marker.rank }];
      });
      const placed = new Map(placeLabels([...wishes, ...bare], view.size()).map((label) => [label.id, label]));
      for (const label of labels) {
        const place = placed.get(label.id);
        const [left, top] = transform.apply([label.x, label.y]);
        label.offset = place === undefined ? null : { x: place.left - left, y: place.middle - top };
        label.text.classList.toggle('off', place === undefined);
        label.dot?.classList.toggle('off', place === undefined);
      }
      follow();
    },
  };
}

interface Wanted extends Pick<Label, 'id' | 'x' | 'y' | 'radius' | 'rank' | 'unitsPerPixel'> {
  readonly words: string;
  readonly kind: string;
  readonly isDotted: boolean;
}

const SVG = 'http://www.w3.org/2000/svg';

function make(layer: Element, { words, kind, isDotted, ...rest }: Wanted): Label {
  const dot = isDotted ? document.createElementNS(SVG, 'circle') : null;
  dot?.setAttribute('class', 'dot');
  dot?.setAttribute('r', String(DOT_RADIUS));
  if (dot !== null) layer.append(dot);
  const text = document.createElementNS(SVG, 'text');
  text.setAttribute('class', `label ${kind}`);
  text.setAttribute('dominant-baseline', 'central');
  text.textContent = words;
  layer.append(text);
  return { ...rest, text, dot, width: 0, height: 0, offset: null };
}

function measure(labels: readonly Label[]): void {
  for (const label of labels) label.text.classList.remove('off');
  for (const label of labels) {
    const { width, height } = label.text.getBBox();
    label.width = width;
    label.height = height;
  }
}

const round = (pixels: number): number => Math.round(pixels * 10) / 10;
