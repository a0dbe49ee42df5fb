import type { Finding } from '../finding.ts';

/**
 * A name for a finding that outlives moved lines: rule, file, subject, zone, authority and the distinguishing
 * argument, folded to 64 bits (FNV-1a over two seeds).
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
  return fold(text, 0x811c9dc5) + fold(text, 0x01000193);
}

function fold(text: string, seed: number): string {
  let hash = seed;
  for (let at = 0; at < text.length; at++) {
    hash ^= text.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
