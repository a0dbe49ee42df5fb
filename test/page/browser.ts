/** The trip page in a real browser: made by the built program, opened from the disk, and watched. */
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { run } from '../cli/run.ts';

const asked = process.env.TAJCHECK_CHROMIUM;
const usual = [
  ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map((name) => `/usr/bin/${name}`),
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const executablePath = (asked ? [asked] : usual).find((path) => existsSync(path));

/**
 * Tests in a browser. Without one they are skipped, which the run shows. Where CI is set they fail instead, unless it
 * says itself that there is none: TAJCHECK_CHROMIUM=none.
 */
export function describeInBrowser(name: string, tests: () => void): void {
  const skipped = executablePath === undefined && (asked === 'none' || !process.env.CI);
  describe.skipIf(skipped)(`${name} (Chromium)`, () => {
    beforeAll(async () => {
      if (executablePath === undefined) {
        throw new Error('No Chromium: install it, or say where it is with TAJCHECK_CHROMIUM.');
      }
      // As root Chromium starts only without its sandbox; the one page it opens is ours.
      const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
      browser = await chromium.launch({ executablePath, args });
    });
    afterAll(() => browser?.close());
    tests();
  });
}

let browser: Browser;

const folder = mkdtempSync(join(tmpdir(), 'tajcheck-trip-page-'));
const examples = join(import.meta.dirname, '../../examples');

/** The page of a trip, as `plan --format html` writes it; its path. */
export function makePage(trip: string, name: string): string {
  const [from, to] = [join(folder, `${name}.yaml`), join(folder, `${name}.html`)];
  writeFileSync(from, trip);
  const { stderr } = run(['plan', from, '--format', `html=${to}`, '--as-of', '2026-11-22']);
  if (!existsSync(to)) throw new Error(`no page: ${stderr}`);
  return to;
}

export const exampleTrip = (name: string): string => readFileSync(join(examples, `${name}.yaml`), 'utf8');

export interface OpenedPage {
  readonly page: Page;
  /** Errors and warnings of the console, errors of scripts, what the page's policy refused, and requests for anything but the file itself. */
  readonly troubles: readonly string[];
}

/** Opened from the disk in a window of its own, which forgets everything at the end unless it is reloaded. */
export async function openPage(path: string, options: BrowserContextOptions = {}): Promise<OpenedPage> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  const url = pathToFileURL(path).href;
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) troubles.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', ({ message }) => troubles.push(`threw: ${message}`));
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (request.url() !== url) troubles.push(`asked for ${request.url().slice(0, 100)}`);
  });
  await page.goto(url);
  return { page, troubles };
}
