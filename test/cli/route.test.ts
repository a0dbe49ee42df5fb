import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DOMParser } from '@xmldom/xmldom';
import type { Feature, FeatureCollection, LineString, Point } from 'geojson';
import form from 'geojson-validation';
import { afterAll, describe, expect, test } from 'vitest';
import type { AssessedLeg, AssessedStop } from '../../src/assessment/way.ts';
import type { ReportedFinding } from '../../src/assessment.ts';
import type { Position } from '../../src/itinerary/itinerary.ts';
import { readTrack } from '../../src/itinerary/tracks.ts';
import { textWidth } from '../../src/terminal/width.ts';
import { run } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'tajcheck-route-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface RouteJson {
  asOf: string;
  stops: AssessedStop[];
  leg: AssessedLeg;
  findings: ReportedFinding[];
  zones: { id: string }[];
}

function json(...args: string[]): RouteJson {
  const { status, stdout, stderr } = run(['route', ...args, '--format', 'json']);
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return JSON.parse(stdout);
}

const sectionsOf = ({ leg }: RouteJson): string[] => leg.road!.stretches.map(({ section }) => section);

function geojson(...args: string[]) {
  const { stdout } = run(['route', ...args, '--format', 'geojson']);
  const collection: FeatureCollection = JSON.parse(stdout);
  expect(form.valid(collection, true)).toEqual([]);
  const lines = collection.features.filter(({ geometry }) => geometry.type === 'LineString');
  const points = collection.features.filter(({ geometry }) => geometry.type === 'Point');
  return { lines: lines as Feature<LineString>[], points: points as Feature<Point>[] };
}

/** The stretches of the leg, joined. */
const wayOf = (lines: readonly Feature<LineString>[]) =>
  lines.flatMap(({ geometry }, at) => geometry.coordinates.slice(at === 0 ? 0 : 1));

describe('the way in words', () => {
  const { status, stdout } = run(['route', 'Dushanbe', 'Khorog']);

  test('says how far, how long, by which roads and through which areas', () => {
    expect(status).toBe(0);
    const [head] = stdout.split('\n\n');
    expect(head.replace(/\s+/g, ' ')).toMatch(
      /^Dushanbe to Khorog by 4x4: \d{3} km, about \d+(\.\d)? h moving in the dry season/,
    );
    for (const title of ['The road', 'Areas on the way', 'Other ways']) expect(stdout).toContain(`\n\n${title}`);
    for (const words of ['M41', 'Afghan border', 'GBAO', 'near Khorog']) expect(stdout).toContain(words);
    expect(stdout).toMatch(/\n {2}By [^:]+: \d{3} km, about \d+(\.\d)? h/);
  });

  test('says how high the passes are', () => {
    const { stdout: high } = run(['route', 'Khorog', 'Murghab']);
    expect(high.replace(/\s+/g, ' ')).toMatch(/^Khorog to Murghab by 4x4: \d{3} km, .* up to 4,\d{3} m at \S+ pass/);
  });

  test.each([40, 60, 80, 120])('in %i columns no line is wider', (columns) => {
    for (const args of [
      ['Dushanbe', 'Khorog'],
      ['Khorog', 'Murghab', '--by', 'bicycle', '--on', '2027-01-15'],
      ['38.0,72.9', 'Murghab'],
      ['48.86,2.35', 'Khorog'],
    ]) {
      const narrow = run(['route', ...args], { env: { COLUMNS: String(columns) } });
      expect(narrow.status).toBe(0);
      const wide = narrow.stdout.split('\n').filter((line) => textWidth(line) > columns);
      expect(wide, args.join(' ')).toEqual([]);
    }
  });

  test('a way that no road leads is not told as one', () => {
    const far = run(['route', '48.86,2.35', 'Khorog']);
    expect(far.status).toBe(0);
    expect(far.stdout).toContain('48.86,2.35 to Khorog: no road that tajcheck knows leads there');
    expect(far.stdout).toContain('straight line');
    expect(far.stdout).not.toContain('Areas on the way');
    // The end outside the data, and the areas in the band around the guess, are told as well.
    expect(far.stdout).toMatch(/48\.86,2\.35 lies outside the area that tajcheck knows/);
    expect(far.stdout).toMatch(/Areas that the way may touch\n(?: {2}.*\n)* {2}Tavildara\n/);
  });

  test('a way that enters no area says so', () => {
    expect(run(['route', 'Kangurt', 'Danghara']).stdout).toMatch(/Areas on the way.*\n {2}None that tajcheck knows\./);
  });

  test('an end in another country asks for its papers', () => {
    const { stdout } = run(['route', 'Osh', 'Murghab']);
    expect(stdout.replace(/\s+/g, ' ')).toMatch(/Osh is in Kyrgyzstan.*papers/);
  });

  test('from a place to itself is no way at all, and no fault', () => {
    const nowhere = run(['route', 'Khorog', 'Khorog']);
    expect(nowhere).toMatchObject({ status: 0, stderr: '' });
    expect(nowhere.stdout).toContain('Khorog to Khorog');
    expect(run(['route', 'Khorog', 'Khorog', '--format', 'json']).status).toBe(0);
  });
});

