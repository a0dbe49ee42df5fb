import { describe, expect, test } from 'vitest';
import type { ReportedFinding } from '../../src/assessment.ts';
import { assessText, find } from '../trip.ts';

const trip = (stops: string, start = 'start: 2027-07-03\n') => assessText(`${start}travel: 4x4\nstops:\n${stops}`);
const only = (findings: ReportedFinding[]): ReportedFinding => {
  expect(findings).toHaveLength(1);
  return findings[0];
};

describe('the nights of a trip', () => {
  test('have their height and the gain over the night before, one entry for each stop with a night', async () => {
    const { nights } = await trip(
      '  - Dushanbe\n  - { place: Khorog, nights: 2 }\n  - { place: Alichur }\n  - { place: Murghab, nights: 1 }',
    );
    expect(nights).toEqual([
      { stop: 'stop-2', altitudeM: 2089, gainM: null, nights: 2 },
      { stop: 'stop-4', altitudeM: 3607, gainM: 1518, nights: 1 },
    ]);
  });

  test('have no gain after a night of unknown height, nor where the dates leave nights between', async () => {
    const unknown = await trip(
      '  - { place: Khorog, nights: 1 }\n  - { place: Camp, at: { lat: 37.6, lon: 72.2 }, nights: 1 }\n  - { place: Murghab, nights: 1 }',
    );
    expect(unknown.nights.map(({ gainM }) => gainM)).toEqual([null, null, null]);
    const gap = await trip('  - { place: Khorog, nights: 1 }\n  - { place: Murghab, date: 2027-07-08, nights: 1 }');
    expect(gap.nights[1]).toMatchObject({ altitudeM: 3607, gainM: null });
  });
});

describe('TJ511: the first high night', () => {
  test('from Osh to Murghab in a day is an error on the nights of Murghab', async () => {
    const assessment = await trip('  - { place: Osh, nights: 2 }\n  - place: Murghab\n    nights: 1');
    const finding = only(find(assessment, 'TJ511'));
    expect(finding).toMatchObject({ severity: 'error', subject: 'stop-2', line: 6, column: 13 });
    expect(finding.message).toContain('From Osh (988 m) to a night in Murghab (3,607 m) in one day: 2,619 m up.');
    expect(finding.message).toContain('US Centers for Disease Control and Prevention');
    expect(finding.message).toContain('A night in Gulcha (1,546 m) on the way keeps to this');
    expect(finding.message).not.toContain('Sary-Tash');
    expect(finding.message).not.toContain('Better');
    expect(find(assessment, 'TJ512')).toEqual([]);
  });

  test('is one even where no night is written before: the day began at the first stop', async () => {
    const assessment = await trip('  - Osh\n  - { place: Murghab, nights: 1 }');
    expect(only(find(assessment, 'TJ511'))).toMatchObject({ severity: 'error', line: 5 });
  });

  test('from Khorog to Murghab is a warning; a second night helps, and Jelondy, as high as Murghab, does not', async () => {
    const assessment = await trip('  - { place: Khorog, nights: 1 }\n  - { place: Murghab, nights: 2 }');
    const finding = only(find(assessment, 'TJ511'));
    expect(finding).toMatchObject({ severity: 'warning', subject: 'stop-2', line: 5 });
    expect(finding.message).toContain('A second night in Khorog helps, though the step stays as high.');
    expect(finding.message).toContain('look for one at no more than 2,750 m');
    expect(finding.message).not.toMatch(/Jelondy|Better/);
    const two = await trip('  - { place: Khorog, nights: 2 }\n  - { place: Murghab, nights: 2 }');
    expect(only(find(two, 'TJ511')).message).not.toContain('second night');
  });

  test('at the first stop it is a warning: where one slept before is not known', async () => {
    const assessment = await trip('  - { place: Murghab, nights: 1 }\n  - Alichur');
    const finding = only(find(assessment, 'TJ511'));
    expect(finding).toMatchObject({ severity: 'warning', line: 4 });
    expect(finding.message).toContain('not written');
  });

  test('who comes over a pass to a high bed is not used to the height of the pass', async () => {
    const assessment = await trip(
      '  - Kyzyl-Art\n  - { place: Karakul, nights: 1 }\n  - { place: Murghab, nights: 1 }',
    );
    const finding = only(find(assessment, 'TJ511'));
    expect(finding).toMatchObject({ severity: 'warning', line: 5 });
    expect(finding.message).toContain('The night in Karakul (3,914 m) is high, and where one sleeps before it is not');
    const gate = await trip('  - { place: Murghab, nights: 1 }\nentry: Kyzyl-Art');
    expect(only(find(gate, 'TJ511'))).toMatchObject({ severity: 'warning', line: 4 });
    expect(find(assessment, 'TJ512')).toEqual([]);
  });

  test('is a warning too where the trip begins at a place of unknown height', async () => {
    const assessment = await trip(
      '  - { place: Camp, at: { lat: 37.6, lon: 72.2 } }\n  - { place: Murghab, nights: 1 }',
    );
    expect(only(find(assessment, 'TJ511'))).toMatchObject({ severity: 'warning', line: 5 });
  });

  test('does not fire up to 2,750 m, nor for a step of 500 m beyond it', async () => {
    const valley = await trip('  - { place: Dushanbe, nights: 1 }\n  - { place: Ishkashim, nights: 1 }');
    expect(find(valley, 'TJ511')).toEqual([]);
    const wakhan = await trip('  - { place: Ishkashim, nights: 1 }\n  - { place: Langar (Wakhan), nights: 1 }');
    expect(wakhan.nights[1].gainM).toBe(465);
    expect(find(wakhan, 'TJ511')).toEqual([]);
  });

  test('does not fire on the way down', async () => {
    const assessment = await trip('  - { place: Khorog, nights: 1 }\n  - Murghab\n  - { place: Osh, nights: 1 }');
    expect(find(assessment, 'TJ511')).toEqual([]);
  });

  test('calls better only what keeps to the limits all the way', async () => {
    const assessment = await trip(
      '  - { place: Khorog, nights: 1 }\n  - { place: Langar (Wakhan), nights: 1, via: [Ishkashim] }',
    );
    const { message } = only(find(assessment, 'TJ511'));
    expect(message).toContain('Better: a night in Ishkashim (2,535 m) on the way.');
    expect(message).not.toContain('No bed');
  });

  test('names the places that keep to the limits for a part of the climb, and what is left of it', async () => {
    const assessment = await trip(
      '  - { place: Ishkashim, nights: 1 }\n  - { place: Alichur, nights: 1, via: [Langar (Wakhan)] }',
    );
    const finding = only(find(assessment, 'TJ511'));
    expect(finding.message).toContain(
      'A night in Langar (Wakhan) (3,000 m) on the way keeps to this, but from there it is still 930 m',
    );
    expect(finding.message).not.toContain('Better');
  });
});

