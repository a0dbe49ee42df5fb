/** The questions on a terminal, drawn by inquirer, in our own signs and words. */
import { Chalk } from 'chalk';
import { type ColourFlag, chooseColour } from '../../terminal/colour.ts';
import { escapeForTerminal } from '../../terminal/escape.ts';
import { cropText } from '../../terminal/width.ts';
import { wrap } from '../../terminal/wrap.ts';
import { viewOf } from '../terminal.ts';
import type { Ask, Choice } from './ask.ts';
import { runQuestion } from './run-question.ts';
import { makeSpoken } from './spoken.ts';
import { type Kept, makeTheme, type Theme } from './theme.ts';

/** Rows that a question leaves to what was said before it, with its own lines and the marked choice in full. */
const ROWS_BESIDE = 12;
const LONGEST_LIST = 20;
/** Letters of an answer that is said again in full. */
const LONGEST_ANSWER = 120;

export function makeAsk(flag: ColourFlag | undefined): Ask {
  const { stdout } = process;
  const chalk = new Chalk({ level: chooseColour({ flag, env: process.env, isTTY: true }) });
  const width = (): number => viewOf(stdout, flag).width;
  const spoken = makeSpoken(stdout, width);
  const { print, say } = spoken;
  const run = <Answer>(type: string, make: (kept: Kept) => Record<string, unknown>): Promise<Answer> =>
    runQuestion(type, make, spoken);
  const theme = (kept: Kept, nothing?: string): Theme => makeTheme({ chalk, width, kept, nothing });

  const rows = (): number => Math.max(3, Math.min(LONGEST_LIST, (stdout.rows || 24) - ROWS_BESIDE));
  /** A list that goes on below its last line shows no sign of it by itself. */
  const more = (hint: string | undefined, length: number): string | undefined =>
    length <= rows() ? hint : [hint, `${length} lines: the arrows go on below the last.`].filter(Boolean).join(' ');
  const asMessage = (question: string, hint: string | undefined): string => {
    const lines = wrap(escapeForTerminal(question), width() - 4);
    return hint === undefined ? lines.join('\n  ') : [...lines, ...wrap(hint, width() - 4)].join('\n  ');
  };
  /** The line marked, in words: the mark before it is nothing to an ear. */
  const listed = <Value>(choices: readonly Choice<Value>[]) =>
    choices.map(({ value, name, detail }) => ({
      value,
      name: cropText(escapeForTerminal(name), width() - 8),
      description: `Enter takes: ${escapeForTerminal(detail ?? name)}`,
    }));
  const tell = (label: string, answer: string): void =>
    print(() => {
      const before = escapeForTerminal(label.replace(/[?:]$/, ''));
      return wrap(`${before}: ${chalk.bold(escapeForTerminal(answer))}`, width(), 0, 2);
    });

  return {
    chalk,
    width,
    say,
    head: (text) => print(() => ['', ...wrap(chalk.bold(text), width())]),
    async choose({ question, label, hint, choices, preset, quiet }) {
      const value = await run<(typeof choices)[number]['value']>('select', (kept) => ({
        message: asMessage(question, more(hint, choices.length)),
        choices: listed(choices),
        default: kept.marked >= 0 ? choices[kept.marked]?.value : preset,
        pageSize: rows(),
        loop: false,
        theme: theme(kept),
      }));
      const taken = choices.find((choice) => choice.value === value);
      if (!quiet) tell(label ?? question, taken?.short ?? taken?.name ?? '');
      return value;
    },
    async search({ question, label, hint, find, initial, nothing }) {
      let names = new Map<unknown, string>();
      const value = await run<ReturnType<typeof find>[number]['value']>('search', (kept) => ({
        message: `${asMessage(question, hint)}${hint === undefined ? '' : '\n '}`,
        source: async (written: string | undefined) => {
          const found = find((written ?? '').trim());
          names = new Map(found.map(({ value, name, short }) => [value, short ?? name]));
          return listed(found);
        },
        initialValue: kept.line || initial,
        pageSize: rows(),
        theme: theme(kept, nothing),
      }));
      tell(label ?? question, names.get(value) ?? '');
      return value;
    },
    async text({ question, label, hint, preset, check, say: sayIt }) {
      const written = await run<string>('input', (kept) => ({
        message: `${asMessage(question, hint)}${hint === undefined ? '' : '\n '}`,
        default: kept.line || preset,
        prefill: kept.line ? 'editable' : 'tab',
        transformer: (line: string) => {
          kept.line = line;
          return line;
        },
        validate: (line: string) => check?.(line.trim()) ?? true,
        theme: theme(kept),
      }));
      const answer = written.trim();
      tell(label ?? question, sayIt?.(answer) ?? answer);
      return answer;
    },
    async tick({ question, label, hint, choices, ticked }) {
      const values = await run<(typeof choices)[number]['value'][]>('checkbox', (kept) => ({
        message: asMessage(question, more(hint, choices.length)),
        choices: choices.map(({ value, name, detail }) => ({
          value,
          name: cropText(escapeForTerminal(name), width() - 6),
          checkedName: `${cropText(escapeForTerminal(name), width() - 14)} (ticked)`,
          short: escapeForTerminal(name),
          checked: (kept.ticked ?? ticked).includes(value),
          description: escapeForTerminal(detail ?? name),
        })),
        shortcuts: { all: null, invert: null },
        pageSize: rows(),
        loop: false,
        theme: theme(kept),
      }));
      const names = choices.filter(({ value }) => values.includes(value)).map(({ name, short }) => short ?? name);
      const all = names.join('; ');
      const told = all.length > LONGEST_ANSWER ? `${names.length} of ${choices.length}` : all;
      tell(label ?? question, names.length > 0 ? told : 'none');
      return values;
    },
    async yes({ question, label, hint, preset }) {
      const value = await run<boolean>('confirm', (kept) => ({
        message: `${asMessage(question, hint)}${hint === undefined ? '' : '\n '}`,
        default: preset,
        theme: theme(kept),
      }));
      tell(label ?? question, value ? 'yes' : 'no');
      return value;
    },
  };
}
