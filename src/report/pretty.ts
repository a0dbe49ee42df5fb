/** The briefing for one trip, for a terminal: the verdict first, the next step last. */
import type { Assessment } from '../assessment.ts';
import { areasByZone, gatherAreas } from './pretty/areas.ts';
import { writeCalendar } from './pretty/calendar.ts';
import { writeDays } from './pretty/days.ts';
import { writeFaults } from './pretty/faults.ts';
import { writeContacts, writeNotChecked } from './pretty/footing.ts';
import { writeNextStep } from './pretty/next-step.ts';
import { writeOwnZones } from './pretty/own-zones.ts';
import type { Page, PrettyOptions } from './pretty/page.ts';
import { writePapers } from './pretty/papers.ts';
import { makePrintable } from './pretty/printable.ts';
import { writeProfile } from './pretty/profile.ts';
import { writeSources } from './pretty/sources.ts';
import { writeTodo } from './pretty/todo.ts';
import { layOutTrip } from './pretty/trip.ts';
import { writeVerdict } from './pretty/verdict.ts';
import { writeWhere } from './pretty/where.ts';

export type { PrettyOptions } from './pretty/page.ts';

export function reportPretty(raw: Assessment, options: PrettyOptions): string {
  const assessment = makePrintable(raw);
  const trip = layOutTrip(assessment);
  const areas = gatherAreas(assessment, trip);
  const page: Page = { ...options, assessment, trip, areas, areaOf: areasByZone(areas) };
  const lines = [
    ...writeVerdict(page),
    ...writeOwnZones(page),
    ...writeWhere(page),
    ...writeProfile(page),
    ...writeDays(page),
    ...writePapers(page),
    ...writeFaults(page),
    ...writeCalendar(page),
    ...writeTodo(page),
    ...writeContacts(page),
    ...writeNotChecked(page),
    ...writeSources(page),
    '',
    writeNextStep(page),
  ];
  return `${lines.join('\n')}\n`;
}