describe('the way as data', () => {
  test('JSON: the leg on its roads, with a place near where each area begins', () => {
    const { leg, stops, zones, findings } = json('Dushanbe', 'Khorog');
    expect(stops.map(({ name }) => name)).toEqual(['Dushanbe', 'Khorog']);
    expect(leg).toMatchObject({ basis: 'road', mode: '4x4', date: null });
    expect(leg.lengthKm).toBeGreaterThan(450);
    expect(leg.lengthKm).toBeLessThan(700);
    const { stretches, passed, others } = leg.road!;
    expect(stretches[0].fromKm).toBe(0);
    const overThePass = json('Tavildara', 'Kalai-Khumb').leg.road!.stretches.map(({ highestM }) => highestM);
    expect(Math.max(...overThePass.map((height) => height ?? 0))).toBe(3252);
    expect(overThePass.filter((height) => height === 3252)).toHaveLength(2);
    expect(stretches.at(-1)!.toKm).toBeCloseTo(leg.lengthKm!, 1);
    expect(stretches.reduce((sum, { hours }) => sum + hours, 0)).toBeCloseTo(leg.hours!, 0);
    for (let at = 1; at < stretches.length; at++) expect(stretches[at].fromKm).toBe(stretches[at - 1].toKm);
    expect(passed[0].place).toBe('dushanbe');
    expect(passed.at(-1)!.place).toBe('khorog');
    // The road over the pass is the one that a traveller may mean instead.
    expect(others.some(({ insideKm, by }) => by !== null && insideKm.tavildara > 50)).toBe(true);
    const border = leg.crossings!.find(({ zone }) => zone === 'af-border-ca')!;
    expect(border.entryNear).toEqual(expect.any(String));
    expect(border.exitNear).toBe('Khorog');
    const known = new Set(zones.map(({ id }) => id));
    for (const { zone } of leg.crossings!) expect(known).toContain(zone);
    expect(findings.some(({ rule, subject }) => rule === 'TJ401' && subject === 'leg-1')).toBe(true);
  });

  test('GeoJSON: a line from end to end that lies in the country', () => {
    const { lines, points } = geojson('Dushanbe', 'Khorog');
    const stops = points.filter(({ properties }) => properties!.kind === 'stop');
    expect(stops.map(({ properties }) => properties!.name)).toEqual(['Dushanbe', 'Khorog']);
    const coordinates = wayOf(lines);
    expect(coordinates[0]).toEqual(stops[0].geometry.coordinates);
    expect(coordinates.at(-1)).toEqual(stops[1].geometry.coordinates);
    for (const [lon, lat] of coordinates) {
      expect(lon > 67.3 && lon < 75.2 && lat > 36.6 && lat < 41.1, `${lon} ${lat}`).toBe(true);
    }
    const { leg } = json('Dushanbe', 'Khorog');
    expect(lines[0].properties).toMatchObject({ basis: 'road', lengthKm: leg.lengthKm, hours: leg.hours });
  });

  test('GPX: the same vertices, whether printed or written to a file', async () => {
    const path = join(folder, 'way.gpx');
    const { status, stdout } = run(['route', 'Khorog', 'Murghab', '--format', `gpx=${path}`, '--format', 'json']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout).leg.basis).toBe('road');
    expect(readFileSync(path, 'utf8')).toBe(run(['route', 'Khorog', 'Murghab', '--format', 'gpx']).stdout);
    const reading = await readTrack(readFileSync(path), path);
    const [part, ...others] = 'parts' in reading ? reading.parts : [];
    expect(others).toEqual([]);
    // The GeoJSON has vertices more, where the advice changes.
    const drawn = new Set(wayOf(geojson('Khorog', 'Murghab').lines).map(String));
    expect(part.filter((vertex: Position) => !drawn.has(String(vertex)))).toEqual([]);
    expect(part.length).toBeGreaterThan(100);
  });

  test('GPX: whatever is written between the two numbers of an end, the file is XML', () => {
    const { status, stdout } = run(['route', '37.49;\t71.55', ' 38.17\n,73.96 ', '--format', 'gpx']);
    expect(status).toBe(0);
    const document = new DOMParser({
      onError: (level, message) => {
        throw new Error(`${level}: ${message}`);
      },
    }).parseFromString(stdout, 'text/xml');
    const waypoints = [...document.getElementsByTagName('wpt')];
    expect(waypoints.map((point) => point.getAttribute('lat'))).toEqual(['37.49', '38.17']);
    expect(document.getElementsByTagName('trkpt').length).toBeGreaterThan(50);
  });
});

