/** The days that matter, counted from the day of the check, and by script from today. */
import type { CalendarEvent } from '../../assessment/to-do.ts';
import { isDeadline } from '../countdown.ts';
import { html, type Markup } from './markup.ts';
import { countedFrom, sayDueBriefly } from './notes.ts';
import type { Section, View } from './view.ts';

export function calendarSection(view: View): Section | null {
  const { calendar, itinerary } = view.assessment;
  if (calendar.length === 0) {
    if (itinerary.start !== null) return null;
    return { ...name, body: html`<p class="gap">No calendar: without <code>start:</code> no day can be counted.</p>` };
  }
  return {
    ...name,
    body: html`${countedFrom(view)}<table class="calendar">
<thead><tr><th scope="col">Day</th><th scope="col">What</th><th scope="col">Who</th></tr></thead>
<tbody>
${calendar.map((event) => writeEvent(view, event))}</tbody>
</table>`,
  };
}

const name = { id: 'calendar', heading: 'Calendar' } as const;

function writeEvent(view: View, { kind, date, text, who, daysLeft }: CalendarEvent): Markup {
  const isFirm = kind === 'apply-by' || kind === 'register-by';
  const late =
    daysLeft < 0 && isDeadline(kind) ? html`<strong class="late">${isFirm ? 'LATE: ' : 'Past: '}</strong>` : null;
  return html`<tr class="${isFirm ? 'firm' : kind}"><th scope="row">${sayDueBriefly(view, date)}</th><td>${late}${text}.</td><td>${who}</td></tr>
`;
}
