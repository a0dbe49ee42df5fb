import { DOMParser, type Element } from '@xmldom/xmldom';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTrack } from '../../../src/itinerary/tracks.ts';
import { reportTripGpx } from '../../../src/report/trip-gpx.ts';
import { hostileStrings } from '../../hostile/strings.ts';
import { drawTrip, faultsOf, texts } from './drawn.ts';

const parse = (xml: string) => new DOMParser({ onError: () => {} }).parseFromString(xml, 'text/xml');
const all = (node: { getElementsByTagName(name: string): Iterable<Element> }, name: string) => [
  ...node.getElementsByTagName(name),
];
const textOf = (node: Element, name: string): string => all(node, name)[0]?.textContent ?? '';
const at = (node: Element) => [Number(node.getAttribute('lon')), Number(node.getAttribute('lat'))];

describe.each(Object.keys(texts))('%s', async (name) => {
  const trip = await drawTrip(texts[name]);
  const { stops, legs } = trip.assessment;
  const gpx = reportTripGpx(trip);
  const document = parse(gpx);
  const placed = stops.filter(({ lon, id }) => lon !== null && id !== 'entry' && id !== 'exit');

  test('fits the schema of GPX 1.1', async () => {
    expect(await faultsOf(gpx, 'gpx-1.1.xsd')).toEqual([]);
  });

  test('the route has the stops in their order, with their days', () => {
    const points = all(document, 'rtept');
    expect(points.map((point) => [textOf(point, 'name'), ...at(point)])).toEqual(
      placed.map(({ name, lon, lat }) => [name, lon, lat]),
    );
    expect(points.map((point) => textOf(point, 'tajcheck:nights'))).toEqual(placed.map(({ nights }) => String(nights)));
    expect(points.map((point) => textOf(point, 'tajcheck:arrival'))).toEqual(placed.map(({ from }) => from ?? ''));
  });

  test('each leg whose way is known is one track from stop to stop; the others are named', () => {
    const drawn = legs.filter(({ basis }) => basis !== 'unknown');
    const tracks = all(document, 'trk');
    expect(tracks).toHaveLength(drawn.length);
    tracks.forEach((track, index) => {
      const points = all(track, 'trkpt').map(at);
      const [from, to] = [drawn[index].from, drawn[index].to].map((id) => stops.find((stop) => stop.id === id)!);
      for (const [point, stop] of [
        [points[0], from],
        [points.at(-1)!, to],
      ] as const) {
        expect(Math.hypot(point[0] - stop.lon!, point[1] - stop.lat!)).toBeLessThan(0.3);
      }
      const desc = textOf(track, 'desc');
      expect(/GUESS/.test(desc)).toBe(drawn[index].basis === 'guess' || (drawn[index].corridorKm ?? 0) > 0);
      expect(/FLIGHT/.test(desc)).toBe(drawn[index].basis === 'flight');
    });
    const metadata = textOf(all(document, 'metadata')[0], 'desc');
    for (const { name } of stops.filter(({ lon }) => lon === null)) expect(metadata).toContain(name);
    expect(metadata).toContain('not for steering by');
    expect(metadata).toContain('OpenStreetMap');
  });

  test('every entry into an area is a waypoint, and so is the border on the way out', () => {
    const entries = all(document, 'wpt').filter((point) => textOf(point, 'type') === 'zone entry');
    const borders = all(document, 'wpt').filter((point) => textOf(point, 'type') === 'border');
    const zones = new Map(trip.assessment.zones.map((zone) => [zone.id, zone]));
    const crossings = legs.flatMap(({ crossings }) => crossings ?? []);
    const isHome = (zone: string): boolean => zone === 'country-tj';
    const isTold = (zone: string): boolean => zones.get(zone)!.kind !== 'district' && !isAbroad(zone);
    const isAbroad = (zone: string): boolean => zones.get(zone)!.kind === 'country' && !isHome(zone);
    const entered = crossings.filter(({ zone, entryKm }) => isTold(zone) && entryKm > 0.05);
    const left = legs.flatMap(({ crossings, lengthKm }) =>
      (crossings ?? []).filter(({ zone, exitKm }) => isHome(zone) && exitKm < lengthKm! - 0.05),
    );
    expect(entries.length > 0).toBe(entered.length > 0);
    for (const { entry } of entered) {
      const near = entries.some((point) => Math.hypot(at(point)[0] - entry[0], at(point)[1] - entry[1]) < 0.01);
      expect(near, `${entry}`).toBe(true);
    }
    for (const { exit } of left) {
      const near = borders.some((point) => Math.hypot(at(point)[0] - exit[0], at(point)[1] - exit[1]) < 0.01);
      expect(near, `${exit}`).toBe(true);
    }
  });
});

