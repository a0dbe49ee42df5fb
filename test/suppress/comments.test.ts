/** Which comments are read as a wish for silence, and where they stand. */
import { describe, expect, test } from 'vitest';
import { findComments, mayHoldComments } from '../../src/suppress/comments.ts';

const good = 'tajcheck-ignore TJ301 until 2027-09-01 -- the guide lives there';

/** Line, column and text of each. */
function found(text: string): string[] {
  if (!mayHoldComments(text)) return [];
  return findComments(text).map(({ span, text: own }) => `${span.line}:${span.column} ${own}`);
}

describe('a true comment', () => {
  test.each([
    ['on a line of its own', `# ${good}\nstops: [Khorog]\n`, 1, 3, true],
    ['at the end of a line', `stops: [Khorog] # ${good}\n`, 1, 19, false],
    ['without a blank after #', `stops:\n  #${good}\n  - Khorog\n`, 2, 4, true],
    ['after Windows line ends', `title: x\r\n# ${good}\r\nstops: [Khorog]\r\n`, 2, 3, true],
    ['after a tab', `stops:\n- Khorog\t# ${good}\n`, 2, 12, false],
    ['behind a byte order mark', `\uFEFF# ${good}\nstops: [Khorog]\n`, 1, 4, true],
    ['after a block of text', `title: |\n  # not this\n  but text\n# ${good}\nstops: [Khorog]\n`, 4, 3, true],
    ['between brackets', `stops: [\n  Khorog, # ${good}\n  Rushan ]\n`, 2, 13, false],
    ['after text in another script', `title: "Помир #1" # ${good}\n`, 1, 21, false],
    ['as the last thing, without a line end', `stops: [Khorog]\n# ${good}`, 2, 3, true],
    ['after another comment on the line', `stops: [Khorog] # our office # ${good}\n`, 1, 32, false],
  ])('%s', (_what, text, line, column, isAlone) => {
    expect(mayHoldComments(text)).toBe(true);
    const [comment, ...others] = findComments(text);
    expect(others).toEqual([]);
    expect(comment).toMatchObject({ text: good, isAlone, isFirst: true });
    expect(comment.span).toEqual({ line, column, endLine: line, endColumn: column + good.length });
  });

  test('ends at the next # with blanks around it; a number after # belongs to the reason', () => {
    expect(found(`a: 1 # ${good} #4711 # seen\n`)).toEqual([`1:8 ${good} #4711`]);
    expect(found(`a: 1 # ${good} # ${good}\n`)).toHaveLength(2);
  });
});

describe('text is no comment', () => {
  test.each([
    ['in double quotes', `title: "a # ${good}"\n`],
    ['in single quotes', `title: 'a # ${good}'\n`],
    ['in plain text without a blank before #', `title: Khorog#${good}\n`],
    ['in a literal block', `title: |\n  # ${good}\n  text\n`],
    ['in a folded block', `title: >-\n  one\n  # ${good}\n`],
    ['in quotes over two lines', `title: "one\n  # ${good}"\n`],
  ])('%s', (_what, text) => {
    expect(mayHoldComments(text)).toBe(true);
    expect(findComments(text)).toEqual([]);
  });
});

describe('a slip is found', () => {
  test.each([
    'tajcheck-ignored TJ301 until 2027-09-01 -- why',
    'tajcheck ignore TJ301 until 2027-09-01 -- why',
    'tajcheck_ignore TJ301',
    'tajcheckignore TJ301',
    'tajcheck: ignore TJ301 until 2027-09-01',
    'Tajcheck-Ignore TJ301 until 2027-09-01 -- why',
    'tajcheck-ingore TJ301 until 2027-09-01 -- why',
    'tajchek-ignore TJ301 until 2027-09-01 -- why',
    'taj-check ignore TJ301',
    'tajcheck-disable TJ301',
    'tajcheck-suppress TJ301 -- why',
    'tajcheck-ignore-next-line TJ301',
    'tajcheck-ignore',
    'tajcheck ignore',
    'tajcheck-ignore tj301 until 2027-09-01 -- why',
  ])('%s', (text) => {
    expect(found(`stops: [Khorog] # ${text}\n`)).toEqual([`1:19 ${text}`]);
  });

  test('in the middle of a comment too, when it names a rule', () => {
    const text = `stops: [Khorog] # Ali agrees, ${good}\n`;
    expect(findComments(text)).toMatchObject([{ text: good, isFirst: false }]);
  });
});

describe('a sentence is no slip', () => {
  test.each([
    'tajcheck ignores what it does not know',
    'see the page on tajcheck-ignore for how to silence a finding',
    'checked with tajcheck on 2026-11-20',
    'Tajik checkpoint: ignore the sign',
    'TJ301 until September -- ask again',
    'tajcheck skips nothing',
  ])('%s', (text) => {
    expect(found(`stops: [Khorog] # ${text}\n`)).toEqual([]);
  });
});

test('a hostile comment costs no more than its length', () => {
  for (const text of [
    `#${' #'.repeat(400_000)}`,
    `# ${'tajcheck-ignore '.repeat(60_000)}`,
    `# ${'until '.repeat(150_000)}`,
  ]) {
    expect(() => found(`${text}\nstops: [Khorog]\n`)).not.toThrow();
  }
});
