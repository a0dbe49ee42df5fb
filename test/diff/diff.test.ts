/** What got worse and what got better, with the real data, in both directions. */
import { describe, expect, test } from 'vitest';
import type { AssessOptions } from '../../src/assess.ts';
import type { Assessment } from '../../src/assessment.ts';
import { diffTrips, failsAt } from '../../src/diff/diff-trips.ts';
import type { Diff, Difference, Effect, Kind } from '../../src/diff/difference.ts';
import { diffSchema } from '../../src/report/diff/diff-schema.ts';
import { assessText, knowledge } from '../trip.ts';

const trip = `start: 2027-07-03
party: [{ nationality: GB }]
travel: 4x4
entry: { place: Dushanbe airport, by: air }
exit: { place: Dushanbe airport, by: air }
stops:
  - { place: Dushanbe, nights: 1 }
  - { place: Kalai-Khumb, nights: 1, via: [Tavildara] }
  - { place: Khorog, nights: 2, via: [Rushan] }
permits:
  - { type: gbao, districts: [darvoz, vanj, rushan, shughnan], from: 2027-07-01, to: 2027-07-20 }
visas:
  - { nationality: GB, type: e-visa, from: 2027-07-01, to: 2027-08-29 }
`;

const judged = new Map<string, Promise<Assessment>>();
function judge(text: string, options: Partial<AssessOptions> = {}): Promise<Assessment> {
  if (Object.keys(options).length > 0) return assessText(text, {}, options);
  const known = judged.get(text) ?? assessText(text);
  judged.set(text, known);
  return known;
}

const side = (assessment: Assessment, label = 'trip.yaml') => ({ label, assessment, understood: true });
/** Every diff fits its schema. */
function compare(before: Assessment, after: Assessment, sameText = false): Diff {
  const found = diffTrips(side(before), side(after), sameText);
  diffSchema.parse(JSON.parse(JSON.stringify(found)));
  return found;
}
const diff = async (before: string, after: string) => compare(await judge(before), await judge(after));

const of = <K extends Kind>({ differences }: Diff, kind: K, effect?: Effect) =>
  differences.filter(
    (one): one is Extract<Difference, { kind: K }> => one.kind === kind && (!effect || one.effect === effect),
  );
const rulesOf = (found: Diff, effect: Effect) =>
  of(found, 'finding', effect).map(({ before, after }) => (after ?? before)!.rule);
const reasonsOf = ({ because }: Difference) => because.map(({ effect, reason }) => `${effect} ${reason}`);

describe('a paper', () => {
  const without = trip.replace(/permits:\n.*\n/, '');

  test('taken out of the file is worse, put into it is better', async () => {
    const worse = await diff(trip, without);
    expect(rulesOf(worse, 'worse')).toContain('TJ401');
    const [permit] = of(worse, 'permit');
    expect([permit.effect, permit.before?.status, permit.after?.status]).toEqual(['worse', 'held', 'missing']);
    expect(worse.differences.filter(({ effect }) => effect === 'better')).toEqual([]);
    const better = await diff(without, trip);
    expect(rulesOf(better, 'better')).toContain('TJ401');
    expect(of(better, 'permit')[0].effect).toBe('better');
    // That it may have to list another district is first said of a permit that is there.
    expect(rulesOf(better, 'worse')).toEqual(['TJ402']);
    expect(better.counts.worse).toBe(1);
  });

  test('to be applied for earlier is worse, later is better', async () => {
    const late = without.replace('2027-07-03', '2027-07-17');
    const [earlier] = of(await diff(late, without), 'permit');
    expect(earlier.after!.applyBy! < earlier.before!.applyBy!).toBe(true);
    expect(reasonsOf(earlier)).toContain('worse deadline');
    expect(reasonsOf(of(await diff(without, late), 'permit')[0])).toContain('better deadline');
  });

  test('that lists a district less is worse', async () => {
    const found = await diff(trip, trip.replace('[darvoz, ', '['));
    expect(reasonsOf(of(found, 'permit')[0])).toEqual(expect.arrayContaining(['worse status', 'worse districts']));
    expect(rulesOf(found, 'worse')).toEqual(['TJ402']);
  });

  test('of a visa that the stay outgrows is worse', async () => {
    const long = trip.replace('place: Dushanbe, nights: 1', 'place: Dushanbe, nights: 70');
    const [visa] = of(await diff(trip, long), 'visa');
    expect(visa.effect).toBe('worse');
    expect(of(await diff(long, trip), 'visa')[0].effect).toBe('better');
  });
});

