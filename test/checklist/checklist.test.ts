import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/assessment.ts';
import { noPolicy } from '../../src/policy/policy.ts';
import { assessText, knowledge } from '../trip.ts';

const trip = (more: string, party = '{ nationality: US }') => `start: 2027-07-03
party: [${party}]
travel: 4x4
entry: { place: Dushanbe airport, by: air, from: Istanbul }
exit: { place: Dushanbe airport, by: air }
stops:
  - { place: Dushanbe, nights: 2 }
  - { place: Khorog, nights: 3, via: [Kulob] }
  - { place: Murghab, nights: 3 }
  - { place: Khorog, nights: 1 }
  - { place: Dushanbe, nights: 2, via: [Kulob] }
${more}`;

const find = ({ checklist }: Assessment, id: string) => checklist.find((item) => item.id === id);

describe('the checklist', () => {
  test('has every line once', async () => {
    const { checklist } = await assessText(trip(''));
    expect(checklist.length).toBeGreaterThan(40);
    for (const key of ['id', 'text'] as const)
      expect(new Set(checklist.map((item) => item[key])).size).toBe(checklist.length);
  });

  test('goes by day, what has no day comes after, by stage and weight', async () => {
    const { checklist } = await assessText(trip(''));
    const days = checklist.map(({ by }) => by ?? '9999');
    expect(days).toEqual(days.toSorted());
    const stages = ['before-booking', 'before-departure', 'on-arrival', 'on-the-road'];
    const undated = checklist.filter(({ by }) => by === null);
    const ranks = undated.map(({ stage, priority }) => stages.indexOf(stage) * 10 + priority);
    expect(ranks.length).toBeGreaterThan(5);
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  });

  test('says who sees to a line where the data say so', async () => {
    const assessment = await assessText(trip(''));
    expect(find(assessment, 'no-night-driving')?.who).toBe('driver');
    expect(find(assessment, 'spare-days')?.who).toBe('organiser');
    expect(find(assessment, 'mine-do-not-touch')?.who).toBe('traveller');
    expect(new Set(knowledge().mitigations.map(({ who }) => who))).toEqual(
      new Set([undefined, 'driver', 'leader', 'organiser']),
    );
  });

  test('is ticked by what the itinerary vouches for', async () => {
    expect(find(await assessText(trip('')), 'check-in-plan')?.status).toBe('open');
    expect(find(await assessText(trip('mitigations: [check-in-plan]')), 'check-in-plan')?.status).toBe('done');
  });
});

describe('a visa', () => {
  test('still to be got has its day, and is done with once it is listed', async () => {
    const missing = await assessText(trip('', '{ nationality: GB, count: 2 }'));
    const item = find(missing, 'visa-party-1');
    expect(item).toMatchObject({ stage: 'before-booking', priority: 1, status: 'open' });
    expect(item?.by).toBe(missing.visas[0].applyByWorst ?? missing.visas[0].applyBy);
    expect(item?.text).toMatch(/^Apply for the .* \(GB passport, 2 people\)\.$/);
    const visas = 'visas: [{ nationality: GB, type: e-visa, from: 2027-07-01, to: 2027-08-29 }]';
    expect(find(await assessText(trip(visas, '{ nationality: GB }')), 'visa-party-1')).toBeUndefined();
  });

  test('that is too short, or for no passport at all, is told as such', async () => {
    const visas = 'visas: [{ nationality: GB, type: e-visa, from: 2027-07-01, to: 2027-08-29, days: 5 }]';
    expect(find(await assessText(trip(visas, '{ nationality: GB }')), 'visa-party-1')?.text).toContain('long enough');
    expect(find(await assessText(trip('', '{ nationality: abkhazia }')), 'visa-party-1')?.text).toContain(
      'on what paper one can be let in',
    );
  });

  test('is on no list where none is needed', async () => {
    expect(find(await assessText(trip('')), 'visa-party-1')).toBeUndefined();
  });
});

describe('registration', () => {
  test('has the day that was counted, and where one is then', async () => {
    const assessment = await assessText(trip(''));
    const item = find(assessment, 'registration');
    expect(assessment.registration?.map(({ needed }) => needed)).toEqual(['yes']);
    expect(item).toMatchObject({ by: assessment.registration?.[0].by, priority: 1 });
    expect(item?.why).toMatch(/On that day you are in (Murghab|Khorog|Dushanbe)\.$/);
  });

  test('is left out where nobody must, and is there where the stay is short or nothing is known of it', async () => {
    const short = (nationality: string) =>
      assessText(
        `start: 2027-07-03\nparty: [{ nationality: ${nationality} }]\nstops: [{ place: Dushanbe, nights: 2 }]`,
      );
    const citizen = await short('TJ');
    expect(citizen.registration).toEqual([]);
    expect(find(citizen, 'registration')).toBeUndefined();
    // Some sources name no shortest stay.
    expect(find(await short('US'), 'registration')).toMatchObject({ priority: 2, status: 'open' });
    expect(find(await assessText('stops: [{ place: Dushanbe, nights: 2 }]'), 'registration')).toBeDefined();
  });
});

describe('what the caller requires', () => {
  const demand = async (require: string[], more = '') => {
    const { findings } = await assessText(
      trip(more),
      {},
      { policy: { ...noPolicy, demands: [{ level: null, items: require }] } },
    );
    return findings
      .filter(({ rule }) => rule === 'TJ603')
      .map(({ severity, message }) => [severity, message.split('”')[0]]);
  };
  const isError = ([severity]: string[]) => severity === 'error';

  test('is an error while it is open: a line, or a paper', async () => {
    expect((await demand([])).filter(isError)).toEqual([]);
    expect((await demand(['check-in-plan'])).filter(isError)).toEqual([['error', '“check-in-plan']]);
    expect((await demand(['permit-gbao'])).filter(isError)).toEqual([['error', '“permit-gbao']]);
    expect((await demand(['check-in-plan', 'permit-gbao'])).filter(isError)).toEqual([
      [
        'error',
        '2 lines of the checklist are required by `--require` or the policy and still open: permit-gbao, check-in-plan.',
      ],
    ]);
    expect((await demand(['check-in-plan'], 'mitigations: [check-in-plan]')).filter(isError)).toEqual([]);
  });

  test('is with `required` what the data require, and with `all` one finding for every other open line', async () => {
    const required = await demand(['required']);
    expect(required.length).toBeGreaterThan(1);
    expect(required.every(isError)).toBe(true);
    expect(required).toHaveLength((await demand([])).length);
    const { checklist } = await assessText(trip(''));
    const all = await demand(['all']);
    expect(all.every(isError)).toBe(true);
    expect(all.slice(0, -1).map(([, id]) => id)).toEqual(required.map(([, id]) => id));
    const rest = checklist.length - required.length;
    expect(all.at(-1)![1]).toMatch(
      new RegExp(`^${rest} lines of the checklist are required by .* permit-gbao, .* and ${rest - 5} more\\.$`),
    );
  });
});
