import { readFileSync } from 'node:fs';
import { DOMParser } from '@xmldom/xmldom';
import { expect, test } from 'vitest';
import { assess } from '../../src/assess.ts';
import { shortDistanceKm } from '../../src/geodesy/great-ellipse.ts';
import { distanceToLineKm } from '../../src/geodesy/measure.ts';
import type { Basemap } from '../../src/map/basemap.ts';
import { drawSvg } from '../../src/map/draw-svg.ts';
import { makeScene } from '../../src/map/make-scene.ts';
import type { Scene } from '../../src/map/scene.ts';
import { simplifyLine } from '../../src/map/simplify.ts';
import { zoneRings } from '../../src/map/zone-rings.ts';
import { knowledge } from '../trip.ts';

const noWater: Basemap = { lakes: [], rivers: [], attribution: [] };

async function sceneOf(text: string, basemap = noWater): Promise<Scene> {
  const assessed = await assess(text, {
    ...{ file: 'trip.yaml', asOf: '2026-11-22', version: '0.0.0', knowledge: knowledge() },
    loadTrack: async (path) => ({ rule: 'TJ108', args: { path, code: 'not-found', line: null, column: null } }),
  });
  if (!assessed.understood) throw new Error('not understood');
  return makeScene({ ...assessed, knowledge: knowledge(), ownZones: [] }, basemap);
}

const example = (name: string): string => readFileSync(new URL(`../../examples/${name}.yaml`, import.meta.url), 'utf8');

test('stops stand in travelling order with their numbers, and somewhere slept at twice bears both', async () => {
  const { markers } = await sceneOf('stops: [Dushanbe, Khorog, Ishkashim, Khorog]\n');
  expect(markers.filter(({ kind }) => kind === 'stop').map(({ mark, label }) => [mark, label])).toEqual([
    ['1', 'Dushanbe'],
    ['2,4', 'Khorog'],
    ['3', 'Ishkashim'],
  ]);
});

test('each mark has an id of its own, and on a leg they stand in the order of the way', async () => {
  const { markers } = await sceneOf(example('pamir-highway'));
  expect(new Set(markers.map(({ id }) => id)).size).toBe(markers.length);
  const titles = markers.map(({ title }) => title);
  const border = titles.findIndex((title) => title.includes('near Kyzyl-Art'));
  const taldyk = titles.findIndex((title) => title.startsWith('Taldyk pass'));
  expect(border).toBeGreaterThan(titles.findIndex((title) => title.startsWith('Uy-Bulak pass')));
  expect(taldyk).toBeGreaterThan(border);
});

test('north is up, east is right, and a unit is as many kilometres as it says', async () => {
  const { markers, kmPerUnit } = await sceneOf('stops: [Khorog, Murghab]\n');
  const [khorog, murghab] = markers.filter(({ kind }) => kind === 'stop');
  expect(murghab.x).toBeGreaterThan(khorog.x);
  expect(murghab.y).toBeLessThan(khorog.y);
  const places = knowledge().places.filter(({ name }) => ['Khorog', 'Murghab'].includes(name));
  const km = shortDistanceKm([places[0].lon, places[0].lat], [places[1].lon, places[1].lat]);
  const drawn = Math.hypot(murghab.x - khorog.x, murghab.y - khorog.y) * kmPerUnit;
  expect(Math.abs(drawn / km - 1)).toBeLessThan(0.01);
});

test('the route is drawn from end to end, each stretch with its level, and its advice in native words', async () => {
  const { route } = await sceneOf('stops: [Khorog, Ishkashim]\ntravel: 4x4\n');
  expect(route.map(({ level }) => level)).toContain(4);
  expect(route.flatMap(({ details }) => details).join('\n')).toContain('Canada: Avoid all travel (4 of 4)');
});

test('where a higher level begins beside the way, the way is drawn as perhaps in it', async () => {
  const { route } = await sceneOf('stops: [Jelondy, Bulunkul]\ntravel: 4x4\n');
  expect(route.map(({ level, perhaps }) => [level, perhaps])).toEqual(route.map(() => [3, 4]));
  expect(route[0].title).toContain('level 3 of 4, perhaps 4 of 4');
});

