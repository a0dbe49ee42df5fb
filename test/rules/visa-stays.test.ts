/** Visas that are listed, held against what the trip asks of them. */
import { describe, expect, test } from 'vitest';
import { assessText, find } from '../trip.ts';

const trip = (party: string, visa: string, stops: string, more = '') => `start: 2027-03-05
party:
  - { ${party} }
visas:
  - { ${visa} }
stops:
${stops}${more}`;
const TWICE = `  - { place: Khujand, nights: 10 }
  - { place: Osh, nights: 5, by: air }
  - { place: Dushanbe, nights: 40, by: air }
`;
const ONCE = '  - { place: Dushanbe, nights: 5 }\n';
const E_VISA = 'type: e-visa, from: 2027-03-01, to: 2027-05-29, days: 60';
const VISA = 5;

describe('a visa for one entry', () => {
  test('that is good on an earlier entry is used up there, and the later stay has what is left', async () => {
    const assessment = await assessText(trip('nationality: NZ', `nationality: NZ, ${E_VISA}, entries: single`, TWICE));
    expect(find(assessment, 'TJ412')).toMatchObject([{ severity: 'error', subject: 'visa-1', line: VISA }]);
    const [excess] = find(assessment, 'TJ413');
    expect(excess).toMatchObject({ severity: 'error', subject: 'stop-3' });
    expect(excess.message).toContain('30 days');
    expect(assessment.visas[0].status).toBe('outside-validity');
    expect(assessment.registration).toMatchObject([{ needed: 'yes' }, { needed: 'check', where: 'stop-3' }]);
  });

  test('that begins after the earlier stay is left for the later one', async () => {
    const later = `nationality: NZ, type: e-visa, from: 2027-03-18, to: 2027-06-15, days: 60, entries: single`;
    const assessment = await assessText(trip('nationality: NZ', later, TWICE));
    expect(find(assessment, 'TJ412')).toEqual([]);
    expect(find(assessment, 'TJ413')).toEqual([]);
    expect(assessment.visas[0].status).toBe('held');
  });

  test('used up by a long stay leaves the next long one too long', async () => {
    const stops = TWICE.replace('nights: 10', 'nights: 31').replace('nights: 40', 'nights: 31');
    const paper = 'nationality: NZ, type: e-visa, from: 2027-03-01, to: 2027-06-15, days: 60, entries: single';
    const assessment = await assessText(trip('nationality: NZ', paper, stops));
    expect(find(assessment, 'TJ412')).toMatchObject([{ severity: 'error' }]);
    expect(find(assessment, 'TJ413')).toMatchObject([{ severity: 'error', subject: 'stop-3' }]);
  });

  test('for several entries serves them all', async () => {
    const assessment = await assessText(
      trip('nationality: NZ', `nationality: NZ, ${E_VISA}, entries: multiple`, TWICE),
    );
    expect(find(assessment, 'TJ412')).toEqual([]);
    expect(find(assessment, 'TJ413')).toEqual([]);
  });
});

describe('a visa that is applied for', () => {
  const late = async (visa: string, party = 'nationality: GB', options = {}) =>
    assessText(trip(party, `${party}, ${visa}`, ONCE), {}, options);

  test('after the stay has begun comes too late, whatever the lead time', async () => {
    const embassy = await late('type: visa, from: 2027-03-01, to: 2027-05-29, days: 30, applied: 2027-03-08');
    expect(find(embassy, 'TJ414')).toMatchObject([{ severity: 'error', subject: 'visa-1', line: VISA }]);
    expect(find(embassy, 'TJ414')[0].message).toContain('2027-03-05');
    expect(embassy.visas[0].status).toBe('check');
    expect(find(await late('type: visa, days: 30, applied: 2027-03-05'), 'TJ414')).toEqual([]);
  });

  test('and has its dates is too late all the same', async () => {
    const dated = 'type: visa, from: 2027-03-01, to: 2027-05-29, days: 30, applied: 2027-03-08';
    const seen = await late(dated, 'nationality: GB', { asOf: '2027-03-09' });
    expect(find(seen, 'TJ414')).toMatchObject([{ severity: 'error' }]);
    expect(seen.visas[0].status).toBe('check');
  });

  test('and has no dates is not in hand, one from the airport neither', async () => {
    const asked = async (visa: string) => (await late(visa)).visas[0].status;
    expect(await asked('type: e-visa, days: 30, applied: 2026-10-01')).toBe('check');
    const south = 'nationality: ZA';
    const arrival = async (applied: string) => {
      const text = trip(
        south,
        `${south}, type: on arrival${applied}`,
        ONCE,
        'entry: { place: Dushanbe airport, by: air }\n',
      );
      return (await assessText(text)).visas[0].status;
    };
    expect(await arrival('')).toBe('held');
    expect(await arrival(', applied: 2027-02-01')).toBe('check');
  });
});

describe('a visa for a passport of which nothing is known', () => {
  const service = 'nationality: GB, passport: { kind: service }';
  const assess = (visa: string, stops = ONCE) => assessText(trip(service, `nationality: GB, ${visa}`, stops));

  test('is held against the trip: its dates, its entries and its days', async () => {
    const dates = await assess('type: e-visa, from: 2027-03-06, to: 2027-05-29, days: 60');
    expect(find(dates, 'TJ412')).toMatchObject([{ severity: 'error', line: VISA }]);
    const days = await assess('type: e-visa, from: 2027-03-01, to: 2027-05-29, days: 5');
    expect(find(days, 'TJ413')).toMatchObject([{ severity: 'error', line: VISA }]);
    const entries = await assess(`${E_VISA}, entries: single`, TWICE);
    expect(find(entries, 'TJ412')).toMatchObject([{ severity: 'error', line: VISA }]);
  });

  test('does not settle on what terms it is let in, unless anybody may have such a visa', async () => {
    const open = await assess(E_VISA);
    expect(open.visas[0]).toMatchObject({ regime: null, status: 'check' });
    expect(find(open, 'TJ416')).toHaveLength(1);
    const embassy = await assess('type: visa, from: 2027-03-01, to: 2027-05-29, days: 60');
    expect(embassy.visas[0].status).toBe('held');
    expect(find(embassy, 'TJ416')).toEqual([]);
  });
});

