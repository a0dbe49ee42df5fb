/** A finding as reporters get it: with its words, its help and its name. */
import type { ReportedFinding } from '../assessment.ts';
import { compareText } from '../compare.ts';
import type { Finding } from '../finding.ts';
import type { Itinerary } from '../itinerary/itinerary.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { fingerprint } from './fingerprint.ts';
import { formatFinding } from './message.ts';
import { ruleOf } from './registry.ts';

interface FindingContext {
  readonly file: string;
  readonly knowledge: Knowledge;
  /** Null where the file is not understood. */
  readonly itinerary: Itinerary | null;
}

export function reportFinding(finding: Finding, { file, knowledge, itinerary }: FindingContext): ReportedFinding {
  const { slug, fix, dependsOnToday } = ruleOf(finding.rule);
  const { rule, severity, confidence, span, subject, zone = null, authority = null, sources } = finding;
  return {
    rule,
    slug,
    severity,
    confidence,
    message: formatFinding(finding, knowledge),
    help: fix,
    file,
    line: span?.line ?? null,
    column: span?.column ?? null,
    endLine: span?.endLine ?? null,
    endColumn: span?.endColumn ?? null,
    subject,
    zone,
    authority,
    sources: [...sources],
    fingerprint: fingerprint(finding, itinerary),
    suppressed: finding.suppressed ?? null,
    dependsOnToday: dependsOnToday !== undefined,
  };
}

/** By line, findings about the whole trip last. */
export function byPlace(a: ReportedFinding, b: ReportedFinding): number {
  return (
    (a.line ?? Number.MAX_SAFE_INTEGER) - (b.line ?? Number.MAX_SAFE_INTEGER) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    compareText(a.rule, b.rule)
  );
}
