import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/assessment.ts';
import { assessText, find, knowledge, withoutRoads } from '../trip.ts';

const trip = (
  permits: string,
  stops = '  - { place: Khorog, nights: 2 }\n  - { place: Ishkashim, nights: 1, by: air }',
) => `start: 2027-07-03\nparty: [{ nationality: US }]\nstops:\n${stops}\n${permits}`;
const gbao = (districts: string, from = '2027-07-01', to = '2027-08-10') =>
  `permits:\n  - { type: gbao, districts: [${districts}], from: ${from}, to: ${to} }\n`;
/** What is wrong with the permits, whatever way the trip takes; that they may be stopped again is always told. */
const sureFaults = ({ findings }: Assessment) =>
  findings.filter(({ rule, confidence }) => /^TJ40[1-79]$/.test(rule) && confidence !== 'possible');

describe('the GBAO permit', () => {
  test('is missing when the trip enters the region without it', async () => {
    const assessment = await assessText(trip(''));
    const [missing] = find(assessment, 'TJ401');
    expect(missing).toMatchObject({ severity: 'error', line: 4, subject: 'stop-1' });
    expect(assessment.permits.find((permit) => permit.type === 'gbao')).toMatchObject({
      status: 'missing',
      from: '2027-07-03',
      // Two and three weeks before are Saturdays.
      applyBy: '2027-06-18',
      applyByWorst: '2027-06-11',
    });
    expect(assessment.checklist.find(({ id }) => id === 'permit-gbao')).toMatchObject({
      by: '2027-06-11',
      priority: 1,
    });
  });

  test('covers the trip when it lists its districts and days, in any spelling', async () => {
    for (const districts of ['shughnan, ishkashim', 'Шугнан, Ишкашим', 'Khorog, Ishkoshim']) {
      const assessment = await assessText(trip(gbao(districts)));
      expect(sureFaults(assessment), districts).toEqual([]);
      expect(assessment.permits.find((permit) => permit.type === 'gbao')!.status).toBe('held');
    }
  });

  test('must list the district of each stop: the finding stands on the line of the stop', async () => {
    const assessment = await assessText(trip(gbao('shughnan')));
    const lacking = find(assessment, 'TJ402').filter((finding) => finding.severity === 'error');
    expect(lacking).toMatchObject([{ line: 5, subject: 'stop-2' }]);
    expect(lacking[0].message).toContain('Ishkashim');
    expect(assessment.permits.find((permit) => permit.type === 'gbao')).toMatchObject({ missing: ['Ishkashim'] });
  });

  test('without its districts said is not taken to cover them', async () => {
    const assessment = await assessText(trip('permits:\n  - { type: gbao, from: 2027-07-01, to: 2027-08-10 }\n'));
    expect(find(assessment, 'TJ402')).toMatchObject([{ severity: 'warning', line: 7 }]);
    expect(assessment.permits.find((permit) => permit.type === 'gbao')!.status).toBe('incomplete');
  });

  test('must be good on every day in the region', async () => {
    const short = await assessText(trip(gbao('shughnan, ishkashim', '2027-07-01', '2027-07-05')));
    expect(find(short, 'TJ403')).toMatchObject([{ severity: 'error', line: 7 }]);
    const unsaid = await assessText(trip('permits:\n  - { type: gbao, districts: [shughnan, ishkashim] }\n'));
    expect(find(unsaid, 'TJ403')).toHaveLength(1);
  });

  test('is too late to apply for by the usual lead time, or by the worst', async () => {
    const late = (asOf: string) => assessText(trip(''), {}, { asOf });
    expect(find(await late('2027-06-19'), 'TJ404')).toMatchObject([{ severity: 'error', line: 4 }]);
    expect(find(await late('2027-06-18'), 'TJ404')).toMatchObject([{ severity: 'warning', line: 4 }]);
    expect(find(await late('2027-06-12'), 'TJ404')).toMatchObject([{ severity: 'warning', line: 4 }]);
    expect(find(await late('2027-06-11'), 'TJ404')).toEqual([]);
  });

  test('is not needed by citizens', async () => {
    const assessment = await assessText(trip('').replace('US', 'TJ'));
    expect(assessment.permits.find((permit) => permit.type === 'gbao')!.status).toBe('not-needed');
    expect(find(assessment, 'TJ401')).toEqual([]);
  });

  test('is not asked for where the trip does not enter the region', async () => {
    const assessment = await assessText(trip('', '  - Dushanbe\n  - { place: Khujand, by: air }'));
    expect(assessment.permits).toEqual([]);
  });

  test('of an unknown kind or district is an error with a suggestion', async () => {
    const kind = await assessText(trip('permits:\n  - { type: gbaoo, districts: [shughnan] }\n'));
    expect(find(kind, 'TJ406')[0].message).toContain('Did you mean gbao?');
    const district = await assessText(trip(gbao('shugnann')));
    expect(find(district, 'TJ406')[0]).toMatchObject({ severity: 'error', line: 7 });
    expect(find(district, 'TJ406')[0].message).toContain('shughnan');
  });
});

