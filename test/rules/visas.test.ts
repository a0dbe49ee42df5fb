import { describe, expect, test } from 'vitest';
import { assessText, find } from '../trip.ts';

const AIR = 'entry: { place: Dushanbe airport, by: air }\n';
/** In Dushanbe from 3 July 2027 on; 3 nights are four days. */
const trip = (party: string, { nights = 3, more = '', start = 'start: 2027-07-03\n' } = {}) =>
  `${start}party:\n  - { ${party} }\nstops:\n  - { place: Dushanbe, nights: ${nights} }\n${more}`;
const visas = (...lines: string[]) => `visas:\n${lines.map((line) => `  - { ${line} }\n`).join('')}`;
const gb = (dates = 'from: 2027-07-01, to: 2027-08-30') => visas(`nationality: GB, type: e-visa, ${dates}`);
const PARTY = 3;
const STOP = 5;

const assess = (party: string, options = {}) => assessText(trip(party, options));
const statusOf = async (party: string, options = {}) => (await assess(party, options)).visas[0].status;
/** Rules of the family that found something at this severity. */
const faultsOf = async (party: string, options = {}, severity = 'error') =>
  (await assess(party, options)).findings
    .filter((finding) => finding.severity === severity && /^TJ4[12]/.test(finding.rule))
    .map(({ rule }) => rule);

describe('a visa that is missing (TJ411)', () => {
  test('is an error on the nationality, with the day to apply by', async () => {
    const assessment = await assess('nationality: GB');
    expect(find(assessment, 'TJ411')).toMatchObject([{ severity: 'error', line: PARTY, subject: 'party-1' }]);
    expect(find(assessment, 'TJ411')[0].message).toMatch(
      /^The passport of the United Kingdom \(GB\) needs an e-visa.*Last day to apply: 2027-06-18\./,
    );
    // 14 days before 3 July is a Saturday.
    expect(assessment.visas[0]).toMatchObject({ regime: 'e-visa', status: 'missing', applyBy: '2027-06-18' });
    expect(assessment.visas[0].options.map(({ kind }) => kind)).toEqual(['e-visa', 'visa']);
  });

  test('is as sure as the way through the country is', async () => {
    const through = `start: 2027-07-03\ntravel: 4x4\nparty: [{ nationality: GB }]\nstops: [{ place: Batken }, { place: Isfana }]\n`;
    expect(find(await assessText(through), 'TJ411')).toMatchObject([{ severity: 'error', confidence: 'likely' }]);
    expect(find(await assess('nationality: GB'), 'TJ411')).toMatchObject([{ confidence: 'certain' }]);
  });

  test('that would not last for the whole stay is told to be too short', async () => {
    const message = async (nights: number) => find(await assess('nationality: GB', { nights }), 'TJ411')[0].message;
    expect(await message(60)).toContain('It gives 60 days at most, and the stay is 61.');
    expect(await message(59)).not.toContain('at most');
  });

  test('was free for Turks until 19 April 2024, and is asked of them since', async () => {
    const before = await assess('nationality: TR', { start: 'start: 2024-04-10\n' });
    expect(before.visas[0]).toMatchObject({ regime: 'visa-free', status: 'not-needed' });
    expect(find(before, 'TJ411')).toEqual([]);
    const since = await assess('nationality: TR');
    expect(since.visas[0]).toMatchObject({ regime: 'visa', status: 'missing' });
    // What has ended helps nobody.
    expect(find(since, 'TJ411')[0].message).not.toContain('2024');
  });

  test('is not asked of Germans for 30 days, nor of Tajiks at all', async () => {
    expect(await statusOf('nationality: DE', { nights: 29 })).toBe('not-needed');
    expect(await statusOf('nationality: TJ', { nights: 300 })).toBe('not-needed');
    expect(await faultsOf('nationality: DE')).toEqual([]);
    expect(await faultsOf('nationality: TJ', { nights: 300 })).toEqual([]);
  });

  test('is judged by the age, and an age that is not given frees nobody', async () => {
    const entry = { more: AIR };
    expect(await statusOf('nationality: VN, age: 55', entry)).toBe('not-needed');
    expect(await faultsOf('nationality: VN, age: 54', entry)).toEqual(['TJ411']);
    const unsaid = await assess('nationality: VN', entry);
    expect(find(unsaid, 'TJ411')[0].message).toContain(
      'From the age of 55 on: no visa needed, for 14 days; the age is not given',
    );
  });

  test('is not made good by one that the passport may not travel on', async () => {
    const more = visas('nationality: TR, type: e-visa, from: 2027-07-01, to: 2027-08-30');
    expect(find(await assess('nationality: TR', { more }), 'TJ411')[0].message).toContain(
      'e-Visa, which the file lists',
    );
    const embassy = visas('nationality: GB, type: Embassy visa, from: 2027-07-01, to: 2027-08-30, days: 30');
    expect(await statusOf('nationality: GB', { more: embassy })).toBe('held');
  });

  test('is told for each line of a mixed party', async () => {
    const text = `start: 2027-07-03\nparty:\n  - { nationality: DE }\n  - { nationality: GB }\nstops:\n  - { place: Dushanbe, nights: 3 }\n`;
    const assessment = await assessText(text);
    expect(assessment.visas.map(({ status }) => status)).toEqual(['not-needed', 'missing']);
    expect(find(assessment, 'TJ411')).toMatchObject([{ line: 4, subject: 'party-2' }]);
  });
});

