/** Comments in the file that silence a finding, with a reason and an end: `# tajcheck-ignore TJ301 until DATE -- reason`. */
import type { Finding, Span } from '../finding.ts';
import { showHidden } from '../itinerary/hidden-characters.ts';
import { isLocked, type Policy } from '../policy/policy.ts';
import { rules } from '../rules/registry.ts';
import { findComments, mayHoldComments, type SilencingComment } from './comments.ts';
import { type Reach, reachOf } from './reach.ts';
import { type CommentFault, readComment, type Silence } from './read-comment.ts';

interface SuppressContext {
  /** Today, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly policy: Pick<Policy, 'suppressions'>;
}

/** One comment that is well formed, and what it speaks of. */
interface Silencer extends Silence {
  readonly text: string;
  readonly span: Span;
  /** Null: the whole file, and what has no line. */
  readonly reach: Reach | null;
  /** Rules of it that have silenced something. */
  readonly used: Set<string>;
}

/** A file that argues more than this is not read on. */
const mostComments = 200;

/**
 * The findings, those that a comment silences marked so, and what is wrong with the comments. Nothing else changes:
 * what a finding says, and every verdict, stays as it is.
 */
export function suppress(findings: readonly Finding[], text: string, context: SuppressContext): Finding[] {
  if (!mayHoldComments(text)) return [...findings];
  const known = rules.map(({ id }) => id);
  const all = findComments(text, mostComments);
  const reach = reachOf(text);
  const faults: Finding[] = [];
  const silencers: Silencer[] = [];
  for (const comment of all.slice(0, mostComments)) {
    const read = readComment(comment, { ...context, known });
    if (!('scope' in read)) {
      faults.push(malformed(comment, read));
      continue;
    }
    const own = read.scope === 'file' ? null : reach(comment);
    if (read.scope === 'here' && own === null) faults.push(malformed(comment, [{ code: 'nothing-follows', word: '' }]));
    else silencers.push({ ...read, ...comment, reach: own, used: new Set() });
  }
  if (all.length > mostComments) {
    faults.push(malformed(all[mostComments], [{ code: 'too-many', word: String(mostComments) }]));
  }
  const current = silencers.filter(({ until }) => until >= context.asOf).sort(narrowFirst);
  const marked = findings.map((finding) => silence(finding, current));
  const expired = silencers.filter(({ until }) => until < context.asOf);
  return [...marked, ...faults, ...expired.map((own) => outlived(own, context.asOf)), ...current.flatMap(unused)];
}

function silence(finding: Finding, silencers: readonly Silencer[]): Finding {
  // What is not understood was not checked: no comment says that it does not matter.
  if (finding.suppressed || isLocked(finding.rule)) return finding;
  const by = silencers.find((own) => own.rules.includes(finding.rule) && reaches(own, finding));
  if (by === undefined) return finding;
  by.used.add(finding.rule);
  return { ...finding, suppressed: { by: 'comment', reason: showHidden(by.reason, 200), until: by.until } };
}

function reaches({ reach }: Silencer, { span }: Finding): boolean {
  return reach === null || (span !== null && span.line >= reach.from && span.line <= reach.to);
}

/** Of several that silence one thing the narrowest counts, then the first. */
function narrowFirst(a: Silencer, b: Silencer): number {
  const width = ({ reach }: Silencer): number => (reach === null ? Number.MAX_SAFE_INTEGER : reach.to - reach.from);
  return width(a) - width(b) || a.span.line - b.span.line;
}

const about = (rule: string, severity: Finding['severity'], span: Span, args: Finding['args']): Finding => {
  return { rule, severity, confidence: 'certain', subject: 'file', span, args, sources: [] };
};

function malformed({ text, span }: SilencingComment, faults: readonly CommentFault[]): Finding {
  return about('TJ113', 'error', span, {
    written: showHidden(text),
    codes: faults.map(({ code }) => code),
    words: faults.map(({ word }) => showHidden(word)),
  });
}

function outlived({ rules: own, until, span }: Silencer, asOf: string): Finding {
  return about('TJ115', 'warning', span, { rules: own, until, asOf });
}

function unused({ rules: own, used, span, reach }: Silencer): Finding[] {
  const idle = own.filter((rule) => !used.has(rule));
  if (idle.length === 0) return [];
  return [
    about('TJ114', 'warning', span, { rules: idle, all: idle.length === own.length, everywhere: reach === null }),
  ];
}
