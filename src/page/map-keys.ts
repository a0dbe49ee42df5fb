/** The map by keyboard and by buttons: the same few movements. */
import type { MapView } from './map-view.ts';

const STEP = 0.2;
const ZOOM = 1.6;

const keys: Readonly<Record<string, (view: MapView) => void>> = {
  ArrowLeft: (view) => view.moveBy(-STEP, 0),
  ArrowRight: (view) => view.moveBy(STEP, 0),
  ArrowUp: (view) => view.moveBy(0, -STEP),
  ArrowDown: (view) => view.moveBy(0, STEP),
  '+': (view) => view.zoomBy(ZOOM),
  '=': (view) => view.zoomBy(ZOOM),
  '-': (view) => view.zoomBy(1 / ZOOM),
  '0': (view) => view.showAll(),
};

/** Keys count while the picture or something in it has the focus; with Ctrl they are the browser's own. */
export function listenToKeys(picture: Element, view: MapView): void {
  picture.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey } = event as KeyboardEvent;
    const move = ctrlKey || metaKey || altKey ? undefined : keys[key];
    if (move === undefined) return;
    event.preventDefault();
    move(view);
  });
}

const buttons = [
  { name: 'Zoom in', sign: '+', key: '+' },
  { name: 'Zoom out', sign: '−', key: '-' },
  { name: 'Whole trip', sign: 'Whole trip', key: '0' },
] as const;

/** `onPress` hears what was done, in words. */
export function makeButtons(view: MapView, onPress: (name: string) => void): HTMLElement {
  const group = document.createElement('div');
  group.className = 'map-buttons';
  group.append(
    ...buttons.map(({ name, sign, key }) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = sign;
      if (sign !== name) {
        button.setAttribute('aria-label', name);
        button.title = name;
      }
      button.addEventListener('click', () => {
        keys[key](view);
        onPress(name);
      });
      return button;
    }),
  );
  return group;
}