const gbaoOf = (assessment: Assessment) => assessment.permits.find(({ type }) => type === 'gbao')!;
const listed = (...papers: string[]) => `permits:\n${papers.map((paper) => `  - { type: gbao, ${paper} }\n`).join('')}`;
/** Khorog from 3 to 5 July, Ishkashim from 5 to 6 July. */
const twoPapers = (first: string, second: string) => assessText(trip(listed(first, second)));

describe('several papers of one permit', () => {
  test('do not lend each other their days: a valid paper for one district saves no other', async () => {
    const assessment = await twoPapers(
      'districts: [shughnan], from: 2027-07-01, to: 2027-08-10',
      'districts: [ishkashim], from: 2026-07-01, to: 2026-08-10',
    );
    expect(gbaoOf(assessment)).toMatchObject({ status: 'outside-validity', missing: [] });
    const found = find(assessment, 'TJ403');
    expect(found).toMatchObject([{ severity: 'error', subject: 'permit-2', line: 8 }]);
    expect(found[0].message).toBe(
      'The trip is in Ishkashim from 2027-07-05 to 2027-07-06; the GBAO permit on line 8 is good from 2026-07-01 to 2026-08-10.',
    );
  });

  test('may follow one another, and hold only when no day is left between them', async () => {
    const both = 'districts: [shughnan, ishkashim]';
    const whole = await twoPapers(
      `${both}, from: 2027-07-04, to: 2027-07-09`,
      `${both}, from: 2027-07-01, to: 2027-07-03`,
    );
    expect(gbaoOf(whole).status).toBe('held');
    expect(sureFaults(whole)).toEqual([]);
    const broken = await twoPapers(
      `${both}, from: 2027-07-01, to: 2027-07-03`,
      `${both}, from: 2027-07-05, to: 2027-07-09`,
    );
    expect(gbaoOf(broken).status).toBe('outside-validity');
    expect(find(broken, 'TJ403')).toMatchObject([{ subject: 'permit-1' }]);
    expect(find(broken, 'TJ403')[0].message).toContain('in Shughnan on 2027-07-04;');
  });

  test('each held for its own district and days cover the trip', async () => {
    const assessment = await twoPapers(
      'districts: [shughnan], from: 2027-07-03, to: 2027-07-05',
      'districts: [ishkashim], from: 2027-07-05, to: 2027-07-06',
    );
    expect(gbaoOf(assessment).status).toBe('held');
    expect(find(assessment, 'TJ403')).toEqual([]);
  });

  test('are faulted both for the district that none lists and for the days that one leaves open', async () => {
    const assessment = await assessText(trip(gbao('shughnan', '2026-07-01', '2026-08-10')));
    expect(gbaoOf(assessment)).toMatchObject({ status: 'incomplete', missing: ['Ishkashim'] });
    expect(find(assessment, 'TJ403')).toMatchObject([{ severity: 'error', subject: 'permit-1' }]);
  });
});

