/** The built program on a real pseudo-terminal, and its screen as a person sees it. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { IPty } from '@lydell/node-pty';
import xterm from '@xterm/headless';

const program = join(import.meta.dirname, '../bin/tajcheck.js');

export const keys = {
  enter: '\r',
  escape: '\u001b',
  up: '\u001b[A',
  down: '\u001b[B',
  backspace: '\u007f',
  ctrlC: '\u0003',
  ctrlD: '\u0004',
  space: ' ',
} as const;

/** Slow machines share two cores among many; a wait ends as soon as the screen shows what it waits for. */
const PATIENCE_MS = 30_000;

export interface TerminalOptions {
  readonly cwd: string;
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** Another program than tajcheck. */
  readonly command?: readonly string[];
}

export interface Terminal {
  /** The rows now on the screen, trailing blanks cut. */
  screen(): string[];
  /** All that was ever shown and not wiped, rows above the screen too, as one line with single blanks. */
  shown(): string;
  /** The question now asked, with its lines below, as one line with single blanks; empty: none. */
  question(): string;
  /** Resolves when the question now asked holds the text. */
  asked(text: string | RegExp): Promise<void>;
  /** Resolves when another question is asked than `question()` gave. */
  asksElse(before: string): Promise<void>;
  /** Resolves when what was shown holds the text. */
  sees(text: string | RegExp): Promise<void>;
  write(text: string): void;
  /** Waits for the question, then writes the answer to it. */
  answer(question: string | RegExp, ...parts: string[]): Promise<void>;
  /** Resolves when this is what Enter would take. */
  marks(text: string | RegExp): Promise<void>;
  /** Resolves when the question has been drawn anew for the size of the last `resize`. */
  fits(): Promise<void>;
  /** Waits for the question, writes to its search, waits until `marked` is what Enter takes, and takes it. */
  find(question: string | RegExp, written: string, marked: string | RegExp): Promise<void>;
  /** Moves to the choice and takes it. */
  choose(question: string | RegExp, choice: string): Promise<void>;
  resize(columns: number, rows: number): void;
  kill(signal: string): void;
  readonly pid: number;
  /** The exit code, once there is one. */
  ended(): Promise<number>;
  /** Everything the program sent, controls with it. */
  raw(): string;
  /** Lines that were too long, so that the terminal folded them wherever they ended. */
  folded(): string[];
}

/** Null where the machine has no pseudo-terminal that node-pty knows; in CI that is a fault. */
export function ptyOrNull(): typeof import('@lydell/node-pty') | null {
  try {
    return createRequire(import.meta.url)('@lydell/node-pty');
  } catch (error) {
    if (process.env.CI) throw error;
    return null;
  }
}

const single = (text: string): string => text.replace(/\s+/g, ' ').trim();
const holds = (text: string, wanted: string | RegExp): boolean =>
  typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);

