/** The signs and words of the questions: ASCII, and nothing said by a colour or a sign alone. */
import type { ChalkInstance } from 'chalk';
import { wrap } from '../../terminal/wrap.ts';

export type Theme = Record<string, unknown>;

/** What is kept of a question that is drawn again in another width. Inquirer tells it to nobody but the theme. */
export interface Kept {
  line: string;
  marked: number;
  ticked: unknown[] | null;
}

interface Look {
  readonly chalk: ChalkInstance;
  readonly width: () => number;
  readonly kept: Kept;
  /** Said where a search finds nothing. */
  readonly nothing: string | undefined;
}

export const makeTheme = ({ chalk, width, kept, nothing }: Look): Theme => ({
  prefix: { idle: chalk.bold('?'), done: '' },
  // No wheel that turns: a screen reader would read each of its faces.
  spinner: { interval: 60_000, frames: [chalk.bold('?')] },
  icon: {
    cursor: '>',
    checked: '[x]',
    unchecked: '[ ]',
    disabledChecked: '[x]',
    disabledUnchecked: '[ ]',
  },
  indexMode: 'number',
  style: {
    answer: (text: string) => text,
    message: (text: string) => chalk.bold(text),
    // The search has words of its own for nothing found, and takes no others.
    error: (text: string) => wrap(text === 'No results found' ? (nothing ?? text) : text, width() - 1).join('\n'),
    defaultAnswer: (text: string) => `(${text})`,
    help: (text: string) => text,
    highlight: (text: string) => {
      kept.marked = Number(/^> (\d+)\./.exec(text)?.[1] ?? 0) - 1;
      return chalk.cyan(text);
    },
    key: (text: string) => text,
    disabled: (text: string) => text,
    searchTerm: (text: string) => {
      kept.line = text;
      return text;
    },
    description: (text: string) => cut(wrap(text, width() - 3)).join('\n'),
    keysHelpTip: () => undefined,
    confirmDefault: (text: string) => text.toUpperCase(),
  },
  i18n: { disabledError: 'This one cannot be taken.' },
  keywords: { yes: 'Yes', no: 'No', error: () => 'Answer with y for yes, or n for no.' },
});

/** A question that is taller than the screen cannot be drawn over: the lines in full below a list are few. */
const LINES_IN_FULL = 4;

const cut = (lines: readonly string[]): readonly string[] =>
  lines.length <= LINES_IN_FULL ? lines : [...lines.slice(0, LINES_IN_FULL - 1), `${lines[LINES_IN_FULL - 1]} …`];
