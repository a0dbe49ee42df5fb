import { describe, expect, test } from 'vitest';
import { doubtsIn, importText } from './import-text.ts';

const trip = async (...rows: string[]) => {
  const { start, stops, ...rest } = await importText(`place,nights,arrival,departure,by\n${rows.join('\n')}\n`, 'csv');
  return {
    start,
    nights: stops.map(({ nights }) => nights),
    dates: stops.map(({ date }) => date),
    doubts: doubtsIn({ start, stops, ...rest }),
  };
};
const none = [[], []];

describe('days', () => {
  test('nights and the first day', async () => {
    expect(await trip('Dushanbe,2,2027-07-03', 'Khorog,1')).toEqual({
      start: '2027-07-03', nights: [2, 1], dates: [null, null], doubts: none,
    }); // biome-ignore format: short
  });
  test('nights from one arrival to the next, or to the departure', async () => {
    expect(await trip('Dushanbe,,2027-07-03', 'Khorog,,2027-07-05,2027-07-08')).toEqual({
      start: '2027-07-03', nights: [2, 3], dates: [null, null], doubts: none,
    }); // biome-ignore format: short
  });
  test('counted back from a later day over nights that are known', async () => {
    expect(await trip('Dushanbe,2', 'Khorog,1,2027-07-05')).toMatchObject({ start: '2027-07-03', doubts: none });
  });
  test('not counted back over nights that are not', async () => {
    expect(await trip('Dushanbe', 'Khorog,1,2027-07-05')).toEqual({
      start: null, nights: [null, 1], dates: [null, '2027-07-05'], doubts: [[], ['days-before']],
    }); // biome-ignore format: short
  });
  test.each([
    ['2027-07-04', 'arrives-early'],
    ['2027-07-06', 'arrives-late'],
  ])('nights and the arrival on %s that do not agree are pinned and told: %s', async (date, code) => {
    expect(await trip('Dushanbe,2,2027-07-03', `Khorog,1,${date}`)).toEqual({
      start: '2027-07-03', nights: [2, 1], dates: [null, date], doubts: [[], [code]],
    }); // biome-ignore format: short
  });
  test('a departure that does not agree, or is before the arrival', async () => {
    expect((await trip('Dushanbe,2,2027-07-03,2027-07-06', 'Khorog,1')).doubts).toEqual([['nights-differ'], []]);
    expect((await trip('Dushanbe,,2027-07-03,2027-07-01', 'Khorog,1')).doubts).toEqual([['leaves-early'], []]);
  });
});

describe('values that are left out and told', () => {
  test.each([
    ['Khorog,2,03/04/2027', 'date'],
    ['Khorog,2,3 July', 'date'],
    ['Khorog,2,2027-02-30', 'date'],
    ['Khorog,two,', 'nights'],
    ['Khorog,-1,', 'nights'],
    ['Khorog,1.5,', 'nights'],
    ['Khorog,900,', 'nights'],
    ['Khorog,1,,,bike', 'mode'],
  ])('%s', async (row, code) => {
    const { doubts, dates, start } = await trip(row, 'Rushan,1');
    expect(doubts).toEqual([[code], []]);
    expect([start, ...dates]).toEqual([null, null, null]);
  });
});

describe('a row for every day', () => {
  const table = (...rows: string[]): string => `Date,Place,Notes\n${rows.join('\n')}\n`;
  test('is a stop for each stay', async () => {
    const { stops, start, remarks } = await importText(
      table('2027-07-03,Dushanbe,arrive', '2027-07-04,Душанбе,museum', '2027-07-05,Kulob,', '2027-07-06,Dushanbe,'),
      'csv',
    );
    expect(start).toBe('2027-07-03');
    expect(stops.map(({ place, nights, notes }) => [place, nights, notes])).toEqual([
      ['Dushanbe', 2, 'arrive; museum'],
      ['Kulob', 1, ''],
      ['Dushanbe', null, ''],
    ]);
    expect(remarks.join()).toContain('a row for every day');
  });
  test('rows are kept apart where a day is missing or nights are written', async () => {
    const gap = await importText(table('2027-07-03,Dushanbe,', 'later,Dushanbe,', '2027-07-05,Dushanbe,'), 'csv');
    expect(gap.stops.length).toBeGreaterThan(1);
    const nights = await importText('place,nights\nDushanbe,1\nDushanbe,1\n', 'csv');
    expect(nights.stops).toHaveLength(2);
  });
});
