/** Each key of a policy, in both directions: what it makes fail, and what it lets pass. */
import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/assessment.ts';
import { policyWords } from '../../src/policy/words.ts';
import { find, knowledge } from '../trip.ts';
import { judge } from './policy-from.ts';

const khorog =
  'start: 2027-07-03\nparty: [{ nationality: US }]\nstops:\n  - { place: Dushanbe, nights: 1 }\n  - { place: Khorog, nights: 2, by: air }\n';
const dushanbe = 'start: 2027-07-03\nparty: [{ nationality: US }]\nstops:\n  - { place: Dushanbe, nights: 2 }\n';
/** Severities of what one authority says at Khorog, with the zone. */
const said = (assessment: Assessment, authority: string, rule = 'TJ301') =>
  find(assessment, rule)
    .filter((finding) => finding.authority === authority && (rule !== 'TJ301' || finding.subject === 'stop-2'))
    .map(({ severity, zone }) => `${severity} ${zone}`);

describe('maxLevel', () => {
  test('without one advice is graded as the rules do', async () => {
    const assessment = await judge(khorog, 'tajcheck: 1');
    expect(new Set(find(assessment, 'TJ301').map(({ severity }) => severity))).toEqual(new Set(['warning']));
  });

  test('makes an error of what is above it, and a note of what is not', async () => {
    const assessment = await judge(khorog, 'maxLevel: 3');
    const canada = find(assessment, 'TJ301').find(({ authority }) => authority === 'ca-gac')!;
    expect(canada).toMatchObject({ severity: 'error', zone: 'af-border-ca' });
    expect(canada.message).toContain('The policy accepts no more than level 3 for af-border-ca.');
    const states = find(assessment, 'TJ301').find(({ authority }) => authority === 'us-state')!;
    expect(states.severity).toBe('info');
    expect(states.message).toContain('The policy accepts up to level 3 for ');
  });

  test('holds below the levels that advise against going, too', async () => {
    const strict = find(await judge(dushanbe, 'maxLevel: 1'), 'TJ302');
    const levels = strict.map(({ severity, message }) => [severity, /level (\d) of 4/.exec(message)?.[1] ?? null]);
    expect(levels).toContainEqual(['error', '2']);
    // Advice without a level is never held against one.
    expect(levels.filter(([severity, level]) => level === null && severity !== 'info')).toEqual([]);
    expect(levels.filter(([, level]) => level === null).length).toBeGreaterThan(0);
    const lax = find(await judge(dushanbe, 'maxLevel: 2'), 'TJ302');
    expect(lax.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  test('counts a way that is only guessed in full', async () => {
    // A straight line over the mountains between two points that no road joins.
    const guess =
      'start: 2027-07-03\nparty: [{ nationality: CA }]\nstops:\n  - { place: A, at: { lat: 37.9, lon: 70.2 } }\n  - { place: B, at: { lat: 37.6, lon: 70.2 }, by: foot, nights: 1 }\n';
    const possible = find(await judge(guess, 'maxLevel: 2'), 'TJ301').filter(
      ({ confidence }) => confidence === 'possible',
    );
    expect(possible.length).toBeGreaterThan(0);
    expect(possible.map(({ severity }) => severity)).toEqual(possible.map(() => 'error'));
  });
});

describe('zones', () => {
  test('a level 4 that is accepted hides no level 3 that is not', async () => {
    const states = (zone: string) =>
      knowledge().advisories.find((one) => one.authority === 'us-state' && one.zone === zone);
    expect(states('af-border-us')?.level, 'what this test rests on').toBeGreaterThanOrEqual(3);
    expect(states('gbao')?.level).toBe(3);
    const assessment = await judge(khorog, 'maxLevel: 2\nzones: { af-border-us: { maxLevel: 4 } }');
    expect(said(assessment, 'us-state').sort()).toEqual(['error gbao', 'info af-border-us']);
    const turned = await judge(khorog, 'maxLevel: 2\nzones: { gbao: { maxLevel: 3 } }');
    expect(said(turned, 'us-state').sort()).toEqual(['error af-border-us', 'info gbao']);
  });

  test('counts without maxLevel as well, and for its own zone only', async () => {
    const assessment = await judge(khorog, 'zones: { gbao: { maxLevel: 2 } }');
    expect(said(assessment, 'us-state')).toContain('error gbao');
    expect(said(assessment, 'ca-gac').sort()).toEqual(['error gbao', 'warning af-border-ca']);
  });
});

describe('authorities', () => {
  test('those that gate do as before, and the others are notes that say so', async () => {
    const assessment = await judge(khorog, 'authorities: [us-state]\nmaxLevel: 2');
    const others = find(assessment, 'TJ301').filter(({ authority }) => authority !== 'us-state');
    expect(others.length).toBeGreaterThan(0);
    for (const { severity, message } of others) {
      expect(severity).toBe('info');
      expect(message).toContain('The policy does not gate by this authority.');
    }
    expect(
      find(assessment, 'TJ301')
        .filter(({ severity }) => severity === 'error')
        .map(({ authority }) => authority),
    ).toContain('us-state');
  });

  test('what they say is still in the verdict', async () => {
    const { overall } = await judge(khorog, 'authorities: [us-state]');
    expect(overall.byAuthority['ca-gac'].level).toBe(4);
    expect(overall.level).toBe(4);
  });
});

describe('severities', () => {
  test('raise and lower a rule', async () => {
    // Between 10 and 20 km from the Afghan border, where Canada’s distance ends.
    const apart = dushanbe.replace('place: Dushanbe', 'place: A, at: { lat: 37.4, lon: 68.72 }');
    const one = (assessment: Assessment) => new Set(find(assessment, 'TJ304').map(({ severity }) => severity));
    expect(one(await judge(apart, 'tajcheck: 1'))).toEqual(new Set(['info']));
    expect(one(await judge(apart, 'severities: { TJ304: error }'))).toEqual(new Set(['error']));
    expect(
      new Set(find(await judge(khorog, 'severities: { TJ401: info }'), 'TJ401').map(({ severity }) => severity)),
    ).toEqual(new Set(['info']));
  });

  test('off silences, and says so', async () => {
    const assessment = await judge(khorog, 'severities: { TJ401: off }');
    const [missing] = find(assessment, 'TJ401');
    expect(missing).toMatchObject({ severity: 'error', suppressed: { by: 'policy', until: null } });
    expect(assessment.notChecked.filter(({ subject }) => subject === 'rules turned off')).toEqual([
      {
        subject: 'rules turned off',
        why: 'The policy turns off TJ401 (permit-missing): what was found by them does not count.',
      },
    ]);
    const others = assessment.findings.filter(({ rule }) => rule !== 'TJ401');
    expect(others.filter(({ suppressed }) => suppressed !== null)).toEqual([]);
    expect(
      (await judge(khorog, 'tajcheck: 1')).notChecked.filter(({ subject }) => subject === 'rules turned off'),
    ).toEqual([]);
  });

  test('neither lower nor silence what the policy itself does not accept', async () => {
    const assessment = await judge(
      khorog,
      'maxLevel: 2\nseverities: { TJ301: off, TJ603: info }\nrequire: [{ items: [required] }]',
    );
    const above = find(assessment, 'TJ301');
    expect(above.filter(({ severity, suppressed }) => severity !== 'error' || suppressed !== null)).toEqual([]);
    expect(above.length).toBeGreaterThan(0);
    const demanded = find(assessment, 'TJ603');
    expect(demanded.length).toBeGreaterThan(0);
    expect(demanded.filter(({ severity }) => severity !== 'error')).toEqual([]);
  });

  test('reach what is wrong with the comments of a file', async () => {
    const unused = `${dushanbe}# tajcheck-ignore-file TJ401 until 2026-12-24 -- in hand\n`;
    const one = (assessment: Assessment) => find(assessment, 'TJ114').map(({ severity }) => severity);
    expect(one(await judge(unused, 'tajcheck: 1'))).toEqual(['warning']);
    expect(one(await judge(unused, 'severities: { TJ114: error }'))).toEqual(['error']);
  });

  test('off takes over nothing that a comment silences already', async () => {
    const silenced = `${khorog}# tajcheck-ignore-file TJ401 until 2026-12-24 -- in hand\n`;
    const assessment = await judge(silenced, 'severities: { TJ401: off }');
    expect(find(assessment, 'TJ401')[0].suppressed).toEqual({ by: 'comment', reason: 'in hand', until: '2026-12-24' });
    expect(find(assessment, 'TJ114')).toEqual([]);
  });

  test('nor does one that slipped past the reader turn off what is not understood', async () => {
    const { gradeFindings } = await import('../../src/policy/grade.ts');
    const { noPolicy } = await import('../../src/policy/policy.ts');
    const finding = {
      rule: 'TJ201',
      severity: 'error',
      confidence: 'certain',
      subject: 'stop-1',
      span: null,
      args: {},
      sources: [],
    } as const;
    expect(gradeFindings([finding], { ...noPolicy, severities: { TJ201: 'off' } })).toEqual([finding]);
  });
});

describe('require', () => {
  const demanded = (assessment: Assessment) => find(assessment, 'TJ603').filter(({ severity }) => severity === 'error');

  test('on every trip, or from a level on', async () => {
    const policy = 'require: [{ level: 3, items: [first-aid-kit] }]';
    expect(demanded(await judge(dushanbe, policy))).toEqual([]);
    const [found, ...more] = demanded(await judge(khorog, policy));
    expect(more).toEqual([]);
    expect(found.message).toContain('“first-aid-kit”');
    expect(found.message).toContain('The policy demands it from level 3 on');
    expect(demanded(await judge(`${khorog}mitigations: [first-aid-kit]\n`, policy))).toEqual([]);
  });

  test('a level given by an authority that does not gate asks for nothing', async () => {
    const policy = (who: string) => `authorities: [${who}]\nrequire: [{ level: 4, items: [first-aid-kit] }]`;
    expect(demanded(await judge(khorog, policy('ca-gac')))).toHaveLength(1);
    expect(demanded(await judge(khorog, policy('us-state')))).toEqual([]);
  });

  test('what is asked for by name is asked for on trips that do not call for it', async () => {
    const plain = await judge(dushanbe, 'tajcheck: 1');
    expect(plain.checklist.map(({ id }) => id)).not.toContain('satellite-phone');
    const policy = 'require: [{ items: [satellite-phone] }]';
    expect(demanded(await judge(dushanbe, policy)).map(({ message }) => message.slice(0, 19))).toEqual([
      '“satellite-phone” i',
    ]);
    expect(demanded(await judge(`${dushanbe}mitigations: [satellite-phone]\n`, policy))).toEqual([]);
  });

  test('a paper or a registration is asked for where it is needed', async () => {
    const policy = 'require: [{ items: [permit-gbao, registration] }]';
    expect(demanded(await judge(dushanbe.replace('US', 'TJ'), policy))).toEqual([]);
    expect(demanded(await judge(khorog, policy))[0].message).toContain('permit-gbao');
  });

  test('required makes errors of what the data require, and of nothing else', async () => {
    const before = find(await judge(khorog, 'tajcheck: 1'), 'TJ603');
    expect(before.map(({ severity }) => severity)).toEqual(before.map(() => 'warning'));
    const after = find(await judge(khorog, 'require: [{ items: [required] }]'), 'TJ603');
    expect(after.map(({ severity, message }) => [severity, message])).toEqual(
      before.map(({ message }) => ['error', message]),
    );
  });
});

describe('leadMargins', () => {
  const gbao = ({ permits }: Assessment) => permits.find(({ type }) => type === 'gbao')!;

  test('move every day to apply by, and say so', async () => {
    const plain = await judge(khorog, 'tajcheck: 1');
    expect(gbao(plain)).toMatchObject({ applyBy: '2027-06-18', marginDays: 0 });
    const wide = await judge(khorog, 'leadMargins: { default: 1, gbao: 10 }');
    // Ten working days before a Friday, and Eid al-Adha is not among them.
    expect(gbao(wide)).toMatchObject({ applyBy: '2027-06-04', marginDays: 10 });
    expect(wide.calendar.find(({ kind, text }) => kind === 'apply-by' && text.includes('GBAO'))).toMatchObject({
      date: '2027-06-04',
      text: expect.stringContaining('(with 10 working days of margin that the policy wants)'),
    });
    expect(find(wide, 'TJ401')[0].message).toContain('(with 10 working days of margin that the policy wants)');
    expect(
      wide.checklist.find(({ id }) => id === 'permit-gbao')!.by! <
        plain.checklist.find(({ id }) => id === 'permit-gbao')!.by!,
    ).toBe(true);
  });

  test('make an application late that is in time without', async () => {
    const late = (assessment: Assessment) => find(assessment, 'TJ404').map(({ severity }) => severity);
    expect(late(await judge(khorog, 'tajcheck: 1', '2027-06-10'))).not.toContain('error');
    expect(late(await judge(khorog, 'leadMargins: { gbao: 10 }', '2027-06-10'))).toContain('error');
    expect(late(await judge(khorog, 'leadMargins: { sarez: 10 }', '2027-06-10'))).not.toContain('error');
    const planned = `${khorog}permits: [{ type: gbao, districts: [shughnan], applied: 2027-06-09 }]\n`;
    expect(late(await judge(planned, 'tajcheck: 1'))).toEqual([]);
    expect(late(await judge(planned, 'leadMargins: { gbao: 10 }'))).toEqual(['error']);
  });

  test('hold for visas by their kind', async () => {
    const british = dushanbe.replace('US', 'GB');
    const late = (assessment: Assessment) =>
      find(assessment, 'TJ414').map(({ severity, message }) => [
        severity,
        message.includes('5 working days of margin'),
      ]);
    expect(late(await judge(british, 'tajcheck: 1', '2027-06-16'))).toEqual([]);
    expect(late(await judge(british, 'leadMargins: { e-visa: 5 }', '2027-06-16'))).toEqual([['error', true]]);
    expect(late(await judge(british, 'leadMargins: { default: 5, e-visa: 0 }', '2027-06-16'))).toEqual([]);
    const { visas } = await judge(british, 'leadMargins: { default: 5 }');
    expect(visas[0].options.map(({ marginDays }) => marginDays)).toEqual(visas[0].options.map(() => 5));
  });

  test('a time that nobody publishes stays unknown', async () => {
    const panj = dushanbe.replace('Dushanbe', 'Panj');
    const strip = (await judge(panj, 'leadMargins: { default: 10 }')).permits.find(
      ({ type }) => type === 'khatlon-border',
    )!;
    expect([strip.applyBy, strip.applyByWorst]).toEqual([null, null]);
  });
});

test('ids of permits and of visas are told apart, as leadMargins mixes them', () => {
  const { permits, visaKinds } = knowledge();
  expect(Object.keys(policyWords(knowledge(), []).papers)).toHaveLength(permits.length + visaKinds.length);
  expect(permits.some(({ id }) => id === 'default')).toBe(false);
});
