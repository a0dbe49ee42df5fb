/** Random and hand-made shapes for the zone engine's tests, small enough to reason about. */
import fc from 'fast-check';

export type Ring = [number, number][];

/** A star-shaped ring around a centre: simple by construction, with reflex corners. */
export function star(lon: number, lat: number, radii: readonly number[]): Ring {
  const ring = radii.map((radius, at): [number, number] => {
    const turn = (2 * Math.PI * at) / radii.length;
    return [lon + radius * Math.cos(turn), lat + radius * Math.sin(turn)];
  });
  return [...ring, ring[0]];
}

export const rectangle = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

const radii = fc.array(fc.double({ min: 0.05, max: 0.6, noNaN: true }), { minLength: 3, maxLength: 12 });
const centre = fc.tuple(fc.double({ min: 68, max: 74, noNaN: true }), fc.double({ min: 37, max: 41, noNaN: true }));

/** One to three stars, the first perhaps with a hole. */
export const zoneRings = fc.array(fc.tuple(centre, radii, fc.boolean()), { minLength: 1, maxLength: 3 }).map((parts) =>
  parts.flatMap(([[lon, lat], r, hole]) => {
    const outer = star(lon, lat, r);
    return hole
      ? [
          outer,
          star(
            lon,
            lat,
            r.map((radius) => radius / 2),
          ),
        ]
      : [outer];
  }),
);

export const position = fc.tuple(
  fc.double({ min: 67, max: 75, noNaN: true }),
  fc.double({ min: 36.2, max: 41.8, noNaN: true }),
);

/** Even-odd ray casting straight from the definition, in degrees: the oracle. */
export function holds(rings: readonly Ring[], lon: number, lat: number): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let at = 1; at < ring.length; at++) {
      const [ax, ay] = ring[at - 1];
      const [bx, by] = ring[at];
      if (ay > lat !== by > lat && lon < ax + ((bx - ax) * (lat - ay)) / (by - ay)) inside = !inside;
    }
  }
  return inside;
}