describe('which way', () => {
  test('--via goes through the place, and offers no other way', () => {
    const [plain, bent] = [json('Dushanbe', 'Khorog'), json('Dushanbe', 'Khorog', '--via', 'Tavildara')];
    const places = ({ leg }: RouteJson) => leg.road!.passed.map(({ place }) => place);
    expect(places(plain)).not.toContain('tavildara');
    expect(places(bent)).toContain('tavildara');
    expect(bent.leg.road!.others).toEqual([]);
    const both = json('Dushanbe', 'Khorog', '--via', 'Bokhtar', '--via', 'Kulob');
    expect(places(both).indexOf('bokhtar')).toBeGreaterThan(0);
    expect(places(both).indexOf('kulob')).toBeGreaterThan(places(both).indexOf('bokhtar'));
  });

  test('--by bicycle takes longer than a car on the same road', () => {
    const [drive, ride] = [json('Khorog', 'Murghab'), json('Khorog', 'Murghab', '--by', 'bicycle')];
    expect(ride.leg.mode).toBe('bicycle');
    expect(sectionsOf(ride)).toEqual(sectionsOf(drive));
    expect(ride.leg.hours).toBeGreaterThan(2 * drive.leg.hours!);
    expect(run(['route', 'Khorog', 'Murghab', '--by', 'foot']).stdout).toContain('Khorog to Murghab on foot: ');
  });

  test('--on a day in winter takes the open way and says which road is shut', () => {
    const summer = json('Tavildara', 'Kalai-Khumb', '--on', '2027-07-15');
    const winter = json('Tavildara', 'Kalai-Khumb', '--on', '2027-01-15');
    expect(summer.leg.date).toBe('2027-07-15');
    expect(winter.leg.lengthKm).toBeGreaterThan(3 * summer.leg.lengthKm!);
    for (const { opening, section } of winter.leg.road!.stretches) expect(opening, section).not.toBe('closed');
    expect(summer.findings.filter(({ rule }) => rule === 'TJ215')).toEqual([]);
    const shut = winter.findings.filter(({ rule }) => rule === 'TJ215');
    expect(shut.map(({ message }) => message).join()).toMatch(/Khaburabot.* are shut on 2027-01-15: /);
    for (const { sources } of shut) expect(sources.length).toBeGreaterThan(0);
    const words = run(['route', 'Tavildara', 'Kalai-Khumb', '--on', '2027-01-15']).stdout.replace(/\s+/g, ' ');
    expect(words).toMatch(/Khaburabot.* are shut on 2027-01-15: .* The way was checked along an open road\. \[TJ215\]/);
    expect(words).not.toContain('TJ501');
  });

  test('ends may be latitude and longitude, on the road or off it', () => {
    const { leg, stops, findings } = json('37.49,71.55', '38.0 72.9');
    expect(stops.map(({ lat, lon }) => [lat, lon])).toEqual([
      [37.49, 71.55],
      [38, 72.9],
    ]);
    expect(leg.basis).toBe('road');
    const off = findings.filter(({ rule }) => rule === 'TJ213');
    expect(off).toMatchObject([{ severity: 'warning', confidence: 'possible' }]);
    expect(off[0].message).toMatch(/^38\.0 72\.9 is \d+(\.\d)? km from the nearest road/);
  });

  test('zones of the traveller’s own are met like the packaged ones', () => {
    const file = join(folder, 'own.geojson');
    const ring = [
      [73.5, 37.9],
      [73.9, 37.9],
      [73.9, 38.15],
      [73.5, 38.15],
      [73.5, 37.9],
    ];
    const geometry = { type: 'Polygon', coordinates: [ring] };
    const feature = { type: 'Feature', id: 'flood', properties: { name: 'Flood' }, geometry };
    writeFileSync(file, JSON.stringify({ type: 'FeatureCollection', features: [feature] }));
    const { leg, findings } = json('Khorog', 'Murghab', '--zones', file);
    expect(leg.crossings!.find(({ zone }) => zone === 'flood')!.insideKm).toBeGreaterThan(10);
    expect(findings.find(({ rule }) => rule === 'TJ305')).toMatchObject({ subject: 'leg-1', zone: 'flood' });
    expect(run(['route', 'Khorog', 'Murghab', '--zones', file]).stdout).toContain('Your own zone “Flood”');
    const missing = run(['route', 'Khorog', 'Murghab', '--zones', join(folder, 'none.geojson')]);
    expect(missing).toMatchObject({ status: 2, stdout: '' });
  });
});

