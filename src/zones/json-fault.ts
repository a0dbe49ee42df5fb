/**
 * Where a JSON text goes wrong. `JSON.parse` does not always say where, takes the last of two keys of one name, and
 * bears any depth: a rule that is written twice would be half heard.
 */

export interface JsonFault {
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
  readonly what: string;
}

/** A GeoJSON file of areas is eight levels deep. */
const MOST_LEVELS = 32;

const token =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON allows no control character in a string
  /(?<mark>[{}[\],:])|(?<text>"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\u0000-\u001f]*)*")|(?<other>(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-]))/y;
const blanks = /[ \t\r\n]*/y;

/** An object with its keys, or a list. */
type Level = Set<string> | null;
/** What may stand next. `first`: of a list or object just opened, which may end at once. */
type Next = 'value' | 'first value' | 'key' | 'first key' | 'colon' | 'comma' | 'end';

const wanted: Readonly<Record<Next, string>> = {
  value: 'a value is wanted here',
  'first value': 'a value or the end of the list is wanted here',
  key: 'a name in double quotes is wanted here',
  'first key': 'a name in double quotes or the end of the object is wanted here',
  colon: 'a colon is wanted here',
  comma: 'a comma or the end of the list or object is wanted here',
  end: 'the text should end here',
};

/** The first fault; null for sound JSON. */
export function findJsonFault(text: string): JsonFault | null {
  const levels: Level[] = [];
  let next: Next = 'value';
  let at = 0;
  const fault = (what: string): JsonFault => {
    const before = text.slice(0, at).split('\n');
    return { line: before.length, column: before.at(-1)!.length + 1, what };
  };
  const close = (): Next => {
    levels.pop();
    return levels.length === 0 ? 'end' : 'comma';
  };

  for (;;) {
    blanks.lastIndex = at;
    blanks.test(text);
    at = blanks.lastIndex;
    if (at === text.length) return next === 'end' ? null : fault('the text ends too soon');
    token.lastIndex = at;
    const { mark, text: string, other } = token.exec(text)?.groups ?? {};
    const level = levels.at(-1) ?? null;
    if ((next === 'value' || next === 'first value') && (mark === '{' || mark === '[')) {
      if (levels.length === MOST_LEVELS) return fault(`more than ${MOST_LEVELS} levels deep`);
      levels.push(mark === '{' ? new Set() : null);
      next = mark === '{' ? 'first key' : 'first value';
    } else if ((next === 'value' || next === 'first value') && (string !== undefined || other !== undefined)) {
      next = levels.length === 0 ? 'end' : 'comma';
    } else if ((next === 'key' || next === 'first key') && string !== undefined) {
      const name = JSON.parse(string) as string;
      if (level?.has(name)) return fault('this name stands twice in one object');
      level?.add(name);
      next = 'colon';
    } else if (next === 'colon' && mark === ':') {
      next = 'value';
    } else if (next === 'comma' && mark === ',') {
      next = level === null ? 'value' : 'key';
    } else if ((next === 'first value' || (next === 'comma' && level === null)) && mark === ']') {
      next = close();
    } else if ((next === 'first key' || (next === 'comma' && level !== null)) && mark === '}') {
      next = close();
    } else {
      return fault(wanted[next]);
    }
    at += (mark ?? string ?? other ?? '').length;
  }
}
