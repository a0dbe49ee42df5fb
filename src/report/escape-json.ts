/**
 * JSON that may be printed anywhere: characters that move the cursor, hide text or turn it around, and what a log takes
 * for an order, are written as `\u…`, which a reader gets back as they were. Only half a surrogate pair cannot be kept:
 * it becomes U+FFFD, since many readers refuse the whole text for it.
 */
export function writeJson(value: unknown, indent = 0): string {
  return JSON.stringify(value, null, indent).replace(acted, escapeSign);
}

// An escaped backslash, so that what follows it is not taken for an escape; half of a pair, which JSON has escaped
// already, as it has the first 32 controls; the others; what is not seen; the second sign of `##[`.
const acted =
  /\\(?:\\|ud[89a-f][0-9a-f]{2})|[\u007f-\u009f\u2060-\u206f\u{e0000}-\u{e007f}\p{Cf}\p{Zl}\p{Zp}]|(?<=#[\u200c\u200d]*)#/gu;

function escapeSign(sign: string): string {
  if (sign === '\\\\') return sign;
  return sign.startsWith('\\') ? '\\ufffd' : sign.split('').map(writeUnit).join('');
}

const writeUnit = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
