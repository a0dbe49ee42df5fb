import { findingOnPost, type PostPassage, passagesByPost } from '../borders/post-finding.ts';
import { weekdayOf } from '../calendar/working-days.ts';
import { addDays } from '../dates.ts';
import type { Finding, Severity } from '../finding.ts';
import type { Holiday } from '../knowledge/schema/papers.ts';
import type { Rule } from './rule.ts';
import type { Trip } from './trip.ts';

/** As `hours` says it of a post that never shuts. */
const ALWAYS = 'round the clock';

export const crossingHours: Rule = {
  id: 'TJ433',
  slug: 'crossing-hours',
  severity: 'warning',
  title: 'A border post does not work on the day of the crossing',
  what: 'The post is known to be shut on that weekday, or on holidays, or at times by snow in that month; or it has hours that must be kept, which is a remark.',
  fix: 'Change the day, or ask the post whether it works then.',
  check: (trip) =>
    passagesByPost(trip.passages)
      // Of one that is closed the hours say nothing.
      .filter(({ post }) => post.status !== 'closed')
      .flatMap((passage) =>
        whenShut(passage, trip).map(([severity, args]) =>
          findingOnPost('TJ433', severity, passage, trip, { date: passage.date, ...args }),
        ),
      ),
};

function whenShut({ post, date, subject }: PostPassage, { knowledge }: Trip): [Severity, Finding['args']][] {
  const { hours, unsureMonths } = post;
  const found: [Severity, Finding['args']][] = [];
  const days = post.weekdays ?? [1, 2, 3, 4, 5, 6, 7];
  const isShutDaily = days.length < 7;
  if (date === null) {
    if (isShutDaily) found.push(['warning', { why: 'day-unknown', days: days.map(String) }]);
  } else {
    const near = { before: nearest(date, -1), after: nearest(date, 1) };
    const weekday = weekdayOf(date);
    if (!days.includes(weekday)) found.push(['warning', { why: 'weekday', weekday, days: days.map(String), ...near }]);
    const holiday = holidayOn(date);
    if (holiday) found.push(['warning', { why: 'holiday', holiday: holiday.name, ...near }]);
    // On a leg the road itself says in which months it may be shut.
    const isOnRoad = subject.startsWith('leg');
    if (!isOnRoad && unsureMonths?.includes(Number(date.slice(5, 7)))) found.push(['warning', { why: 'snow' }]);
  }
  if (hours !== null && hours !== ALWAYS) found.push(['info', { why: 'hours', hours }]);
  return found;

  function holidayOn(day: string): Holiday | undefined {
    return post.closedOnHolidays
      ? knowledge.holidays.find((holiday) => holiday.days.some((one) => day.endsWith(one)))
      : undefined;
  }

  /** The nearest day before or after on which the post works. */
  function nearest(from: string, step: 1 | -1): string | null {
    const fortnight = Array.from({ length: 14 }, (_, at) => addDays(from, step * (at + 1)));
    return fortnight.find((day) => days.includes(weekdayOf(day)) && !holidayOn(day)) ?? null;
  }
}
