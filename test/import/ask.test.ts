/** Questions about places: asked only where there is a doubt, and what the answers make of it. */
import { describe, expect, test } from 'vitest';
import type { Answer, Question } from '../../src/import/settle-place.ts';
import { resolvePlace } from '../../src/places/gazetteer.ts';
import { knowledge } from '../trip.ts';
import { doubtsIn, importText } from './import-text.ts';

const place = (name: string): Answer => {
  const answer = resolvePlace(name, knowledge());
  if (answer.kind !== 'found') throw new Error(name);
  return { kind: 'place', place: answer.place };
};

async function asked(text: string, ...answers: Answer[]) {
  const questions: Question[] = [];
  const trip = await importText(text, 'csv', async (question) => {
    questions.push(question);
    return answers[questions.length - 1] ?? { kind: 'leave' };
  });
  const offered = questions.map(({ choices }) => choices.map(({ name }) => name));
  return { questions, offered, stop: trip.stops[0], doubts: doubtsIn(trip)[0] };
}

test('nothing is asked where nothing is in doubt about a place', async () => {
  const { questions, doubts } = await asked('place,nights,via\nХоруғ,x,Rushan\n');
  expect(questions).toEqual([]);
  expect(doubts).toEqual(['nights']);
});

describe('a name of several places', () => {
  const text = 'place\nLangar\n';
  test('is asked with all of them', async () => {
    const { offered, stop, doubts } = await asked(text, place('Langar (Wakhan)'));
    expect(offered).toEqual([['Langar (Vanj)', 'Langar (Wakhan)']]);
    expect(stop).toMatchObject({ place: 'Langar (Wakhan)', at: null, written: 'Langar' });
    expect(doubts).toEqual([]);
  });
  test('stays marked when nobody knows', async () => {
    const { stop, doubts } = await asked(text, { kind: 'leave' });
    expect(stop.place).toBe('Langar');
    expect(doubts).toEqual(['ambiguous']);
  });
});

test('another name is looked up in its turn, until one is known', async () => {
  const { questions, stop, doubts } = await asked(
    'place\nMy homestay\n',
    { kind: 'name', name: 'Lyangar' },
    { kind: 'name', name: 'Мурғоб' },
  );
  expect(questions.map(({ written }) => written)).toEqual(['My homestay', 'Lyangar']);
  expect(stop.place).toBe('Murghab');
  expect(doubts).toEqual([]);
});

describe('a point far from the place of its name', () => {
  const text = 'place,lat,lon\nKhorog,38.17,73.96\n';
  test('the place: the point is dropped', async () => {
    const { offered, stop, doubts } = await asked(text, place('Khorog'));
    expect(offered).toEqual([['Khorog']]);
    expect(stop).toMatchObject({ place: 'Khorog', at: null });
    expect(doubts).toEqual([]);
  });
  test('the point: the name is the traveller’s own', async () => {
    const { stop, doubts } = await asked(text, { kind: 'keep' });
    expect(stop).toMatchObject({ place: 'Khorog', at: [73.96, 38.17] });
    expect(doubts).toEqual([]);
  });
});

test('latitude and longitude are exchanged when told so', async () => {
  const { stop, doubts } = await asked('place,lat,lon\nCamp,71.83,38.00\n', { kind: 'exchange' });
  expect(stop).toMatchObject({ place: 'Camp', at: [71.83, 38] });
  expect(doubts).toEqual([]);
});

test('places on the way are asked about as well', async () => {
  const text = 'place,via\nKhorog,"Rushan, Langar"\n';
  expect((await asked(text)).doubts).toEqual(['via']);
  const { stop, doubts } = await asked(text, place('Langar (Vanj)'));
  expect(stop.via).toEqual(['Rushan', 'Langar (Vanj)']);
  expect(doubts).toEqual([]);
});

test('one name is asked about once, however often it comes', async () => {
  const { questions, doubts } = await asked('place\nLangar\nKhorog\nLangar\n', place('Langar (Wakhan)'));
  expect(questions).toHaveLength(1);
  expect(doubts).toEqual([]);
});
