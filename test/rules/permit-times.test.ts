/** Permits over time: applications, last days of each channel, suspensions, and things carried. */
import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/assessment.ts';
import { assessText, find, knowledge } from '../trip.ts';

/** Dushanbe from 1 July 2027, Khorog from the 4th to the 6th. */
const trip = (rest = '', nationality = 'DE') => `start: 2027-07-01
party: [{ nationality: ${nationality} }]
stops:
  - { place: Dushanbe, nights: 3 }
  - { place: Khorog, nights: 2, by: air }
  - { place: Dushanbe, by: air }
${rest}`;
const gbao = (rest: string) => trip(`permits:\n  - { type: gbao, districts: [shughnan], ${rest} }\n`);
const gbaoOf = ({ permits }: Assessment) => permits.find(({ type }) => type === 'gbao')!;
const drone = (thing: string, permits = '') => trip(`equipment: [${thing}]\n${permits}`);
const permitRules = (assessment: Assessment) =>
  assessment.findings.filter(({ rule }) => /^TJ40[1-7]$/.test(rule)).map(({ rule }) => rule);

describe('a permit that is applied for', () => {
  test('in time and without its dates is not in hand, and no error', async () => {
    const assessment = await assessText(gbao('applied: 2026-11-20'));
    expect(gbaoOf(assessment)).toMatchObject({ status: 'check', applied: '2026-11-20' });
    expect(permitRules(assessment)).toEqual(['TJ403']);
    expect(find(assessment, 'TJ403')).toMatchObject([
      { severity: 'warning', line: 8, column: 51, subject: 'permit-1' },
    ]);
    expect(find(assessment, 'TJ403')[0].message).toBe(
      'The GBAO permit was applied for on 2026-11-20; as far as the file says it is not yet in hand.',
    );
    expect(gbaoOf(assessment).warnings.join()).toContain('not yet in hand');
    expect(assessment.checklist.find(({ id }) => id === 'permit-gbao')).toMatchObject({
      text: 'Have the GBAO permit in hand: it was applied for on 2026-11-20.',
      by: '2027-07-04',
    });
  });

  test('on a day to come is not in hand even if its dates are written', async () => {
    const assessment = await assessText(gbao('from: 2027-07-01, to: 2027-07-31, applied: 2027-05-03'));
    expect(gbaoOf(assessment)).toMatchObject({ status: 'check', applied: '2027-05-03' });
    expect(find(assessment, 'TJ403')[0].message).toBe('The GBAO permit is still to be applied for, on 2027-05-03.');
    expect(find(assessment, 'TJ404')).toEqual([]);
    expect(assessment.checklist.find(({ id }) => id === 'permit-gbao')!.by).toBe('2027-05-03');
  });

  test('may fall short in its days as well: two findings, told apart', async () => {
    const assessment = await assessText(gbao('from: 2027-07-05, to: 2027-07-31, applied: 2027-05-03'));
    expect(gbaoOf(assessment).status).toBe('outside-validity');
    const found = find(assessment, 'TJ403');
    expect(found.map(({ severity }) => severity).sort()).toEqual(['error', 'warning']);
    expect(new Set(found.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });

  test('is held once the day of the application is taken out, and not before, whatever its dates', async () => {
    const dates = 'from: 2027-07-01, to: 2027-07-31';
    const waiting = await assessText(gbao(`${dates}, applied: 2026-11-22`));
    expect(gbaoOf(waiting)).toMatchObject({ status: 'check', applied: '2026-11-22' });
    expect(permitRules(waiting)).toEqual(['TJ403']);
    const held = await assessText(gbao(dates));
    expect(gbaoOf(held)).toMatchObject({ status: 'held', applied: null });
    expect(permitRules(held)).toEqual([]);
  });

  test('and ends, as far as its days are written, before the trip does is at fault now', async () => {
    const days = async (rest: string) => find(await assessText(gbao(`applied: 2026-11-20, ${rest}`)), 'TJ403');
    expect(await days('to: 2027-07-05')).toMatchObject([{ severity: 'warning' }, { severity: 'error' }]);
    expect(await days('from: 2027-07-05')).toMatchObject([{ severity: 'warning' }, { severity: 'error' }]);
    expect(await days('to: 2027-07-06')).toMatchObject([{ severity: 'warning' }]);
    expect(await days('from: 2027-07-04')).toMatchObject([{ severity: 'warning' }]);
  });

  test('and has not come on the first day that it is needed is an error', async () => {
    const on = async (asOf: string) => find(await assessText(gbao('applied: 2026-11-20'), {}, { asOf }), 'TJ403');
    expect(await on('2027-07-03')).toMatchObject([{ severity: 'warning' }]);
    expect(await on('2027-07-04')).toMatchObject([{ severity: 'error', line: 8, column: 51 }]);
  });

  // 1 July is a Thursday: nobody who comes three days before the area applies inside the country two weeks before it.
  test.each([
    ['2027-06-10', []],
    ['2027-06-11', ['warning']],
    ['2027-06-17', ['warning']],
    ['2027-06-18', ['error']],
    ['2027-07-02', ['error']],
  ])(
    'on %s is judged by the days left to the first day in the country, for it must be done abroad',
    async (applied, severities) => {
      const late = find(await assessText(gbao(`applied: ${applied}`)), 'TJ404');
      expect(late.map(({ severity }) => severity)).toEqual(severities);
      for (const { line, column, subject } of late) expect([line, column, subject]).toEqual([8, 51, 'permit-1']);
    },
  );

  test('says the day that it should have been', async () => {
    const [usual] = find(await assessText(gbao('applied: 2027-06-25')), 'TJ404');
    expect(usual.message).toBe(
      'GBAO permit: applied for on 2027-06-25, and the day to apply by is 2027-06-17 to have it on 2027-07-04.',
    );
    const [slow] = find(await assessText(gbao('applied: 2027-06-15')), 'TJ404');
    expect(slow.message).toContain('where the issuer is slow it must be by 2027-06-10');
  });

  test('late stays an error when the day has come: that it is past does not mean that the paper is there', async () => {
    const text = gbao('from: 2027-07-01, to: 2027-07-31, applied: 2027-06-25');
    for (const asOf of ['2027-06-20', '2027-06-28']) {
      const found = find(await assessText(text, {}, { asOf }), 'TJ404');
      expect(found).toMatchObject([{ severity: 'error', line: 8 }]);
    }
  });

  test('is not waited for when another paper does', async () => {
    const second = '  - { type: gbao, districts: [shughnan], applied: 2027-07-02 }\n';
    const assessment = await assessText(`${gbao('from: 2027-07-01, to: 2027-07-31')}${second}`);
    expect(gbaoOf(assessment)).toMatchObject({ status: 'held', applied: null });
    expect(find(assessment, 'TJ403')).toEqual([]);
  });

  test('still lacks the district that it was not asked for', async () => {
    const assessment = await assessText(gbao('applied: 2026-11-20').replace('shughnan', 'vanj'));
    expect(gbaoOf(assessment)).toMatchObject({ status: 'incomplete', missing: ['Shughnan'] });
    expect(find(assessment, 'TJ402')).toMatchObject([{ severity: 'error', line: 5 }]);
  });
});

describe('a permit applied for on the day it is needed, or later', () => {
  const khatlon = (applied: string, days = '') => `start: 2027-07-01
party: [{ nationality: DE }]
stops:
  - { place: Dushanbe, nights: 3 }
  - { place: Panj, nights: 2, by: air }
permits:
  - { type: khatlon-border, applied: ${applied}${days} }
`;

  test.each([
    ['2027-07-03', []],
    ['2027-07-04', ['error']],
    ['2027-08-01', ['error']],
  ])('on %s is told on its value where no lead time is published', async (applied, severities) => {
    const late = find(await assessText(khatlon(applied)), 'TJ404');
    expect(late.map(({ severity }) => severity)).toEqual(severities);
    for (const { line, column, subject } of late) expect([line, column, subject]).toEqual([7, 38, 'permit-1']);
  });

  test('says so, and not that a last day was missed', async () => {
    const [late] = find(await assessText(khatlon('2027-07-04')), 'TJ404');
    expect(late.message).toBe(
      'Khatlon border permit: applied for on 2027-07-04, and it is needed on 2027-07-04: that is too late.',
    );
    const [gone] = find(await assessText(gbao('applied: 2027-07-05')), 'TJ404');
    expect(gone).toMatchObject({ severity: 'error' });
    expect(gone.message).toContain('that is too late.');
  });

  test('is an error though the file gives its days', async () => {
    const text = khatlon('2027-07-05', ', from: 2027-07-01, to: 2027-07-31');
    expect(find(await assessText(text, {}, { asOf: '2027-07-05' }), 'TJ404')).toMatchObject([{ severity: 'error' }]);
  });
});

describe('the days of a permit', () => {
  test.each([
    ['from: 2027-07-05, to: 2027-07-31', 'on 2027-07-04'],
    ['from: 2027-06-01, to: 2027-07-05', 'on 2027-07-06'],
    ['from: 2027-07-05, to: 2027-07-05', 'on 2027-07-04, on 2027-07-06'],
  ])('%s leave out %s', async (days, open) => {
    const found = find(await assessText(gbao(days)), 'TJ403');
    expect(found).toMatchObject([{ severity: 'error', line: 8 }]);
    expect(found[0].message).toContain(`The trip is in Shughnan ${open};`);
  });
});

describe('the ways to get the permit', () => {
  test('have each its own last day: before the country or before the area', async () => {
    const { channels, applyBy, workingDaysLeft } = gbaoOf(await assessText(trip()));
    expect(channels.map(({ where, applyBy: day, inPerson }) => [where, day, inPerson])).toEqual([
      ['before-entry', '2027-06-17', true],
      ['before-entry', '2027-06-17', true],
      ['in-country', '2027-06-18', false],
      ['in-country', '2027-06-18', false],
      ['before-entry', null, true],
    ]);
    expect(applyBy).toBe('2027-06-17');
    expect(workingDaysLeft).toBeGreaterThan(100);
    for (const channel of channels) expect(channel.sources.length).toBeGreaterThan(0);
  });

  test('can be gone in person after a long stay', async () => {
    const long = trip().replace('Dushanbe, nights: 3', 'Dushanbe, nights: 20');
    expect(gbaoOf(await assessText(long)).channels.map(({ inPerson }) => inPerson)).toEqual([
      true,
      true,
      true,
      true,
      true,
    ]);
  });

  // 19 nights after arrival on 1 July is the 21st: two weeks before it one is there, three weeks before it not yet.
  test('give the headline its days: inside the country after arrival, else before entering', async () => {
    const long = await assessText(trip().replace('Dushanbe, nights: 3', 'Dushanbe, nights: 20'));
    expect(gbaoOf(long)).toMatchObject({ from: '2027-07-21', applyBy: '2027-07-07', applyByWorst: '2027-06-10' });
    expect(find(long, 'TJ401')[0].message).toContain(
      'Last day to apply: 2027-07-07; where the issuer is slow, 2027-06-10.',
    );
    expect(find(long, 'TJ409')[0].message).toContain('by 2027-07-07');
    expect(long.checklist.find(({ id }) => id === 'permit-gbao')!.by).toBe('2027-06-10');
    expect(long.calendar.filter(({ id }) => id.startsWith('apply-gbao')).map(({ date }) => date)).toEqual([
      '2027-06-10',
      '2027-07-07',
    ]);
    const short = await assessText(trip());
    expect(gbaoOf(short)).toMatchObject({ from: '2027-07-04', applyBy: '2027-06-17', applyByWorst: '2027-06-10' });
  });

  test('give the earliest day where none of them can be kept', async () => {
    const gbao = knowledge().permits.find(({ id }) => id === 'gbao')!;
    const inside = { ...gbao, channels: gbao.channels.filter(({ where }) => where === 'in-country') };
    const known = { ...knowledge(), permits: [inside] };
    const assessment = await assessText(trip(), {}, { knowledge: known });
    expect(gbaoOf(assessment)).toMatchObject({ applyBy: '2027-06-18', applyByWorst: '2027-06-11' });
  });

  test('have no last day without dates', async () => {
    const { channels, workingDaysLeft } = gbaoOf(await assessText(trip().replace('start: 2027-07-01\n', '')));
    expect(channels.map(({ applyBy, inPerson }) => applyBy ?? inPerson)).toEqual([true, true, null, null, true]);
    expect(workingDaysLeft).toBeNull();
  });

  test('fall back over the holidays of the data', async () => {
    const feast = { id: 'feast', name: 'Feast', days: ['2027-06-18', '06-17'], sources: ['uk-fcdo-entry-2026-07-09'] };
    const known = { ...knowledge(), holidays: [feast] };
    const { applyBy } = gbaoOf(await assessText(trip(), {}, { knowledge: known }));
    expect(applyBy).toBe('2027-06-16');
  });

  test('are told to those who need no visa, with fee and day', async () => {
    const [told] = find(await assessText(trip('', 'DE')), 'TJ409');
    expect(told).toMatchObject({ severity: 'info', line: 5 });
    expect(told.message).toContain('needed even by those who need no visa.');
    expect(told.message).toContain('With an e-Visa (evisa.tj), 20 USD per person on top of the e-visa, by 2027-06-17;');
    expect(told.message).toContain('Tajik embassy or consulate, fee not published, by 2027-06-17;');
    expect(told.message).toMatch(/OVIR, .*, 20 to 100 TJS per person, by 2027-06-18 and so before you arrive/);
  });

  test('are told to those who need an e-Visa: one form for both', async () => {
    const [told] = find(await assessText(trip('', 'GB')), 'TJ409');
    expect(told.message).toContain('needed on top of the visa. Ways to get it: With an e-Visa');
  });

  test('make no promise for an e-Visa that is already given', async () => {
    const added = 'No source read says that it can be added to an e-visa already given.';
    const visa = 'visas:\n  - { nationality: GB, type: e-visa, from: 2027-06-20, to: 2027-08-18 }\n';
    expect(find(await assessText(trip(visa, 'GB')), 'TJ409')[0].message).toContain(added);
    expect(find(await assessText(trip('', 'GB')), 'TJ409')[0].message).not.toContain(added);
  });

  test('are not told where the permit is held, or not needed', async () => {
    expect(find(await assessText(gbao('from: 2027-07-01, to: 2027-07-31')), 'TJ409')).toEqual([]);
    expect(find(await assessText(trip('', 'TJ')), 'TJ409')).toEqual([]);
    const elsewhere = 'start: 2027-07-01\nparty: [{ nationality: DE }]\nstops: [{ place: Dushanbe, nights: 2 }]\n';
    expect(find(await assessText(elsewhere), 'TJ409')).toEqual([]);
  });
});

describe('a permit that was stopped before', () => {
  test('is warned of once, whether it is held or missing, with a second plan on the checklist', async () => {
    for (const text of [trip(), gbao('from: 2027-07-01, to: 2027-07-31')]) {
      const assessment = await assessText(text);
      expect(find(assessment, 'TJ408')).toMatchObject([{ severity: 'warning', line: 5, zone: 'gbao' }]);
      expect(find(assessment, 'TJ408')[0].message).toMatch(/2022-08, Caravanistan\).* no stop .* 2026-09-04\.$/);
      expect(assessment.checklist.map(({ id }) => id)).toContain('gbao-plan-b');
    }
  });

  test('is not where the trip does not need it', async () => {
    for (const text of [trip('', 'TJ'), 'start: 2027-07-01\nparty: [{ nationality: DE }]\nstops: [Dushanbe]\n']) {
      const assessment = await assessText(text);
      expect(find(assessment, 'TJ408')).toEqual([]);
      expect(assessment.checklist.map(({ id }) => id)).not.toContain('gbao-plan-b');
    }
  });
});

describe('a drone', () => {
  test.each(['drone', 'Drone', 'DJI Mavic 3', 'camera drone', 'quadcopter', 'Дрон', 'drones'])(
    'written %s needs the permission, on its line',
    async (thing) => {
      const assessment = await assessText(drone(thing));
      expect(find(assessment, 'TJ407')).toMatchObject([{ severity: 'error', line: 7, column: 13 }]);
      expect(find(assessment, 'TJ407')[0].message).toContain('National Security Committee');
      expect(assessment.permits.find(({ type }) => type === 'drone')).toMatchObject({
        status: 'missing',
        from: '2027-07-01',
        applyBy: null,
        where: [],
      });
      expect(find(assessment, 'TJ401').map(({ zone }) => zone)).toEqual(['gbao']);
      expect(assessment.checklist.map(({ id }) => id)).toContain('permit-drone');
    },
  );

  test.each(['dron', 'dorne', 'quadcoptor', 'quad-copter', 'DJI Mini 4 Pro', 'fpv goggles'])(
    'written %s does not read as safe',
    async (thing) => {
      const found = find(await assessText(drone(thing)), 'TJ407');
      expect(found).toHaveLength(1);
      expect(found[0]).toMatchObject({ line: 7 });
      if (found[0].severity === 'warning') expect(found[0].message).toContain('Did you mean drone?');
    },
  );

  test.each(['satellite-phone', 'phone', 'stove', 'inreach', 'tent', 'crane'])(
    'is not seen in %s: of that no rule was found',
    async (thing) => {
      const assessment = await assessText(drone(thing));
      expect(find(assessment, 'TJ407')).toEqual([]);
      expect(assessment.permits.map(({ type }) => type)).not.toContain('drone');
    },
  );

  test('with its permission is allowed for the days of that', async () => {
    const paper = (days: string) => `permits:\n  - { type: drone, ${days} }\n`;
    const good = await assessText(drone('drone', paper('from: 2027-07-01, to: 2027-07-31')));
    expect(find(good, 'TJ407')).toEqual([]);
    expect(good.permits.find(({ type }) => type === 'drone')!.status).toBe('held');
    const short = await assessText(drone('drone', paper('from: 2027-07-01, to: 2027-07-04')));
    expect(find(short, 'TJ403')).toMatchObject([{ severity: 'error', line: 9 }]);
    expect(find(short, 'TJ403')[0].message).toContain('is in the country from 2027-07-05 to 2027-07-06;');
  });

  test('whose permission has no dates is told so', async () => {
    const undated = await assessText(drone('drone', 'permits:\n  - { type: drone }\n'));
    expect(find(undated, 'TJ403')[0].message).toMatch(/; the Drone permission has no dates in the file\.$/);
  });

  test('that stays at home needs none', async () => {
    const assessment = await assessText(trip('permits:\n  - { type: drone, from: 2027-07-01, to: 2027-07-31 }\n'));
    expect(assessment.permits.find(({ type }) => type === 'drone')!.status).toBe('not-needed');
    expect(find(assessment, 'TJ407')).toEqual([]);
  });
});

test('without a start the nights are counted back from a pinned date, so that no day to apply by comes too late', async () => {
  const pinned = (date: string, start = '') =>
    assessText(`${start}stops:
  - { place: Khorog, nights: 3 }
  - { place: Murghab, nights: 1${date} }
`);
  const [back, told] = [await pinned(', date: 2027-07-08'), await pinned('', 'start: 2027-07-05\n')];
  expect(back.stops.map(({ from }) => from)).toEqual(['2027-07-05', '2027-07-08']);
  expect(gbaoOf(back).applyBy).toBe(gbaoOf(told).applyBy);
  expect(gbaoOf(back).applyBy).not.toBeNull();
  expect(find(back, 'TJ210')[0].message).toContain('counted back to 2027-07-05');
  expect(find(told, 'TJ210')).toEqual([]);
});

test('feasts of years that no record names are said not to be known', async () => {
  const subjects = async (start: string) =>
    (await assessText(`start: ${start}\nstops: [{ place: Khorog, nights: 1 }]\n`)).notChecked.map(
      ({ subject }) => subject,
    );
  expect(await subjects('2031-03-05')).toContain('holidays');
  expect(await subjects('2027-03-05')).not.toContain('holidays');
});
