/** The way between a gate of the country and the first or last stop is judged like any other. */
import { expect, test } from 'vitest';
import type { Assessment } from '../../src/assessment.ts';
import { assessText, find, rulesIn } from '../trip.ts';

const trip = (entry: string, stops: string, exit = '{ place: Dushanbe airport, by: air }') =>
  assessText(
    `start: 2027-07-03\nparty: [{ nationality: DE }]\ntravel: 4x4\nentry: ${entry}\nstops:\n${stops}\nexit: ${exit}\n`,
  );

const idsOf = ({ stops, legs }: Assessment) => [stops.map(({ id }) => id), legs.map(({ id }) => id)];

test('from a border post to the first stop, by the roads of the country', async () => {
  const assessment = await trip(
    'Kyzyl-Art',
    '  - { place: Murghab, nights: 2 }\n  - { place: Khorog, by: air }',
    'Osh',
  );
  expect(idsOf(assessment)).toEqual([
    ['entry', 'stop-1', 'stop-2', 'exit'],
    ['leg-0', 'leg-1', 'leg-2'],
  ]);
  expect(assessment.legs[0]).toMatchObject({ from: 'entry', to: 'stop-1', basis: 'road', countries: ['TJ'] });
  expect(assessment.legs[0].lengthKm).toBeGreaterThan(150);
  expect(find(assessment, 'TJ401').map(({ line }) => line)).toEqual([4]);
});

test('from an airport to a stop in another part of the country', async () => {
  const assessment = await trip('{ place: Dushanbe airport, by: air }', '  - { place: Khorog, nights: 2 }');
  expect(idsOf(assessment)[1]).toEqual(['leg-0', 'leg-1']);
  expect(assessment.overall.byAuthority['ca-gac'].level).toBe(4);
  expect(rulesIn(assessment)).toContain('TJ401');
});

test('out by a closed post: the way there counts, and so does its danger', async () => {
  const assessment = await trip('{ place: Dushanbe airport, by: air }', '  - { place: Dushanbe, nights: 2 }', 'Tem');
  expect(assessment.legs.map(({ id, to }) => [id, to])).toEqual([['leg-1', 'exit']]);
  expect(rulesIn(assessment)).toEqual(expect.arrayContaining(['TJ301', 'TJ401', 'TJ431']));
  expect(assessment.itinerary.end).toBe('2027-07-05');
});

test('a town and its own airport are one, and a flight from abroad has no road', async () => {
  const near = await trip('{ place: Dushanbe airport, by: air }', '  - { place: Dushanbe, nights: 2 }');
  expect(idsOf(near)).toEqual([['stop-1'], []]);
  const abroad = await trip('{ place: Osh, by: air }', '  - { place: Dushanbe, nights: 2 }', '{ place: Osh, by: air }');
  expect(idsOf(abroad)).toEqual([['stop-1'], []]);
});

test('a gate that is not known adds no stop; it is a fault of its own', async () => {
  const assessment = await trip('Atlantis', '  - { place: Dushanbe, nights: 2 }');
  expect(idsOf(assessment)[0]).toEqual(['stop-1']);
  expect(find(assessment, 'TJ201')).toMatchObject([{ line: 4, severity: 'error' }]);
});

test('the way out is travelled as the file says of it', async () => {
  const way = async (by: string) => {
    const assessment = await trip(
      'Dushanbe airport',
      '  - { place: Murghab, nights: 1 }',
      `{ place: Kyzyl-Art, by: ${by} }`,
    );
    return assessment.legs.at(-1)!.mode;
  };
  expect(await way('bicycle')).toBe('bicycle');
  expect(await way('4x4')).toBe('4x4');
});

test('an airport without a name: the way from it is said not to be checked', async () => {
  const why = async (entry: string) =>
    (await trip(entry, '  - { place: Khorog, nights: 2 }')).notChecked.filter(({ subject }) => subject === 'entry');
  expect(await why('{ by: air }')).toMatchObject([
    { why: expect.stringContaining('the way from there to the first stop') },
  ]);
  expect(await why('{ place: Dushanbe airport, by: air }')).toEqual([]);
});