describe('the dates of a visa (TJ412)', () => {
  const dates = async (visa: string, options = {}) =>
    find(await assess('nationality: GB', { more: gb(visa), ...options }), 'TJ412');

  test('must cover the day of entry and the day of exit', async () => {
    expect(await dates('from: 2027-07-03, to: 2027-07-06')).toEqual([]);
    expect(await statusOf('nationality: GB', { more: gb('from: 2027-07-03, to: 2027-07-06') })).toBe('held');
    const early = await dates('from: 2027-07-03, to: 2027-07-05');
    expect(early).toMatchObject([{ severity: 'error', subject: 'visa-1', line: 7, column: 60 }]);
    expect(early[0].message).toContain('good until 2027-07-05, and the exit is on 2027-07-06');
    const late = await dates('from: 2027-07-04, to: 2027-08-01');
    expect(late).toMatchObject([{ severity: 'error', line: 7, column: 44 }]);
  });

  test('that the file does not give are a warning, and the visa does not count as held', async () => {
    expect(await dates('days: 30')).toMatchObject([{ severity: 'warning', line: 7 }]);
    expect(await statusOf('nationality: GB', { more: gb('days: 30') })).toBe('check');
  });

  test('cannot be compared on a trip without days, unless they are past', async () => {
    const undated = { start: '' };
    expect(await dates('from: 2027-07-01, to: 2027-08-30', undated)).toMatchObject([{ severity: 'warning' }]);
    expect(await dates('from: 2025-07-01, to: 2025-08-30', undated)).toMatchObject([{ severity: 'error' }]);
  });

  const twice = (entries: string) =>
    assessText(
      `start: 2027-07-03\nparty: [{ nationality: GB }]\nstops:\n  - { place: Khujand, nights: 2 }\n  - { place: Osh, nights: 2, by: air }\n  - { place: Dushanbe, nights: 2, by: air }\n${gb(`from: 2027-07-01, to: 2027-08-30, days: 30${entries}`)}`,
    );

  test('do not help where a single entry is used up', async () => {
    const single = await twice(', entries: single');
    expect(find(single, 'TJ412')).toMatchObject([{ severity: 'error', subject: 'visa-1' }]);
    expect(find(single, 'TJ412')[0].message).toContain('single entry');
    expect(find(await twice(''), 'TJ412')).toMatchObject([{ severity: 'warning' }]);
    expect(find(await twice(', entries: multiple'), 'TJ412')).toEqual([]);
  });
});