test('the trips above hold every kind of way, and one that is a guess in part', async () => {
  const legs = (await Promise.all(Object.values(texts).map((text) => drawTrip(text)))).flatMap(
    ({ assessment }) => assessment.legs,
  );
  expect(new Set(legs.map(({ basis }) => basis))).toEqual(new Set(['road', 'flight', 'guess', 'unknown']));
  expect(legs.some(({ basis, corridorKm }) => basis === 'road' && (corridorKm ?? 0) > 0)).toBe(true);
});

test('the schema finds faults', async () => {
  const gpx = reportTripGpx(await drawTrip(texts['one stop']));
  expect(await faultsOf(gpx.replace('<wpt lat="', '<wpt lat="9'), 'gpx-1.1.xsd')).not.toEqual([]);
  expect(await faultsOf(gpx.replace('<rte>', '<rte><sym>x</sym>'), 'gpx-1.1.xsd')).not.toEqual([]);
});

test('a stop tells the words of each government beside the level', async () => {
  const trip = await drawTrip(texts['pamir-highway']);
  const khorog = all(parse(reportTripGpx(trip)), 'wpt').find((point) => textOf(point, 'name') === 'Khorog')!;
  const { advisories } = trip.assessment.stops.find(({ name }) => name === 'Khorog')!;
  for (const authority of new Set(advisories!.map((said) => said.authority))) {
    const top = Math.max(...advisories!.filter((said) => said.authority === authority).map(({ level }) => level ?? 0));
    const words = advisories!.filter((said) => said.authority === authority && (said.level ?? 0) === top);
    expect(words.some(({ native }) => textOf(khorog, 'desc').includes(native.slice(1)))).toBe(true);
  }
  expect(textOf(khorog, 'osmand:color')).toBe('#b30021');
});

test('of a trip of one leg the way is read as a track, vertex for vertex', async () => {
  const trip = await drawTrip('stops: [Khorog, Murghab]\n');
  const reading = await readTrack(new TextEncoder().encode(reportTripGpx(trip)), 'way.gpx');
  const round = ([lon, lat]: readonly number[]) => [Number(lon.toFixed(6)), Number(lat.toFixed(6))];
  expect(reading).toEqual({ parts: [trip.lines[0].line.vertices.map(round)] });
});

/** What XML 1.0 cannot hold at all stands as U+FFFD. */
const readable = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what the format cannot hold
  text.replace(/\p{Cs}/gu, '\ufffd').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');

/** A parser reads every end of a line as one character. */
const lines = (text: string): string => text.replace(/\r[\n\u0085]|[\r\u0085\u2028\u2029]/g, '\n');

test('whatever stops are called, the file fits the schema and no description holds markup', async () => {
  const trip = await drawTrip('stops: [Khorog, Murghab]\n');
  const names = fc.oneof(fc.constantFrom(...hostileStrings), fc.string({ unit: 'binary' }));
  await fc.assert(
    fc.asyncProperty(names, names, async (first, second) => {
      const stops = trip.assessment.stops.map((stop, index) => ({ ...stop, name: [first, second][index] }));
      const gpx = reportTripGpx({ ...trip, assessment: { ...trip.assessment, stops } });
      expect(await faultsOf(gpx, 'gpx-1.1.xsd')).toEqual([]);
      for (const desc of all(parse(gpx), 'desc')) expect(desc.textContent).not.toMatch(/[<>]/);
      const names = all(parse(gpx), 'rtept').map((point) => lines(textOf(point, 'name')));
      expect(names).toEqual([first, second].map((name) => lines(readable(name))));
    }),
    { numRuns: 25 },
  );
});
