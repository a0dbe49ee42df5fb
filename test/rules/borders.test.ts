import { describe, expect, test } from 'vitest';
import { judgePost, type PostVerdict } from '../../src/borders/judge-post.ts';
import { matchPost, postNear } from '../../src/borders/match-post.ts';
import type { BorderPost } from '../../src/knowledge/schema/places.ts';
import { crossingHours } from '../../src/rules/tj433-crossing-hours.ts';
import { assessText, find, knowledge, withoutRoads } from '../trip.ts';

/** The first stop stands on line 5, the last on the line after the others. */
const trip = (stops: readonly string[], { start = '2027-07-05', party = '[{ nationality: FR }]', more = '' } = {}) =>
  `start: ${start}\nparty: ${party}\ntravel: 4x4\nstops:\n${stops.map((stop) => `  - ${stop}\n`).join('')}${more}`;
const on = async (rule: string, ...args: Parameters<typeof trip>) => find(await assessText(trip(...args)), rule);
/** Nothing that the rules of this family say, but that the file does not tell of the beginning or the end. */
const silent = async (...args: Parameters<typeof trip>) =>
  (await assessText(trip(...args))).findings.filter(
    ({ rule, severity }) => rule.startsWith('TJ43') && severity !== 'info',
  );

describe('TJ431: a closed post', () => {
  test('is an error on the line that names it, whether stop, place on the way, entry or exit', async () => {
    expect(await on('TJ431', ['Ishkashim', '{ place: Kunduz, via: [Ishkashim border post] }'])).toMatchObject([
      { severity: 'error', confidence: 'certain', line: 6, column: 28 },
    ]);
    expect(
      await on('TJ431', ['Dushanbe'], { more: 'entry: { place: Ishkashim border post, by: foot }\n' }),
    ).toMatchObject([{ severity: 'error', confidence: 'certain', subject: 'entry', line: 6, column: 17 }]);
    expect(await on('TJ431', ['Dushanbe'], { more: 'exit: Ruzvay border post\n' })).toMatchObject([
      { severity: 'error', subject: 'exit', line: 6, column: 7 },
    ]);
    expect(await on('TJ431', ['Tem border post', 'Khorog'])).toMatchObject([
      { severity: 'error', line: 5, subject: 'stop-1' },
    ]);
  });

  test('names the newest text and its day', async () => {
    const [{ message, sources }] = await on('TJ431', ['Dushanbe'], { more: 'exit: Ruzvay border post\n' });
    expect(message).toContain(
      'The trip leaves by Ruzvay (Kalai-Khumb), which is closed (Global Affairs Canada, 2025-12-16).',
    );
    expect(sources).toContain('us-state-country-2025-07-18');
  });

  test('is no matter of an open post, nor of driving past a closed one', async () => {
    expect(await on('TJ431', ['Karakul', '{ place: Osh, via: [Kyzylart] }'])).toEqual([]);
    expect(await on('TJ431', ['Khorog', 'Ishkashim', 'Langar (Wakhan)'])).toEqual([]);
    expect(await on('TJ431', ['Kulob', 'Kalai-Khumb', 'Khorog'])).toEqual([]);
  });
});

