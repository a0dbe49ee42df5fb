/** The days in order: the way there, what it goes through, where one sleeps. */
import { escapeMarkdown as md, escapeProse as prose } from '../escape-markdown.ts';
import { onTheRoad, placeFacts, sayDay, sayLeg, sayNights, sayStrayLeg } from '../pretty/days.ts';
import { sayDistricts, sayInside, sayNear } from '../pretty/inside.ts';
import type { Page } from '../pretty/page.ts';
import type { TripStop } from '../pretty/trip.ts';

export function writeDays(page: Page): string[] {
  const entered = new Set<string>();
  return [
    ...['', '## Day by day', ''],
    'Levels are the highest that anybody gives; hours are those of moving, in summer.',
    ...['', ...page.trip.stops.flatMap((stop) => writeDay(page, stop, entered))],
    ...page.trip.strayLegs.map((leg) => `- ${md(sayStrayLeg(page, leg))}`),
  ];
}

function writeDay(page: Page, { stop, leg, days }: TripStop, entered: Set<string>): string[] {
  const facts = [...sayNights(page, stop, days), ...placeFacts(page, stop)];
  const at = stop.lon === null || stop.lat === null ? [] : [`${stop.lat.toFixed(4)}, ${stop.lon.toFixed(4)}`];
  const below = [
    ...(leg ? [`The way there: ${sayLeg(page, leg, stop)}`, ...sayInside(page, leg)] : []),
    ...sayDistricts(leg, stop, page, entered),
    ...sayNear(page, stop),
  ];
  const notes = page.assessment.findings.filter(
    ({ rule, subject, suppressed }) =>
      [stop.id, leg?.id].includes(subject) && onTheRoad.test(rule) && suppressed === null,
  );
  return [
    `- **${md(`${sayDay(stop, days)}: ${stop.name}`)}**, ${md([...facts, ...at].join(', '))}`,
    ...(below.length > 0 ? [`  - ${md(`${below.join('. ')}.`)}`] : []),
    ...notes.map(({ severity, message, rule }) => `  - ${severityWords[severity]}: ${prose(message)} (${rule})`),
  ];
}

const severityWords = { error: '**Stop**', warning: 'Mind', info: 'Note' } as const;
