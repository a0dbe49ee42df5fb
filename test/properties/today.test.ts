/** Today changes only the findings of rules that own up to it: a green build does not turn red overnight unsaid. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Assessment } from '../../src/assessment.ts';
import { noPolicy, type Policy } from '../../src/policy/policy.ts';
import { rules } from '../../src/rules/registry.ts';
import { readRulePages } from '../docs/rule-page.ts';
import { assessText } from '../trip.ts';
import { anyTrip } from './any-trip.ts';

const owning = new Set(rules.filter(({ dependsOnToday }) => dependsOnToday !== undefined).map(({ id }) => id));

/** Before some of the data, now, around the trips, and when every source is out of date. */
const days = ['2025-01-15', '2026-11-22', '2027-07-04', '2028-02-29', '2031-01-01'];

/** Everything of a finding that somebody could see, of rules that say nothing of today. */
const steady = ({ findings }: Assessment): string[] =>
  findings
    .filter(({ rule }) => !owning.has(rule))
    .map(({ rule, severity, line, column, message }) => `${rule} ${severity} ${line}:${column} ${message}`);

/** Rules whose findings change though they say that they do not. */
async function changing(text: string, on: readonly string[], policy: Policy = noPolicy): Promise<string[]> {
  const [first, ...others] = await Promise.all(
    on.map(async (asOf) => steady(await assessText(text, {}, { asOf, policy }))),
  );
  return others.flatMap((other) => [
    ...first.filter((finding) => !other.includes(finding)),
    ...other.filter((finding) => !first.includes(finding)),
  ]);
}

const examples = ['examples', 'examples/faulty'].flatMap((folder) =>
  readdirSync(join(import.meta.dirname, '../..', folder))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(folder, name)),
);

test.each(examples)('%s is judged alike on every day, but for rules that say so', async (path) => {
  expect(await changing(readFileSync(join(import.meta.dirname, '../..', path), 'utf8'), days)).toEqual([]);
});

test('comments that silence, and a policy, change no other finding with the day', async () => {
  const comments = ['2026-12-01', '2027-08-01', '2030-01-01'].flatMap((until) => [
    `# tajcheck-ignore-file TJ301 until ${until} -- known`,
    `# tajcheck-ignore-file TJ404, TJ901 until ${until} -- known`,
  ]);
  const trip = 'start: 2027-07-03\nparty: [{ nationality: US }]\nstops: [Khorog]';
  const suppressions = { allowed: true, never: [], maxDays: 200 };
  const policy = { ...noPolicy, suppressions, maxLevel: 2, leadMargins: { default: 20 } } as const;
  expect(await changing([...comments, trip].join('\n'), days, policy)).toEqual([]);
});

test('so is any trip', async () => {
  const day = fc.date({ min: new Date('2025-01-01'), max: new Date('2032-12-31'), noInvalidDate: true });
  await fc.assert(
    fc.asyncProperty(anyTrip, day, day, async (trip, one, other) => {
      const on = [one, other].map((date) => date.toISOString().slice(0, 10));
      expect(await changing(JSON.stringify(trip), on), on.join(' and ')).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test('a finding says whether it depends on today', async () => {
  const trip = 'start: 2027-07-03\nparty: [{ nationality: US }]\nstops: [{ place: Khorog, nights: 2 }]\n';
  const { findings } = await assessText(trip, {}, { asOf: '2027-06-25' });
  const saying = (own: boolean) =>
    new Set(findings.filter((one) => one.dependsOnToday === own).map(({ rule }) => rule));
  expect([...saying(true)]).toEqual(expect.arrayContaining(['TJ404', 'TJ901']));
  expect([...saying(false)]).toEqual(expect.arrayContaining(['TJ301', 'TJ401']));
});

test('a page says why its rule depends on today, and of no other rule that it does', () => {
  const said = readRulePages().flatMap(({ id, intro }) => {
    const why = /\*\*Depends on today\.\*\* (.+)$/.exec(intro);
    return why ? [[id, why[1]]] : [];
  });
  expect(said).toEqual(rules.flatMap(({ id, dependsOnToday }) => (dependsOnToday ? [[id, dependsOnToday]] : [])));
});

/** What the gate shows of stale knowledge: one line for each file, whatever the number of sources. */
test('on the day that every source is out of date a file has one warning and one remark of it', async () => {
  const { findings, sources } = await assessText('stops: [Khorog]', {}, { asOf: '2031-01-01' });
  const stale = findings.filter(({ rule }) => rule === 'TJ901');
  expect(stale.map(({ severity }) => severity).sort()).toEqual(['info', 'warning']);
  for (const { message } of stale) expect(message).toContain('Counted from 2031-01-01.');
  expect(new Set(stale.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  // None is left out, and none counted twice.
  const named = stale.flatMap((finding) => finding.sources);
  expect(new Set(named).size).toBe(named.length);
  const levels = findings.filter(({ rule }) => rule === 'TJ301').flatMap((finding) => finding.sources);
  expect(levels.length).toBeGreaterThan(0);
  expect(named).toEqual(expect.arrayContaining(levels));
  expect(sources.filter(({ id }) => named.includes(id)).every((source) => source.stale)).toBe(true);
});