describe('a stop', () => {
  const more = trip.replace(
    '  - { place: Khorog, nights: 2',
    '  - { place: Rushan, nights: 1 }\n  - { place: Khorog, nights: 2',
  );

  test('put in makes no other stop look new', async () => {
    const found = await diff(trip, more);
    expect(of(found, 'stop').filter(({ before }) => before === null)).toHaveLength(1);
    expect(of(found, 'stop').filter(({ after }) => after === null)).toEqual([]);
    const [came] = of(found, 'stop').filter(({ before }) => before === null);
    const fresh = of(found, 'finding', 'worse').map(({ after }) => after!.subject);
    expect(new Set(fresh)).toEqual(new Set([came.after!.id]));
    expect(rulesOf(found, 'better')).toEqual([]);
    const [khorog] = of(found, 'stop').filter(({ after }) => after?.name === 'Khorog');
    expect([khorog.before?.id, khorog.after?.id]).toEqual(['stop-3', 'stop-4']);
  });

  test('left out is better only for what was told of it, and that is said', async () => {
    const found = await diff(more, trip);
    const gone = of(found, 'finding', 'better');
    expect(gone.length).toBeGreaterThan(0);
    for (const one of gone) expect(reasonsOf(one)).toEqual(['better gone', 'changed left-out']);
    expect(rulesOf(found, 'worse')).toEqual([]);
  });

  test('that is a detour makes the way longer inside areas advised against', async () => {
    const detour = trip.replace(
      '2, via: [Rushan] }',
      '2, via: [Rushan] }\n  - { place: Ishkashim, nights: 1 }\n  - { place: Khorog, nights: 1 }',
    );
    const [inside] = of(await diff(trip, detour), 'inside');
    expect(inside.effect).toBe('worse');
    const km = (list: typeof inside.after) => list!.find(({ zone }) => zone === 'af-border-ca')!.km;
    expect(km(inside.after) - km(inside.before)).toBeGreaterThan(100);
    expect(of(await diff(detour, trip), 'inside')[0].effect).toBe('better');
    expect(failsAt(await diff(trip, detour), 'warning')).toBe(true);
  });

  test('in another order is the same stop', async () => {
    const swapped = 'stops: [Dushanbe, Kulob, Khujand]';
    const found = await diff('stops: [Dushanbe, Khujand, Kulob]', swapped);
    expect(of(found, 'stop').filter(({ before, after }) => before === null || after === null)).toEqual([]);
  });

  test('exchanged for one next to it is new, though the same is said of both', async () => {
    const [one, other] = ['Ishkashim', 'Langar (Wakhan)'].map(
      (place) => `stops: [Dushanbe, { place: ${place}, by: air }]`,
    );
    const found = await diff(one, other);
    const fresh = of(found, 'finding', 'worse').filter(({ after }) => after?.rule === 'TJ301');
    expect(fresh.length).toBeGreaterThan(3);
    expect(failsAt(found, 'warning')).toBe(true);
  });
});

describe('unknown never counts as better', () => {
  test('a place that is no longer found', async () => {
    const lost = trip.replace('place: Khorog', 'place: Khoroggg');
    const found = await diff(trip, lost);
    expect(found.unseen.join()).toContain('Khoroggg');
    expect(of(found, 'stop', 'worse').map(reasonsOf).join()).toContain('worse place-unknown');
    expect(of(found, 'finding', 'better')).toEqual([]);
    expect(of(found, 'permit', 'better')).toEqual([]);
    // What was told of Khorog is not told of an unknown place.
    const gone = of(found, 'finding').filter(({ after, before }) => after === null && before?.rule === 'TJ301');
    expect(gone.length).toBeGreaterThan(0);
    for (const one of gone) expect(reasonsOf(one)).toContain('changed perhaps-hidden');
    const back = await diff(lost, trip);
    expect(back.unseen).toEqual([]);
    expect(of(back, 'stop', 'better').map(reasonsOf).join()).toContain('better place-unknown');
  });

  test('the days of the trip', async () => {
    const found = await diff(trip, trip.replace('start: 2027-07-03\n', ''));
    expect(of(found, 'dates')[0].effect).toBe('worse');
    expect(found.unseen).toContain('the days of the trip');
    expect(found.differences.filter(({ kind, effect }) => effect === 'better' && kind !== 'not-checked')).toEqual([]);
  });

  test('who travels', async () => {
    const found = await diff(trip, trip.replace('party: [{ nationality: GB }]\n', ''));
    expect(found.unseen).toContain('who travels');
    expect(of(found, 'visa', 'better')).toEqual([]);
    expect(of(found, 'finding', 'better')).toEqual([]);
  });

  test('a way that is only a guess', async () => {
    const roads = trip;
    const guessed = await judge(roads, {
      knowledge: { ...knowledge(), roads: (await import('../trip.ts')).withoutRoads().knowledge.roads },
    });
    const found = compare(await judge(roads), guessed, true);
    const legs = of(found, 'leg', 'worse');
    expect(legs.map(({ after }) => after?.basis)).toContain('guess');
    for (const one of of(found, 'finding', 'better')) expect(one.before?.subject).not.toMatch(/^leg-/);
    expect(of(found, 'inside', 'better')).toEqual([]);
    const back = compare(guessed, await judge(roads), true);
    expect(of(back, 'leg', 'better').length).toBe(legs.length);
  });

  test('a level that an authority no longer gives, and one that it gives now', async () => {
    const known = knowledge();
    const change = (level: 1 | 2 | 3 | 4 | null) => ({
      ...known,
      advisories: known.advisories.map((advisory) =>
        advisory.authority === 'ca-gac' && advisory.zone === 'af-border-ca' ? { ...advisory, level } : advisory,
      ),
    });
    const [none, four] = [await judge(trip, { knowledge: change(null) }), await judge(trip)];
    const lost = of(compare(four, none, true), 'advice');
    expect(lost.map(reasonsOf)).toContainEqual(['worse level-unknown']);
    expect(of(compare(none, four, true), 'advice').map(reasonsOf)).toContainEqual(['worse level']);
    const three = await judge(trip, { knowledge: change(3) });
    expect(of(compare(three, four, true), 'advice').map(reasonsOf)).toEqual([['worse level']]);
    expect(of(compare(four, three, true), 'advice').map(reasonsOf)).toEqual([['better level']]);
  });

  test('an authority that says nothing any more', async () => {
    const known = knowledge();
    const silent = {
      ...known,
      version: '2027-01-01.00000000',
      advisories: known.advisories.filter(({ authority }) => authority !== 'ca-gac'),
    };
    const found = compare(await judge(trip), await judge(trip, { knowledge: silent }), true);
    expect(of(found, 'finding', 'better')).toEqual([]);
    expect(of(found, 'finding').map(reasonsOf)).toContainEqual(['changed no-longer-told']);
  });
});

