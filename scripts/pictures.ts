/** Makes the README's pictures from real runs of the built program: a terminal, and the trip page. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { pictureOf } from './terminal-picture.ts';

const root = join(import.meta.dirname, '..');
const pictures = join(root, 'docs', 'pictures');
mkdirSync(pictures, { recursive: true });
const program = join(root, 'bin', 'tajcheck.js');
// The same day each time, so that the same code gives the same pictures.
const trip = [join('examples', 'pamir-highway.yaml'), '--as-of', '2026-11-22'];

process.chdir(root);
const terminal = await pictureOf(process.execPath, [program, 'plan', ...trip], { columns: 100, rows: 40 });
writeFileSync(join(pictures, 'terminal.svg'), terminal);

const folder = mkdtempSync(join(tmpdir(), 'tajcheck-pictures-'));
const page = join(folder, 'trip.html');
execFileSync(process.execPath, [program, 'plan', ...trip, '--format', `html=${page}`]);
const executablePath = process.env.TAJCHECK_CHROMIUM ?? '/usr/bin/chromium';
const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
for (const [name, width, height] of [
  ['page', 1280, 900],
  ['phone', 390, 844],
] as const) {
  const window = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce', colorScheme: 'light' });
  await window.goto(pathToFileURL(page).href);
  // On a phone the map and one opened stop: what one would look up on the way.
  if (name === 'phone') {
    await window.locator('#map').scrollIntoViewIfNeeded();
    await window.locator('#map').evaluate((map) => map.scrollIntoView({ block: 'start' }));
    await window.locator('[data-layer="markers"] [data-id^="stop-"]').nth(3).press('Enter');
  } else await window.locator('#map').evaluate((map) => map.scrollIntoView({ block: 'start' }));
  await window.screenshot({ path: join(pictures, `${name}.png`) });
}
await browser.close();
rmSync(folder, { recursive: true });

for (const name of ['terminal.svg', 'page.png', 'phone.png']) {
  const kilobytes = Math.round(statSync(join(pictures, name)).size / 1000);
  console.log(`docs/pictures/${name}  ${kilobytes} kB`);
  if (kilobytes > 500) throw new Error(`${name} is too large for a README.`);
}
