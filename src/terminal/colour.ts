/**
 * One rule for colour; the first line that applies decides:
 *
 * 1. `--color never` and `--color always`
 * 2. FORCE_COLOR: `0` or `false` is off; `1`, `2`, `3` a depth; anything else on
 * 3. NO_COLOR with any text in it: off
 * 4. output that is not a terminal: off
 * 5. TERM=dumb: off
 * 6. otherwise on
 *
 * Where colour is on without a depth, COLORTERM and TERM tell the depth, at least 16 colours.
 * Chalk knows nothing of NO_COLOR, so the program makes one `new Chalk({ level })` from this answer.
 */
export type ColourFlag = 'always' | 'never' | 'auto';
export type ColourLevel = 0 | 1 | 2 | 3;

export interface ColourQuestion {
  /** `--color`; undefined when it was not given. */
  readonly flag: ColourFlag | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isTTY: boolean;
}

export function chooseColour({ flag, env, isTTY }: ColourQuestion): ColourLevel {
  if (flag === 'never') return 0;
  if (flag === 'always') return colourDepth(env);
  const force = env.FORCE_COLOR;
  if (force !== undefined) {
    if (force === '0' || force === 'false') return 0;
    if (force === '1' || force === '2' || force === '3') return Number(force) as ColourLevel;
    return colourDepth(env);
  }
  if (env.NO_COLOR) return 0;
  if (!isTTY || env.TERM === 'dumb') return 0;
  return colourDepth(env);
}

function colourDepth(env: ColourQuestion['env']): ColourLevel {
  if (/^(truecolor|24bit)$/.test(env.COLORTERM ?? '')) return 3;
  if (/256/.test(env.TERM ?? '')) return 2;
  return 1;
}
