import { expect, test } from 'vitest';
import { chooseColour } from '../../src/terminal/colour.ts';

const terminal = { TERM: 'xterm' };

test.each([
  ['a terminal has colour', undefined, terminal, true, 1],
  ['a pipe has none', undefined, terminal, false, 0],
  ['auto is the same as nothing said', 'auto', terminal, true, 1],
  ['a dumb terminal has none', undefined, { TERM: 'dumb' }, true, 0],
  ['NO_COLOR silences a terminal', undefined, { ...terminal, NO_COLOR: '1' }, true, 0],
  ['an empty NO_COLOR says nothing', undefined, { ...terminal, NO_COLOR: '' }, true, 1],
  ['FORCE_COLOR beats NO_COLOR', undefined, { NO_COLOR: '1', FORCE_COLOR: '1' }, false, 1],
  ['FORCE_COLOR=0 is off', undefined, { ...terminal, FORCE_COLOR: '0' }, true, 0],
  ['FORCE_COLOR=false is off', undefined, { ...terminal, FORCE_COLOR: 'false' }, true, 0],
  ['FORCE_COLOR gives a depth', undefined, { FORCE_COLOR: '3' }, false, 3],
  ['an empty FORCE_COLOR is on', undefined, { FORCE_COLOR: '' }, false, 1],
  ['never beats FORCE_COLOR', 'never', { FORCE_COLOR: '3' }, true, 0],
  ['always beats NO_COLOR and the pipe', 'always', { NO_COLOR: '1' }, false, 1],
  ['TERM tells 256 colours', undefined, { TERM: 'xterm-256color' }, true, 2],
  ['COLORTERM tells true colour', undefined, { TERM: 'xterm-256color', COLORTERM: 'truecolor' }, true, 3],
] as const)('%s', (_, flag, env, isTTY, level) => {
  expect(chooseColour({ flag, env, isTTY })).toBe(level);
});
