/** What the page does besides its map: boxes keep their ticks, days are counted from today, and an old page says so. */
import { daysBetween } from '../dates.ts';
import { sayCountdown } from '../report/countdown.ts';

export function startTicks(): void {
  const state = document.getElementById('ticks');
  if (state === null) return;
  const boxes = [...document.querySelectorAll<HTMLInputElement>('.boxes input[data-item]')];
  const key = `tajcheck-ticks-${state.dataset.trip}`;
  let ticked = new Set<string>();
  let refused = false;
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    if (Array.isArray(kept)) ticked = new Set(kept.filter((id): id is string => typeof id === 'string'));
  } catch (error) {
    // What is kept may be damaged; only a storage that cannot be used is worth a word.
    refused = !(error instanceof SyntaxError);
  }
  const sayRefusal = (): void => {
    state.textContent = 'This browser keeps nothing for this page: ticks last until it is closed.';
    state.classList.add('refused');
  };
  if (refused) sayRefusal();
  for (const box of boxes) {
    const { item = '' } = box.dataset;
    box.checked = ticked.has(item);
    box.addEventListener('change', () => {
      if (box.checked) ticked.add(item);
      else ticked.delete(item);
      countTicks();
      if (refused) return;
      try {
        localStorage.setItem(key, JSON.stringify([...ticked]));
      } catch {
        refused = true;
        sayRefusal();
      }
    });
  }
  countTicks();
}

/** `3 of 12 done`, beside each heading. */
function countTicks(): void {
  for (const progress of document.querySelectorAll<HTMLElement>('.progress')) {
    const boxes = [...(progress.closest('h3')?.nextElementSibling?.querySelectorAll('input') ?? [])];
    progress.textContent = `${boxes.filter(({ checked }) => checked).length} of ${boxes.length} done`;
  }
}

/** A page this old is no longer the advice of its day. */
const OLD_DAYS = 14;

export function startCountdown(today: string): void {
  const notice = document.getElementById('aged');
  const asOf = notice?.dataset.asOf;
  if (!notice || asOf === undefined) return;
  const age = daysBetween(asOf, today);
  // A clock that is behind, or a trip judged for a later day, counts as the day it was made for.
  if (age <= 0) return;
  for (const left of document.querySelectorAll<HTMLElement>('.left')) {
    const days = daysBetween(today, left.dataset.day ?? today);
    left.textContent = left.textContent?.startsWith('(') ? `(${sayCountdown(days)})` : sayCountdown(days);
    left.classList.toggle('past', days < 0);
    left.classList.toggle('soon', days >= 0 && days <= OLD_DAYS);
  }
  const counted = document.getElementById('counted');
  if (counted) counted.textContent = 'Days are counted from today.';
  const reviews = (notice.dataset.reviews ?? '').split(' ').filter(Boolean);
  const due = reviews.filter((day) => day < today).length;
  if (age <= OLD_DAYS && due === 0) return;
  const fallen =
    due === 0
      ? ''
      : ` ${due === 1 ? 'One of its sources has' : `${due} of its sources have`} fallen due for review since.`;
  notice.textContent = `This page is ${age} ${age === 1 ? 'day' : 'days'} old.${fallen} Advice, roads and borders may have changed: run tajcheck again before you rely on it.`;
  notice.classList.add('old');
  notice.setAttribute('role', 'alert');
}

/** On paper nothing can be opened. */
export function openForPrint(): void {
  const shut = (): HTMLDetailsElement[] => [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
  let opened: HTMLDetailsElement[] = [];
  window.addEventListener('beforeprint', () => {
    opened = shut();
    for (const details of opened) details.open = true;
  });
  window.addEventListener('afterprint', () => {
    for (const details of opened) details.open = false;
  });
}

/** The day where the reader is, which no time zone may move. */
export function dayHere(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