test('a border is marked where the country is left, and not where our knowledge of its neighbour ends', async () => {
  const { markers } = await sceneOf('stops: [Karakul, Osh]\ntravel: 4x4\n');
  const borders = markers.filter(({ kind }) => kind === 'border');
  expect(borders.map(({ title }) => title)).toEqual([expect.stringContaining('near Kyzyl-Art')]);
  expect(borders[0].details[0]).toContain('out of Tajikistan');
});

test('what cannot be drawn is told', async () => {
  const { notes, markers, route } = await sceneOf(
    'stops: [Khorog, Nirgendwo, { place: Camp, at: { lat: 38.2, lon: 73.1 } }]\n',
  );
  expect(markers.filter(({ kind }) => kind === 'stop').map(({ label }) => label)).toEqual(['Khorog', 'Camp']);
  expect(notes.join('\n')).toContain('the place is not known: Nirgendwo');
  expect(notes.join('\n')).toContain('Khorog – Nirgendwo');
  expect(route).toEqual([]);
});

test('a trip without a single known place still has the map of the country', async () => {
  const scene = await sceneOf('stops: [Nirgendwo]\n');
  expect(scene.focus.width).toBeGreaterThan(16_000);
  expect(drawSvg(scene, { width: 600, theme: 'dark', title: null })).toContain('none on the map');
});

test('areas of one extent and level are one, named for all governments that say it', async () => {
  const { areas } = await sceneOf('stops: [Khorog, Ishkashim]\n');
  const strip = areas.filter(({ zones }) => zones.includes('af-border-au'));
  expect(strip).toHaveLength(1);
  expect(strip[0].zones).toContain('af-border-ie');
  expect(strip[0].level).toBe(4);
  // Switzerland says less of the same strip.
  expect(strip[0].zones).not.toContain('af-border-ch');
});

test('an area that needs a paper and is advised against is shaded too, and the country as a whole is told', async () => {
  const { areas, notes } = await sceneOf('stops: [Murghab]\n');
  const gbao = areas.filter(({ zones }) => zones.includes('gbao'));
  expect(gbao.map(({ kind, level }) => [kind, level])).toEqual([
    ['advisory', 3],
    ['permit', null],
  ]);
  expect(notes).toContain('Tajikistan as a whole: level 2 of 4, which is not shaded.');
});

test('a lake bears its own name, not that of a shore', async () => {
  const { names } = await sceneOf('stops: [Bulunkul]\n');
  const water = names.filter(({ kind }) => kind === 'water').map(({ text }) => text);
  expect(water.filter((text) => text.includes('Yashilkul'))).toEqual(['Yashilkul']);
});

test('the picture of a two-week trip stays small enough for the page', async () => {
  const scene = await sceneOf(example('pamir-highway'));
  const svg = drawSvg(scene, { width: 760, theme: 'light', title: null, embedded: true });
  expect(svg.length).toBeLessThan(250_000);
});

test('a drawn outline leaves the true one by no more than it may', () => {
  const layers = [{ index: knowledge().index, zones: knowledge().zones }];
  const [exact] = zoneRings(layers, 'gbao', 0);
  const [drawn] = zoneRings(layers, 'gbao', 0.15);
  expect(drawn.length).toBeLessThan(exact.length / 2);
  for (const vertex of exact.filter((_, at) => at % 25 === 0)) {
    expect(distanceToLineKm(vertex, drawn)).toBeLessThan(0.16);
  }
  expect(
    simplifyLine(
      [
        [70, 38],
        [71, 39],
      ],
      100,
    ),
  ).toEqual([
    [70, 38],
    [71, 39],
  ]);
});

test('names stay text, in a title, a label and the description', async () => {
  const name = '<script>alert(1)</script> & "]]>';
  const scene = await sceneOf(JSON.stringify({ stops: [{ place: name, at: { lat: 38.2, lon: 73.1 } }] }));
  const svg = drawSvg(scene, { width: 800, theme: 'light', title: name });
  const document = new DOMParser().parseFromString(svg, 'image/svg+xml');
  const said = (tag: string): string[] =>
    [...document.getElementsByTagName(tag)].map(({ textContent }) => textContent ?? '');
  expect(said('script')).toEqual([]);
  expect(said('title')).toEqual(expect.arrayContaining([name, `1. ${name}`]));
  expect(said('text')).toContain(name);
  expect(said('desc')[0]).toContain(name);
});
