/** Text folded to 64 bits, as 16 hexadecimal digits (FNV-1a twice, with two primes): a short name, not a secret. */
export function fold64(text: string): string {
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
