/** A baseline as one more checked file: what is stale in it are its findings. */
import { type CheckedFile, fails } from '../check/checked-file.ts';
import { compareText } from '../compare.ts';
import type { Finding } from '../finding.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Threshold } from '../policy/policy.ts';
import { reportFinding } from '../rules/report-finding.ts';
import type { Stale } from './baseline.ts';

interface BaselineContext extends Pick<CheckedFile, 'file' | 'path'> {
  /** Text of the baseline. */
  readonly source: string;
  readonly knowledge: Knowledge;
  readonly failOn: Threshold;
}

/** Null when nothing in it is stale. */
export function checkedBaseline(
  stale: readonly Stale[],
  { file, path, source, knowledge, failOn }: BaselineContext,
): CheckedFile | null {
  if (stale.length === 0) return null;
  const lines = source.split('\n');
  const findings = stale
    .map((one) => findStale(one, lines[one.known.line - 1] ?? ''))
    .sort((a, b) => a.span!.line - b.span!.line || compareText(String(a.args.path), String(b.args.path)))
    .map((finding) => reportFinding(finding, { file, knowledge, itinerary: null }));
  return {
    file,
    path,
    kind: 'baseline',
    status: 'assessed',
    source,
    findings,
    trip: null,
    failOn,
    fails: fails(findings, failOn),
  };
}

function findStale({ known, over, why }: Stale, row: string): Finding {
  const { file, rule, count, fingerprint, line } = known;
  const from = row.length - row.trimStart().length;
  const to = row.trimEnd().replace(/,$/, '').length;
  return {
    rule: 'TJ116',
    severity: 'error',
    confidence: 'certain',
    subject: 'file',
    span: { line, column: from + 1, endLine: line, endColumn: Math.max(to, from + 1) + 1 },
    args: { key: rule, path: file, written: fingerprint, count, over, why },
    sources: [],
  };
}
