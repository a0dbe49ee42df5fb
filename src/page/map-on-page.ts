/** The map of the trip page, set moving. Without this script the drawing stands still and says the same. */
import { crowdedOut } from '../map/crowding.ts';
import { markRadius } from '../map/draw-marker.ts';
import type { SceneMarker } from '../map/scene.ts';
import type { SceneData } from '../report/page/scene-data.ts';
import { listenToKeys, makeButtons } from './map-keys.ts';
import { makeLabels } from './map-labels.ts';
import { makeLayers } from './map-layers.ts';
import { makePanel, type Step, type Subject } from './map-panel.ts';
import { takeApart } from './map-picture.ts';
import { swapForPrint } from './map-print.ts';
import { makeView } from './map-view.ts';

export function startMap(frame: HTMLElement, scene: SceneData): void {
  const drawn = frame.querySelector('svg');
  const still = drawn?.cloneNode(true);
  const picture = takeApart(drawn);
  if (picture === null || still === undefined) return;
  const { svg, markers } = picture;
  frame.classList.add('moving');

  const said = document.createElement('p');
  said.className = 'map-said';
  said.setAttribute('aria-live', 'polite');
  const hint = document.createElement('p');
  hint.className = 'map-hint';
  hint.textContent = 'Two fingers, or Ctrl and the wheel, move the map. Tap it first, and one finger will do.';

  svg.setAttribute('role', 'group');
  svg.setAttribute('aria-label', 'Map of the trip. Arrow keys move it, plus and minus zoom, 0 shows the whole trip.');
  svg.setAttribute('tabindex', '0');

  const redraw = (settled: boolean): void => {
    const { k, x, y } = view.transform();
    picture.ground.setAttribute('transform', `translate(${x},${y}) scale(${k})`);
    for (const marker of scene.markers) {
      const [left, top] = view.transform().apply([marker.x, marker.y]);
      markers.get(marker.id)?.setAttribute('transform', `translate(${left.toFixed(1)},${top.toFixed(1)})`);
    }
    if (settled) {
      const crowded = crowdedOut(scene.markers, k);
      for (const [id, marker] of markers) marker.classList.toggle('crowded', crowded.has(id));
      labels.place(crowded);
    } else labels.follow();
  };
  let started = false;
  const view = makeView(svg, {
    world: scene.world,
    focus: scene.focus,
    onMove: (settled) => started && redraw(settled),
  });
  const labels = makeLabels(picture.labels, view, scene, markRadius);
  started = true;
  redraw(true);

  let chosen: Element | null = null;
  const panel = makePanel(() => choose(null));
  const choose = (element: Element | null): void => {
    chosen?.classList.remove('chosen');
    element?.classList.add('chosen');
    chosen = element;
  };
  const show = (element: SVGElement, subject: Subject, options = { before: null, after: null } as Neighbours): void => {
    panel.close();
    choose(element);
    // A mark that is left out at this zoom is seen while it is chosen, and cannot take the focus back.
    panel.open(subject, { origin: element.classList.contains('crowded') ? svg : element, ...options });
    said.textContent = `${subject.title}${subject.level === null ? '' : `, level ${subject.level}`}.`;
  };

  const shown = scene.markers.filter(({ id }) => markers.has(id));
  const open = (at: number): void => {
    const marker = shown[at];
    view.reveal(marker.x, marker.y);
    const step = (to: number): Step | null =>
      shown[to] === undefined ? null : { title: shown[to].label || shown[to].title, go: () => open(to) };
    show(markers.get(marker.id)!, marker, { before: step(at - 1), after: step(at + 1) });
  };
  shown.forEach((marker, at) => {
    const element = markers.get(marker.id)!;
    makeButtonOf(element, marker);
    element.addEventListener('click', () => open(at));
    // Not under a finger: what moves between its coming down and going up is not tapped.
    element.addEventListener('focus', () => element.matches(':focus-visible') && view.reveal(marker.x, marker.y));
  });
  onTap(picture.areas, scene.areas, show);
  onTap(picture.route, scene.route, show);
  listenToKeys(svg, view);

  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-marker]')) {
    const at = shown.findIndex(({ id }) => id === link.dataset.marker);
    if (at === -1) continue;
    link.addEventListener('click', (event) => {
      event.preventDefault();
      frame.scrollIntoView({ block: 'nearest' });
      open(at);
    });
  }

  frame.append(
    makeButtons(view, (name) => {
      said.textContent = name;
    }),
    panel.element,
  );
  frame.after(hint, said);
  const layers = makeLayers(scene.areas, picture.areas);
  if (layers !== null) frame.after(layers);
  swapForPrint(svg, still as SVGSVGElement);
}

interface Neighbours {
  readonly before: Step | null;
  readonly after: Step | null;
}

function makeButtonOf(element: SVGGElement, { title, level }: SceneMarker): void {
  element.setAttribute('role', 'button');
  element.setAttribute('tabindex', '0');
  element.setAttribute('aria-label', level === null ? title : `${title}, level ${level}`);
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    element.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  });
}

function onTap(
  elements: readonly SVGElement[],
  subjects: readonly Subject[],
  show: (element: SVGElement, subject: Subject) => void,
): void {
  elements.forEach((element, at) => {
    if (subjects[at] !== undefined) element.addEventListener('click', () => show(element, subjects[at]));
  });
}