describe('the length of the stay (TJ413)', () => {
  test('may be as long as the regime allows, both days counted, and not a day more', async () => {
    expect(find(await assess('nationality: DE', { nights: 29 }), 'TJ413')).toEqual([]);
    const long = await assess('nationality: DE', { nights: 30 });
    expect(long.visas[0]).toMatchObject({ status: 'too-short', days: 31, maxDays: 30 });
    const [finding] = find(long, 'TJ413');
    expect(finding).toMatchObject({ severity: 'error', subject: 'stop-1', line: STOP, column: 32 });
    expect(finding.message).toContain('the last day is 2027-08-01, and the trip stays one day longer');
    expect(finding.message).toContain('exit visa');
    expect(finding.message).toContain('The e-Visa gives up to 60 days, by another source 45.');
  });

  test('stands on the stop in which the last day allowed falls', async () => {
    const stops = '  - { place: Khujand, nights: 40, by: air }\n  - { place: Dushanbe, nights: 5, by: air }\n';
    const [finding] = find(await assess('nationality: DE', { more: stops }), 'TJ413');
    expect(finding).toMatchObject({ subject: 'stop-2', line: 6 });
    expect(finding.message).toContain('the trip stays 19 days longer');
  });

  test('may be longer with a visa for longer', async () => {
    const more = visas('nationality: DE, type: e-visa, from: 2027-07-01, to: 2027-09-30, days: 60');
    expect(await statusOf('nationality: DE', { nights: 40, more })).toBe('held');
    expect(find(await assess('nationality: DE', { nights: 40, more }), 'TJ413')).toEqual([]);
  });

  test('is bound by the days printed on the visa, and the finding stands on them', async () => {
    const more = gb('from: 2027-07-01, to: 2027-08-30, days: 10');
    expect(await statusOf('nationality: GB', { nights: 9, more })).toBe('held');
    const long = await assess('nationality: GB', { nights: 10, more });
    expect(find(long, 'TJ413')).toMatchObject([{ severity: 'error', subject: 'visa-1', line: 7, column: 78 }]);
    expect(long.visas[0].status).toBe('too-short');
  });

  test('counts two stays together where days are allowed within days', async () => {
    const text = (nights: number) =>
      `start: 2027-05-03\nparty: [{ nationality: GB }]\nstops:\n  - { place: Khujand, nights: 34 }\n  - { place: Osh, nights: 5, by: air }\n  - { place: Dushanbe, nights: ${nights}, by: air }\n${visas('nationality: GB, type: e-visa, from: 2027-05-01, to: 2027-08-30, entries: multiple')}`;
    // 35 days and 25 days make sixty.
    expect(find(await assessText(text(24)), 'TJ413')).toEqual([]);
    expect(find(await assessText(text(25)), 'TJ413')).toMatchObject([{ severity: 'error', subject: 'stop-3' }]);
  });
});

test('what two lines of the party share is said once', async () => {
  const party = 'party:\n  - { nationality: GB, age: 40 }\n  - { nationality: GB, age: 50, count: 2 }\n';
  const text = (visa: string) => `start: 2027-07-03\n${party}stops:\n  - { place: Dushanbe, nights: 3 }\n${gb(visa)}`;
  const short = await assessText(text('from: 2027-07-01, to: 2027-07-05'));
  expect(short.visas.map(({ status }) => status)).toEqual(['outside-validity', 'outside-validity']);
  expect(find(short, 'TJ412')).toHaveLength(1);
  const held = await assessText(text('from: 2027-07-01, to: 2027-07-30'));
  expect(held.visas.map(({ words }) => words.some((word) => word.includes('each of the 2 travellers')))).toEqual([
    false,
    true,
  ]);
});

