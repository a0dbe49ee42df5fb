import type { Finding } from '../finding.ts';

/**
 * A name for a finding that outlives moved lines: rule, file, subject, zone, authority and the distinguishing
 * argument, folded to 64 bits (FNV-1a twice, with two primes).
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
  ];
  const text = [rule, file, subject, zone, authority, ...detail.map((value) => value ?? '')].join('\u0000');
  let first = 0x811c9dc5;
  let second = 0x01000193;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    first = Math.imul(first ^ code, 0x01000193);
    second = Math.imul(second ^ code, 0x85ebca6b);
  }
  return hex(first) + hex(second);
}

const hex = (hash: number): string => (hash >>> 0).toString(16).padStart(8, '0');
