/** The whole trip as Markdown, to share: what governments say, the days, papers, boxes to tick, numbers and sources. */
import { Chalk } from 'chalk';
import type { Assessment } from '../assessment.ts';
import { escapeMarkdown as md } from './escape-markdown.ts';
import { writeChecklist } from './markdown/checklist.ts';
import { writeDays } from './markdown/days.ts';
import { writeOwnZones, writeSilenced, writeStops } from './markdown/faults.ts';
import { writeContacts, writeNotChecked } from './markdown/footing.ts';
import { type Notes, writeSources } from './markdown/notes.ts';
import { writeCountdown, writePapers } from './markdown/papers.ts';
import { writeAreas, writeVerdict } from './markdown/verdict.ts';
import { areasByZone, gatherAreas } from './pretty/areas.ts';
import type { Page } from './pretty/page.ts';
import { layOutTrip } from './pretty/trip.ts';
import { count, sayDate, sayDates } from './pretty/words.ts';

export function reportMarkdown(assessment: Assessment): string {
  const notes: Notes = new Map();
  const page = layOut(assessment);
  const parts = [
    writeHead(assessment),
    writeStops(assessment),
    writeVerdict(page, notes),
    writeSilenced(assessment),
    writeOwnZones(assessment),
    writeCountdown(assessment, notes),
    writePapers(assessment, notes),
    writeDays(page),
    writeAreas(page, notes),
    writeChecklist(assessment, notes),
    writeContacts(page, notes),
    writeNotChecked(page),
    writeSources(assessment.sources, notes),
    writeFoot(),
  ];
  return `${parts.flat().join('\n')}\n`;
}

/** The briefing's own words are used throughout: without colour, nothing cut short. */
function layOut(assessment: Assessment): Page {
  const trip = layOutTrip(assessment);
  const areas = gatherAreas(assessment, trip);
  const options = { chalk: new Chalk({ level: 0 }), width: Number.MAX_SAFE_INTEGER, verbose: true };
  return { ...options, assessment, trip, areas, areaOf: areasByZone(areas) };
}

function writeHead({ itinerary, asOf, policy, tool }: Assessment): string[] {
  const { title, file, start, end, days } = itinerary;
  const when = start === null || end === null ? 'No dates' : `${sayDates(start, end)}, ${count(days ?? 0, 'day')}`;
  return [
    `# ${md(title ?? file)}`,
    '',
    `${when}. Checked on ${sayDate(asOf)} by tajcheck ${md(tool.version)}, data ${md(tool.dataVersion)}${policy === null ? '' : `, by the policy ${md(policy.file)}`}.`,
  ];
}

const writeFoot = (): string[] => [
  '',
  'Good for planning, not for steering by. Areas and roads © OpenStreetMap contributors, ODbL 1.0; contains data from',
  'GeoNames, CC BY 4.0.',
];
