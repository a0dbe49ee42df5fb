import type { Finding, Severity, Span } from '../finding.ts';
import type { RuleMeta } from './meta.ts';
import type { Touch, Trip } from './trip.ts';

/** A rule judges a trip whose way is known as well as it can be. */
export interface Rule extends RuleMeta {
  readonly check: (trip: Trip) => Finding[];
}

/** A finding about a touch. */
export function findingAt(rule: string, severity: Severity, touch: Touch, rest: Partial<Finding>): Finding {
  const { subject, span, confidence, zone } = touch;
  return { rule, severity, confidence, subject, span, zone, args: {}, sources: [], ...rest };
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

const order = { certain: 0, likely: 1, possible: 2 } as const;

/** The surest touch; the first of the trip among equals. */
export function surest<T extends Pick<Touch, 'confidence'>>(touches: readonly T[]): T {
  return touches.reduce((best, touch) => (order[touch.confidence] < order[best.confidence] ? touch : best));
}