describe('what sources say of entries, of the e-visa and of crossings', () => {
  const stops = (second: number) => `  - { place: Khujand, nights: 5 }
  - { place: Osh, nights: 2, by: air }
  - { place: Dushanbe, nights: ${second}, by: air }
`;
  const free = (nationality: string, text: string, more = '') =>
    assessText(`start: 2027-03-05\nparty: [{ nationality: ${nationality} }]\nstops:\n${text}${more}`);

  test('a second entry without a visa is a warning where one source calls it a single entry (TJ416)', async () => {
    const twice = await free('NZ', stops(5));
    expect(find(twice, 'TJ416')).toMatchObject([{ severity: 'warning', subject: 'leg-2', line: 6 }]);
    expect(find(twice, 'TJ416')[0].message).toContain('Australia');
    expect(find(await free('NZ', ONCE), 'TJ416')).toEqual([]);
    expect(find(await free('AM', stops(5)), 'TJ416')).toEqual([]);
    const visa = `visas: [{ nationality: NZ, type: e-visa, from: 2027-03-11, to: 2027-05-29, entries: single, days: 60 }]\n`;
    expect(find(await free('NZ', stops(35), visa), 'TJ416')).toEqual([]);
  });

  test('an e-visa that one source gives for less is a warning before it is asked for (TJ416)', async () => {
    const long = (nights: number) => free('GB', `  - { place: Dushanbe, nights: ${nights} }\n`);
    expect(find(await long(44), 'TJ416')).toEqual([]);
    const warned = find(await long(45), 'TJ416');
    expect(warned).toMatchObject([{ severity: 'warning', subject: 'party-1' }]);
    expect(warned[0].message).toContain('45 days');
    expect(find(await free('DE', '  - { place: Dushanbe, nights: 50 }\n'), 'TJ416')).toHaveLength(1);
    // Nor is the longer stay offered without saying so.
    const german = await free('DE', '  - { place: Dushanbe, nights: 35 }\n');
    expect(find(german, 'TJ413')[0].message).toContain('up to 60 days, by another source 45.');
  });

  test('the e-visa is offered to those of whom a source says that they may have it', async () => {
    const kinds = async (party: string) => {
      const { visas } = await assessText(`start: 2027-03-05\nparty: [{ ${party} }]\nstops:\n${ONCE}`);
      return visas[0].options.map(({ kind }) => kind);
    };
    expect(await kinds('nationality: DE')).toEqual(['e-visa', 'visa']);
    expect(await kinds('nationality: GB')).toEqual(['e-visa', 'visa']);
    for (const party of ['nationality: VN, age: 55', 'nationality: RU', 'nationality: KG', 'nationality: KZ']) {
      expect(await kinds(party), party).toEqual(['visa']);
    }
  });

  test('a visa from an embassy at a land crossing is a warning, an e-visa is not (TJ415)', async () => {
    const gate = 'entry: { place: Dusti, by: car, from: Uzbekistan }\n';
    const at = async (visa: string, way: string) =>
      find(await assessText(trip('nationality: GB', `nationality: GB, ${visa}`, ONCE, way)), 'TJ415');
    const embassy = 'type: visa, from: 2027-03-01, to: 2027-05-29, days: 60';
    const warned = await at(embassy, gate);
    expect(warned).toMatchObject([{ severity: 'warning', subject: 'entry' }]);
    expect(warned[0].message).toContain('which crossings take it');
    expect(await at(embassy, 'entry: { place: Dushanbe airport, by: air }\n')).toEqual([]);
    expect(await at(E_VISA, gate)).toEqual([]);
    const unsaid = await at(embassy, '');
    expect(unsaid).toMatchObject([{ severity: 'warning' }]);
    expect(unsaid[0].message).toContain('the file does not say how the trip comes in');
  });

  test('a nationality that cannot be read makes a visa of another one less sure, not silent (TJ421)', async () => {
    const text = (party: string) =>
      `start: 2027-03-05\nparty: [${party}]\nvisas:\n  - { nationality: FR, ${E_VISA} }\nstops:\n${ONCE}`;
    expect(find(await assessText(text('{ nationality: Germany }')), 'TJ421')).toMatchObject([
      { severity: 'warning', confidence: 'possible' },
    ]);
    expect(find(await assessText(text('{ nationality: DE }')), 'TJ421')).toMatchObject([{ confidence: 'certain' }]);
  });

  test('the days that are told are those that are judged', async () => {
    const paper = 'nationality: KE, type: e-visa, from: 2027-03-01, to: 2027-07-01, entries: multiple';
    const text = stops(50).replace('nights: 5 }', 'nights: 15 }');
    const { visas, findings } = await assessText(trip('nationality: KE', paper, text));
    // 16 days and 51 days within 90.
    expect(visas[0]).toMatchObject({ status: 'too-short', days: 67, maxDays: 60, withinDays: 90 });
    expect(findings.map(({ rule }) => rule)).toContain('TJ413');
  });
});
