import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Place } from '../../src/knowledge/schema/places.ts';
import { buildNameIndex, type Gazetteer, resolvePlace } from '../../src/places/gazetteer.ts';

const make = (id: string, name: string, ...names: string[]): Place => ({
  id, name, names, kind: 'village', country: 'TJ', lon: 71, lat: 38, uncertaintyKm: 0,
  altitudeM: null, altitudeBasis: null, district: null, sources: ['geonames'],
}); // biome-ignore format: a row of fillers

const places = [
  make('khorog', 'Khorog', 'Хорог', 'Xoruġ', 'Khorugh'),
  make('kalai-khumb', 'Kalai-Khumb', 'Qal’ai Khumb', 'Қалъаи Хумб', 'Калаи-Хумб', 'Darvoz'),
  make('langar-vanj', 'Langar'),
  make('langar-wakhan', 'Langar (Wakhan)', 'Langar', 'Лангар'),
  make('rushan', 'Rushan', 'Рушон', 'Рӯшон', 'Rushon'),
  make('murghab', 'Murghab', 'Мурғоб', 'Murgab'),
  make('ishkashim', 'Ishkashim', 'Ишкошим', 'Eshkāshem'),
  make('panj', 'Panj'),
  make('panji-poyon', 'Panji Poyon'),
  make('constructor-camp', 'Constructor'),
];
const gazetteer: Gazetteer = { places, names: buildNameIndex(places) };
const found = (name: string): string | null => {
  const answer = resolvePlace(name, gazetteer);
  return answer.kind === 'found' ? answer.place.id : null;
};
const suggested = (name: string): string[] | null => {
  const answer = resolvePlace(name, gazetteer);
  return answer.kind === 'unknown' ? answer.suggestions.map(({ id }) => id) : null;
};

describe('a name finds its place', () => {
  test.each([
    ['Khorog', 'khorog'],
    ['  khorog ', 'khorog'],
    ['KHORUGH', 'khorog'],
    ['Xorug', 'khorog'],
    ['хорог', 'khorog'],
    ['Kalai Khumb', 'kalai-khumb'],
    ['Kala-i-Khumb', 'kalai-khumb'],
    ["Qal'ai-Khumb", 'kalai-khumb'],
    ['Калъаи Хумб', 'kalai-khumb'],
    ['Рушон', 'rushan'],
    ['Мургоб', 'murghab'],
    ['Eshkashem', 'ishkashim'],
    ['langar-vanj', 'langar-vanj'],
    ['Langar Wakhan', 'langar-wakhan'],
    ['Лангар', 'langar-wakhan'],
  ])('%j is %s', (name, id) => expect(found(name)).toBe(id));
});

test('a name that two places bear is ambiguous, whichever has it first', () => {
  const answer = resolvePlace('LANGAR', gazetteer);
  expect(answer.kind === 'ambiguous' && answer.candidates.map(({ id }) => id)).toEqual([
    'langar-vanj',
    'langar-wakhan',
  ]);
});

describe('a near name is offered, never taken', () => {
  test.each([
    ['Khorogh', ['khorog']],
    ['Horog', ['khorog']],
    ['Ishkoshim', ['ishkashim']],
    ['Rushn', ['rushan']],
    ['Mургоб', ['murghab']],
    ['Homestay in Langar', ['langar-vanj', 'langar-wakhan']],
    ['Murghab bazaar', ['murghab']],
    ['Panj Poyon', ['panji-poyon', 'panj']],
    ['Paris', []],
    ['', []],
    ['?!', []],
    ['x'.repeat(10_000), []],
  ])('%.30j: %j', (name, ids) => expect(suggested(name)).toEqual(ids));

  test('at most three, the same every time', () => {
    const many = ['Aaba', 'Aabb', 'Aabc', 'Aabd'].map((name) => make(name.toLowerCase(), name));
    const crowd: Gazetteer = { places: many, names: buildNameIndex(many) };
    const answer = resolvePlace('Aabx', crowd);
    expect(answer.kind === 'unknown' && answer.suggestions.map(({ id }) => id)).toEqual(['aaba', 'aabb', 'aabc']);
  });
});

test('words that every object knows are only names', () => {
  expect(found('constructor')).toBe('constructor-camp');
  for (const name of ['__proto__', 'toString', 'hasOwnProperty', 'valueOf']) expect(suggested(name)).toEqual([]);
});

test('the index is plain JSON', () => {
  expect(JSON.parse(JSON.stringify(gazetteer.names))).toEqual(gazetteer.names);
  expect(gazetteer.names.langar).toEqual([2, 3]);
});

const file = 'data/places.yaml';
describe.runIf(existsSync(file))('the places that ship', () => {
  const data: unknown = parse(readFileSync(file, 'utf8'));
  const shipped = (Array.isArray(data) ? data : (data as { places: Place[] }).places) as Place[];
  const all: Gazetteer = { places: shipped, names: buildNameIndex(shipped) };

  test('every place can be reached by its name or its id', () => {
    const lost = shipped.filter((place) => {
      const reached = [place.name, place.id].map((name) => resolvePlace(name, all));
      return !reached.some((answer) => answer.kind === 'found' && answer.place.id === place.id);
    });
    expect(lost.map(({ id }) => id)).toEqual([]);
  });

  test('no id or name leads to another place', () => {
    const astray = shipped.filter((place) =>
      [place.name, place.id].some((name) => {
        const answer = resolvePlace(name, all);
        return answer.kind === 'found' && answer.place.id !== place.id;
      }),
    );
    expect(astray.map(({ id }) => id)).toEqual([]);
  });
});
