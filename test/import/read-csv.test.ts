import { describe, expect, test } from 'vitest';
import { read, rowsOf } from './import-text.ts';

const cells = async (text: string) => (await rowsOf(text, 'csv')).rows.map((row) => row.cells);

describe('reads a table', () => {
  test.each([
    ['comma', 'place,nights\nKhorog,2\n"Langar (Wakhan)",1\n'],
    ['semicolon', 'place;nights\nKhorog;2\n"Langar (Wakhan)";1\n'],
    ['tab', 'place\tnights\nKhorog\t2\nLangar (Wakhan)\t1'],
    ['what a spreadsheet says', 'sep=;\r\nplace;nights\r\nKhorog;2\r\nLangar (Wakhan);1\r\n'],
    ['old line ends', 'place,nights\rKhorog,2\rLangar (Wakhan),1'],
    ['a byte order mark, and names in capitals', '\ufeffPLACE , Nights\n Khorog , 2 \n Langar (Wakhan),1\n'],
    ['titles and blank rows', 'My trip,\n,\nplace,nights\n\nKhorog,2\n,\nLangar (Wakhan),1\n'],
    ['other words', 'Nights (n);Town\n2;Khorog\n1;Langar (Wakhan)\n'],
  ])('%s', async (_name, text) => {
    expect(await cells(text)).toEqual([
      { place: 'Khorog', nights: '2' },
      { place: 'Langar (Wakhan)', nights: '1' },
    ]);
  });

  test('separators, breaks and quotes inside a quoted field', async () => {
    const text = 'place,notes,nights\n"Khorog, ""the park""","two\nlines",1\nRushan,,2\n';
    const { rows } = await rowsOf(text, 'csv');
    expect(rows).toEqual([
      { where: 'line 2', cells: { place: 'Khorog, "the park"', notes: 'two\nlines', nights: '1' }, isShifted: false },
      { where: 'line 4', cells: { place: 'Rushan', notes: '', nights: '2' }, isShifted: false },
    ]);
  });

  test('decimal commas between semicolons', async () => {
    expect(await cells('name;lat;lng\nCamp;37,49;71,55\n')).toEqual([{ place: 'Camp', lat: '37,49', lon: '71,55' }]);
  });

  test('the better of two names for the place', async () => {
    expect(await cells('stop,name,place\n1,x,Khorog\n')).toEqual([{ place: 'Khorog' }]);
  });

  test('a list of places without a name for its column', async () => {
    const { rows, remarks } = await rowsOf('Dushanbe\nKhorog\n', 'csv');
    expect(rows.map((row) => row.cells.place)).toEqual(['Dushanbe', 'Khorog']);
    expect(remarks.join()).toContain('does not name its columns');
  });

  test('columns without names where they are plain, and says which are not', async () => {
    const { rows, leftOut } = await rowsOf('Dushanbe;2027-07-03;2;lovely\nKhorog;2027-07-05;1;\n', 'csv');
    expect(rows[1].cells).toEqual({ place: 'Khorog', arrival: '2027-07-05', nights: '1' });
    expect(leftOut).toMatchObject([{ what: 'the column 4' }]);
  });
});

describe('says what it leaves out', () => {
  test('rows above the header, and columns it does not know, with what may be meant', async () => {
    const { leftOut } = await rowsOf('My trip\nplace,nigths,Hotel,Empty\nKhorog,2,Zarya,\n', 'csv');
    expect(leftOut).toEqual([
      { where: 'line 1', what: 'My trip', why: 'it stands above the names of the columns' },
      { where: 'line 2', what: 'the column "nigths"', why: 'its name is not known; did you mean nights?' },
      { where: 'line 2', what: 'the column "Hotel"', why: 'import has no use for it' },
    ]);
  });

  test('a row with more fields than columns', async () => {
    const { rows } = await rowsOf('place,lat,lon\nKhorog,37,49,71,55\n', 'csv');
    expect(rows[0].isShifted).toBe(true);
  });
});

describe('refuses, with the line and the reason', () => {
  test.each([
    ['an open quote', 'place,nights\nKhorog,1\n"Rushan,2\nMurghab,3\n', 3, /quoted field/],
    ['a quote that goes on', 'place,nights\n"a\nb",1\n"Rushan"x,2\n', 4, /quoted field/],
    ['no column with the place', 'nights,date\n2,2027-07-03\n', 1, /none that says where/],
  ])('%s', async (_name, text, line, words) => {
    expect(await read(text, 'csv')).toMatchObject({ problem: { line, words: expect.stringMatching(words) } });
  });
});