describe('what cannot be done', () => {
  test.each([
    [['Dushanbe', 'Khorogg'], 'tajcheck: Khorogg is not a place that tajcheck knows.\nDid you mean Khorog?\n'],
    [['Dushanbe', 'Khorog', '--by', 'plane'], /^tajcheck: --by plane is not known\.\nUse 4x4, car, .*foot\.\n$/],
    [['Dushanbe', 'Khorog', '--by', 'air'], /^tajcheck: --by air is not known\.\n/],
    [
      ['Dushanbe', 'Khorog', '--on', '2027-02-30'],
      /^tajcheck: --on 2027-02-30 is no date\.\nWrite it as YYYY-MM-DD\.\n$/,
    ],
    [['Dushanbe', 'Khorog', '--on', 'soon'], /^tajcheck: --on soon is no date\.\n/],
    [
      ['Dushanbe', 'Khorog', '--via', 'Kulobb'],
      /^tajcheck: Kulobb is not a place that tajcheck knows\.\nDid you mean .*Kulob.*\n$/,
    ],
    [['Dushanbe', 'Khorog', '--via', '38.5,69.0'], /^tajcheck: --via takes the name of a place\.\n/],
    [['Dushanbe', 'Langar'], /^tajcheck: Langar is the name of several places\.\nSay which: .*Langar \(Wakhan\).*\n$/],
    [['Dushanbe', '137.49,71.55'], /^tajcheck: 137\.49,71\.55 is no latitude and longitude\.\n/],
    [['Dushanbe', 'Khorog', '--format', 'json', '--format', 'gpx'], /^tajcheck: Only one format can be printed\.\n/],
    [['Dushanbe', 'Khorog', '--format', 'docx'], /^tajcheck: There is no format docx\.\nFormats: .*gpx\.\n$/],
    [['Dushanbe', 'Khorog', '--format', 'gpx=/nowhere/way.gpx'], /^tajcheck: \/nowhere\/way\.gpx cannot be written/],
    [['Dushanbe'], /missing required argument/],
  ])('%j: exit 2, and one clear sentence', (args, words) => {
    const { status, stdout, stderr } = run(['route', ...args]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(words);
    expect(stderr.trimEnd().split('\n').length).toBeLessThanOrEqual(2);
  });

  test('a name with terminal codes cannot play with the terminal', () => {
    const { status, stderr } = run(['route', 'Dushanbe', '\u001b[2JKhorog\u0007']);
    expect(status).toBe(2);
    for (const code of ['\u001b', '\u0007']) expect(stderr).not.toContain(code);
  });
});
