import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Passage, staysOf } from '../../src/borders/passages.ts';
import type { Position } from '../../src/itinerary/itinerary.ts';
import { assessText, find, type Tracks, withoutRoads } from '../trip.ts';

const trip = (stops: string, more = 'travel: 4x4\n') => `start: 2027-07-05\n${more}stops:\n${stops}`;
const listed = (...stops: string[]) => trip(stops.map((stop) => `  - ${stop}\n`).join(''));
const passagesOf = async (text: string, tracks: Tracks = {}, options = {}) =>
  (await assessText(text, tracks, options)).passages;
const track = (...points: Position[]) => ({ 't.gpx': { parts: [points] } });
const brief = (passages: Awaited<ReturnType<typeof passagesOf>>) =>
  passages.map(({ kind, subject, post }) => `${kind} ${subject} ${post}`);

describe('the ways into the country and out of it', () => {
  test('from Osh by Sary-Tash to Karakul: an entry at Kyzyl-Art, and nothing said of the end', async () => {
    const passages = await passagesOf(
      listed('{ place: Osh, nights: 1 }', '{ place: Sary-Tash, nights: 1 }', 'Karakul'),
    );
    expect(passages).toMatchObject([
      {
        kind: 'entry',
        subject: 'leg-2',
        date: '2027-07-07',
        by: 'land',
        neighbour: 'KG',
        post: 'kyzyl-art',
        status: 'open',
        confidence: 'certain',
      },
      { kind: 'exit', subject: 'stop-3', date: '2027-07-07', by: null, neighbour: null, post: null },
    ]);
  });

  test('from Dushanbe to Samarkand: an exit at Sarazm - Jartepa', async () => {
    const passages = await passagesOf(listed('{ place: Dushanbe, nights: 2 }', 'Samarkand'));
    expect(passages).toMatchObject([
      { kind: 'entry', subject: 'stop-1', date: '2027-07-05', by: null },
      {
        kind: 'exit',
        subject: 'leg-1',
        date: '2027-07-07',
        by: 'land',
        neighbour: 'UZ',
        post: 'sarazm-jartepa',
        status: 'unverified',
      },
    ]);
  });

  test('within the country there is but the beginning and the end, along the border too', async () => {
    for (const stops of [
      ['Khorog', 'Ishkashim', 'Langar (Wakhan)', 'Murghab'],
      ['Kulob', 'Kalai-Khumb', 'Khorog'],
      ['Khujand', 'Konibodom', 'Isfara', 'Panjakent'],
      ['Murghab', 'Shaymak', 'Murghab'],
    ]) {
      expect(brief(await passagesOf(listed(...stops)))).toEqual([
        'entry stop-1 null',
        `exit stop-${stops.length} null`,
      ]);
    }
  });

  test('through the country: one leg holds both', async () => {
    const passages = await passagesOf(listed('Samarkand', 'Osh'));
    expect(brief(passages)).toEqual(['entry leg-1 sarazm-jartepa', 'exit leg-1 karamyk']);
    expect(passages.map(({ confidence }) => confidence)).toEqual(['likely', 'likely']);
  });

  test('through another country and back: an exit and an entry', async () => {
    const passages = await passagesOf(listed('Karakul', '{ place: Murghab, via: [Osh] }'));
    expect(brief(passages)).toEqual([
      'entry stop-1 null',
      'exit leg-1 kyzyl-art',
      'entry leg-1 kyzyl-art',
      'exit stop-2 null',
    ]);
    expect(passages[1]).toMatchObject({ confidence: 'certain' });
  });

  test('a trip that never comes near has none', async () => {
    expect(await passagesOf(listed('Osh', 'Sary-Tash'))).toEqual([]);
  });

  test('the neutral road to Vorukh may be a way out and back: nobody can tell', async () => {
    const passages = await passagesOf(listed('Isfara', 'Vorukh'));
    expect(brief(passages).slice(1, 3)).toEqual(['exit leg-1 isfara-batken', 'entry leg-1 isfara-batken']);
    expect(passages.slice(1, 3).map(({ confidence }) => confidence)).toEqual(['possible', 'possible']);
  });

  test('a stop at the post is one at the border: the leg on its far side crosses', async () => {
    expect(brief(await passagesOf(listed('Karakul', 'Kyzyl-Art', 'Osh')))).toEqual([
      'entry stop-1 null',
      'exit leg-2 kyzyl-art',
    ]);
    expect(brief(await passagesOf(listed('Osh', 'Kyzyl-Art', 'Karakul')))).toEqual([
      'entry leg-1 kyzyl-art',
      'exit stop-3 null',
    ]);
    // A trip that begins at the post comes over it.
    expect((await passagesOf(listed('Kyzyl-Art', 'Karakul')))[0]).toMatchObject({
      by: 'land',
      post: 'kyzyl-art',
      subject: 'stop-1',
    });
  });

  test('by air: no post, and the airport’s town', async () => {
    const passages = await passagesOf(
      listed('Dushanbe', '{ place: Osh, by: air, nights: 1 }', '{ place: Khujand, by: air }'),
    );
    expect(passages.slice(1, 3)).toMatchObject([
      { kind: 'exit', subject: 'leg-1', by: 'air', place: 'Dushanbe', neighbour: null, post: null },
      { kind: 'entry', subject: 'leg-2', by: 'air', place: 'Khujand', neighbour: null, post: null },
    ]);
  });

  test('a guessed way is only possible, and so is one that is not known', async () => {
    const guessed = await passagesOf(listed('Karakul', 'Sary-Tash'), {}, withoutRoads());
    expect(guessed[1]).toMatchObject({ kind: 'exit', subject: 'leg-1', confidence: 'possible' });
    const unknown = await passagesOf(listed('Karakul', '{ place: Sary-Tash, via: [Nowhere] }'));
    expect(unknown[1]).toMatchObject({ kind: 'exit', subject: 'leg-1', confidence: 'possible', post: null });
  });

  test('the stay is never too short: an unknown stop counts to it, and a leg of several days', async () => {
    const at = async (...stops: string[]) =>
      (await passagesOf(listed(...stops))).map(({ kind, date }) => `${kind} ${date}`);
    expect(await at('{ place: Osh, nights: 1 }', '{ place: Nowhere, nights: 3 }', 'Dushanbe')).toEqual([
      'entry 2027-07-06',
      'exit 2027-07-09',
    ]);
    expect(await at('Dushanbe', '{ place: Nowhere, nights: 3 }', 'Osh')).toEqual([
      'entry 2027-07-05',
      'exit 2027-07-08',
    ]);
    expect(
      await at('Osh', '{ place: Karakul, date: 2027-07-08, nights: 1 }', '{ place: Osh, date: 2027-07-12 }'),
    ).toEqual(['entry 2027-07-05', 'exit 2027-07-12']);
  });
});

