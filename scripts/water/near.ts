/** Distances on the small scale of a lake or a river, in kilometres. */
import { metresPerDegree } from '../../src/geodesy/ellipsoid.ts';
import { type Line, type Polygon, type Position, polygonContains } from '../zones/plane.ts';

export function kmToLine([lon, lat]: Position, line: Line): number {
  const scale = metresPerDegree(lat);
  const at = ([x, y]: Position): [number, number] => [((x - lon) * scale.lon) / 1000, ((y - lat) * scale.lat) / 1000];
  let least = Number.POSITIVE_INFINITY;
  for (let end = 1; end < line.length; end++) {
    const [ax, ay] = at(line[end - 1]);
    const [bx, by] = at(line[end]);
    const [dx, dy] = [bx - ax, by - ay];
    const length = dx * dx + dy * dy;
    const share = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length));
    least = Math.min(least, Math.hypot(ax + share * dx, ay + share * dy));
  }
  return least;
}

/** 0 inside. */
export const kmToPolygon = (position: Position, [outer]: Polygon): number =>
  polygonContains([outer], position) ? 0 : kmToLine(position, outer);
