/** The library: the same pipeline without the command line. */
export { type Assessed, type AssessOptions, assess } from './assess.ts';
export type { Assessment } from './assessment.ts';
export { DataError, UsageError } from './errors.ts';
export type { Finding } from './finding.ts';
export { type Knowledge, unpackKnowledge } from './knowledge/knowledge.ts';
export { reportChanges } from './report/changes.ts';
export { reportCompact } from './report/compact.ts';
export { reportIcs } from './report/ics.ts';
export { reportJson } from './report/json.ts';
export { reportMarkdown } from './report/markdown.ts';
export { reportPretty } from './report/pretty.ts';
export type { LoadTrack, TrackResult } from './route/track.ts';
export type { Change } from './what-if/change.ts';
export { changeItinerary } from './what-if/change-itinerary.ts';
export { type Changes, compareAssessments } from './what-if/compare.ts';
