import { DOMParser, type Element } from '@xmldom/xmldom';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { touchedZones } from '../../../src/drawing/touched-zones.ts';
import { readTrack } from '../../../src/itinerary/tracks.ts';
import { reportKml } from '../../../src/report/kml.ts';
import { hostileStrings } from '../../hostile/strings.ts';
import { drawTrip, faultsOf, texts } from './drawn.ts';

const parse = (xml: string) => new DOMParser({ onError: () => {} }).parseFromString(xml, 'text/xml');
const all = (node: { getElementsByTagName(name: string): Iterable<Element> }, name: string) => [
  ...node.getElementsByTagName(name),
];
const textOf = (node: Element, name: string): string => all(node, name)[0]?.textContent ?? '';
const positions = (node: Element) =>
  textOf(node, 'coordinates')
    .split(' ')
    .map((tuple) => tuple.split(',').map(Number));
const dataOf = (node: Element): Record<string, string> =>
  Object.fromEntries(all(node, 'Data').map((data) => [data.getAttribute('name')!, textOf(data, 'value')]));
const faults = (kml: string) => faultsOf(kml, 'ogckml22.xsd', ['atom-author-link.xsd', 'xAL.xsd']);

describe.each(Object.keys(texts))('%s', async (name) => {
  const trip = await drawTrip(texts[name]);
  const { stops, legs, zones } = trip.assessment;
  const kml = reportKml(trip);
  const document = parse(kml);
  const folder = (title: string) => all(document, 'Folder').find((own) => textOf(own, 'name') === title)!;

  test('fits the schema of KML 2.2, and every style that is named is there', async () => {
    expect(await faults(kml)).toEqual([]);
    const styles = new Set(all(document, 'Style').map((style) => `#${style.getAttribute('id')}`));
    expect(all(document, 'styleUrl').filter(({ textContent }) => !styles.has(textContent!))).toEqual([]);
  });

  test('the folder Stops has the stops in their order, where they are and on their days', () => {
    const own = stops.filter(({ id }) => id !== 'entry' && id !== 'exit');
    const marks = all(folder('Stops'), 'Placemark');
    expect(marks.map((mark) => textOf(mark, 'name'))).toEqual(own.map((stop) => stop.name));
    expect(marks.map((mark) => dataOf(mark).nights)).toEqual(own.map(({ nights }) => String(nights)));
    marks.forEach((mark, index) => {
      const { lon, lat, from, to } = own[index];
      expect(all(mark, 'Point')).toHaveLength(lon === null ? 0 : 1);
      if (lon !== null) expect(positions(mark)).toEqual([[lon, lat]]);
      expect([textOf(mark, 'begin'), textOf(mark, 'end')]).toEqual([from ?? '', to ?? '']);
    });
  });

  test('a stretch beside an area of a higher level says so in its name and its description', async () => {
    for (const line of all(folder('Route by level'), 'Placemark')) {
      const { level, perhaps } = dataOf(line);
      const told = textOf(line, 'description').includes(`Perhaps ${perhaps} of 4: `);
      expect([textOf(line, 'name').includes(`, perhaps ${perhaps} of 4`), told]).toEqual([!!perhaps, !!perhaps]);
      if (perhaps) expect(Number(perhaps)).toBeGreaterThan(Number(level ?? 0));
    }
  });

  test('the stretches of a leg join, and each has the colour and the width of its level', () => {
    const lines = all(folder('Route by level'), 'Placemark');
    for (const leg of legs.filter(({ basis }) => basis !== 'unknown')) {
      const own = lines.filter((line) => dataOf(line).leg === leg.id);
      expect(own.length).toBeGreaterThan(0);
      own.slice(1).forEach((line, index) => {
        expect(positions(line)[0]).toEqual(positions(own[index]).at(-1));
        expect(dataOf(line).fromKm).toBe(dataOf(own[index]).toKm);
      });
      for (const line of own) {
        expect(textOf(line, 'styleUrl')).toBe(`#level-${dataOf(line).level ?? 'none'}`);
        expect(/GUESS/.test(textOf(line, 'description'))).toBe(leg.basis === 'guess' || (leg.corridorKm ?? 0) > 0);
      }
    }
  });

  test('every area that the trip touches is drawn, but whole countries and districts', () => {
    const touched = touchedZones(trip.assessment);
    const wanted = zones.filter(({ id, kind }) => touched.has(id) && kind !== 'country' && kind !== 'district');
    const drawn = all(folder('Zones touched'), 'Placemark');
    expect(drawn.map((mark) => dataOf(mark).id).sort()).toEqual(wanted.map(({ id }) => id).sort());
    for (const mark of drawn) expect(all(mark, 'Polygon').length).toBeGreaterThan(0);
  });
});

test('colours are written from blue to red: level 4 is red', async () => {
  const document = parse(reportKml(await drawTrip(texts['one stop'])));
  const style = all(document, 'Style').find((own) => own.getAttribute('id') === 'level-4')!;
  const [, opacity, blue, green, red] = /^(..)(..)(..)(..)$/
    .exec(textOf(style, 'color'))!
    .map((hex) => Number.parseInt(hex, 16));
  expect(opacity).toBe(255);
  expect(red).toBeGreaterThan(2 * Math.max(blue, green));
  const widths = ['none', '1', '2', '3', '4'].map((level) =>
    Number(textOf(all(document, 'Style').find((own) => own.getAttribute('id') === `level-${level}`)!, 'width')),
  );
  expect(widths).toEqual([...new Set(widths)].sort((a, b) => a - b));
});

test('the way is read as a track', async () => {
  const trip = await drawTrip('stops: [Khorog, Murghab]\n');
  const reading = await readTrack(new TextEncoder().encode(reportKml(trip)), 'way.kml');
  const vertices = 'parts' in reading ? reading.parts.flat() : [];
  const ends = trip.lines[0].line.vertices;
  for (const [index, end] of [
    [0, ends[0]],
    [-1, ends.at(-1)!],
  ] as const) {
    expect(vertices.at(index)![0]).toBeCloseTo(end[0], 5);
    expect(vertices.at(index)![1]).toBeCloseTo(end[1], 5);
  }
});

test('whatever stops are called, the file fits the schema and no description holds markup', async () => {
  const trip = await drawTrip('stops: [Dushanbe, Norak]\n');
  const names = fc.oneof(fc.constantFrom(...hostileStrings), fc.string({ unit: 'binary' }));
  await fc.assert(
    fc.asyncProperty(names, names, async (first, second) => {
      const stops = trip.assessment.stops.map((stop, index) => ({ ...stop, name: [first, second][index] }));
      const kml = reportKml({ ...trip, assessment: { ...trip.assessment, stops } });
      expect(await faults(kml)).toEqual([]);
      for (const own of all(parse(kml), 'description')) expect(own.textContent).not.toMatch(/[<>]/);
    }),
    { numRuns: 15 },
  );
});

test('the schema finds faults', async () => {
  const kml = reportKml(await drawTrip(texts['one stop']));
  expect(await faults(kml.replace('<open>1</open>', '<opne>1</opne>'))).not.toEqual([]);
  expect(await faults(kml.replace(/<color>../, '<color>zz'))).not.toEqual([]);
});
