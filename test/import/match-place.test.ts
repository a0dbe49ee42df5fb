import { describe, expect, test } from 'vitest';
import { matchPlace } from '../../src/import/match-place.ts';
import type { Position } from '../../src/itinerary/itinerary.ts';
import { resolvePlace } from '../../src/places/gazetteer.ts';
import { knowledge } from '../trip.ts';

const positionOf = (name: string): Position => {
  const answer = resolvePlace(name, knowledge());
  if (answer.kind !== 'found') throw new Error(name);
  return [answer.place.lon, answer.place.lat];
};
/** A degree of latitude is 111 km. */
const north = ([lon, lat]: Position, km: number): Position => [lon, lat + km / 111];
const match = (name: string, at: Position | null = null) => {
  const { place, at: kept, by, doubts } = matchPlace(name, at, knowledge());
  return { place, at: kept, by, doubts: doubts.map(({ code }) => code) };
};
const khorog = positionOf('Khorog');

describe('a name alone', () => {
  test('in any spelling or script', () => {
    for (const name of ['khorog', 'Хоруғ', 'Khorugh'])
      expect(match(name)).toEqual({ place: 'Khorog', at: null, by: 'gazetteer', doubts: [] });
  });
  test('of several places is doubtful', () => expect(match('Langar').doubts).toEqual(['ambiguous']));
  test('of none is doubtful, with what may be meant', () => {
    const { doubts } = matchPlace('Khoroog', null, knowledge());
    expect(doubts).toMatchObject([{ code: 'unknown', suggestions: [{ name: 'Khorog' }] }]);
  });
});

describe('a name and a point', () => {
  test('at the place: the place', () => {
    expect(match('Хоруғ', north(khorog, 0.9))).toEqual({ place: 'Khorog', at: null, by: 'gazetteer', doubts: [] });
  });
  test('near it: the place, and the point is kept', () => {
    const at = north(khorog, 8);
    expect(match('Khorog', at)).toEqual({ place: 'Khorog', at, by: 'gazetteer', doubts: [] });
  });
  test('far from it: doubtful, and the point is kept', () => {
    const at = north(khorog, 21);
    expect(match('Khorog', at)).toEqual({ place: 'Khorog', at, by: 'own', doubts: ['far'] });
  });
  test('the point says which of several places of the name', () => {
    const wakhan = positionOf('Langar (Wakhan)');
    expect(match('Langar', wakhan)).toEqual({ place: 'Langar (Wakhan)', at: null, by: 'gazetteer', doubts: [] });
    expect(match('Langar', north(wakhan, 2))).toMatchObject({ place: 'Langar (Wakhan)', doubts: [] });
    expect(match('Langar', north(wakhan, 100))).toMatchObject({ place: 'Langar', by: 'own', doubts: ['ambiguous'] });
  });
  test('an unknown name is the traveller’s own', () => {
    expect(match('Homestay Nigina', khorog)).toEqual({ place: 'Homestay Nigina', at: khorog, by: 'own', doubts: [] });
  });
  test('no name: the place that is there, or one that says where', () => {
    expect(match('', khorog)).toMatchObject({ place: 'Khorog', at: null });
    expect(match('', north(khorog, 5))).toMatchObject({
      place: expect.stringMatching(/^Near /),
      by: 'own',
      doubts: [],
    });
    expect(match('', [73.5, 38.3])).toMatchObject({ place: 'Point 38.3000, 73.5000' });
  });
});

describe('a point that cannot be right', () => {
  test('swapped: exchanged where the name says so too, else left as it is', () => {
    const swapped: Position = [khorog[1], khorog[0]];
    expect(match('Khorog', swapped)).toEqual({ place: 'Khorog', at: null, by: 'gazetteer', doubts: ['swapped'] });
    expect(match('Camp', swapped)).toEqual({ place: 'Camp', at: swapped, by: 'own', doubts: ['swapped'] });
  });
  test('outside of the data', () => expect(match('Camp', [0, 0]).doubts).toEqual(['outside']));
});

test('a name that hides something is told, unless the gazetteer’s own stands in its place', () => {
  expect(match('Khorog\u202e').doubts).toEqual([]);
  expect(match('Camp\u202e', khorog).doubts).toEqual(['hidden']);
});
