/** What is known of the thing that was tapped, in a small panel over the map. */
import type { Level } from '../knowledge/schema/parts.ts';

export interface Subject {
  readonly title: string;
  readonly level: Level | null;
  readonly details: readonly string[];
}

export interface MapPanel {
  readonly element: HTMLElement;
  /** `origin` gets the focus back when the panel is closed; `beside` are the subjects before and after along the way. */
  readonly open: (subject: Subject, options: PanelOptions) => void;
  readonly close: () => void;
}

interface PanelOptions {
  readonly origin: Element;
  readonly before: Step | null;
  readonly after: Step | null;
}

export interface Step {
  readonly title: string;
  readonly go: () => void;
}

/** `onClose` runs after each closing. */
export function makePanel(onClose: () => void): MapPanel {
  const element = document.createElement('div');
  element.className = 'map-panel';
  element.hidden = true;
  element.tabIndex = -1;
  element.setAttribute('role', 'dialog');
  element.setAttribute('aria-labelledby', 'map-panel-title');
  let origin: Element | null = null;

  const close = (): void => {
    if (element.hidden) return;
    const held = element.contains(document.activeElement);
    element.hidden = true;
    onClose();
    if (held && (origin instanceof HTMLElement || origin instanceof SVGElement)) origin.focus({ preventScroll: true });
  };
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  });

  return {
    element,
    close,
    open: (subject, { origin: from, before, after }) => {
      origin = from;
      element.replaceChildren(
        head(subject, close),
        ...subject.details.map((line) => text('p', line)),
        steps(before, after),
      );
      element.hidden = false;
      element.scrollTop = 0;
      element.focus({ preventScroll: true });
      element.scrollIntoView({ block: 'nearest' });
    },
  };
}

function head({ title, level }: Subject, close: () => void): HTMLElement {
  const bar = document.createElement('div');
  bar.className = 'map-panel-head';
  const heading = text('h3', title);
  heading.id = 'map-panel-title';
  bar.append(heading);
  if (level !== null) bar.append(text('span', `Level ${level} of 4`, `plate l${level}`));
  const button = press('Close', close);
  button.className = 'map-panel-close';
  bar.append(button);
  return bar;
}

/** From one thing to the next along the way, so that nobody has to hit small marks. */
function steps(before: Step | null, after: Step | null): HTMLElement {
  const bar = document.createElement('div');
  bar.className = 'map-panel-steps';
  if (before !== null) bar.append(press(`Before: ${before.title}`, before.go));
  if (after !== null) bar.append(press(`Next: ${after.title}`, after.go));
  return bar;
}

function press(name: string, act: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = name;
  button.addEventListener('click', act);
  return button;
}

function text(tag: 'h3' | 'p' | 'span', words: string, className = ''): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = words;
  if (className !== '') element.className = className;
  return element;
}
