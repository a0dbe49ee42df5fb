/** Leaving in the middle: at once, and nothing is lost. */
import { shellWord } from '../../shell-word.ts';
import { escapeForTerminal } from '../../terminal/escape.ts';
import { shownPath } from '../paths.ts';
import { keepUnfinished } from './keep.ts';

/** 128 and the number of the signal, as shells count. */
const codes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
type Signal = keyof typeof codes;

export interface Leaving {
  /** Keeps what was entered, says where, and gives the exit code. */
  readonly leave: () => number;
  /** All is saved, or wanted no more: from now on nothing is kept. */
  readonly settle: () => void;
}

/** `unsaved` gives what was entered and is in no file; null: nothing. `meant` is where it was to be saved. */
export function watchLeaving(unsaved: () => string | null, meant: () => string | null): Leaving {
  let settled = false;

  const keep = (isSeen: boolean): void => {
    if (settled) return;
    settled = true;
    const text = unsaved();
    const path = text === null ? null : keepUnfinished(text, meant());
    if (!isSeen) return;
    // Under the question, whose lines may go on below; the cursor may be hidden.
    write('\u001b[?25h\u001b[J\n');
    if (text === null) write('Left. Nothing was entered, and nothing is kept.\n');
    else if (path === null) write(`Left. No folder takes a file; this is what was entered:\n\n${escapeLines(text)}\n`);
    else {
      const near = path.startsWith(process.cwd()) ? shownPath(path) : path;
      write(
        `Left. What was entered is kept in ${escapeForTerminal(near)}\nGo on with: tajcheck edit ${shellWord(escapeForTerminal(near))}\n`,
      );
    }
  };

  const onSignal = (signal: Signal): void => {
    // Where the terminal was closed there is nobody to tell, and to write to it would end in an error.
    keep(signal !== 'SIGHUP');
    process.exit(codes[signal]);
  };
  for (const signal of Object.keys(codes) as Signal[]) process.on(signal, onSignal);
  // The last net, under whatever ends the program without asking.
  process.on('exit', () => keep(false));

  return {
    leave() {
      keep(true);
      return codes.SIGINT;
    },
    settle() {
      settled = true;
      for (const signal of Object.keys(codes) as Signal[]) process.off(signal, onSignal);
    },
  };
}

function write(text: string): void {
  try {
    process.stdout.write(text);
  } catch {
    // The file is written; to say so was a courtesy.
  }
}

const escapeLines = (text: string): string => text.split('\n').map(escapeForTerminal).join('\n');