test('a visa is asked for the stay that is too long, not for the short one beside it', async () => {
  const text = (visa: string) =>
    `start: 2027-07-03\nparty: [{ nationality: DE }]\nstops:\n  - { place: Khujand, nights: 2 }\n  - { place: Osh, nights: 2, by: air }\n  - { place: Dushanbe, nights: 40, by: air }\n${visa}`;
  const held = await assessText(text(visas('nationality: DE, type: e-visa, from: 2027-07-05, to: 2027-09-30')));
  expect(held.visas[0].status).toBe('held');
  expect(find(held, 'TJ412')).toEqual([]);
  expect((await assessText(text(''))).visas[0].status).toBe('too-short');
});

describe('a visa that the file does not tell enough of', () => {
  test('is not held while the file gives the day of its application, whatever dates are written', async () => {
    const planned = async (asOf: string) => {
      const more = gb('from: 2027-07-01, to: 2027-08-30, applied: 2027-05-03');
      return assessText(trip('nationality: GB', { more }), {}, { asOf });
    };
    const before = await planned('2027-05-02');
    expect(before.visas[0].status).toBe('check');
    expect(find(before, 'TJ412')).toMatchObject([{ severity: 'warning', subject: 'visa-1' }]);
    expect(find(before, 'TJ412')[0].message).toContain('still to be applied for, on 2027-05-03');
    const after = await planned('2027-05-03');
    expect(after.visas[0].status).toBe('check');
    expect(find(after, 'TJ412')[0].message).toContain('was applied for on 2027-05-03; as far as the file says');
    // The trip has begun.
    expect(find(await planned('2027-07-02'), 'TJ412')).toMatchObject([{ severity: 'warning' }]);
    expect(find(await planned('2027-07-03'), 'TJ412')).toMatchObject([{ severity: 'error' }]);
  });

  test('whose days neither it nor any source gives is not long enough for whatever stay', async () => {
    const embassy = (days: string) =>
      assess('nationality: AF', {
        nights: 100,
        more: visas(`nationality: AF, type: visa, from: 2027-07-01, to: 2027-12-30${days}`),
      });
    const unsaid = await embassy('');
    expect(unsaid.visas[0]).toMatchObject({ status: 'check', maxDays: null });
    expect(find(unsaid, 'TJ416')).toMatchObject([{ severity: 'warning', subject: 'visa-1', line: 7 }]);
    const said = await embassy(', days: 101');
    expect(said.visas[0].status).toBe('held');
    expect(find(said, 'TJ416')).toEqual([]);
    expect((await embassy(', days: 100')).visas[0].status).toBe('too-short');
  });

  test('does not free a stay without it from registration', async () => {
    const stays = (first: number) =>
      assessText(`start: 2027-05-03
party: [{ nationality: DE }]
visas: [{ nationality: DE, type: e-visa, from: 2027-05-01, to: 2027-12-01, days: 60, entries: multiple }]
stops:
  - { place: Dushanbe, nights: ${first} }
  - { place: Osh, nights: 2, by: air }
  - { place: Dushanbe, nights: 40, by: air }
`);
    expect((await stays(20)).registration).toMatchObject([{ needed: 'yes', by: '2027-05-12' }]);
    expect((await stays(5)).registration).toMatchObject([{ needed: 'check', by: null, to: '2027-05-08' }]);
  });
});

