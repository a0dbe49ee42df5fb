import type { Assessment, ReportedFinding } from '../assessment.ts';

/** What there is to compare with where there is no trip, or none that can be read: nothing at all. */
export function withoutTrip(
  {
    tool,
    asOf,
    itinerary,
    authorities,
    policy,
  }: Pick<Assessment, 'tool' | 'asOf' | 'itinerary' | 'authorities' | 'policy'>,
  findings: ReportedFinding[] = [],
): Assessment {
  return {
    schema: 'tajcheck-assessment-v1',
    tool,
    asOf,
    policy,
    itinerary: { file: itinerary.file, title: null, start: null, end: null, days: null },
    travel: null,
    party: [],
    checkIn: null,
    overall: { level: null, byAuthority: {} },
    stops: [],
    legs: [],
    permits: [],
    visas: [],
    passages: [],
    registration: [],
    nights: [],
    calendar: [],
    findings,
    checklist: [],
    contacts: [],
    notChecked: [],
    zones: [],
    authorities,
    sources: [],
  };
}
