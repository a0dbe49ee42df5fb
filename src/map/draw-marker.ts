/** The marks on the map, told apart by shape: stops are discs with their number, borders diamonds, passes triangles. */
import { escapeXml } from '../report/escape-xml.ts';
import type { SceneMarker } from './scene.ts';
import { textWidth } from './text-width.ts';

/** Half the height of a stop's mark, pixels. */
const STOP_RADIUS = 9;

const SMALL: Readonly<Record<SceneMarker['kind'], number>> = {
  stop: STOP_RADIUS,
  gate: 8,
  border: 7,
  pass: 6,
  'zone-edge': 4,
};

/** Half the size of what no label may cover. */
export const markRadius = ({ kind, mark }: Pick<SceneMarker, 'kind' | 'mark'>): number =>
  Math.max(SMALL[kind], mark === '' ? 0 : halfWidth(mark));

const halfWidth = (mark: string): number => textWidth(mark, 11, 'bold') / 2 + 5;

const shapes: Readonly<Record<Exclude<SceneMarker['kind'], 'stop'>, string>> = {
  gate: '<path class="shape" d="M-7-7H7V7H-7z"/>',
  border: '<path class="shape" d="M0-7L7 0 0 7-7 0z"/>',
  pass: '<path class="shape" d="M0-6L6 5H-6z"/>',
  'zone-edge': '<circle class="shape" r="3.5"/>',
};

export function drawMarker(
  marker: SceneMarker,
  { left, top }: { readonly left: number; readonly top: number },
  isCrowded: boolean,
): string {
  const { id, kind, level, mark, title } = marker;
  const half = Math.max(STOP_RADIUS, halfWidth(mark));
  const disc = `<rect class="shape" x="${-half}" y="${-STOP_RADIUS}" width="${2 * half}" height="${2 * STOP_RADIUS}" rx="${STOP_RADIUS}"/>`;
  const number = mark === '' ? '' : `<text class="mark" y="4">${escapeXml(mark)}</text>`;
  const place = `translate(${left.toFixed(1)} ${top.toFixed(1)})`;
  const look = `marker ${kind}${level === null ? '' : ` level-${level}`}${isCrowded ? ' crowded' : ''}`;
  return `<g data-id="${escapeXml(id)}" class="${look}" transform="${place}"><title>${escapeXml(title)}</title>${kind === 'stop' ? disc : shapes[kind]}${number}</g>`;
}