describe('the day to apply for a visa (TJ414)', () => {
  const on = async (asOf: string, more = '') =>
    find(await assessText(trip('nationality: GB', { more }), {}, { asOf }), 'TJ414');

  test('is an error once it is past, and only then', async () => {
    expect(await on('2027-06-18')).toEqual([]);
    expect(await on('2027-06-19')).toMatchObject([{ severity: 'error', line: PARTY }]);
    expect(await on('2027-06-19', gb())).toEqual([]);
  });

  test('is kept by the day of the application that the file gives', async () => {
    const applied = (day: string, dates = '', asOf = '2026-11-22') => on(asOf, gb(`applied: ${day}${dates}`));
    expect(await applied('2027-06-19')).toMatchObject([{ severity: 'error', subject: 'visa-1', line: 7, column: 47 }]);
    expect(await applied('2027-06-18')).toEqual([]);
    // That the day is past does not mean that the visa is there.
    const dates = ', from: 2027-07-01, to: 2027-08-30';
    for (const asOf of ['2027-06-18', '2027-06-20']) {
      expect(await applied('2027-06-19', dates, asOf)).toMatchObject([{ severity: 'error' }]);
    }
  });

  test('is counted from the entry that the visa is for', async () => {
    const twice = (applied: string) => `start: 2027-05-03
party: [{ nationality: GB }]
visas:
  - { nationality: GB, type: e-visa, from: 2027-05-01, to: 2027-05-20, entries: single }
  - { nationality: GB, type: e-visa, entries: single, applied: ${applied} }
stops:
  - { place: Dushanbe, nights: 5 }
  - { place: Osh, nights: 30, by: air }
  - { place: Dushanbe, nights: 5, by: air }
`;
    // The second entry is on 7 June.
    expect(find(await assessText(twice('2027-05-10')), 'TJ414')).toEqual([]);
    expect(find(await assessText(twice('2027-05-30')), 'TJ414')).toMatchObject([{ subject: 'visa-2' }]);
  });
});

describe('the way of arriving (TJ415)', () => {
  const entry = async (nationality: string, gates: string) =>
    find(await assess(`nationality: ${nationality}`, { more: gates }), 'TJ415');
  const tehran = 'exit: { place: Dushanbe airport, by: air, to: Tehran }\n';

  test('frees Iranians on the flight from Tehran and back, and on no other', async () => {
    const free = `entry: { place: Dushanbe airport, by: air, from: Tehran }\n${tehran}`;
    expect(await entry('IR', free)).toEqual([]);
    expect(await statusOf('nationality: IR', { more: free })).toBe('not-needed');
    const land = 'entry: { place: Dusti, by: car, from: Uzbekistan }\n';
    expect(await entry('IR', land)).toMatchObject([{ severity: 'error', line: 6 }]);
    expect(await entry('IR', 'entry: { place: Dushanbe airport, by: air, from: Istanbul }\n')).toMatchObject([
      { severity: 'error' },
    ]);
    expect(await statusOf('nationality: IR', { more: land })).toBe('missing');
    // The way out is at fault.
    const back = 'entry: { place: Dushanbe airport, by: air, from: Tehran }\nexit: { place: Dusti, by: car }\n';
    expect(await entry('IR', back)).toMatchObject([{ severity: 'error', subject: 'exit', line: 7, column: 27 }]);
  });

  test('is a warning where the file does not say it', async () => {
    expect(await entry('ZA', '')).toMatchObject([{ severity: 'warning' }]);
    expect(await entry('IR', 'entry: { place: Dushanbe airport, by: air }\n')).toMatchObject([{ severity: 'warning' }]);
  });

  test('does not matter to who has a visa that serves, or none of these terms', async () => {
    const embassy = visas('nationality: ZA, type: visa, from: 2027-07-01, to: 2027-08-30');
    expect(await entry('ZA', `${AIR}${embassy}`)).toEqual([]);
    // Where it is not said how one comes in, it may be by land.
    expect(await entry('ZA', embassy)).toMatchObject([{ severity: 'warning' }]);
    expect(await entry('DE', '')).toEqual([]);
  });

  test('to the airport leaves the approval to be got before', async () => {
    expect(await faultsOf('nationality: ZA', { more: AIR })).toEqual(['TJ411']);
    const approved = `${AIR}${visas('nationality: ZA, type: on arrival')}`;
    expect(await statusOf('nationality: ZA', { more: approved })).toBe('held');
  });
});