describe('a track along the border', () => {
  const ends = (via = '') => trip(`  - Khorog\n  - { place: Tem, track: t.gpx${via} }\n`);
  test('a few hundred metres over the river and back is a wiggle of the drawing', async () => {
    const line = track([71.5535, 37.4897], [71.52, 37.505], [71.503, 37.513], [71.5078, 37.5241]);
    expect(brief(await passagesOf(ends(), line))).toEqual(['entry stop-1 null', 'exit stop-2 null']);
  });

  test('ten kilometres over it and back may be a way out', async () => {
    const line = track([71.5535, 37.4897], [71.38, 37.5], [71.5078, 37.5241]);
    const passages = await passagesOf(ends(), line);
    expect(passages.map(({ kind, neighbour, confidence }) => ({ kind, neighbour, confidence })).slice(1, 3)).toEqual([
      { kind: 'exit', neighbour: 'AF', confidence: 'possible' },
      { kind: 'entry', neighbour: 'AF', confidence: 'possible' },
    ]);
  });

  test('a zigzag over the border a thousand times is read in no time and told once', async () => {
    const zigzag = Array.from(
      { length: 3000 },
      (_, at): Position => [71.504 + (at % 2) * 0.004, 37.51 + at * 0.000004],
    );
    const passages = await passagesOf(
      ends(),
      track([71.5535, 37.4897], [71.52, 37.505], ...zigzag, [71.5078, 37.5241]),
    );
    expect(passages).toHaveLength(2);
  });
});

