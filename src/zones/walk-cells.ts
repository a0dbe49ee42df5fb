/** Along a straight step from cell to cell of the grid. */
import type { ZoneIndex } from './zone-index.ts';

/** The grid cells that a step passes, in order; cells off the grid are left out. */
export function forEachCell(
  index: ZoneIndex,
  px: number,
  py: number,
  qx: number,
  qy: number,
  visit: (cell: number) => void,
): void {
  const { x0, y0, cellX, cellY, side, cellStart } = index;
  let column = Math.floor((px - x0) / cellX);
  let row = Math.floor((py - y0) / cellY);
  const lastColumn = Math.floor((qx - x0) / cellX);
  const lastRow = Math.floor((qy - y0) / cellY);
  const dx = qx - px;
  const dy = qy - py;
  const right = dx > 0 ? 1 : -1;
  const up = dy > 0 ? 1 : -1;
  for (;;) {
    if (column >= 0 && row >= 0 && column < side && row < side) {
      const cell = row * side + column;
      if (cellStart[cell] !== cellStart[cell + 1]) visit(cell);
    }
    if (column === lastColumn && row === lastRow) return;
    const nextX = x0 + (column + (right > 0 ? 1 : 0)) * cellX;
    const nextY = y0 + (row + (up > 0 ? 1 : 0)) * cellY;
    const toX = column === lastColumn ? Infinity : (nextX - px) / dx;
    const toY = row === lastRow ? Infinity : (nextY - py) / dy;
    if (toX <= toY) column += right;
    else row += up;
  }
}
