import { Chalk } from 'chalk';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeForTerminal, escapeStrings } from '../../src/terminal/escape.ts';
import { cropText, textWidth } from '../../src/terminal/width.ts';
import { wrap } from '../../src/terminal/wrap.ts';

/** What a terminal would act on, or hide, instead of showing it. */
const hidden = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

describe('escaping', () => {
  test.each([
    ['\u001b[31mred\u001b[0m', '␛[31mred␛[0m'],
    ['bell\u0007', 'bell␇'],
    ['a\tb\nc', 'a␉b␊c'],
    ['\u007f\u009b2J', '␡\\u009b2J'],
    ['Khorog\u202egorohK', 'Khorog\\u202egorohK'],
    ['\u{e0041}', '\\u{e0041}'],
    ['\ud83d', '\\ud83d'],
    ['Хоруғ хорог 霍罗格 خاروغ', 'Хоруғ хорог 霍罗格 خاروغ'],
  ])('%j becomes %j', (raw, shown) => {
    expect(escapeForTerminal(raw)).toBe(shown);
  });

  test('nothing hidden survives, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !hidden.test(escapeForTerminal(text))));
  });

  test('a tree of data is escaped down to its keys, and keeps its shape', () => {
    expect(escapeStrings({ 'a\u001b': ['x\u0007', null, 3, true], b: { c: 'two\n lines ' } })).toEqual({
      'a␛': ['x␇', null, 3, true],
      b: { c: 'two lines' },
    });
  });
});

describe('width', () => {
  test.each([
    ['Dushanbe', 8],
    ['Душанбе', 7],
    ['и\u0304', 1],
    ['霍罗格', 6],
    ['\u001b[31mred\u001b[39m', 3],
    ['', 0],
  ])('%j takes %i columns', (text, columns) => {
    expect(textWidth(text)).toBe(columns);
  });

  test('cropping never exceeds the width', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 30 }), (text, width) => {
        return textWidth(cropText(escapeForTerminal(text), width)) <= width;
      }),
    );
  });
});

describe('wrapping', () => {
  test('breaks at blanks, with a hanging indent', () => {
    expect(wrap('one two three four', 11, 2, 4)).toEqual(['  one two', '    three', '    four']);
  });

  test('keeps columns of blanks inside a line', () => {
    expect(wrap('US      Reconsider', 40)).toEqual(['US      Reconsider']);
  });

  test('cuts a word that is longer than a line', () => {
    expect(wrap('abcdefgh', 4, 1)).toEqual([' abc', ' def', ' gh']);
  });

  test('closes colour at the end of each line and opens it again', () => {
    const { red } = new Chalk({ level: 1 });
    expect(wrap(red('one two'), 4)).toEqual([red('one'), red('two')]);
  });

  test('keeps a blank that is not a space: it may be all of a name', () => {
    expect(wrap('\u3000', 8)).toEqual(['\u3000']);
  });

  test('loses no word and never exceeds the width', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 8, max: 60 }), (raw, width) => {
        const text = escapeForTerminal(raw);
        const lines = wrap(text, width, 2, 4);
        expect(lines.every((line) => textWidth(line) <= width)).toBe(true);
        expect(lines.join('').replace(/ /g, '')).toBe(text.replace(/ /g, ''));
      }),
    );
  });
});
