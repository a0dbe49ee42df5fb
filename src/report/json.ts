import type { Assessment } from '../assessment.ts';
import { writeJson } from './escape-json.ts';

/** The assessment as it stands: version 1 of the format, described by `tajcheck schema assessment`. */
export function reportJson(assessment: Assessment): string {
  return `${writeJson(assessment, 2)}\n`;
}
