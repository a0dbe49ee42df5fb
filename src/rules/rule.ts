import { type Finding, type Severity, type Span, sureness } from '../finding.ts';
import type { RuleMeta } from './meta.ts';
import type { Touch, Trip } from './trip.ts';

/** A rule judges a trip whose way is known as well as it can be. */
export interface Rule extends RuleMeta {
  readonly check: (trip: Trip) => Finding[];
}

/** A finding about a touch. */
export function findingAt(rule: string, severity: Severity, touch: Touch, rest: Partial<Finding>): Finding {
  const { subject, span, confidence, zone, inside } = touch;
  return { rule, severity, confidence, subject, span, zone, sources: [], ...rest, args: { inside, ...rest.args } };
}

/** A finding about a stop, a leg, a line of the file or the trip as a whole; certain unless `rest` says less. */
export function findingOn(
  rule: string,
  severity: Severity,
  about: { subject: string; span: Span | null },
  rest: Partial<Finding>,
): Finding {
  return { rule, severity, confidence: 'certain', ...about, args: {}, sources: [], ...rest };
}

/** The trip as a whole. */
export const wholeTrip = { subject: 'trip', span: null } as const;

/** The surest touch; the first of the trip among equals. */
export function surest<T extends Pick<Touch, 'confidence'>>(touches: readonly T[]): T {
  return touches.reduce((best, touch) => (sureness[touch.confidence] < sureness[best.confidence] ? touch : best));
}
