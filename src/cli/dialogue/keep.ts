/** What was entered so far, kept in a file beside the one that was meant. No other file is ever written over. */
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';

/** Far more than anybody leaves lying about in one folder. */
const MOST = 1000;

/** The path that was written; null: no folder takes it. `meant`: where the trip was to be saved; null: not said. */
export function keepUnfinished(text: string, meant: string | null): string | null {
  const name = nameOf(meant);
  const own = meant === null ? process.cwd() : dirname(resolve(meant));
  for (const folder of [own, process.cwd(), tmpdir()]) {
    for (let number = 1; number <= MOST; number += 1) {
      const path = join(folder, `${name}.unfinished${number === 1 ? '' : `-${number}`}.yaml`);
      try {
        // Names and telephone numbers may stand in it, and the last of the folders is everybody's.
        writeFileSync(path, text, { flag: 'wx', mode: 0o600 });
        return path;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') break;
      }
    }
  }
  return null;
}

/** `pamir` for pamir.yaml, and for what was kept of it before. */
function nameOf(meant: string | null): string {
  if (meant === null) return 'trip';
  return (
    basename(meant)
      .replace(/\.ya?ml$/i, '')
      .replace(/\.unfinished(-\d+)?$/, '') || 'trip'
  );
}
