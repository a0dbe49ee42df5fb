/** Numbers of sources, and days with how far off they were: the small print inside the sections. */
import { daysBetween } from '../../dates.ts';
import { sayCountdown } from '../countdown.ts';
import { sayDate } from '../pretty/words.ts';
import { type Content, html, join, type Markup } from './markup.ts';
import type { View } from './view.ts';

const MOST_BESIDE = 4;

/** Numbers of the sources, which the list at the end bears. */
export function cite({ sourceNumbers }: View, ids: readonly string[]): Content {
  const numbers = [...new Set(ids)].flatMap((id) => sourceNumbers.get(id) ?? []).sort((a, b) => a - b);
  if (numbers.length === 0) return null;
  const links = numbers.map((number) => html`<a href="#source-${number}">${number}</a>`);
  // Many of them stand on a line of their own.
  return html` <span class="cite${numbers.length > MOST_BESIDE && ' many'}"><span class="sr">Sources </span>${join(links, ' ')}</span>`;
}

/** `18 Jun 2027 (in 208 days when this was made)`; the page's script counts from the day it is opened. */
function sayDue({ assessment: { asOf } }: View, date: string): Markup {
  const left = sayCountdown(daysBetween(asOf, date));
  return html`<time datetime="${date}">${sayDate(date)}</time> <span class="left" data-day="${date}">(${left} when this was made)</span>`;
}

/** The same where the days are counted by the heading: `countedFrom`. */
export function sayDueBriefly({ assessment: { asOf } }: View, date: string): Markup {
  const left = sayCountdown(daysBetween(asOf, date));
  return html`<time datetime="${date}">${sayDate(date)}</time> <span class="left" data-day="${date}">${left}</span>`;
}

export const countedFrom = ({ assessment: { asOf } }: View): Markup =>
  html`<p class="note" id="counted">Days are counted from ${sayDate(asOf)}, when this was made.</p>
`;

/** A sentence of the briefing, with the count of days put after each of these days in it. */
export function withDue(view: View, text: string, dates: readonly (string | null)[]): Content[] {
  let rest: Content[] = [text];
  for (const date of new Set(dates)) {
    if (date === null) continue;
    rest = rest.flatMap((part) =>
      typeof part === 'string' ? join(part.split(sayDate(date)), sayDue(view, date)) : [part],
    );
  }
  return rest;
}
