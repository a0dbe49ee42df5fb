import { describe, expect, test } from 'vitest';
import { inWords } from '../../src/season/message.ts';
import { assessText, find, knowledge } from '../trip.ts';

const trip = (start: string | null, stops: string, rest = '') =>
  assessText(`${start === null ? '' : `start: ${start}\n`}travel: 4x4\nstops:\n${stops}\n${rest}`);

describe('TJ507: dangers of the season', () => {
  const khorog = '  - { place: Khorog, nights: 1 }\n  - { place: Ishkashim, nights: 1 }';
  const named = async (start: string | null, stops: string) =>
    find(await trip(start, stops), 'TJ507').map(
      ({ severity, line, message }) => `${severity} ${line} ${message.split(',')[0]}`,
    );

  test('avalanches on the road from Khorog to Ishkashim in January, once, at the first stop', async () => {
    const assessment = await trip('2027-01-10', khorog);
    const avalanches = find(assessment, 'TJ507').filter(({ message }) => message.startsWith('Avalanches in the Pamir'));
    expect(avalanches).toMatchObject([{ severity: 'warning', line: 4, subject: 'stop-1' }]);
    expect(avalanches[0].message).toContain('told of in January to May and October: Khorog on 2027-01-10');
    expect(avalanches[0].sources).toContain('ca-gac-disasters-2025-07-24');
  });

  test('in April and May too: the UK calls spring the most dangerous', async () => {
    for (const start of ['2027-04-10', '2027-05-10']) {
      expect(await named(start, khorog)).toContain('warning 4 Avalanches in the Pamir');
    }
    expect(await named('2027-06-10', khorog)).not.toContain('warning 4 Avalanches in the Pamir');
  });

  test('names a day that lies in the season', async () => {
    const stay = '  - { place: Khorog, nights: 4 }';
    const late = find(await trip('2027-09-29', stay), 'TJ507');
    expect(late.length).toBeGreaterThan(0);
    for (const { message } of late) expect(message).toContain('Khorog on 2027-10-01');
  });

  test('none of them in September', async () => {
    expect(await named('2027-09-10', khorog)).toEqual([]);
  });

  test('floods in the Pamir in June, and in Khatlon in April', async () => {
    expect(await named('2027-06-10', khorog)).toEqual(['warning 4 Floods and mudflows in the Pamir']);
    const khatlon = '  - { place: Bokhtar, nights: 1 }\n  - { place: Kulob, nights: 1 }';
    expect(await named('2027-04-10', khatlon)).toEqual(['warning 4 Floods and mudflows in Khatlon']);
    expect(await named('2027-09-10', khatlon)).toEqual([]);
  });

  test('the road from Dushanbe to Khujand in winter: avalanches and tunnels', async () => {
    const north = '  - { place: Dushanbe, nights: 1 }\n  - { place: Khujand, nights: 1 }';
    expect(await named('2027-01-10', north)).toEqual([
      'warning 5 Avalanches between Dushanbe and Khujand',
      'warning 5 The tunnels between Dushanbe and Khujand in winter',
    ]);
    expect(await named('2027-07-10', north)).toEqual([]);
    expect(await named('2027-01-10', north.replace('Khujand, nights', 'Khujand, by: air, nights'))).toEqual([]);
  });

  test('snow on the passes between Murghab and Karakul from September, not on the plain road below them', async () => {
    const snow = 'Snow on the high passes of the Pamir Highway';
    const pass = await named('2027-09-20', '  - { place: Murghab, nights: 1 }\n  - { place: Karakul, nights: 1 }');
    expect(pass).toEqual([`warning 5 ${snow}`]);
    expect(await named('2027-07-20', '  - { place: Murghab, nights: 1 }\n  - Karakul')).not.toContain(
      `warning 5 ${snow}`,
    );
    expect(await named('2027-09-20', '  - { place: Khorog, nights: 1 }\n  - Rushan')).toEqual([]);
  });

  test('without dates the months are told as a note', async () => {
    const findings = find(await trip(null, khorog), 'TJ507');
    expect(findings.map(({ severity }) => severity)).toEqual(['info', 'info']);
    expect(findings[0].message).toContain('the days of this trip are not known');
  });

  test('months are told as runs, over the turn of the year too', () => {
    expect(inWords([9, 10, 11, 12, 1, 2, 3, 4, 5])).toBe('September to May');
    expect(inWords([12, 1, 2])).toBe('December to February');
    expect(inWords([10, 1, 2, 3])).toBe('January to March and October');
    expect(inWords([7])).toBe('July');
    expect(inWords([1, 3, 5])).toBe('January, March and May');
    expect(inWords([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])).toBe('any month');
  });
});

