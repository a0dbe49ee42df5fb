/** What is said between the questions, and said again when the width of the terminal changes. */
import { escapeForTerminal } from '../../terminal/escape.ts';
import { wrap } from '../../terminal/wrap.ts';
import type { Ask } from './ask.ts';
import { startAfresh } from './resize.ts';

export interface Spoken {
  readonly say: Ask['say'];
  /** Lines, made anew for each width. */
  readonly print: (make: () => readonly string[]) => void;
  /** A question begins: what is said after it stands above the next. */
  readonly ask: () => void;
  /** An empty screen, and on it what stood above the question: of a long text its end, which is what was seen. */
  readonly again: () => void;
}

export function makeSpoken(stdout: NodeJS.WriteStream, width: () => number): Spoken {
  let above: (() => readonly string[])[] = [];
  let asked = false;
  /** One blank line between parts, never two. */
  let isBlank = true;

  const print = (make: () => readonly string[]): void => {
    if (asked) above = [];
    asked = false;
    const isAfterBlank = isBlank;
    const lines = () => {
      const made = make();
      return made.slice(isAfterBlank && made[0] === '' ? 1 : 0);
    };
    above.push(lines);
    const first = lines();
    // Nothing but the blank line that stands there already.
    isBlank = first.length === 0 ? isAfterBlank : first.at(-1) === '';
    if (first.length > 0) stdout.write(`${first.join('\n')}\n`);
  };

  return {
    print,
    say: (text) =>
      print(
        typeof text === 'string'
          ? () => text.split('\n').flatMap((line) => wrap(escapeForTerminal(line), width()))
          : () => text(width()),
      ),
    ask() {
      asked = true;
    },
    again() {
      startAfresh();
      const lines = above.flatMap((make) => make()).slice(-(stdout.rows || 24));
      if (lines.length > 0) stdout.write(`${lines.join('\n')}\n`);
    },
  };
}
