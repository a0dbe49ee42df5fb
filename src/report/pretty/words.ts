/** Dates, lengths, levels and lists the way a reader says them. */
import type { ChalkInstance } from 'chalk';
import type { HighestPlace } from '../../assessment/way.ts';
import { daysBetween } from '../../dates.ts';
import type { Level } from '../../knowledge/schema/parts.ts';
import { capitalise } from '../../sentence.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** Any Sunday. */
const SUNDAY = '2023-01-01';
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** `3 Jul 2027`; text that is no date stays as it is. */
export function sayDate(iso: string): string {
  return `${sayDayMonth(iso)}${isDate(iso) ? ` ${iso.slice(0, 4)}` : ''}`;
}

/** `3 to 16 Jul 2027`, `28 Dec 2026 to 4 Jan 2027`, `3 Jul 2027`. */
export function sayDates(from: string, to: string): string {
  if (from === to) return sayDate(from);
  if (!isDate(from) || from.slice(0, 4) !== to.slice(0, 4)) return `${sayDate(from)} to ${sayDate(to)}`;
  return `${from.slice(0, 7) === to.slice(0, 7) ? Number(from.slice(8)) : sayDayMonth(from)} to ${sayDate(to)}`;
}

/** `Sat 3 Jul`. */
export function sayWeekday(iso: string): string {
  return isDate(iso) ? `${weekdays[((daysBetween(SUNDAY, iso) % 7) + 7) % 7]} ${sayDayMonth(iso)}` : iso;
}

function sayDayMonth(iso: string): string {
  return isDate(iso) ? `${Number(iso.slice(8))} ${months[Number(iso.slice(5, 7)) - 1]}` : iso;
}

function isDate(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])-\d\d$/.test(text);
}

/** `0.4 km`, `182 km`, `1,240 km`. */
export function sayKm(km: number): string {
  if (km < 0.1) return 'under 0.1 km';
  return `${km < 9.95 ? km.toFixed(1) : sayNumber(km)} km`;
}

export function sayMetres(metres: number): string {
  return `${sayNumber(metres)} m`;
}

/** `1,240`. */
export function sayNumber(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `1 night`, `3 nights`. */
export function count(amount: number, thing: string, things = `${thing}s`): string {
  return `${amount} ${amount === 1 ? thing : things}`;
}

/** Whether the highest known place on a road is the top of it: between two villages the road may climb unseen. */
export const isTop = ({ kind }: HighestPlace): boolean => ['pass', 'tunnel', 'border-post'].includes(kind);

/** `a`, `a and b`, `a, b and c`. */
export function list(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** `4 of 4`; never a bare digit, and never silence where there is no level. */
export function sayLevel(level: Level | null): string {
  return level === null ? 'no level' : `${level} of 4`;
}

/** `Avoid all travel (4 of 4)`. */
export function sayNative(native: string, level: Level | null): string {
  const words = capitalise(native);
  return words.endsWith(')') ? `${words}, ${sayLevel(level)}` : `${words} (${sayLevel(level)})`;
}

export function paintLevel(chalk: ChalkInstance, level: Level | null, text: string): string {
  if (level === 4) return chalk.red.bold(text);
  if (level === 3) return chalk.yellow(text);
  return text;
}

/** Up to the full stop that ends the first sentence, or the first few. */
export function firstSentence(text: string, amount = 1): string {
  return text.split(/(?<=[.!?]) (?=[A-Z])/, amount).join(' ');
}

export function baseName(file: string): string {
  return file.split(/[\\/]/).at(-1) || file;
}
