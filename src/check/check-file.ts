/** One file looked at: an itinerary judged, or why it could not be. Whatever is in it, a checked file comes out. */
import { type AssessOptions, assess } from '../assess.ts';
import type { Finding } from '../finding.ts';
import type { Threshold } from '../policy/policy.ts';
import { byPlace, reportFinding } from '../rules/report-finding.ts';
import { type CheckedFile, fails } from './checked-file.ts';
import type { FileFault } from './message.ts';

export interface FileToCheck {
  /** As shown to people: relative to the working folder, with `/`. */
  readonly file: string;
  /** From the repository's root, with `/`. */
  readonly path: string;
  /** Its text, or why it has none. */
  readonly content: { readonly text: string } | { readonly problem: FileFault };
}

export interface FileRules extends Omit<AssessOptions, 'file' | 'change'> {
  readonly failOn: Threshold;
}

export async function checkFile({ file, path, content }: FileToCheck, rules: FileRules): Promise<CheckedFile> {
  if ('problem' in content) return unreadable({ file, path }, content.problem, '', rules);
  const source = content.text;
  try {
    const assessed = await assess(source, { ...rules, file });
    if (!assessed.understood) return failed({ file, path }, 'not-understood', assessed.findings, source, rules);
    const { findings, itinerary, overall } = assessed.assessment;
    const checked = { file, path, kind: 'itinerary', status: 'assessed', source, findings } as const;
    return { ...checked, trip: { itinerary, overall }, failOn: rules.failOn, fails: fails(findings, rules.failOn) };
  } catch (error) {
    // A fault of ours in one trip must not hide what was found in the others.
    return unreadable({ file, path }, 'failed', error instanceof Error ? error.message : String(error), rules);
  }
}

/** What is needed to report what is no trip. */
type Reporting = Pick<FileRules, 'knowledge' | 'failOn'>;

type Named = Pick<FileToCheck, 'file' | 'path'>;

/** A file that is no text, lies outside, is gone, or that tajcheck failed on; `detail` for the last. */
export function unreadable(named: Named, problem: FileFault, detail: string, rules: Reporting): CheckedFile {
  const args = { problem, detail };
  const about = { rule: 'TJ112', severity: 'error', confidence: 'certain', subject: 'file', span: null } as const;
  return failed(named, 'unreadable', [{ ...about, args, sources: [] }], '', rules);
}

function failed(
  { file, path }: Named,
  status: 'not-understood' | 'unreadable',
  found: readonly Finding[],
  source: string,
  { knowledge, failOn }: Reporting,
): CheckedFile {
  const findings = found.map((finding) => reportFinding(finding, { file, knowledge, itinerary: null })).sort(byPlace);
  const shared = { file, path, kind: 'itinerary', status, source, findings, trip: null, failOn } as const;
  return { ...shared, fails: status === 'unreadable' || fails(findings, failOn) };
}
