/** The drawing that stands in the page, taken apart: what moves and grows with the map, and what keeps its size. */
const SVG = 'http://www.w3.org/2000/svg';

export interface MapPicture {
  readonly svg: SVGSVGElement;
  /** In map units: ground, areas, lines, route. */
  readonly ground: SVGGElement;
  readonly areas: readonly SVGElement[];
  readonly route: readonly SVGElement[];
  /** In pixels. */
  readonly markers: ReadonlyMap<string, SVGGElement>;
  readonly labels: SVGGElement;
}

/** Null where the page holds no map. */
export function takeApart(drawn: SVGSVGElement | null): MapPicture | null {
  const layerOf = (name: string): SVGGElement | null => drawn?.querySelector(`[data-layer="${name}"]`) ?? null;
  const layers = ['ground', 'areas', 'lines', 'route'].map(layerOf).filter((layer) => layer !== null);
  const markers = layerOf('markers');
  if (drawn === null || markers === null || layers.length === 0) return null;
  const ground = document.createElementNS(SVG, 'g');
  const labels = document.createElementNS(SVG, 'g');
  labels.setAttribute('class', 'map-labels');
  labels.setAttribute('aria-hidden', 'true');
  for (const layer of layers) layer.removeAttribute('transform');
  markers.removeAttribute('transform');
  ground.append(...layers);
  const kept = drawn.querySelectorAll(':scope > defs, :scope > style');
  drawn.replaceChildren(...kept, ground, labels, markers);
  for (const name of ['viewBox', 'width', 'height']) drawn.removeAttribute(name);
  drawn.setAttribute('class', 'trip-map map-live');
  return {
    svg: drawn,
    ground,
    areas: childrenWithId(layers.find(({ dataset }) => dataset.layer === 'areas')),
    route: childrenWithId(layers.find(({ dataset }) => dataset.layer === 'route')),
    markers: new Map(childrenWithId(markers).map((marker) => [marker.dataset.id ?? '', marker as SVGGElement])),
    labels,
  };
}

const childrenWithId = (layer: Element | undefined): SVGElement[] => [
  ...(layer?.querySelectorAll<SVGElement>('[data-id]') ?? []),
];
