/** Width of text in the font that pictures are drawn with, where no browser is there to measure it. */
import { ranges, widths } from './font-widths.ts';

type Weight = keyof typeof widths;

/** Of a size: few letters of any script are wider. */
const WIDE = 1;

const mark = /^\p{M}/u;

const tables = new Map<Weight, ReadonlyMap<number, number>>();

/** Pixels; errs to the wide side for characters that the table does not hold. */
export function textWidth(text: string, size: number, weight: Weight = 'normal'): number {
  const known = tableOf(weight);
  let width = 0;
  let isAlone = true;
  for (const character of text) {
    const own = known.get(character.codePointAt(0)!) ?? WIDE;
    // A mark with no letter to stand on is drawn on a circle of its own.
    width += isAlone && mark.test(character) ? own + WIDE : own;
    isAlone = character === ' ';
  }
  return width * size;
}

/** Text that is wider than `most` pixels is cut, and says so by an ellipsis. */
export function cropToWidth(text: string, most: number, size: number, weight: Weight = 'normal'): string {
  if (textWidth(text, size, weight) <= most) return text;
  const letters = [...text];
  while (letters.length > 0 && textWidth(`${letters.join('')}…`, size, weight) > most) letters.pop();
  return `${letters.join('')}…`;
}

/** By character, in shares of the size; read when the first text is measured. */
function tableOf(weight: Weight): ReadonlyMap<number, number> {
  const made = tables.get(weight);
  if (made !== undefined) return made;
  const table = new Map<number, number>();
  for (const [row, [first]] of ranges.entries()) {
    for (const [at, thousandths] of widths[weight][row].split(' ').entries()) {
      if (thousandths !== '-') table.set(first + at, Number(thousandths) / 1000);
    }
  }
  tables.set(weight, table);
  return table;
}