describe('TJ501: a pass in January', () => {
  const over = (start: string) =>
    trip(
      start,
      '  - { place: Dushanbe, nights: 1 }\n  - { place: Kalai-Khumb, nights: 1, via: [Tavildara, Khaburabot] }',
    );

  test('is an error on its line', async () => {
    expect(find(await over('2027-01-10'), 'TJ501')).toMatchObject([{ severity: 'error', line: 5 }]);
  });

  test('is none in August', async () => {
    expect(find(await over('2027-08-10'), 'TJ501')).toEqual([]);
  });
});

describe('TJ508: far from help', () => {
  test('tells of the farthest place, the nearest one known and the kilometres by road', async () => {
    const findings = find(
      await trip('2027-07-10', '  - { place: Khorog, nights: 1 }\n  - { place: Karakul, nights: 1 }'),
      'TJ508',
    );
    const hospital = findings.filter(({ message }) => message.includes('a hospital'));
    expect(hospital).toMatchObject([{ severity: 'info', confidence: 'certain' }]);
    expect(hospital[0].message).toMatch(/is (Khorog|Murghab), 1\d\d km by road/);
    expect(findings.some(({ message }) => message.includes('a cash machine is Khorog'))).toBe(true);
  });

  test('says nothing near the cities, and nothing of fuel to those without an engine', async () => {
    expect(
      find(await trip('2027-07-10', '  - { place: Dushanbe, nights: 1 }\n  - { place: Bokhtar, nights: 1 }'), 'TJ508'),
    ).toEqual([]);
    const rider = await assessText(
      'travel: bicycle\nstops:\n  - { place: Murghab, nights: 1 }\n  - { place: Karakul, nights: 1 }',
    );
    expect(find(rider, 'TJ508').filter(({ message }) => message.includes('fuel'))).toEqual([]);
  });

  test('is a warning where no known road leads to any help', async () => {
    const none = { ...knowledge(), services: [] };
    const text = 'travel: 4x4\nstops:\n  - { place: Murghab, nights: 1 }\n  - Karakul';
    const findings = find(await assessText(text, {}, { knowledge: none }), 'TJ508');
    expect(findings).toMatchObject([{ severity: 'warning' }]);
    expect(findings[0].message).toBe('No place is known to have a hospital or a cash machine or fuel.');
  });

  test('is a warning, in a straight line, far from every road', async () => {
    const glacier = '  - { place: Fedchenko, at: { lat: 38.72, lon: 72.62 }, nights: 1 }';
    const findings = find(await trip('2027-07-10', glacier), 'TJ508');
    expect(findings[0]).toMatchObject({ severity: 'warning', line: 4, subject: 'stop-1' });
    expect(findings[0].message).toMatch(/\d+ km in a straight line; no way by road inside the country is known/);
  });

  test('is not told of places abroad, whose services are no part of the data', async () => {
    expect(find(await trip('2027-07-10', '  - { place: Osh, nights: 1 }'), 'TJ508')).toEqual([]);
  });
});

describe('TJ603: what a remote trip needs', () => {
  const pamir = '  - { place: Khorog, nights: 1 }';
  const required = async (stops: string, rest = '') => find(await trip('2027-07-10', stops, rest), 'TJ603');

  test('is a satellite phone and cover for evacuation in GBAO, once each', async () => {
    const findings = await required(pamir);
    expect(findings.map(({ message }) => message.split('”')[0])).toEqual(['“medevac-insurance', '“satellite-phone']);
    expect(findings).toMatchObject([
      { severity: 'warning', line: null },
      { severity: 'warning', subject: 'trip' },
    ]);
    expect(findings[1].sources).toEqual(['uk-fcdo-safety-2026-08-19', 'ie-dfa-2026-03-23']);
  });

  test('stands on `mitigations:` where that is written, and only for what it does not list', async () => {
    const findings = await required(pamir, 'mitigations: [satellite-phone]');
    expect(findings).toMatchObject([{ line: 5 }]);
    expect(findings[0].message).toContain('medevac-insurance');
    expect(await required(pamir, 'mitigations: [satellite-phone, medevac-insurance]')).toEqual([]);
  });

  test('is not asked for in Dushanbe, and the checklist says what is required', async () => {
    const city = '  - { place: Dushanbe, nights: 1 }';
    expect(await required(city)).toEqual([]);
    const item = async (stops: string) =>
      (await trip('2027-07-10', stops)).checklist.find(({ id }) => id === 'medevac-insurance');
    expect((await item(city))!.required).toBeNull();
    expect((await item(pamir))!.required).toContain('evacuation by air');
  });
});
