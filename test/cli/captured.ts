/** What the program writes, for tests that run it without a process of its own. */
import { afterEach, beforeEach, vi } from 'vitest';

/** Emptied before each test. */
export const written = { out: '', err: '' };

/** To be called once at the top of a test file. */
export function captureOutput(): void {
  beforeEach(() => {
    written.out = '';
    written.err = '';
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      written.out += text;
      return true;
    });
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      written.err += text;
      return true;
    });
  });
  afterEach(() => vi.restoreAllMocks());
}
