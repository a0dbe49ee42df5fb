/** `tajcheck visa`, without a process of its own. */
import { expect, test, vi } from 'vitest';
import { runCommand } from '../../src/cli/program.ts';
import { textWidth } from '../../src/terminal/width.ts';
import { captureOutput, written } from './captured.ts';

// Only where the packed data lies differs.
vi.mock('../../src/cli/load-knowledge.ts', async () => ({ loadKnowledge: (await import('../trip.ts')).knowledge }));

captureOutput();

const visa = async (...args: string[]) => {
  Object.assign(written, { out: '', err: '' });
  return runCommand(['node', 'tajcheck', 'visa', ...args, '--as-of', '2026-11-22', '--color', 'never']);
};
const answer = async (...args: string[]) => {
  expect(await visa(...args, '--format', 'json')).toBe(0);
  return JSON.parse(written.out);
};

test('a code, an English name and a common one mean the same passport', async () => {
  for (const written of ['TR', 'tr', 'Türkiye', 'turkiye', 'Turkey']) {
    expect((await answer(written)).nationality, written).toBe('TR');
  }
  expect((await answer('uk')).nationality).toBe('GB');
  expect((await answer('Bosnia and Herzegovina')).nationality).toBe('BA');
  expect((await answer('South Ossetia')).nationality).toBe('south-ossetia');
});

test('the terms are told with their conditions, fees, lead times and dated sources', async () => {
  expect(await visa('GB')).toBe(0);
  expect(written.out).toMatch(/^United Kingdom \(GB\), ordinary passport, entering on 22 Nov 2026\n/);
  const text = written.out.replace(/\s+/g, ' ');
  for (const part of [
    'An e-visa, got before travel, for 60 days within 90.',
    '30 USD per person, one entry.',
    'Lead time: 14 days.',
    'Germany says that it is for stays of up to 45 days',
    'Holders need not register.',
    'Registration For a stay of 10 days or more',
    'six months after the day of arrival',
    'Nationals of two countries',
    '9 Jul 2026, 4 months old',
    'STALE: was due for review by',
  ]) {
    expect(text).toContain(part);
  }
  expect(Math.max(...written.out.split('\n').map(textWidth))).toBeLessThanOrEqual(80);
});

test('every number in brackets is that of a source in the list', async () => {
  await visa('VN');
  const cited = [...written.out.matchAll(/\[([\d, \n]+)\]/g)].flatMap(([, numbers]) => numbers.split(',').map(Number));
  const { sources } = await answer('VN');
  expect(new Set(cited)).toEqual(new Set(sources.map((_: unknown, at: number) => at + 1)));
});

test('age and passport change the answer; without them the conditions are told', async () => {
  expect(await answer('VN', '--age', '60')).toMatchObject({ regime: 'visa-free', maxDays: 14 });
  const open = await answer('VN');
  expect(open.regime).not.toBe('visa-free');
  expect(open.otherwise.map(({ why }: { why: string }) => why)).toEqual(['age-unknown', 'entry-unsaid']);
  await visa('VN');
  expect(written.out).toContain('From the age of 55 on: no visa needed');
  expect(await answer('IN', '--passport', 'diplomatic')).toMatchObject({ regime: 'visa-free', maxDays: null });
  await visa('IN');
  expect(written.out).toContain('With a diplomatic or service passport');
});

test('nothing in dispute or unknown reads as free', async () => {
  expect(await answer('BN')).toMatchObject({ regime: 'e-visa', unsettled: true });
  expect(await answer('GG')).toMatchObject({ regime: null, unsettled: true });
  await visa('GG');
  expect(written.out).toContain('Not known.');
  expect(await answer('EH')).toMatchObject({ regime: 'not-recognised', options: [], demands: null });
  expect(await answer('TJ')).toMatchObject({ regime: 'citizen', options: [], demands: null });
});

test('nothing is said twice, nor of whom it does not concern', async () => {
  const text = async (...args: string[]) => {
    await visa(...args);
    return written.out.replace(/\s+/g, ' ');
  };
  expect((await text('IN')).match(/for (up to )?60 days within 90\./gi)).toHaveLength(2);
  expect(await text('NZ')).not.toContain('treaty');
  expect(await text('NZ')).toContain('Australia calls it a single entry.');
  expect(await text('NZ')).toContain('Register again at each new address.');
  expect(await text('RU')).not.toContain('Against that');
  expect(await text('RU')).toContain('How long one may stay is not settled');
  expect(await text('PR')).toContain('passport of another state');
  expect(await text('stateless')).toMatch(/^Stateless, .*No source that tajcheck read says it for everybody/);
  expect(await text('south-ossetia')).toMatch(/^South Ossetia, /);
  expect(await text('IR')).toContain('On a direct flight between Tehran and Dushanbe, both ways: no visa needed');
});

test('the day asked for decides', async () => {
  Object.assign(written, { out: '', err: '' });
  const on = (day: string) => runCommand(['node', 'tajcheck', 'visa', 'TR', '--as-of', day, '--format', 'json']);
  expect(await on('2024-04-19')).toBe(0);
  expect(JSON.parse(written.out).regime).toBe('visa-free');
});

test('what is not understood is exit 2 with an offer, and cannot move the cursor', async () => {
  expect(await visa('Germny')).toBe(2);
  expect(written.err).toContain('Did you mean Germany (DE)?');
  expect(await visa('Qqqqqq\u001b[2J')).toBe(2);
  expect(written.err).toContain('two-letter code');
  expect(written.err).not.toContain('\u001b');
  expect(await visa('DE', '--age', '-1')).toBe(2);
  expect(await visa('DE', '--age', '121')).toBe(2);
  expect(await visa('DE', '--passport', 'pink')).toBe(2);
  expect(written.out).toBe('');
});
