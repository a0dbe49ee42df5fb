/** On paper the map stands as it was drawn, whole, wherever it has been moved to on the screen. */
export function swapForPrint(live: SVGSVGElement, still: SVGSVGElement): void {
  window.addEventListener('beforeprint', () => live.replaceWith(still));
  window.addEventListener('afterprint', () => still.replaceWith(live));
}
