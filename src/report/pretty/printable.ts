/**
 * An assessment that is safe to print. What a stranger may have written is escaped: names, messages and paths come
 * from the itinerary, zones of the reader's own from a file as well. The rest is tajcheck's own knowledge.
 */
import type { Assessment, ReportedFinding } from '../../assessment.ts';
import { escapeStrings } from '../../terminal/escape.ts';

export function makePrintable(assessment: Assessment): Assessment {
  return {
    ...assessment,
    itinerary: escapeStrings(assessment.itinerary),
    party: escapeStrings(assessment.party),
    checkIn: escapeStrings(assessment.checkIn),
    stops: assessment.stops.map((stop) => ({ ...stop, name: escapeStrings(stop.name) })),
    visas: escapeStrings(assessment.visas),
    passages: escapeStrings(assessment.passages),
    registration: escapeStrings(assessment.registration),
    calendar: escapeStrings(assessment.calendar),
    checklist: escapeStrings(assessment.checklist),
    findings: assessment.findings.map(makeFindingPrintable),
    notChecked: escapeStrings(assessment.notChecked),
    zones: assessment.zones.map((zone) => ({
      ...zone,
      name: escapeStrings(zone.name),
      rule: escapeStrings(zone.rule),
      own: escapeStrings(zone.own),
    })),
  };
}

/** There are many findings, and nearly all of them are harmless as they are. */
function makeFindingPrintable(finding: ReportedFinding): ReportedFinding {
  const message = escapeStrings(finding.message);
  const file = escapeStrings(finding.file);
  if (message === finding.message && file === finding.file && finding.suppressed === null) return finding;
  return { ...finding, message, file, suppressed: escapeStrings(finding.suppressed) };
}
