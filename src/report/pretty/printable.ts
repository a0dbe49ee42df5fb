/**
 * An assessment that is safe to print. What a stranger may have written is escaped: names, messages and paths come
 * from the itinerary, zones of the reader's own from a file as well. The rest is tajcheck's own knowledge.
 */
import type { Assessment } from '../../assessment.ts';
import { escapeStrings } from '../../terminal/escape.ts';

export function makePrintable(assessment: Assessment): Assessment {
  return {
    ...assessment,
    itinerary: escapeStrings(assessment.itinerary),
    stops: assessment.stops.map((stop) => ({ ...stop, name: escapeStrings(stop.name) })),
    findings: assessment.findings.map((finding) => ({
      ...finding,
      message: escapeStrings(finding.message),
      file: escapeStrings(finding.file),
      suppressed: escapeStrings(finding.suppressed),
    })),
    notChecked: escapeStrings(assessment.notChecked),
    zones: assessment.zones.map((zone) => ({
      ...zone,
      name: escapeStrings(zone.name),
      rule: escapeStrings(zone.rule),
    })),
  };
}
