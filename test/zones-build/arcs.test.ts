import { describe, expect, it } from 'vitest';
import { simplifyOutlines } from '../../scripts/zones/arcs.ts';
import { selfCrossings } from '../../scripts/zones/crossings.ts';
import { distanceTo } from '../../scripts/zones/distance.ts';
import { keyOf, type Polygon, type Position, round6 } from '../../scripts/zones/plane.ts';
import { simplifyLine } from '../../scripts/zones/simplify.ts';

const METRES = 20;

/** From one position to another in `parts` steps, off the straight line by a wave of up to some 40 m. */
function wavy([ax, ay]: Position, [bx, by]: Position, parts = 200): Position[] {
  return Array.from({ length: parts + 1 }, (_, i) => {
    const t = i / parts;
    const off = i === 0 || i === parts ? 0 : 0.0004 * Math.sin(i * 0.7) * Math.cos(i * 0.13);
    return [
      round6(ax + (bx - ax) * t - off * Math.sign(by - ay)),
      round6(ay + (by - ay) * t + off * Math.sign(bx - ax)),
    ];
  });
}

const back = (line: readonly Position[]) => [...line].reverse();
const ring = (...lines: (readonly Position[])[]) => [lines[0][0], ...lines.flatMap((line) => line.slice(1))];
const edges = (polygons: readonly Polygon[]) =>
  polygons.flat().flatMap((r) => r.slice(1).map((to, i) => [keyOf(r[i]), keyOf(to)] as const));

// Two countries side by side, the western one around a third.
const [south, north]: Position[] = [[70, 38], [70, 38.1]]; // biome-ignore format: one line
const border = wavy(south, north);
const enclave = ring(wavy([69.94, 38.04], [69.96, 38.04], 50), wavy([69.96, 38.04], [69.95, 38.06], 50), wavy([69.95, 38.06], [69.94, 38.04], 50)); // biome-ignore format: one line
const west: Polygon = [ring(border, wavy(north, [69.9, 38.1]), wavy([69.9, 38.1], [69.9, 38]), wavy([69.9, 38], south)), back(enclave)]; // biome-ignore format: one line
const east: Polygon = [ring(back(border), wavy(south, [70.1, 38]), wavy([70.1, 38], [70.1, 38.1]), wavy([70.1, 38.1], north))]; // biome-ignore format: one line
const countries = new Map([['west', [west]], ['east', [east]], ['enclave', [[enclave]]]]); // biome-ignore format: one line

describe('simplifyOutlines', () => {
  const simple = simplifyOutlines(countries, () => METRES);

  it('drops vertices and keeps junctions, parts and holes', () => {
    expect(edges(simple.get('west')!).length).toBeLessThan(edges([west]).length / 2);
    expect(simple.get('west')![0]).toHaveLength(2);
    for (const name of ['west', 'east'])
      expect(simple.get(name)![0][0].map(keyOf)).toEqual(expect.arrayContaining([keyOf(south), keyOf(north)]));
  });

  it('leaves a border one line for both sides, an enclave too', () => {
    const reversed = (name: string) => new Set(edges(simple.get(name)!).map(([from, to]) => `${to} ${from}`));
    const ofWest = edges(simple.get('west')!).map((edge) => edge.join(' '));
    const [withEast, withEnclave] = ['east', 'enclave'].map((name) => ofWest.filter((e) => reversed(name).has(e)));
    expect(withEast.length).toBeGreaterThan(10);
    expect(withEnclave.length).toBe(edges(simple.get('enclave')!).length);
  });

  it('moves no line by more than the tolerance', () => {
    const metresOff = distanceTo([...simple.values()].flat(2));
    const worst = Math.max(...[west, east].flat(2).map(metresOff));
    expect(worst).toBeGreaterThan(METRES / 2);
    expect(worst).toBeLessThanOrEqual(METRES * 1.001);
  });

  it('does not depend on where rings start, which way they run, or which country comes first', () => {
    const turn = (r: readonly Position[]) => [...r.slice(70, -1), ...r.slice(0, 71)];
    const other = simplifyOutlines(
      new Map(
        [...countries].reverse().map(([name, polygons]) => [name, polygons.map((p) => p.map((r) => back(turn(r))))]),
      ),
      () => METRES,
    );
    const lines = (polygons: readonly Polygon[]) => edges(polygons).map((edge) => [...edge].sort().join(' ')).sort(); // biome-ignore format: one line
    for (const name of countries.keys()) expect(lines(other.get(name)!)).toEqual(lines(simple.get(name)!));
  });

  it('brings vertices back where lines would cross', () => {
    // A headland and the bay around it: the headland is kept, so a straight bay would cut it off.
    const tip: Position = [70.005, 38.0004];
    const bay: Position[] = [[70, 38.0001], [70.004, 38.0004], [70.005, 38.0005], [70.006, 38.0004], [70.01, 38.0001]]; // biome-ignore format: one line
    const lower: Polygon = [[[70, 37.99], [70.01, 37.99], [70.01, 38], tip, [70, 38], [70, 37.99]]]; // biome-ignore format: one line
    const upper: Polygon = [[...bay, [70.01, 38.01], [70, 38.01], bay[0]]];
    const both = new Map([['lower', [lower]], ['upper', [upper]]]); // biome-ignore format: one line
    const simple = simplifyOutlines(both, (p) => (p === tip ? 1 : 200));
    expect(selfCrossings([...simple.values()].flat(2))).toEqual([]);
    expect(simple).toEqual(both);
    expect(simplifyOutlines(new Map([['upper', [upper]]]), () => 200).get('upper')![0][0]).toHaveLength(5);
  });
});

describe('simplifyLine', () => {
  const zigzag = Array.from({ length: 9 }, (_, i): Position => [70 + i / 1000, i % 2 ? 38.0001 : 38]);

  it('keeps only the ends of what is straight within the tolerance', () => {
    expect(simplifyLine(zigzag, () => 12)).toEqual([zigzag[0], zigzag[8]]);
    expect(simplifyLine(zigzag, () => 1)).toEqual(zigzag);
  });

  it('keeps the tip of a line that turns back on itself', () => {
    const spit: Position[] = [[70, 38], [70.001, 38], [70.01, 38], [70.005, 38]]; // biome-ignore format: one line
    expect(simplifyLine(spit, () => 20)).toEqual([spit[0], spit[2], spit[3]]);
  });

  it('asks each vertex for its own tolerance', () => {
    const tight = simplifyLine(zigzag, ([lon]) => (lon < 70.0035 ? 1 : 12));
    expect(tight).toEqual([...zigzag.slice(0, 4), zigzag[8]]);
  });
});