describe('terms that are not settled (TJ416)', () => {
  const open = async (party: string, options = {}) => find(await assess(party, options), 'TJ416');

  test('are told where sources differ on whether a visa is needed; the stricter counts', async () => {
    expect(await open('nationality: BN')).toMatchObject([{ severity: 'warning', line: PARTY }]);
    expect((await assess('nationality: BN')).visas[0]).toMatchObject({ regime: 'e-visa', status: 'missing' });
    const held = visas('nationality: BN, type: e-visa, from: 2027-07-01, to: 2027-08-30');
    expect(await open('nationality: BN', { more: held })).toEqual([]);
  });

  test('are told where no source gives the length, and never read as free', async () => {
    expect(await open('nationality: RU')).toMatchObject([{ severity: 'warning' }]);
    expect((await open('nationality: RU'))[0].message).toMatch(
      /^The passport of Russia \(RU\): no visa needed, but sources differ/,
    );
    expect(await statusOf('nationality: RU')).toBe('check');
    expect(await open('nationality: IN, passport: { kind: diplomatic }')).toHaveLength(1);
  });

  test('are told where no source names the passport', async () => {
    expect((await open('nationality: GG'))[0].message).toContain('no source');
    expect((await assess('nationality: GG')).visas[0]).toMatchObject({ regime: null, status: 'check' });
    expect(await open('nationality: GB, passport: { kind: diplomatic }')).toHaveLength(1);
  });

  test('are settled for Germans, and for who may only have another kind of visa', async () => {
    expect(await open('nationality: DE')).toEqual([]);
    expect(await open('nationality: TR')).toEqual([]);
  });

  test('ask for the days of an e-visa where the stay is longer than one source allows', async () => {
    const silent = 'from: 2027-07-01, to: 2027-08-30';
    expect(await open('nationality: GB', { nights: 44, more: gb(silent) })).toEqual([]);
    expect(await open('nationality: GB', { nights: 45, more: gb(silent) })).toMatchObject([
      { subject: 'visa-1', line: 7 },
    ]);
    expect(await open('nationality: GB', { nights: 45, more: gb(`${silent}, days: 60`) })).toEqual([]);
  });
});

describe('the passport', () => {
  test('must be good for six months after arrival (TJ417)', async () => {
    const passport = async (fields: string, options = {}) =>
      find(await assess(`nationality: DE, passport: { ${fields} }`, options), 'TJ417');
    expect(await passport('expires: 2028-01-03, blankPages: 2')).toEqual([]);
    expect(await passport('expires: 2028-01-02')).toMatchObject([{ severity: 'error', line: PARTY, column: 45 }]);
    expect(await passport('blankPages: 1')).toMatchObject([{ severity: 'error', line: PARTY }]);
    expect(await passport('kind: ordinary')).toEqual([]);
    // Without days the trip lies ahead of today, 22 November 2026.
    expect(await passport('expires: 2027-05-21', { start: '' })).toHaveLength(1);
    expect(await passport('expires: 2027-05-22', { start: '' })).toEqual([]);
    expect(find(await assess('nationality: TJ, passport: { expires: 2027-07-10 }'), 'TJ417')).toEqual([]);
  });

  test('of a Tajik who has another is told of (TJ418)', async () => {
    const dual = async (party: string) => find(await assess(party), 'TJ418');
    expect(await dual('nationality: DE, also: [TJ]')).toMatchObject([{ severity: 'warning', line: PARTY }]);
    expect(await dual('nationality: TJ, also: [RU]')).toHaveLength(1);
    expect(await dual('nationality: DE, also: [FR]')).toEqual([]);
    expect(await dual('nationality: TJ')).toEqual([]);
  });

  test('of nobody known leaves visas unchecked, and says so (TJ419)', async () => {
    const nobody = await assessText('start: 2027-07-03\nstops:\n  - { place: Dushanbe, nights: 3 }\n');
    expect(find(nobody, 'TJ419')).toMatchObject([{ severity: 'warning', subject: 'trip' }]);
    expect(nobody.visas).toEqual([]);
    expect(nobody.registration).toBeNull();
    expect(nobody.notChecked.map(({ subject }) => subject)).toContain('visas');
    const unread = await assess('nationality: Germany');
    expect(find(unread, 'TJ419')).toMatchObject([{ severity: 'warning', line: PARTY, subject: 'party-1' }]);
    expect(unread.visas[0]).toMatchObject({ regime: null, status: 'check' });
    expect(find(await assess('nationality: DE'), 'TJ419')).toEqual([]);
  });

  test('that is not recognised is refused (TJ420)', async () => {
    for (const nationality of ['EH', 'abkhazia', 'somaliland', 'south-ossetia', 'transnistria']) {
      const assessment = await assess(`nationality: ${nationality}`);
      expect(find(assessment, 'TJ420'), nationality).toMatchObject([{ severity: 'error', line: PARTY }]);
      expect(assessment.visas[0]).toMatchObject({ status: 'refused', options: [] });
    }
    expect(find(await assess('nationality: stateless'), 'TJ420')).toEqual([]);
  });
});

