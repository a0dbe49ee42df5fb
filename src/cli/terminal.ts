/** The terminal of this process as the reporters see it. */
import { Chalk } from 'chalk';
import type { View } from '../report/where.ts';
import { type ColourFlag, chooseColour } from '../terminal/colour.ts';

/** Columns when there is no terminal to ask, and the widest a line of text may be to read well. */
const PRESET = 80;
const NARROWEST = 40;
const WIDEST = 120;

export function viewOf(stream: NodeJS.WriteStream, flag: ColourFlag | undefined): View {
  const level = chooseColour({ flag, env: process.env, isTTY: stream.isTTY === true });
  const columns = stream.columns ?? (Number(process.env.COLUMNS) || PRESET);
  return { chalk: new Chalk({ level }), width: Math.min(WIDEST, Math.max(NARROWEST, columns)) };
}

/** The console of Linux and the plainest of terminals have no signs for a picture. */
export const isAsciiOnly = (): boolean => /^(linux|dumb)$/.test(process.env.TERM ?? '');
