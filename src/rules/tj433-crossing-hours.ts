import { findingOnPost, type PostPassage, passagesByPost } from '../borders/post-finding.ts';
import { weekdayOf } from '../calendar/working-days.ts';
import type { Finding, Severity } from '../finding.ts';
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
  const { weekdays, hours, closedOnHolidays, unsureMonths } = post;
  const found: [Severity, Finding['args']][] = [];
  const isDaily = weekdays === null || weekdays.length === 7;
  if (date === null) {
    if (!isDaily) found.push(['warning', { why: 'day-unknown', days: weekdays.map(String) }]);
  } else {
    const weekday = weekdayOf(date);
    if (!isDaily && !weekdays.includes(weekday)) {
      found.push(['warning', { why: 'weekday', weekday, days: weekdays.map(String) }]);
    }
    const holiday = closedOnHolidays
      ? knowledge.holidays.find(({ days }) => days.some((day) => date.endsWith(day)))
      : undefined;
    if (holiday) found.push(['warning', { why: 'holiday', holiday: holiday.name }]);
    // On a leg the road itself says in which months it may be shut.
    const isOnRoad = subject.startsWith('leg');
    if (!isOnRoad && unsureMonths?.includes(Number(date.slice(5, 7)))) found.push(['warning', { why: 'snow' }]);
  }
  if (hours !== null && hours !== ALWAYS) found.push(['info', { why: 'hours', hours }]);
  return found;
}