describe('TJ432: a post that nobody confirms', () => {
  test('Panji Poyon: both governments are told, and the stricter makes it a warning', async () => {
    const [finding, ...others] = await on('TJ432', ['Dushanbe'], {
      more: 'exit: { place: Panji Poyon border post, to: Kunduz }\n',
    });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ severity: 'warning', line: 6, subject: 'exit' });
    expect(finding.message).toMatch(
      /not confirmed to be open.*2025-12-16.*shut since 2021.*only crossing.*2025-07-18/s,
    );
    const dusti = await on('TJ432', ['Dushanbe'], { more: 'exit: Dusti bridge\n' });
    expect(dusti[0].message).toBe(finding.message);
  });

  test('Guliston - Kyzyl-Bel: open to all by a text of March 2025, that nobody has looked at since', async () => {
    const [finding] = await on('TJ432', ['Isfara', 'Batken']);
    expect(finding).toMatchObject({ severity: 'warning', confidence: 'certain', line: 6, subject: 'leg-1' });
    expect(finding.message).toMatch(
      /not confirmed to be open\. Global Affairs Canada, 2025-12-16: Some posts.*still shut.*calls it open is by Economist\.kg, 2025-03-17.*13 March 2025/,
    );
    expect(finding.sources).toContain('ca-gac-security-2025-12-16');
  });

  test('Madaniyat - Kayragach: for the two countries’ citizens, by a text of that day', async () => {
    const [finding] = await on('TJ432', ['Khujand', 'Razzakov']);
    expect(finding.message).toMatch(
      /Madaniyat - Kayragach.*not for travellers from third countries \(Economist\.kg, 2025-03-17\)/,
    );
    const own = await on('TJ432', ['Khujand', 'Razzakov'], { party: '[{ nationality: KG }, { nationality: TJ }]' });
    expect(own[0].message).toContain('The newest text that calls it open is by Economist.kg, 2025-03-17.');
  });

  test('Karamyk: no text says whether foreigners may cross, and the finding stands on the place on the way', async () => {
    const [finding] = await on('TJ432', ['Osh', '{ place: Garm, via: [Karamyk] }']);
    expect(finding).toMatchObject({ severity: 'warning', line: 6, column: 26 });
    expect(finding.message).toMatch(/No text says whether.*Canada, 2025-12-16: Some posts.*2025-07-08/);
    // It is no matter to those whose countries they are.
    const own = await on('TJ432', ['Osh', '{ place: Garm, via: [Karamyk] }'], { party: '[{ nationality: TJ }]' });
    expect(own[0].message).not.toContain('No text says whether');
  });

  test('Uzbek posts: the day of the newest text is named', async () => {
    const message = async (...stops: string[]) => (await on('TJ432', stops))[0].message;
    expect(await message('Dushanbe', 'Samarkand')).toContain('2021-01-07');
    expect(await message('Khujand', 'Tashkent')).toContain('2021-10-18');
    expect(await message('Shahrituz', 'Termez')).toContain('2025-04-27');
  });

  test('Kulma and Kulundu: not confirmed, and not known', async () => {
    expect((await on('TJ432', ['Dushanbe'], { more: 'exit: Kulma\n' }))[0].message).toMatch(
      /not confirmed.*2025-03-26/,
    );
    expect((await on('TJ432', ['Kulundu', 'Khujand']))[0].message).toContain('Whether it is open is not known');
  });

  test('Kyzyl-Art is open to tourists: nothing to warn of', async () => {
    expect(await silent(['Osh', 'Sary-Tash', 'Karakul'])).toEqual([]);
    expect(await silent(['Karakul', '{ place: Osh, via: [Kyzylart] }'])).toEqual([]);
    expect(
      await silent(['Dushanbe'], { more: 'entry: Dushanbe airport\nexit: { place: Khujand airport, by: air }\n' }),
    ).toEqual([]);
  });

  test('out and back on one day is told once', async () => {
    expect(await on('TJ432', ['Isfara', 'Vorukh'])).toHaveLength(1);
    expect(await on('TJ432', ['Isfara', '{ place: Konibodom, via: [Batken] }'])).toHaveLength(1);
  });
});

describe('what the texts of a post come to', () => {
  const base = knowledge().posts.find(({ id }) => id === 'madaniyat-kayragach')!;
  const judge = (change: Partial<BorderPost>, asOf: string, ...party: string[]): PostVerdict =>
    judgePost(
      { ...base, ...change },
      { party: party.map((nationality) => ({ nationality })), knowledge: knowledge(), asOf },
    );

  test('one that is not for foreigners is refused while its texts are fresh; later, it once was', () => {
    expect(judge({}, '2026-03-12', 'FR')).toBe('refused');
    // The last of them falls due on 17 March 2026.
    expect(judge({}, '2026-03-17', 'FR')).toBe('refused');
    expect(judge({}, '2026-03-18', 'FR')).toBe('refused-once');
    expect(judge({ status: 'unverified' }, '2026-03-12', 'FR')).toBe('refused-once');
  });

  test('nobody said who travels: foreigners are meant; one among others is enough', () => {
    expect(judge({}, '2026-03-12')).toBe('refused');
    expect(judge({}, '2026-03-12', 'TJ', 'FR')).toBe('refused');
    expect(judge({}, '2026-03-12', 'TJ', 'KG')).toBe('open');
    expect(judge({}, '2026-03-12', '')).toBe('refused');
  });

  test('the worst holds', () => {
    expect(judge({ status: 'closed' }, '2026-03-12', 'TJ')).toBe('closed');
    expect(judge({ status: 'unknown', foreigners: null }, '2026-03-12', 'FR')).toBe('unknown');
    expect(judge({ foreigners: null }, '2030-01-01', 'FR')).toBe('unsaid');
    expect(judge({ foreigners: true }, '2030-01-01', 'FR')).toBe('stale');
    expect(judge({ foreigners: true }, '2026-03-12', 'FR')).toBe('open');
  });

  test('refused is an error on the trip', async () => {
    const fresh = await assessText(trip(['Khujand', 'Razzakov']), {}, { asOf: '2026-03-12' });
    expect(find(fresh, 'TJ431')).toMatchObject([{ severity: 'error', line: 6 }]);
    expect(find(fresh, 'TJ431')[0].message).toContain('not for travellers from third countries');
    expect(find(fresh, 'TJ432')).toEqual([]);
  });
});