describe('findings', () => {
  test('raised from a note to a warning by advice that rises', async () => {
    const known = knowledge();
    const raised = {
      ...known,
      advisories: known.advisories.map((advisory) =>
        advisory.authority === 'us-state' && advisory.zone === 'country-tj'
          ? { ...advisory, level: 3 as const }
          : advisory,
      ),
    };
    const [plain, high] = [await judge(trip), await judge(trip, { knowledge: raised })];
    const found = compare(plain, high, true);
    const [pair] = of(found, 'finding', 'worse').filter(({ before }) => before !== null);
    expect([pair.before?.rule, pair.after?.rule, reasonsOf(pair)]).toEqual(['TJ302', 'TJ301', ['worse severity']]);
    expect(failsAt(found, 'warning')).toBe(true);
    expect(failsAt(found, 'error')).toBe(false);
    expect(rulesOf(found, 'better')).toEqual([]);
    expect(failsAt(compare(high, plain, true), 'info')).toBe(false);
  });

  test('silenced are not better, and count again when no longer silenced', async () => {
    const open = await judge(trip);
    const at = open.findings.findIndex(({ rule }) => rule === 'TJ301');
    const suppressed = { by: 'comment', reason: 'known', until: null } as const;
    const silenced = {
      ...open,
      findings: open.findings.map((finding, index) => (index === at ? { ...finding, suppressed } : finding)),
    };
    expect(compare(open, silenced).differences.map(reasonsOf)).toEqual([['changed silenced']]);
    const again = compare(silenced, open);
    expect(again.differences.map(reasonsOf)).toEqual([['worse counts-again']]);
    expect(failsAt(again, 'warning')).toBe(true);
    expect(failsAt(again, 'error')).toBe(false);
  });

  test('that stand on other lines are the same', async () => {
    const found = await diff(trip, `# a line\n# and another\n${trip.replace('start:', '\nstart:')}`);
    expect(found.differences).toEqual([]);
  });
});

test('a mitigation no longer vouched for is worse', async () => {
  const vouched = `${trip}mitigations: [satellite-phone]\n`;
  const [todo] = of(await diff(vouched, trip), 'todo', 'worse');
  expect([todo.after?.id, reasonsOf(todo)]).toEqual(['satellite-phone', ['worse done']]);
  expect(of(await diff(trip, vouched), 'todo', 'better').map(({ after }) => after?.id)).toEqual(['satellite-phone']);
});

test('a new trip is compared with nothing: its findings are new', async () => {
  const now = await judge(trip.replace(/permits:\n.*\n/, ''));
  const found = diffTrips(null, side(now));
  expect(found.before).toBeNull();
  expect(of(found, 'finding')).toHaveLength(now.findings.length);
  expect(failsAt(found, 'error')).toBe(true);
});
