import { describe, expect, test } from 'vitest';
import { assessText, find, rulesIn } from '../trip.ts';

const trip = (
  permits: string,
  stops = '  - { place: Khorog, nights: 2 }\n  - { place: Ishkashim, nights: 1, by: air }',
) => `start: 2027-07-03\nparty: [{ nationality: US }]\nstops:\n${stops}\n${permits}`;
const gbao = (districts: string, from = '2027-07-01', to = '2027-08-10') =>
  `permits:\n  - { type: gbao, districts: [${districts}], from: ${from}, to: ${to} }\n`;

describe('the GBAO permit', () => {
  test('is missing when the trip enters the region without it', async () => {
    const assessment = await assessText(trip(''));
    const [missing] = find(assessment, 'TJ401');
    expect(missing).toMatchObject({ severity: 'error', line: 4, subject: 'stop-1' });
    expect(assessment.permits.find((permit) => permit.type === 'gbao')).toMatchObject({
      status: 'missing',
      from: '2027-07-03',
      applyBy: '2027-06-19',
      applyByWorst: '2027-06-12',
    });
    expect(assessment.checklist[0]).toMatchObject({ id: 'permit-gbao', by: '2027-06-12' });
  });

  test('covers the trip when it lists its districts and days, in any spelling', async () => {
    for (const districts of ['shughnan, ishkashim', 'Шугнан, Ишкашим', 'Khorog, Ishkoshim']) {
      const assessment = await assessText(trip(gbao(districts)));
      expect(
        rulesIn(assessment).filter((rule) => rule.startsWith('TJ4')),
        districts,
      ).toEqual([]);
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
    expect(find(await late('2027-06-20'), 'TJ404')).toMatchObject([{ severity: 'error' }]);
    expect(find(await late('2027-06-15'), 'TJ404')).toMatchObject([{ severity: 'warning' }]);
    expect(find(await late('2027-06-12'), 'TJ404')).toEqual([]);
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
  const known = await assessText(trip('mitigations: [satellite-phone]\n'));
  expect(find(known, 'TJ602')).toEqual([]);
  expect(known.checklist.find((item) => item.id === 'satellite-phone')!.status).toBe('done');
});
