/** One stop of the trip, the way to it, and what was known of the trip before. */
import { Chalk } from 'chalk';
import type { AssessedLeg, AssessedStop } from '../../assessment/way.ts';
import type { Assessment, ReportedFinding } from '../../assessment.ts';
import { areasByZone, gatherAreas } from '../../report/pretty/areas.ts';
import type { Page } from '../../report/pretty/page.ts';
import { layOutTrip } from '../../report/pretty/trip.ts';

export interface Look {
  readonly before: Assessment | null;
  readonly after: Assessment;
  readonly stop: AssessedStop;
  /** The way to it; null for the first. */
  readonly leg: AssessedLeg | null;
  /** Findings that were not there before, of the stop and its way or of the whole trip. */
  readonly found: readonly ReportedFinding[];
  /** What the words of the briefing are made from, without colour. */
  readonly page: Page;
}

export function lookAt(before: Assessment | null, after: Assessment, stopId: string): Look | null {
  const stop = after.stops.find(({ id }) => id === stopId);
  if (stop === undefined) return null;
  const leg = after.legs.find(({ to }) => to === stopId) ?? null;
  const trip = layOutTrip(after);
  const areas = gatherAreas(after, trip);
  const page: Page = {
    width: 60,
    chalk: new Chalk({ level: 0 }),
    assessment: after,
    trip,
    areas,
    areaOf: areasByZone(areas),
  };
  return { before, after, stop, leg, found: newFindings(before, after), page };
}

/** The same finding with other days or kilometres in it is the same. */
const keyOf = ({ fingerprint, message }: ReportedFinding): string => `${fingerprint} ${message.replace(/\d+/g, '#')}`;

function newFindings(before: Assessment | null, after: Assessment): ReportedFinding[] {
  const known = new Set(before?.findings.map(keyOf));
  return after.findings.filter((finding) => finding.suppressed === null && !known.has(keyOf(finding)));
}

/** Whether a finding is about this stop or the way to it. */
export const isHere = ({ stop, leg }: Look, { subject }: ReportedFinding): boolean =>
  subject === stop.id || subject === leg?.id;