describe('TJ512: nights that rise too fast', () => {
  test('fires above 2,750 m for more than 500 m, whatever the nights before', async () => {
    const assessment = await trip(
      '  - { place: Langar (Wakhan), nights: 3 }\n  - { place: Bulunkul, nights: 1, via: [Khargush] }',
    );
    const finding = only(find(assessment, 'TJ512'));
    expect(finding).toMatchObject({ severity: 'warning', subject: 'stop-2', line: 5 });
    expect(finding.message).toContain('737 m higher');
    // Another night in Langar does not make the step smaller.
    expect(finding.message).toContain('look for one at no more than 3,500 m');
    expect(finding.message).not.toContain('more night in');
    expect(find(assessment, 'TJ511').filter(({ subject }) => subject === 'stop-2')).toEqual([]);
  });

  test('does not fire for a smaller step, nor for the first above 2,750 m', async () => {
    const small = await trip('  - { place: Murghab, nights: 1 }\n  - { place: Karakul, nights: 1 }');
    expect(small.nights[1].gainM).toBe(307);
    expect(find(small, 'TJ512')).toEqual([]);
    const first = await trip('  - { place: Khorog, nights: 1 }\n  - { place: Murghab, nights: 1 }');
    expect(find(first, 'TJ512')).toEqual([]);
  });
});

describe('TJ513: a day of rest on the way up', () => {
  const climb = (jelondy: number, alichur: number) =>
    trip(
      `  - { place: Khorog, nights: 1 }\n  - { place: Jelondy, nights: ${jelondy} }\n  - { place: Alichur, nights: ${alichur} }\n  - Murghab`,
    );

  test('fires when 1,000 m above 2,750 m are climbed in steps without a second night', async () => {
    const finding = only(find(await climb(1, 1), 'TJ513'));
    expect(finding).toMatchObject({ severity: 'warning', subject: 'stop-3', line: 6 });
    expect(finding.message).toContain('1,180 m above 2,750 m');
    expect(finding.message).toContain('a second night in Jelondy');
  });

  test('does not fire with a second night on the way or at the top', async () => {
    expect(find(await climb(2, 1), 'TJ513')).toEqual([]);
    expect(find(await climb(1, 2), 'TJ513')).toEqual([]);
  });

  test('does not fire where a single step is as long: TJ511 tells of it', async () => {
    const assessment = await trip('  - { place: Khorog, nights: 1 }\n  - { place: Alichur, nights: 1 }\n  - Murghab');
    expect(find(assessment, 'TJ511')).toHaveLength(1);
    expect(find(assessment, 'TJ513')).toEqual([]);
  });
});

describe('TJ514: a night of unknown height', () => {
  const camp = '  - { place: Camp, at: { lat: 38.35, lon: 73.95 }, nights: 1 }';

  test('is a warning between high places', async () => {
    const assessment = await trip(`  - { place: Murghab, nights: 1 }\n${camp}\n  - { place: Karakul, nights: 1 }`);
    const finding = only(find(assessment, 'TJ514'));
    expect(finding).toMatchObject({ severity: 'warning', subject: 'stop-2', line: 5 });
    expect(finding.message).toContain('How high Camp lies is not known');
  });

  test('is a note where nothing near is known', async () => {
    const assessment = await trip(camp);
    expect(only(find(assessment, 'TJ514'))).toMatchObject({ severity: 'info', subject: 'stop-1' });
  });

  test('is nothing for a name that is not known: TJ201 tells of it', async () => {
    const assessment = await trip('  - { place: Murghab, nights: 1 }\n  - { place: Karakulll, nights: 1 }');
    expect(find(assessment, 'TJ201')).toHaveLength(1);
    expect(find(assessment, 'TJ514')).toEqual([]);
  });

  test('is nothing between low places, nor where the height is known', async () => {
    const low = await trip(
      '  - { place: Dushanbe, nights: 1 }\n  - { place: Farm, at: { lat: 38.2, lon: 68.75 }, nights: 1 }\n  - { place: Bokhtar, nights: 1 }',
    );
    expect(low.nights[1].altitudeM).toBeNull();
    expect(find(low, 'TJ514')).toEqual([]);
    const known = await trip('  - { place: Murghab, nights: 1 }\n  - { place: Karakul, nights: 1 }');
    expect(find(known, 'TJ514')).toEqual([]);
  });
});