describe('a trip without dates', () => {
  const undated = (paper: string) => assessText(trip(listed(paper)).replace('start: 2027-07-03\n', ''));

  test('never has its permit held: the days were not compared', async () => {
    for (const dates of ['', ', from: 2026-07-01, to: 2027-07-01']) {
      const assessment = await undated(`districts: [shughnan, ishkashim]${dates}`);
      expect(gbaoOf(assessment).status).toBe('check');
      expect(gbaoOf(assessment).warnings.join()).toContain('were not compared with the dates');
      expect(find(assessment, 'TJ403')).toMatchObject([{ severity: 'warning', subject: 'permit-1' }]);
      expect(find(assessment, 'TJ405').filter(({ zone }) => zone === 'gbao')).toEqual([]);
    }
  });

  test('finds a paper that is past on any day to come', async () => {
    const assessment = await undated('districts: [shughnan, ishkashim], from: 2020-07-01, to: 2020-08-10');
    expect(gbaoOf(assessment).status).toBe('outside-validity');
    expect(find(assessment, 'TJ403')).toMatchObject([{ severity: 'error' }]);
    expect(find(assessment, 'TJ403')[0].message).toBe(
      'The GBAO permit was good until 2020-08-10, and that day is past.',
    );
  });
});

describe('a guessed way', () => {
  const guessed = '  - { place: Khorog, nights: 2 }\n  - { place: Ishkashim, nights: 1 }';

  test('warns of each district that it may touch and no paper lists, and calls none sure', async () => {
    const assessment = await assessText(trip(gbao('shughnan, ishkashim'), guessed), {}, withoutRoads());
    const lacking = find(assessment, 'TJ402');
    expect(lacking.map(({ severity, confidence }) => `${severity} ${confidence}`)).toContain('warning possible');
    expect(lacking.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(lacking[0].message).toMatch(/^The GBAO permit does not list \w+, which the trip may touch\.$/);
    expect(gbaoOf(assessment).missing).toEqual([]);
  });

  test('that alone leads into the area asks for days as a warning', async () => {
    const all = 'darvoz, vanj, rushan, shughnan, roshtqala, ishkashim, murghab';
    const paper = `${gbao(all)}  - { type: sarez, from: 2026-07-01, to: 2026-08-01 }\n`;
    const assessment = await assessText(trip(paper, '  - Murghab\n  - Rushan'), {}, withoutRoads());
    expect(find(assessment, 'TJ403')).toMatchObject([
      { severity: 'warning', confidence: 'possible', subject: 'permit-2' },
    ]);
    expect(find(assessment, 'TJ403')[0].message).toContain('The trip may be in its area on 2027-07-03;');
    expect(assessment.permits.find(({ type }) => type === 'sarez')!.warnings.join()).toContain('2027-07-03');
  });
});

describe('a road through a district whose edge is the border', () => {
  /** The only road from Kalai-Khumb to Rushan: down the Panj, through villages of Darvoz, Vanj and Rushan. */
  const road = '  - { place: Kalai-Khumb, nights: 1 }\n  - { place: Rushan, nights: 1 }';

  test('is in it for certain where it passes a place that a source counts to it', async () => {
    const assessment = await assessText(trip(gbao('darvoz, rushan'), road));
    expect(find(assessment, 'TJ402').filter(({ severity }) => severity === 'error')).toMatchObject([
      {
        line: 5,
        subject: 'leg-1',
        confidence: 'certain',
        message: 'The GBAO permit does not list Vanj, which the trip enters.',
      },
    ]);
    expect(gbaoOf(assessment)).toMatchObject({ status: 'incomplete', missing: ['Vanj'] });
    const whole = await assessText(trip(gbao('darvoz, vanj, rushan'), road));
    expect(find(whole, 'TJ402').filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('is not when the way is flown, or guessed', async () => {
    const flown = await assessText(trip(gbao('shughnan'), '  - Dushanbe\n  - { place: Khorog, by: air }'));
    const guessed = await assessText(trip(gbao('darvoz, rushan'), road), {}, withoutRoads());
    for (const assessment of [flown, guessed]) {
      expect(find(assessment, 'TJ402').filter(({ severity }) => severity === 'error')).toEqual([]);
    }
  });

  test('is not in a district that only a pass, a tunnel or a border post on it counts to', async () => {
    const known = knowledge();
    const places = known.places.map((place) =>
      place.district === 'vanj' ? { ...place, kind: 'pass' as const } : place,
    );
    const assessment = await assessText(trip(gbao('darvoz, rushan'), road), {}, { knowledge: { ...known, places } });
    expect(find(assessment, 'TJ402').filter(({ confidence }) => confidence === 'certain')).toEqual([]);
  });
});

describe('the day to apply by', () => {
  const held = gbao('shughnan, ishkashim', '2026-07-01', '2026-08-10');

  test('is named as usual and as the slowest', async () => {
    const [missing] = find(await assessText(trip('')), 'TJ401');
    expect(missing.message).toContain('Last day to apply: 2027-06-18; where the issuer is slow, 2027-06-11.');
    const [khatlon] = find(await assessText(trip('', '  - Panj')), 'TJ401');
    expect(khatlon.message).toContain('No lead time is published: ask the issuer.');
  });

  test('counts for a permit that is past as for one that is missing', async () => {
    const late = await assessText(trip(held), {}, { asOf: '2027-06-20' });
    expect(find(late, 'TJ404')).toMatchObject([{ severity: 'error' }]);
  });

  test('is a warning where only a guessed way asks for the permit', async () => {
    const guessed = await assessText(
      trip('', '  - Murghab\n  - Rushan'),
      {},
      { asOf: '2027-07-01', ...withoutRoads() },
    );
    const sarez = find(guessed, 'TJ404').filter(({ zone }) => zone === 'sarez');
    expect(gbaoOf(guessed).status).toBe('missing');
    expect(sarez).toMatchObject([{ severity: 'warning', confidence: 'possible' }]);
  });

  test('is told when only the slowest is known', async () => {
    const slow = structuredClone(knowledge().permits.find(({ id }) => id === 'gbao')!);
    slow.leadDays = { ...slow.leadDays, usual: null };
    const known = { ...knowledge(), permits: [slow] };
    const late = await assessText(trip(''), {}, { asOf: '2027-06-20', knowledge: known });
    expect(find(late, 'TJ404')).toMatchObject([{ severity: 'warning' }]);
    expect(find(late, 'TJ404')[0].message).toContain('no usual lead time is published');
    expect(find(late, 'TJ401')[0].message).toContain('last day to apply where the issuer is slow, 2027-06-11.');
  });
});

test('one line for a permit is not proof that everybody holds one', async () => {
  const warnings = async (party: string) => {
    const text = trip(gbao('shughnan, ishkashim')).replace('[{ nationality: US }]', party);
    return gbaoOf(await assessText(text)).warnings.filter((warning) => warning.includes('travellers'));
  };
  expect(await warnings('[{ nationality: US, count: 2 }, { nationality: GB }]')).toEqual([
    expect.stringContaining('each of the 3 travellers'),
  ]);
  expect(await warnings('[{ nationality: US }, { nationality: TJ }]')).toEqual([]);
});

test('southern Khatlon asks for the border permit within 20 km of Afghanistan only', async () => {
  const near = await assessText(trip('', '  - Panj'));
  expect(find(near, 'TJ401').map((finding) => finding.zone)).toEqual(['khatlon-border-permit']);
  expect(near.permits[0].applyBy).toBeNull();
  const far = await assessText(trip('', '  - Danghara'));
  expect(find(far, 'TJ401')).toEqual([]);
});

test('a mitigation that is not on the list is an error', async () => {
  const assessment = await assessText(trip('mitigations: [satelite-phone]\n'));
  expect(find(assessment, 'TJ602')[0].message).toContain('satellite-phone');
  const papers = await assessText(trip('mitigations: [permit-khatlon-border, visa-party-1, permit-gbaoo]\n'));
  expect(find(papers, 'TJ602').map(({ message }) => message)).toEqual([
    '“permit-khatlon-border” is ticked by listing the paper under `permits:`, not here.',
    '“visa-party-1” is ticked by listing the paper under `visas:`, not here.',
    expect.stringContaining('is not on the checklist.'),
  ]);
  const known = await assessText(trip('mitigations: [satellite-phone]\n'));
  expect(find(known, 'TJ602')).toEqual([]);
  expect(known.checklist.find((item) => item.id === 'satellite-phone')!.status).toBe('done');
});
