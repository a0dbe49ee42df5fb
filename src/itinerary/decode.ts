/** First guard: the bytes of a file as text, or the plain reason why they are none. */
import { limits } from './limits.ts';

export type DecodeProblem = 'empty' | 'too-large' | 'utf-16' | 'binary' | 'not-utf-8';
export type Decoded = { readonly text: string } | { readonly problem: DecodeProblem };

export function decodeItinerary(bytes: Uint8Array): Decoded {
  if (bytes.length > limits.bytes) return { problem: 'too-large' };
  return decodeText(bytes);
}

/** UTF-8 with or without its mark; everything else is refused, not guessed at. */
export function decodeText(bytes: Uint8Array): Decoded {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return { problem: 'utf-16' };
  if (bytes.includes(0)) return { problem: 'binary' };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.trim() === '' ? { problem: 'empty' } : { text };
  } catch {
    return { problem: 'not-utf-8' };
  }
}
