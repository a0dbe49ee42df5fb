/** What part of the map is seen: moved by pointer, fingers, wheel, keys and buttons, all through one transform. */
import { select } from 'd3-selection';
import { type D3ZoomEvent, type ZoomTransform, zoom, zoomIdentity } from 'd3-zoom';
import type { Box } from '../map/scene.ts';

export interface MapView {
  /** From map units to pixels of the picture. */
  readonly transform: () => ZoomTransform;
  readonly size: () => { readonly width: number; readonly height: number };
  readonly zoomBy: (factor: number) => void;
  /** Moves what is seen by parts of its width and height. */
  readonly moveBy: (across: number, down: number) => void;
  readonly showAll: () => void;
  /** Moves no more than needed so that the point, in map units, stands clear of the edges. */
  readonly reveal: (x: number, y: number) => void;
}

interface ViewOptions {
  readonly world: Box;
  readonly focus: Box;
  /** At each change; `settled` when the movement is over. */
  readonly onMove: (settled: boolean) => void;
}

/** Pixels for a map unit at the nearest: one unit is some 40 m, and the data know little more. */
const NEAREST = 1.2;
/** Pixels between what is revealed and the edge. */
const CLEAR = 56;

export function makeView(svg: SVGSVGElement, { world, focus, onMove }: ViewOptions): MapView {
  let size = { width: 0, height: 0 };
  let now: ZoomTransform = zoomIdentity;
  const picture = select(svg);
  const moving = zoom<SVGSVGElement, unknown>()
    .duration(0)
    .extent(() => [
      [0, 0],
      [size.width, size.height],
    ])
    .filter((event: Event) => accepts(event, svg))
    .on('zoom', ({ transform }: D3ZoomEvent<SVGSVGElement, unknown>) => {
      now = transform;
      onMove(false);
    })
    .on('end', () => onMove(true));
  picture.call(moving);

  const scaleFor = (box: Box): number => Math.min(size.width / box.width, size.height / box.height);
  const showAll = (): void => {
    const k = scaleFor(focus);
    const [x, y] = [focus.x + focus.width / 2, focus.y + focus.height / 2];
    moving.transform(
      picture,
      zoomIdentity
        .translate(size.width / 2, size.height / 2)
        .scale(k)
        .translate(-x, -y),
    );
  };

  const measure = (): void => {
    const { width, height } = svg.getBoundingClientRect();
    if (width === 0 || height === 0 || (width === size.width && height === size.height)) return;
    const middle = size.width === 0 ? null : now.invert([size.width / 2, size.height / 2]);
    size = { width, height };
    const least = Math.min(scaleFor(world), scaleFor(focus));
    moving.scaleExtent([least, Math.max(NEAREST, scaleFor(focus) * 4)]).translateExtent([
      [world.x, world.y],
      [world.x + world.width, world.y + world.height],
    ]);
    if (middle === null) showAll();
    else
      moving.transform(
        picture,
        zoomIdentity
          .translate(width / 2, height / 2)
          .scale(now.k)
          .translate(-middle[0], -middle[1]),
      );
  };
  measure();
  new ResizeObserver(measure).observe(svg);

  return {
    transform: () => now,
    size: () => size,
    zoomBy: (factor) => moving.scaleBy(picture, factor),
    moveBy: (across, down) =>
      moving.translateBy(picture, (-across * size.width) / now.k, (-down * size.height) / now.k),
    showAll,
    reveal: (x, y) => {
      const [left, top] = now.apply([x, y]);
      const [across, down] = [outside(left, size.width), outside(top, size.height)];
      if (across !== 0 || down !== 0) moving.translateBy(picture, -across / now.k, -down / now.k);
    },
  };
}

/** How far a place lies beyond the room that is clear of both edges. */
const outside = (at: number, length: number): number => at - Math.max(CLEAR, Math.min(length - CLEAR, at));

/**
 * The page scrolls under one finger and under the wheel, so that nobody is held fast by the map: two fingers, or the
 * wheel with Ctrl, move the map. Once it has been tapped or focused, one finger and the plain wheel do too.
 */
function accepts(event: Event, svg: SVGSVGElement): boolean {
  const active = svg.parentElement?.contains(document.activeElement) ?? false;
  if (event instanceof WheelEvent) return event.ctrlKey || event.metaKey || active;
  if (event.type.startsWith('touch')) return active || (event as TouchEvent).touches.length > 1;
  return !(event instanceof MouseEvent && (event.ctrlKey || event.button !== 0));
}