describe('TJ433: a post that does not work on the day', () => {
  const kulma = (start: string) => on('TJ433', ['Murghab'], { start, more: 'exit: Kulma\n' });

  test('on a Saturday and a Sunday, not on a Monday', async () => {
    expect((await kulma('2027-07-03'))[0]).toMatchObject({ severity: 'warning', line: 6, subject: 'exit' });
    expect((await kulma('2027-07-03'))[0].message).toContain(
      'It works Monday to Friday; 2027-07-03 is a Saturday. The nearest days on which it works are 2027-07-02 and 2027-07-05.',
    );
    expect((await kulma('2027-07-04'))[0].message).toContain('is a Sunday');
    expect(await kulma('2027-07-05')).toEqual([]);
  });

  test('on a holiday', async () => {
    // 9 September 2027, Independence Day, is a Thursday.
    expect((await kulma('2027-09-09')).map(({ message }) => message)).toEqual([
      expect.stringContaining('The nearest days on which it works are 2027-09-08 and 2027-09-10.'),
    ]);
    expect(await kulma('2027-09-08')).toEqual([]);
  });

  test('in the months of snow, where no road on the way tells', async () => {
    expect((await kulma('2027-01-20'))[0].message).toContain('Snow may shut it');
    expect(await on('TJ433', ['Karakul'], { start: '2027-01-20', more: 'exit: Kyzyl-Art\n' })).toHaveLength(1);
    expect(await on('TJ433', ['Karakul', 'Osh'], { start: '2027-01-20' })).toEqual([]);
  });

  test('on a day that is not known', async () => {
    const text = 'party: [{ nationality: FR }]\nstops:\n  - Murghab\nexit: Kulma\n';
    expect(find(await assessText(text), 'TJ433').map(({ message }) => message)).toEqual([
      expect.stringContaining('not known'),
    ]);
  });

  test('round the clock is no hours to keep, other hours are a remark', async () => {
    expect(await on('TJ433', ['Isfara', 'Batken'])).toEqual([]);
    const posts = knowledge().posts.map((post) =>
      post.id === 'guliston-kyzyl-bel' ? { ...post, hours: 'from 8 to 18 h' } : post,
    );
    const some = await assessText(trip(['Isfara', 'Batken']), {}, { knowledge: { ...knowledge(), posts } });
    expect(find(some, 'TJ433')).toMatchObject([
      { severity: 'info', message: expect.stringContaining('It works from 8 to 18 h.') },
    ]);
  });

  test('of a closed post the hours are not told', async () => {
    expect(crossingHours.severity).toBe('warning');
    const closed = knowledge().posts.map((post) =>
      post.id === 'kulma' ? { ...post, status: 'closed' as const } : post,
    );
    const assessment = await assessText(
      trip(['Murghab'], { start: '2027-07-03', more: 'exit: Kulma\n' }),
      {},
      { knowledge: { ...knowledge(), posts: closed } },
    );
    expect(find(assessment, 'TJ433')).toEqual([]);
    expect(find(assessment, 'TJ431')).toHaveLength(1);
  });
});

