/** How long a passport must be good. */
import { addDays, daysBetween } from '../dates.ts';

/** The same day of a later month, or its last day where it has no such day. */
export function addMonths(date: string, months: number): string {
  const [year, month, day] = date.split('-').map(Number);
  const at = year * 12 + month - 1 + months;
  const first = `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}-01`;
  const next = `${String(Math.floor((at + 1) / 12)).padStart(4, '0')}-${String(((at + 1) % 12) + 1).padStart(2, '0')}-01`;
  return addDays(first, Math.min(day, daysBetween(first, next)) - 1);
}