test('a visa of an unknown kind, or of nobody in the party, is told of (TJ421)', async () => {
  const unknown = async (visa: string) => find(await assess('nationality: GB', { more: visas(visa) }), 'TJ421');
  const kind = await unknown('nationality: GB, type: e-vissa');
  expect(kind).toMatchObject([{ severity: 'error', line: 7, column: 30 }]);
  expect(kind[0].message).toContain('Did you mean');
  expect(await unknown('nationality: FR, type: e-visa')).toMatchObject([{ severity: 'warning', line: 7, column: 20 }]);
  for (const type of ['e-visa', 'E-Visa', 'evisa', 'e visa', 'Э-виза']) {
    expect(await unknown(`nationality: GB, type: ${type}`), type).toEqual([]);
  }
});

describe('registration (TJ422)', () => {
  test('is due from ten days on, on the earlier of the days that sources give', async () => {
    const [short] = find(await assess('nationality: DE', { nights: 8 }), 'TJ422');
    expect(short).toMatchObject({ severity: 'info' });
    expect(short.message).toMatch(/shorter than 10 days.*name no length/);
    expect(short.message).not.toContain('strictest');
    const long = await assess('nationality: DE', { nights: 9 });
    expect(find(long, 'TJ422')).toMatchObject([{ severity: 'info', subject: 'stop-1', line: STOP }]);
    expect(find(long, 'TJ422')[0].message).toContain('175 TJS');
    expect(find(long, 'TJ422')[0].message).toContain('again at each new address');
    expect(long.registration).toMatchObject([
      { needed: 'yes', by: '2027-07-12', where: 'stop-1', travellers: ['party-1'] },
    ]);
  });

  test('is not asked of who enters on an e-visa, nor of citizens', async () => {
    expect((await assess('nationality: GB', { nights: 20, more: gb() })).registration).toEqual([]);
    expect((await assess('nationality: TJ', { nights: 20 })).registration).toEqual([]);
  });

  test('is none where the country is never entered, which is not the same as not known', async () => {
    const abroad =
      'party: [{ nationality: DE }]\nstops:\n  - { place: Osh, nights: 2 }\n  - { place: Gulcha, nights: 1 }\n';
    expect((await assessText(`start: 2027-07-03\n${abroad}`)).registration).toEqual([]);
    expect((await assessText('start: 2027-07-03\nstops: [{ place: Dushanbe, nights: 2 }]\n')).registration).toBeNull();
  });

  test('is due within three days on a visa from an embassy, listed or needed, however short the stay', async () => {
    const embassy = visas('nationality: GB, type: visa, from: 2027-07-01, to: 2027-08-30, days: 30');
    // From Tuesday 6 July on: the third day is the 8th.
    const start = 'start: 2027-07-06\n';
    for (const nights of [3, 20]) {
      const held = await assess('nationality: GB', { nights, more: embassy, start });
      expect(held.registration).toMatchObject([{ needed: 'yes', by: '2027-07-08' }]);
      expect(find(held, 'TJ422')).toMatchObject([{ severity: 'info' }]);
      expect(find(held, 'TJ422')[0].message).toContain('within 3 days');
      expect((await assess('nationality: AF', { nights, start })).registration).toMatchObject([{ by: '2027-07-08' }]);
    }
    // Nor later than the day of exit.
    expect((await assess('nationality: AF', { nights: 1, start })).registration).toMatchObject([{ by: '2027-07-07' }]);
  });

  test('is asked of every stay, each with its own day', async () => {
    const twice = await assessText(
      'start: 2027-05-03\nparty: [{ nationality: DE }]\nstops:\n  - { place: Khujand, nights: 12 }\n  - { place: Osh, nights: 5, by: air }\n  - { place: Dushanbe, nights: 15, by: air }\n',
    );
    expect(twice.registration).toMatchObject([
      { needed: 'yes', from: '2027-05-03', by: '2027-05-12', where: 'stop-1' },
      { needed: 'yes', from: '2027-05-20', by: '2027-05-28', where: 'stop-3' },
    ]);
    expect(find(twice, 'TJ422')).toHaveLength(2);
    expect(find(twice, 'TJ422')[1].message).toContain('The stay from 2027-05-20 to 2027-06-04');
    const register = twice.calendar.filter(({ kind }) => kind === 'register-by');
    expect(register.map(({ id }) => id)).toEqual(['register', 'register-2']);
    expect(twice.checklist.filter(({ id }) => id.startsWith('registration')).map(({ by }) => by)).toEqual([
      '2027-05-12',
      '2027-05-28',
    ]);
  });

  test('moves to the last day before on which the office works, and never before arrival', async () => {
    // Arrival on 8 July: the tenth day, 17 July 2027, is a Saturday.
    const moved = await assess('nationality: DE', { nights: 20, start: 'start: 2027-07-08\n' });
    expect(moved.registration![0].by).toBe('2027-07-16');
  });

  test('is a warning where the papers or the days do not settle it', async () => {
    const warned = async (party: string, options: object) => find(await assess(party, options), 'TJ422');
    expect(await warned('nationality: GB', { nights: 20 })).toMatchObject([{ severity: 'warning' }]);
    expect(await warned('nationality: DE', { nights: 20, start: '' })).toMatchObject([{ severity: 'warning' }]);
    const spare = visas('nationality: DE, type: e-visa, from: 2027-07-01, to: 2027-08-30');
    expect(await warned('nationality: DE', { nights: 20, more: spare })).toMatchObject([{ severity: 'warning' }]);
  });
});