export function openTerminal(args: readonly string[], options: TerminalOptions): Terminal {
  const { cwd, columns = 80, rows = 40, env, command = [process.execPath, program] } = options;
  const pty = ptyOrNull();
  if (pty === null) throw new Error('no pseudo-terminal');
  const terminal = new xterm.Terminal({ cols: columns, rows, scrollback: 5000, allowProposedApi: true });
  const [file, ...first] = command;
  const child: IPty = pty.spawn(file, [...first, ...args], {
    name: env?.TERM ?? 'xterm-256color',
    cols: columns,
    rows,
    cwd,
    env: { PATH: process.env.PATH ?? '', TERM: 'xterm-256color', TAJCHECK_AS_OF: '2026-11-22', ...env },
  });
  let sent = '';
  let over = false;
  child.onData((data) => {
    sent += data;
    terminal.write(data);
  });
  let code: number | null = null;
  child.onExit(({ exitCode, signal }) => {
    over = true;
    // What was sent last is on the screen before anybody is told.
    terminal.write('', () => {
      code = signal ? 128 + signal : exitCode;
    });
  });

  const line = (at: number): string => terminal.buffer.active.getLine(at)?.translateToString(true) ?? '';
  const screen = (): string[] =>
    Array.from({ length: terminal.rows }, (_, row) => line(terminal.buffer.active.baseY + row));
  const shown = (): string =>
    single(Array.from({ length: terminal.buffer.active.length }, (_, at) => line(at)).join('\n'));
  const question = (): string => {
    const rows = screen();
    const at = rows.findLastIndex((row) => row.startsWith('? '));
    return at === -1 ? '' : single(rows.slice(at).join('\n'));
  };

  async function until(isSo: () => boolean, what: string): Promise<void> {
    const end = Date.now() + PATIENCE_MS;
    while (!isSo()) {
      if (Date.now() > end || over) {
        // The last words may be on their way to the screen.
        await new Promise((resolve) => terminal.write('', () => resolve(undefined)));
        if (isSo()) return;
        throw new Error(
          `${over ? 'The program has ended' : 'Waited in vain'}: ${what}\n${screen().join('\n').trimEnd()}`,
        );
      }
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
  }
  /** The question's own words, without the list below them. */
  const words = (): string => {
    const rows = screen();
    const at = rows.findLastIndex((row) => row.startsWith('? '));
    const below = at === -1 ? [] : rows.slice(at);
    const end = below.findIndex(
      (row, index) => index > 0 && (row.trim() === '' || /^[> ][> ]?(\d+\. |\[)|^> /.test(row)),
    );
    return single(below.slice(0, end === -1 ? undefined : end).join('\n'));
  };
  const asked = (text: string | RegExp) => until(() => holds(words(), text), `asked ${text}`);

  const marks = (text: string | RegExp) =>
    until(() => holds(question().split('Enter takes: ')[1] ?? '', text), `marks ${text}`);
  /** How much was sent before the last change of size. */
  let before = 0;

  return {
    screen,
    shown,
    marks,
    asksElse: (before) => until(() => question() !== '' && question() !== before, `asks something else than ${before}`),
    fits: () => until(() => sent.slice(before).includes('\u001b[H\u001b[J') && question() !== '', 'drawn anew'),
    question,
    asked,
    sees: (text) => until(() => holds(shown(), text), `sees ${text}`),
    write: (text) => child.write(text),
    async answer(text, ...parts) {
      await asked(text);
      child.write(parts.join(''));
    },
    async find(text, written, marked) {
      await asked(text);
      child.write(written);
      await until(() => screen().some((row) => row.trim() === written), `${written} is written`);
      await marks(marked);
      child.write(keys.enter);
    },
    async choose(text, choice) {
      await asked(text);
      for (let moves = 0; ; moves += 1) {
        const marked = screen().findLast((row) => row.startsWith('> ')) ?? '';
        if (marked.includes(choice)) break;
        if (moves > 60) throw new Error(`There is no choice ${choice}:\n${screen().join('\n').trimEnd()}`);
        child.write(keys.down);
        await until(
          () => (screen().findLast((row) => row.startsWith('> ')) ?? '') !== marked,
          `moved from ${marked} to ${choice}`,
        );
      }
      child.write(keys.enter);
    },
    resize(columns, rows) {
      before = sent.length;
      terminal.resize(columns, rows);
      child.resize(columns, rows);
    },
    kill: (signal) => child.kill(signal),
    pid: child.pid,
    async ended() {
      const end = Date.now() + PATIENCE_MS;
      while (code === null) {
        if (Date.now() > end) throw new Error(`It does not end:\n${screen().join('\n').trimEnd()}`);
        await new Promise((resolve) => setTimeout(resolve, 15));
      }
      return code;
    },
    raw: () => sent,
    folded: () =>
      Array.from({ length: terminal.buffer.active.length }, (_, at) => at).flatMap((at) =>
        terminal.buffer.active.getLine(at)?.isWrapped ? [line(at)] : [],
      ),
  };
}