describe('TJ434: no post is known where the border is crossed', () => {
  test('on a way that is a guess, with the country named', async () => {
    const [finding] = await on('TJ434', ['Dusti', 'Kunduz'], { more: 'entry: { by: air }\n' });
    expect(finding).toMatchObject({ severity: 'warning', confidence: 'possible', line: 6, subject: 'leg-1' });
    expect(finding.message).toContain('may leave for Afghanistan');
    const known = await assessText(trip(['Karakul', 'Osh']));
    expect(find(known, 'TJ434').map(({ subject }) => subject)).toEqual(['stop-1']);
    const guessed = await assessText(trip(['Karakul', 'Osh']), {}, withoutRoads());
    expect(find(guessed, 'TJ431')).toEqual([]);
    expect(guessed.passages[1]).toMatchObject({ post: 'kyzyl-art', confidence: 'possible' });
  });

  test('where the file names a place that is no post, or none at all', async () => {
    const message = async (gate: string) =>
      (await on('TJ434', ['Dushanbe'], { more: `entry: ${gate}\nexit: { by: air }\n` })).map((one) => one.message);
    expect(await message('{ place: Karakul, by: 4x4 }')).toEqual([
      expect.stringContaining('The trip enters at Karakul, where tajcheck knows no border post'),
    ]);
    expect(await message('Isfara')).toEqual([expect.stringContaining('does not say whether one comes by air')]);
    expect(await message('{ by: bicycle }')).toEqual([expect.stringContaining('does not name the border post')]);
    for (const fine of ['Kyzyl-Art', 'Dushanbe airport', '{ place: Isfara, by: air }', '{ by: air }']) {
      expect(await message(fine), fine).toEqual([]);
    }
    // A name that is not known is told once.
    expect(await message('{ place: Nowhere, by: 4x4 }')).toEqual([]);
  });

  test('where the file says nothing of it, a note at the end of the trip that it leaves open', async () => {
    expect(await on('TJ434', ['Dushanbe', 'Khujand'], { more: 'entry: { by: air }\n' })).toMatchObject([
      { severity: 'info', line: 6, message: expect.stringContaining('does not say how the country is left (`exit:`)') },
    ]);
    const half = await on('TJ434', ['Dushanbe'], { more: 'entry: { from: Osh }\nexit: { by: air }\n' });
    expect(half).toMatchObject([{ severity: 'info', subject: 'entry' }]);
    expect(await on('TJ434', ['Osh', 'Karakul', 'Osh'])).toEqual([]);
  });

  test('a flight from an airport abroad leaves open how one gets there', async () => {
    const more = 'entry: { by: air }\nexit: { place: Osh, by: air }\n';
    expect(await on('TJ434', ['Khujand'], { more })).toMatchObject([
      { severity: 'warning', subject: 'exit', line: 7, message: expect.stringContaining('“Osh” is abroad.') },
    ]);
    const [, exit] = (await assessText(trip(['Khujand'], { more }))).passages;
    expect(exit).toMatchObject({ by: null, place: null });
    // Where the stops go to Osh, the leg over the border says it.
    expect(await on('TJ434', ['Karakul', 'Osh'], { more })).toEqual([]);
  });
});

describe('TJ209', () => {
  test('names the post on whose other side nothing was checked', async () => {
    const [osh, saryTash] = await on('TJ209', ['Osh', 'Sary-Tash', 'Karakul']);
    expect(saryTash.message).toContain('nor its side of Kyzyl-Art - Bor-Dobo');
    expect(osh.message).not.toContain('its side of');
    const from = await on('TJ209', ['Bokhtar'], { more: 'entry: Sher Khan Bandar\n' });
    expect(from.map(({ message }) => message)).toEqual([expect.stringContaining('its side of Panji Poyon')]);
    const [leg] = await on('TJ209', ['Isfara', 'Vorukh']);
    expect(leg.message).toContain('nor its side of Isfara - Batken');
  });
});

describe('which post it is', () => {
  const { posts, places } = knowledge();
  const place = (id: string) => places.find((one) => one.id === id)!;
  const at = (id: string) => [place(id).lon, place(id).lat] as const;

  test('a named one before a nearer one, the nearest of all without a name, none where none is near', () => {
    const known = { posts, places };
    expect(postNear(at('khoshadi-amuzang'), known)!.id).toBe('khoshadi-amuzang');
    expect(matchPost(at('khoshadi-amuzang'), [place('gulbahor-shahritus')], known)!.id).toBe('gulbahor-shahritus');
    expect(matchPost(at('dushanbe'), [], known)).toBeNull();
    // Named, but not where the border is crossed.
    expect(matchPost(at('sarazm-jartepa'), [place('kyzyl-art')], known)!.id).toBe('sarazm-jartepa');
  });

  test('one whose place is hardly known is found by its name alone', () => {
    const known = { posts, places };
    expect(postNear(at('qushtegirmon'), known)).toBeNull();
    expect(matchPost(at('qushtegirmon'), [place('qushtegirmon')], known)!.id).toBe('qushtegirmon');
  });
});

test('where the file does not say how one comes and goes, that is told as not checked', async () => {
  const subjects = async (...args: Parameters<typeof trip>) =>
    (await assessText(trip(...args))).notChecked
      .map(({ subject }) => subject)
      .filter((one) => /^(entry|exit)$/.test(one));
  expect(await subjects(['Dushanbe', 'Khujand'])).toEqual(['entry', 'exit']);
  const byAir = (entry: string) => subjects(['Dushanbe', 'Samarkand'], { more: `entry: ${entry}\n` });
  expect(await byAir('{ by: air }')).toEqual(['entry']);
  expect(await byAir('{ place: Dushanbe airport, by: air }')).toEqual([]);
});
