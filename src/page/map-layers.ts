/** Boxes that take areas off the map and bring them back: by the level of what is said of them, and by kind. */
import type { SceneData } from '../report/page/scene-data.ts';

type Area = SceneData['areas'][number];

interface Layer {
  readonly name: string;
  readonly holds: (area: Area) => boolean;
}

const levels: readonly Layer[] = ([4, 3, 2, 1] as const).map((level) => ({
  name: `Advice of level ${level}`,
  holds: (area) => area.kind === 'advisory' && area.level === level,
}));

const kinds: readonly Layer[] = [
  { name: 'Advice without a level', holds: ({ kind, level }) => kind === 'advisory' && level === null },
  { name: 'Mines and other hazards', holds: ({ kind }) => kind === 'hazard' },
  { name: 'Closed areas', holds: ({ kind }) => kind === 'closure' },
  { name: 'Areas that need a paper', holds: ({ kind }) => kind === 'permit' },
  { name: 'Districts', holds: ({ kind }) => kind === 'district' },
  { name: 'Countries', holds: ({ kind }) => kind === 'country' },
  { name: 'Your own zones', holds: ({ kind }) => kind === 'own' },
];

/** `shapes` are the areas' elements, in the order of `areas`. Null where there is nothing to choose. */
export function makeLayers(areas: readonly Area[], shapes: readonly Element[]): HTMLElement | null {
  const present = [...levels, ...kinds].filter(({ holds }) => areas.some(holds));
  if (present.length === 0) return null;
  const box = document.createElement('details');
  box.className = 'map-layers';
  const summary = document.createElement('summary');
  summary.textContent = 'Areas shown';
  const group = document.createElement('fieldset');
  const legend = document.createElement('legend');
  legend.textContent = 'Areas shown on the map';
  group.append(legend);
  for (const { name, holds } of present) {
    const label = document.createElement('label');
    const tick = document.createElement('input');
    tick.type = 'checkbox';
    tick.checked = true;
    // A reload must not leave a box unticked whose areas are drawn.
    tick.autocomplete = 'off';
    tick.addEventListener('change', () => {
      areas.forEach((area, at) => {
        if (holds(area)) shapes[at]?.classList.toggle('off', !tick.checked);
      });
    });
    label.append(tick, ` ${name}`);
    group.append(label);
  }
  box.append(summary, group);
  return box;
}