test('leaving on the last day allowed is remarked on (TJ423)', async () => {
  const edge = async (party: string, options: object) => find(await assess(party, options), 'TJ423');
  expect(await edge('nationality: DE', { nights: 29 })).toMatchObject([{ severity: 'info' }]);
  expect(await edge('nationality: DE', { nights: 28 })).toEqual([]);
  expect(await edge('nationality: GB', { more: gb('from: 2027-07-01, to: 2027-07-06') })).toHaveLength(1);
  expect(await edge('nationality: GB', { more: gb() })).toEqual([]);
});

test('a trip that never enters the country asks for no visa of it', async () => {
  const abroad = await assessText(
    'start: 2027-07-03\nparty: [{ nationality: GB }]\nstops:\n  - { place: Osh, nights: 3 }\n',
  );
  expect(abroad.visas).toEqual([]);
  expect(find(abroad, 'TJ411')).toEqual([]);
  expect(abroad.notChecked.map(({ subject }) => subject)).toContain('visas');
});

test('whether the passport of a citizen is good is said not to be checked', async () => {
  const why = async (nationality: string) =>
    (await assess(`nationality: ${nationality}, passport: { expires: 2020-01-31, blankPages: 0 }`)).notChecked.filter(
      ({ subject }) => subject === 'passports',
    );
  expect(await why('TJ')).toMatchObject([{ why: expect.stringContaining('citizens') }]);
  expect(await why('DE')).toEqual([]);
});
