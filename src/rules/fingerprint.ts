import type { Finding } from '../finding.ts';
import { fold64 } from '../fold.ts';

/**
 * A name for a finding that outlives moved lines: rule, file, subject, zone, authority and the distinguishing
 * argument, folded to 64 bits.
 */
export function fingerprint(finding: Finding, file: string): string {
  const { rule, subject, zone = '', authority = '', args } = finding;
  const detail = [
    args.advisory,
    args.permit,
    args.district,
    args.place,
    args.written,
    args.country,
    args.url,
    args.key,
    args.name,
    args.title,
  ];
  const text = [rule, file, subject, zone, authority, ...detail.map((value) => value ?? '')].join('\u0000');
  return fold64(text);
}
