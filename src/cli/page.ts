/** The trip page: made whole, and opened in the browser where that is asked for. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DrawnTrip } from '../drawing/drawn-trip.ts';
import { reportHtml } from '../report/html.ts';
import { loadPageParts } from './load-page.ts';

export const makePage = (trip: DrawnTrip): string => reportHtml(trip, loadPageParts());

/**
 * Writes the page to a temporary file and opens it; says on standard error where it is. A folder that takes no file and a
 * browser that does not start do not fail the plan, which has been printed.
 */
export async function openPage(trip: DrawnTrip): Promise<void> {
  const path = keep(makePage(trip));
  if (path === null) return;
  const why = whyNoBrowser(process.env, process.platform);
  if (why !== null) {
    process.stderr.write(`The trip page is ${path}; not opened, ${why}.\n`);
    return;
  }
  process.stderr.write(`The trip page is ${path}\n`);
  try {
    const { default: open } = await import('open');
    const browser = await open(path);
    // The browser that cannot start says so only later.
    browser.once('error', () => process.stderr.write('No browser could be started: open the file yourself.\n'));
  } catch {
    process.stderr.write('No browser could be started: open the file yourself.\n');
  }
}

/** A trip is nobody else's business: a fresh folder that only its owner enters. Null, and told, where it cannot be kept. */
function keep(page: string): string | null {
  try {
    const path = join(mkdtempSync(join(tmpdir(), 'tajcheck-')), 'trip.html');
    writeFileSync(path, page, { mode: 0o600, flag: 'wx' });
    return path;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    process.stderr.write(
      `The trip page cannot be written to ${tmpdir()} (${code}): write it with --format html=trip.html\n`,
    );
    return null;
  }
}

/** Why no browser would be seen; null: one can be opened. */
export function whyNoBrowser(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string | null {
  if (env.CI && env.CI !== 'false') return 'for this is CI';
  if (env.SSH_CONNECTION || env.SSH_TTY || env.SSH_CLIENT) return 'for you are here over SSH';
  const hasDisplay =
    platform === 'darwin' || platform === 'win32' || env.DISPLAY || env.WAYLAND_DISPLAY || env.WSL_DISTRO_NAME;
  return hasDisplay ? null : 'for this machine has no display';
}
