import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Argument, Command, Option } from 'commander';
import { marked, type Tokens } from 'marked';
import { describe, expect, test } from 'vitest';
import { manPage } from '../../scripts/man-page.ts';
import { buildProgram } from '../../src/cli/program.ts';

const root = join(import.meta.dirname, '../..');
const source = readFileSync(join(root, 'docs/tajcheck.1.md'), 'utf8');
const page = manPage(source, { version: '1.2.3', date: '2026-11-22' });
const shipped = readFileSync(join(root, 'dist/tajcheck.1'), 'utf8');

/** Headings of the third level below COMMANDS, each with the terms of its list; before the first, those of the page. */
function told(): Record<string, string[]> {
  const commands: Record<string, string[]> = { '': [] };
  let [section, command] = ['', ''];
  for (const token of marked.lexer(source)) {
    if (token.type === 'heading') {
      const { depth, text } = token as Tokens.Heading;
      if (depth === 2) [section, command] = [text, ''];
      else if (depth === 3) {
        command = text;
        commands[command] = [];
      }
    }
    if (token.type === 'list' && (section === 'COMMANDS' || section === 'DESCRIPTION')) {
      for (const { text } of (token as Tokens.List).items) {
        commands[command].push(text.slice(0, text.indexOf(': ')).replace(/[`*]/g, ''));
      }
    }
  }
  return commands;
}

const term = ({ short, long, flags }: Option): string => {
  const value = /[<[]([a-z-]+)[>\]]/.exec(flags);
  const name = value?.[1].toUpperCase();
  return (
    [short, long].filter(Boolean).join(', ') +
    (value === null ? '' : value[0].startsWith('[') ? ` [${name}]` : ` ${name}`)
  );
};
const argument = (one: Argument): string => {
  const name = one.name().toUpperCase() + (one.variadic ? '...' : '');
  return one.required ? name : `[${name}]`;
};
const program = buildProgram(() => {});
const headingOf = (command: Command): string =>
  [command.name(), ...command.registeredArguments.map(argument)].join(' ');

describe('the manual page', () => {
  test('tells every command and every option, and none that is not there', () => {
    const wanted = Object.fromEntries(
      program.commands.map((command) => [headingOf(command), command.options.map(term)]),
    );
    expect(Object.keys(wanted).length).toBeGreaterThan(10);
    expect(told()).toEqual({ ...wanted, '': [...program.options.map(term), '-h, --help'] });
  });

  test('tells every choice that an argument has', () => {
    // What stands below the heading of each command.
    const parts = source.split(/^### /m).slice(1);
    for (const command of program.commands) {
      const part = parts.find((text) => text.startsWith(headingOf(command)));
      const choices = [...command.registeredArguments, ...command.options].flatMap(({ argChoices = [] }) => argChoices);
      for (const choice of choices) expect(part).toContain(choice);
    }
  });

  test('names the variables that the program reads, and no other', () => {
    const code = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(root, 'src', name), 'utf8'))
      .join('\n');
    const variables = (text: string): string[] => [...new Set(text.match(/\bTAJCHECK_[A-Z_]+/g))].sort();
    // For those who mend the program.
    const inner = ['TAJCHECK_DEBUG', 'TAJCHECK_KEEP_COMPILED'];
    expect(variables(source)).toEqual(variables(code).filter((name) => !inner.includes(name)));
  });

  test('has the sections that a page must have, in their order', () => {
    const sections = [...page.matchAll(/^\.SH "(.*)"$/gm)].map(([, name]) => name);
    expect(sections).toEqual([
      'NAME', 'SYNOPSIS', 'DESCRIPTION', 'COMMANDS', 'EXIT STATUS', 'ENVIRONMENT', 'FILES', 'SILENCING A FINDING',
      'EXAMPLES', 'SEE ALSO',
    ]); // biome-ignore format: one list
    expect(page).toMatch(/^\.TH TAJCHECK 1 "2026-11-22" "tajcheck 1\.2\.3"\n\.SH "NAME"\ntajcheck \\- check trips/);
  });

  test('ships with the program, from this source', () => {
    const { bin, man, files, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(bin).toEqual({ tajcheck: 'bin/tajcheck.js' });
    // A list: npm links no page that stands alone.
    expect(man).toEqual(['dist/tajcheck.1']);
    expect(files).toContain('dist');
    const [, date] = /^\.TH TAJCHECK 1 "(\d{4}-\d\d-\d\d)"/.exec(shipped)!;
    expect(shipped).toBe(manPage(source, { version, date }));
  });

  test('gives roff no orders that the source does not mean', () => {
    const odd = manPage("# x\n\n## A\n\n.SH is text, 'so is this, and \\fB\n\n```\n.so /etc/passwd\n'br\n```\n\nӣ\n", {
      version: '1',
      date: '2026-01-01',
    });
    expect(odd).toContain('\n\\&.SH is text');
    expect(odd).toContain('\\efB');
    expect(odd).toContain("\n\\&.so /etc/passwd\n\\&'br\n");
    expect(odd).toContain('\\[u04E3]');
    expect(() => manPage('# x\n\n| a | b |\n|---|---|\n| 1 | 2 |\n', { version: '1', date: '' })).toThrow(
      'cannot show a table',
    );
  });
});

/** Lines of code blocks that call the program, without what a comment, a pipe or another program adds. */
const calls = ['README.md', 'docs/tajcheck.1.md'].flatMap((file) =>
  marked
    .lexer(readFileSync(join(root, file), 'utf8'))
    .filter((token): token is Tokens.Code => token.type === 'code')
    .flatMap(({ text }) => [...text.matchAll(/(?:^|[ (])tajcheck ([a-z]+)([^#|<>)\n]*)/gm)])
    .map(([call, name, rest]) => [file, call.trim(), name, rest] as const),
);
test.each(calls)('%s: %s', (_file, _call, name, rest) => {
  const command = program.commands.find((known) => known.name() === name);
  const known = command?.options.flatMap(({ short, long }) => [short, long]);
  for (const flag of rest.match(/(?<= )--?[a-z][a-z-]*/g) ?? []) {
    // A value may begin with a dash: --district -vanj.
    if (!rest.includes(`--district ${flag}`)) expect(known).toContain(flag);
  }
  expect(command).toBeDefined();
});

const runs = (program: string, ...args: string[]) =>
  spawnSync(program, args, { input: page, env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', MANWIDTH: '80' } });
const there = (program: string): boolean => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

test.runIf(there('groff'))('groff sets it without a warning, every option included', () => {
  const { status, stdout, stderr } = runs('groff', '-man', '-ww', '-Tutf8', '-P-cbou');
  expect(stderr.toString()).toBe('');
  expect(status).toBe(0);
  for (const command of program.commands) {
    for (const { long } of command.options) expect(stdout.toString()).toContain(long);
  }
});

test.runIf(there('mandoc'))('mandoc finds nothing to say against it', () => {
  const { status, stdout } = runs('mandoc', '-Tlint', '-Wstyle');
  expect(stdout.toString()).toBe('');
  expect(status).toBe(0);
});
