/**
 * Text from a file, made harmless for a terminal and for a log. What could move the cursor, hide text or turn it around
 * is shown instead of sent: an escape becomes ␛, a bidi override becomes \u202e. What a service that runs our program
 * would take for an order to itself is broken with a dot: `::error::` becomes `:·:error:·:`.
 */

// C0 with tab and newline, DEL, C1; marks and overrides of direction; separators; invisible format characters;
// lone surrogates; tag characters. Zero-width joiners stay: Persian and emoji need them.
const unsafe =
  /[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\p{Cs}\u{e0000}-\u{e007f}]/gu;

/**
 * Orders in a log: `::name::` at the start of a line, and where a line starts is known only after wrapping; `##[name]`
 * of GitHub and Azure, `##vso[` and `##teamcity[` anywhere. GitLab's begin and end with controls, which are in the list
 * above. Joiners between the colons do not count: comparisons of text by the rules of a language pass over them.
 */
const order = /:[\u200c\u200d]*(?=:)|#[\u200c\u200d]*(?=#[\w\u200c\u200d]*\[)/g;

/** Whether to look closer: surrogates, hence emoji, joiners, or something of the lists above. Cheap, for it sees every string. */
const suspect =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]/;
const isSuspect = (text: string): boolean => suspect.test(text) || text.includes('::') || text.includes('##');

export function escapeForTerminal(text: string): string {
  if (!isSuspect(text)) return text;
  return showHidden(text).replace(order, '$&·');
}

/** The first half alone, for formats that have means of their own against orders. */
export const showHidden = (text: string): string => text.replace(unsafe, showCharacter);

/** Every string in a tree of plain data, keys too, escaped; line breaks and tabs become a space first. */
export function escapeStrings<T>(value: T): T;
export function escapeStrings(value: unknown): unknown {
  if (typeof value === 'string') {
    return isSuspect(value) ? escapeForTerminal(value.replace(/\s*[\t\r\n]\s*/g, ' ').trim()) : value;
  }
  if (Array.isArray(value)) return value.map((item: unknown) => escapeStrings(item));
  if (value === null || typeof value !== 'object') return value;
  const safe: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) safe[escapeForTerminal(key)] = escapeStrings(item);
  return safe;
}

function showCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  // Unicode has a visible picture of every C0 control, and of DEL.
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  const hex = code.toString(16).padStart(4, '0');
  return code > 0xffff ? `\\u{${hex}}` : `\\u${hex}`;
}