describe('what the file says of the way in and out', () => {
  const gates = (more: string, ...stops: string[]) =>
    trip(stops.map((stop) => `  - ${stop}\n`).join(''), `travel: 4x4\n${more}`);

  test('an airport is by air, a post by land', async () => {
    const passages = await passagesOf(
      gates('entry: { place: Dushanbe airport, from: Istanbul }\nexit: Panji Poyon border post\n', 'Dushanbe'),
    );
    expect(passages).toMatchObject([
      { kind: 'entry', subject: 'entry', by: 'air', place: 'Dushanbe airport', post: null, date: '2027-07-05' },
      { kind: 'exit', subject: 'exit', by: 'land', neighbour: 'AF', post: 'panji-poyon', confidence: 'certain' },
    ]);
  });

  test('where one comes from does not take away the post at which the trip begins', async () => {
    const first = async (entry: string) => (await passagesOf(gates(`entry: ${entry}\n`, 'Kyzyl-Art', 'Karakul')))[0];
    const told = { subject: 'stop-1', by: 'land', post: 'kyzyl-art' };
    expect(await first('{ from: Osh }')).toMatchObject(told);
    expect(await first('{ place: Nowhere at all }')).toMatchObject(told);
    expect(await first('{ place: Dushanbe airport }')).toMatchObject({ subject: 'entry', by: 'air', post: null });
  });

  test('half a word about the way in is no way in: that no post was checked is said', async () => {
    const unchecked = async (entry: string) =>
      (await assessText(gates(`entry: ${entry}\n`, 'Dushanbe'))).notChecked.filter(
        ({ subject }) => subject === 'entry',
      );
    expect(await unchecked('{ from: Osh }')).toHaveLength(1);
    expect(await unchecked('{ place: Dushanbe airport }')).toEqual([]);
  });

  test('a town by a post stands for it: likely by land, possible when it is not said how', async () => {
    const exit = async (gate: string) => (await passagesOf(gates(`exit: ${gate}\n`, 'Khorog')))[1];
    expect(await exit('{ place: Khorog, by: foot }')).toMatchObject({ post: 'tem', confidence: 'likely' });
    expect(await exit('Khorog')).toMatchObject({ post: 'tem', confidence: 'possible' });
    expect(await exit('{ place: Khorog, by: air }')).toMatchObject({ post: null, by: 'air' });
    expect(await exit('Murghab')).toMatchObject({ post: null, by: null });
  });

  test('of a trip that begins or ends abroad it is said of the way in: a post counts, a foreign airport does not', async () => {
    const named = await passagesOf(gates('entry: Karamyk\n', 'Osh', 'Dushanbe'));
    expect(named[0]).toMatchObject({ subject: 'entry', post: 'karamyk' });
    const abroad = await passagesOf(gates('exit: { place: Osh airport, by: air }\n', 'Karakul', 'Osh'));
    expect(abroad[1]).toMatchObject({ subject: 'leg-1', by: 'land', post: 'kyzyl-art' });
  });

  test('where the way goes by one post and the file names another, the one that is less open counts', async () => {
    const post = async (gate: string) => (await passagesOf(gates(`entry: ${gate}\n`, 'Osh', 'Karakul')))[0].post;
    expect(await post('Ishkashim border post')).toBe('ishkashim');
    expect(await post('Kyzyl-Art')).toBe('kyzyl-art');
    const closed = gates('entry: Kyzyl-Art\n', 'Kunduz', '{ place: Ishkashim, via: [Ishkashim border post] }');
    expect((await passagesOf(closed))[0]).toMatchObject({ subject: 'leg-1', post: 'ishkashim' });
    expect(await passagesOf(closed)).toHaveLength(2);
  });

  test('a post is one entry or exit, on which side of it the trip begins or ends', async () => {
    expect(brief(await passagesOf(gates('entry: Kyzyl-Art\nexit: Karamyk\n', 'Osh', 'Khorog', 'Osh')))).toEqual([
      'entry entry kyzyl-art',
      'exit exit karamyk',
    ]);
    expect(brief(await passagesOf(gates('entry: Sher Khan Bandar\nexit: Osh\n', 'Bokhtar', 'Karakul')))).toEqual([
      'entry entry panji-poyon',
      'exit leg-2 kyzyl-art',
    ]);
    // However near a town over the border is, the way to it crosses the border.
    expect(brief(await passagesOf(gates('entry: Kyzyl-Art\nexit: Batken\n', 'Isfara')))).toEqual([
      'entry entry kyzyl-art',
      'exit leg-1 guliston-kyzyl-bel',
    ]);
  });

  test('a place that is not known is no place of entry', async () => {
    expect((await passagesOf(gates('entry: Atlantis\n', 'Dushanbe')))[0]).toMatchObject({ by: null, place: null });
    const over = await passagesOf(gates('exit: { place: Atlantis, by: air }\n', 'Karakul', 'Osh'));
    expect(over[1]).toMatchObject({ subject: 'leg-1', by: 'land', post: 'kyzyl-art' });
  });

  test('a post that the file names is that post, whatever the line; so is one by the town of its name', async () => {
    const named = await passagesOf(gates('', 'Ishkashim', '{ place: Kunduz, via: [Ishkashim border post] }'));
    expect(named[1]).toMatchObject({ post: 'ishkashim', confidence: 'certain' });
    const village = await passagesOf(gates('exit: Panji Poyon\n', 'Dushanbe'));
    expect(village[1]).toMatchObject({ post: 'panji-poyon', confidence: 'certain' });
  });

  test('a name that is not known, or not of one place, is told on its line', async () => {
    const assessment = await assessText(gates('entry: { place: Nowhere, by: 4x4 }\nexit: Langar\n', 'Dushanbe'));
    expect(find(assessment, 'TJ201')).toMatchObject([{ severity: 'error', subject: 'entry', line: 3, column: 17 }]);
    expect(find(assessment, 'TJ202')).toMatchObject([{ severity: 'error', subject: 'exit', line: 4 }]);
  });
});

