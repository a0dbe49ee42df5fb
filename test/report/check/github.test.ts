import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { githubReporter } from '../../../src/report/check/github.ts';
import { escapeStrings } from '../../../src/terminal/escape.ts';
import { anyText, checked, clean, finding, look, openly, pamir, unprintable, write } from './checked.ts';

interface Command {
  name: string;
  properties: Record<string, string>;
  data: string;
}

/** Workflow commands as a runner takes them out of a log, line by line, by its documented rules. */
function read(log: string): (Command | string)[] {
  return log
    .split(/\r\n|\r|\n/)
    .filter((line) => line !== '')
    .map((line) => readCommand(line) ?? line);
}

function readCommand(line: string): Command | null {
  const text = line.trimStart();
  const end = text.indexOf('::', 2);
  if (!text.startsWith('::') || end < 0) return null;
  const [head] = text.slice(2, end).split(' ', 1);
  const pairs = text
    .slice(2 + head.length, end)
    .trim()
    .split(',')
    .filter((pair) => pair !== '')
    .map((pair) => [pair.slice(0, pair.indexOf('=')), decode(pair.slice(pair.indexOf('=') + 1), ':,')]);
  return { name: head, properties: Object.fromEntries(pairs), data: decode(text.slice(end + 2), '') };
}

/** One replacement after the other, the percent sign last. */
function decode(text: string, more: string): string {
  let plain = text;
  for (const own of `\r\n${more}%`) {
    plain = plain.replaceAll(`%${own.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`, own);
  }
  return plain;
}

const commandsOf = (log: string): Command[] =>
  read(log).map((one) => {
    if (typeof one === 'string') throw new Error(`not a command: ${one}`);
    return one;
  });

describe('real files', async () => {
  const file = await look('tours/pamir trip.trip.yaml', pamir);
  const all = commandsOf(write(githubReporter(), [file], openly));

  test('become one command for each finding, and one that counts them', () => {
    expect(all.length).toBe(file.findings.length + 1);
    const amount = (wanted: string) => all.slice(0, -1).filter(({ name }) => name === wanted).length;
    const severity = (wanted: string) => file.findings.filter((one) => one.severity === wanted).length;
    expect([amount('error'), amount('warning'), amount('notice')]).toEqual(['error', 'warning', 'info'].map(severity));
    expect(all.at(-1)!.data).toContain(`${amount('warning')} warnings`);
  });

  test('stand on their lines', () => {
    const atlantis = all.find(({ properties }) => properties.title.startsWith('TJ201'))!;
    expect(atlantis.properties).toEqual({
      ...{ file: 'tours/pamir trip.trip.yaml', title: 'TJ201 unknown-place' },
      ...{ line: '11', endLine: '11', col: '14', endColumn: '22' },
    });
  });

  test('say nothing of a clean file', async () => {
    expect(write(githubReporter(), [await look('clean.trip.yaml', clean)])).toBe('');
  });
});

test('columns are told only within one line', () => {
  const [long, nowhere] = commandsOf(
    write(githubReporter(), [
      checked([
        finding({ line: 3, endLine: 7 }),
        finding({ line: null, column: null, endLine: null, endColumn: null }),
      ]),
    ]),
  );
  expect(long.properties).toMatchObject({ line: '3', endLine: '7' });
  expect(Object.keys(long.properties)).not.toContain('col');
  expect(Object.keys(long.properties)).not.toContain('endColumn');
  expect(nowhere.properties).toEqual({ file: 'a.trip.yaml', line: '1', endLine: '1', title: 'TJ301 advised-against' });
});

test('a silenced finding is a notice that says so', () => {
  const suppressed = { by: 'policy', reason: 'off', until: null } as const;
  const [told] = commandsOf(write(githubReporter(), [checked([finding({ suppressed })])], openly));
  expect(told.name).toBe('notice');
  expect(told.data).toContain('[silenced by the policy: off]');
});

test('ten of a kind need no word; of more the last line tells how many there are', () => {
  const many = (amount: number) => checked(Array.from({ length: amount }, () => finding()));
  expect(commandsOf(write(githubReporter(), [many(10)])).length).toBe(10);
  const all = commandsOf(write(githubReporter(), [many(6), many(5)]));
  expect(all.length).toBe(12);
  expect(all.at(-1)).toMatchObject({ name: 'notice', data: expect.stringMatching(/^11 errors in all\./) });
});

test('any text is data: one command for one finding, read back as it shows', () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, (message, help, name) => {
      const path = `tours/${name}`;
      const log = write(githubReporter(), [checked([finding({ message: `x${message}`, help })], { path })]);
      expect(unprintable(log.replace(/^::/gm, ''))).toEqual([]);
      const [command, ...others] = commandsOf(log);
      expect(others).toEqual([]);
      const shown = [`x${message}`, help].map((one) => escapeStrings(one)).filter((one) => one !== '');
      expect(command).toEqual({
        name: 'error',
        properties: {
          ...{ file: escapeStrings(path), line: '3', endLine: '3', col: '5', endColumn: '12' },
          title: 'TJ301 advised-against',
        },
        data: shown.join('\n'),
      });
    }),
  );
});
