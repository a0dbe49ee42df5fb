import type { Assessment } from '../assessment.ts';

/** The assessment as it stands: version 1 of the format, described by `tajcheck schema assessment`. */
export function reportJson(assessment: Assessment): string {
  return `${JSON.stringify(assessment, null, 2)}\n`;
}
