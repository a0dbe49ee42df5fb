/** Lines as SVG path data: whole map units, each point told by its distance from the one before. */
type Point = readonly [x: number, y: number];

export function linePath(points: readonly Point[]): string {
  let path = '';
  let [lastX, lastY] = [0, 0];
  for (const [at, point] of points.entries()) {
    const [x, y] = [Math.round(point[0]), Math.round(point[1])];
    if (at === 0) path = `M${x} ${y}l`;
    // The last point is drawn in any case: a line of one spot is a dot.
    else if (x !== lastX || y !== lastY || at === points.length - 1) path += ` ${x - lastX} ${y - lastY}`;
    [lastX, lastY] = [x, y];
  }
  return path.replace('l ', 'l').replace(/l$/, '');
}

/** Closed rings; the last point of each, which is its first, is left out. */
export function ringsPath(rings: readonly (readonly Point[])[]): string {
  return rings.map((ring) => `${linePath(ring.slice(0, -1))}z`).join('');
}