test('entries and exits alternate, whatever the order of stops in and out of the country', async () => {
  const stop = fc.constantFrom(
    'Osh',
    'Karakul',
    'Kyzyl-Art',
    'Samarkand',
    'Panjakent',
    'Batken',
    'Isfara',
    'Nowhere',
    'Kunduz',
    '{ place: Khujand, by: air }',
    '{ place: Osh, by: air, nights: 1 }',
    '{ place: Dushanbe, via: [Samarkand], nights: 1 }',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(stop, { minLength: 1, maxLength: 4 }), fc.boolean(), async (stops, hasRoads) => {
      const passages = await passagesOf(listed(...stops), {}, hasRoads ? {} : withoutRoads());
      expect(passages.map(({ kind }) => kind)).toEqual(passages.map((_, at) => (at % 2 === 0 ? 'entry' : 'exit')));
      expect(passages.length % 2).toBe(0);
      const first = passages.findIndex(({ subject }) => !subject.startsWith('leg'));
      if (first > 0) expect(first).toBe(passages.length - 1);
    }),
    { numRuns: 40 },
  );
}, 120_000);

describe('times in the country', () => {
  const passage = (
    kind: Passage['kind'],
    subject: string,
    date: string,
    confidence: Passage['confidence'] = 'certain',
  ): Passage => {
    return {
      kind,
      subject,
      date,
      confidence,
      span: null,
      neighbour: null,
      by: null,
      place: null,
      beyond: null,
      post: null,
    };
  };

  test('each entry with the exit after it', () => {
    const stays = staysOf([
      passage('entry', 'stop-1', '2027-07-01'),
      passage('exit', 'leg-1', '2027-07-04'),
      passage('entry', 'leg-2', '2027-07-08'),
      passage('exit', 'stop-9', '2027-07-12'),
    ]);
    expect(stays.map(({ from, to }) => `${from} ${to}`)).toEqual(['2027-07-01 2027-07-04', '2027-07-08 2027-07-12']);
  });

  test('a way out and back that only may be does not end a stay', () => {
    const all = (confidence: Passage['confidence']) => [
      passage('entry', 'stop-1', '2027-07-01'),
      passage('exit', 'leg-1', '2027-07-04', confidence),
      passage('entry', 'leg-1', '2027-07-04', confidence),
      passage('exit', 'stop-9', '2027-07-12'),
    ];
    expect(staysOf(all('possible'))).toMatchObject([{ from: '2027-07-01', to: '2027-07-12' }]);
    expect(staysOf(all('likely'))).toHaveLength(2);
  });
});
