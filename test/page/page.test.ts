/** The trip page as somebody opens it: from the disk, without a network, on a phone or a desk, by day and by night. */
import { statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { hostileStrings } from '../hostile/strings.ts';
import { describeInBrowser, exampleTrip, makePage, openPage } from './browser.ts';

/** What an automated accessibility check finds, one line each. */
async function violations(page: Page, part: string): Promise<string[]> {
  // Evaluated from outside the page: its own policy lets no script but its own run.
  await page.evaluate(axe.source);
  return page.evaluate(async (within) => {
    const { axe } = globalThis as unknown as { axe: { run: (within: string) => Promise<{ violations: Violation[] }> } };
    interface Violation {
      readonly id: string;
      readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
    }
    const found = (await axe.run(within)).violations;
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
    );
  }, part);
}

/** Sheets of A4 that the browser prints. */
async function countSheets(page: Page): Promise<number> {
  const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
  return pdf.match(/\/Type\s*\/Page\b(?!s)/g)!.length;
}

const widths = [360, 768, 1280];

describeInBrowser('the trip page', () => {
  let trip: string;
  beforeAll(() => {
    trip = makePage(exampleTrip('pamir-highway'), 'pamir');
  });

  test('is small, asks for nothing and complains of nothing, with and without a network', async () => {
    expect(statSync(trip).size).toBeLessThan(600_000);
    for (const offline of [false, true]) {
      const { page, troubles } = await openPage(trip, { offline });
      await page.waitForLoadState('networkidle');
      await page.locator('#map-frame').scrollIntoViewIfNeeded();
      expect(await page.locator('h1').textContent()).toContain('Pamir Highway');
      expect(troubles).toEqual([]);
    }
  });

  test.each(['light', 'dark'] as const)('passes the accessibility check, %s', async (colorScheme) => {
    for (const width of [360, 1280]) {
      const { page } = await openPage(trip, { colorScheme, viewport: { width, height: 800 } });
      expect(await violations(page, 'html')).toEqual([]);
      await page.locator('[data-layer="markers"] [role="button"]').first().press('Enter');
      expect(await page.getByRole('dialog').isVisible()).toBe(true);
      expect(await violations(page, '#map')).toEqual([]);
    }
  });

  test.each(widths)('does not scroll sideways at %i pixels', async (width) => {
    const { page } = await openPage(trip, { viewport: { width, height: 800 } });
    for (const box of await page.locator('details').all())
      await box.evaluate((details) => details.setAttribute('open', ''));
    const [inner, outer] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
    expect(inner).toBeLessThanOrEqual(outer);
  });

  test('keeps its ticks over a reload, gives them up again, and another trip has its own', async () => {
    const { page } = await openPage(trip);
    const boxes = page.locator('#checklist input:not([disabled])');
    const before = await boxes.count();
    expect(before).toBeGreaterThan(3);
    await boxes.nth(1).check();
    await page.reload();
    expect(await boxes.nth(1).isChecked()).toBe(true);
    expect(await boxes.nth(0).isChecked()).toBe(false);
    // The same line of the same checklist, on the page of another trip that lies beside it.
    const item = await boxes.nth(1).getAttribute('data-item');
    await page.goto(pathToFileURL(makePage(exampleTrip('wakhan-loop'), 'wakhan')).href);
    expect(await page.locator(`#checklist input[data-item="${item}"]`).isChecked()).toBe(false);
    await page.goto(pathToFileURL(trip).href);
    expect(await boxes.nth(1).isChecked()).toBe(true);
    await boxes.nth(1).uncheck();
    await page.reload();
    expect(await boxes.nth(1).isChecked()).toBe(false);
  });

  test('says everything without script too', async () => {
    const scripted = await (await openPage(trip)).page.locator('main > section > h2').allTextContents();
    const { page, troubles } = await openPage(trip, { javaScriptEnabled: false });
    const sections = page.locator('main > section');
    expect(await sections.locator('> h2').allTextContents()).toEqual(scripted);
    expect(scripted.length).toBeGreaterThan(8);
    for (const section of await sections.all()) expect((await section.boundingBox())!.height).toBeGreaterThan(40);
    expect(await page.locator('#map-frame svg [data-layer="route"] path').count()).toBeGreaterThan(5);
    expect(troubles).toEqual([]);
  });

  test('prints on a few sheets of A4, with the map and the checklist', async () => {
    const { page } = await openPage(trip, { viewport: { width: 360, height: 700 }, colorScheme: 'dark' });
    for (let times = 0; times < 4; times += 1) await page.getByRole('button', { name: 'Zoom in' }).click();
    // Fonts differ from machine to machine: there may be a sheet more or less.
    const sheets = await countSheets(page);
    expect(sheets).toBeGreaterThanOrEqual(5);
    expect(sheets).toBeLessThanOrEqual(7);
    // As paper has it: whole, and light.
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    const map = (await page.locator('#map-frame svg').boundingBox())!;
    for (const marker of await page.locator('[data-layer="markers"] > [data-id^="stop-"]').all()) {
      const box = (await marker.boundingBox())!;
      expect(box.x).toBeGreaterThanOrEqual(map.x);
      expect(box.x + box.width).toBeLessThanOrEqual(map.x + map.width);
    }
    expect(await page.locator('#checklist').isVisible()).toBe(true);
    expect(await page.locator('.map-buttons').isVisible()).toBe(false);
  });
});

describeInBrowser('a trip page with hostile names', () => {
  test('shows them as text and runs nothing', async () => {
    const names = [...hostileStrings, '</script><script>alert(2)</script>', '<svg onload=alert(3)>\'"><b id=bold>'];
    const stops = names.map((name, at) => ({
      place: name,
      at: { lat: 37.5 + at / 100, lon: 71.5 + at / 100 },
      nights: 1,
      note: name,
    }));
    const written = makePage(JSON.stringify({ title: names.join(' '), start: '2027-07-03', stops }), 'hostile');
    const { page, troubles } = await openPage(written);
    await page.locator('[data-layer="markers"] [role="button"]').first().press('Enter');
    expect(troubles).toEqual([]);
    expect(await page.locator('script').count()).toBe(2);
    expect(await page.locator('img, iframe, #bold, [onerror], [onload]').count()).toBe(0);
    expect(await page.locator('a[href*="evil.example"]').count()).toBe(0);
    expect(await page.locator('main').textContent()).toContain('<script>alert(1)</script>');
    expect(await page.locator('[data-layer="markers"] [role="button"]').count()).toBeGreaterThanOrEqual(
      names.length - 5,
    );
  });
});
