/** Values as YAML text that every reader takes for what they are. */
import { faultOfDate } from '../../itinerary/iso-date.ts';
import { isPlainList, isPlainMap, type Plain } from './plain.ts';

/** How the text before it was written; a new value keeps to that where it can. */
export type Quotes = 'none' | 'single' | 'double';

/** A word that YAML, of one version or another, takes for something else than text. `NO` is Norway. */
const taken = /^(y|n|yes|no|on|off|true|false|null|nil|none|nan|inf)$/i;
/** Nothing but letters, figures and what stands between words; a comma has a meaning inside brackets. */
const harmless = /^\p{L}[\p{L}\p{M}\p{N} .,'’()/_+-]*$/u;
/** A way of travelling that begins with a figure and is no number in any version. */
const alsoHarmless = /^4x4$/;

/** A text on one line. `inside` brackets some signs mean more. */
export function writeText(value: string, quotes: Quotes = 'none', inside = true): string {
  const isPrintable = !/\p{C}/u.test(value);
  if (quotes === 'single' && isPrintable) return `'${value.replaceAll("'", "''")}'`;
  if (quotes === 'double') return writeDouble(value);
  return isBare(value, inside) ? value : writeDouble(value);
}

/** Half characters, and what ends a line somewhere, are written by their number. */
function writeDouble(value: string): string {
  return JSON.stringify(value).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

function isBare(value: string, inside: boolean): boolean {
  if (faultOfDate(value) === null || alsoHarmless.test(value)) return true;
  return harmless.test(value) && value.trim() === value && !taken.test(value) && !(inside && value.includes(','));
}

function writeNumber(value: number): string {
  const text = String(value);
  return text.includes('e') && Math.abs(value) < 1 ? value.toFixed(7) : text;
}

/** Inside brackets, and so good everywhere: `{ place: Khorog, via: [Rushan] }`. */
export function writeFlow(value: Plain, quotes: Quotes = 'none', inside = true): string {
  if (isPlainList(value)) return `[${value.map((item) => writeFlow(item)).join(', ')}]`;
  if (isPlainMap(value)) {
    const entries = [...value].map(([key, own]) => `${writeText(key)}: ${writeFlow(own)}`);
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
  }
  if (typeof value === 'string') return writeText(value, quotes, inside);
  return typeof value === 'number' ? writeNumber(value) : String(value);
}

/** A line of YAML that is longer than this is broken into lines of its keys. */
const WIDTH = 100;

/** An entry of a list with dashes, without its indentation; further lines are set in by two more. */
export function writeItem(value: Plain, style: 'flow' | 'block'): string[] {
  const line = `- ${writeFlow(value, 'none', false)}`;
  const isLong = line.length > WIDTH && isPlainMap(value) && value.size > 1;
  if (!isPlainMap(value) || value.size === 0 || (style === 'flow' && !isLong)) return [line];
  return [...value].map(([key, own], at) => {
    return `${at === 0 ? '- ' : '  '}${writeText(key)}: ${writeFlow(own, 'none', false)}`;
  });
}

/** A key of the file itself and its value: a list has a line for each entry. */
export function writeKey(key: string, value: Plain): string[] {
  if (!isPlainList(value) || value.length === 0) return [`${writeText(key)}: ${writeFlow(value, 'none', false)}`];
  const items = value.flatMap((item) => writeItem(item, 'flow'));
  return [`${writeText(key)}:`, ...items.map((line) => `  ${line}`)];
}
