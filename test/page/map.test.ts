/** The moving map: by pointer, wheel, keys and fingers; what is on it is reached and told; labels stay apart. */
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { describeInBrowser, exampleTrip, makePage, openPage } from './browser.ts';

const stops = '[data-layer="markers"] [data-id^="stop-"]';

/** How wide the route is drawn, and where its middle lies in the picture, in pixels. */
function routeBox(page: Page): Promise<{ x: number; y: number; width: number }> {
  return page.evaluate(() => {
    const [map, route] = ['svg', '[data-layer="route"]'].map((name) => {
      return document.querySelector(`#map-frame ${name}`)!.getBoundingClientRect();
    });
    const [x, y] = [route.x + route.width / 2 - map.x, route.y + route.height / 2 - map.y];
    return { x: Math.round(x), y: Math.round(y), width: Math.round(route.width) };
  });
}

/** Pairs of labels of which one covers the other. */
async function overlaps(page: Page): Promise<{ shown: number; pairs: string[] }> {
  return page.evaluate(() => {
    const labels = [...document.querySelectorAll('.map-labels text')].filter(
      (text) => getComputedStyle(text).display !== 'none',
    );
    const boxes = labels.map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }));
    const pairs = boxes.flatMap(({ text, box: a }, at) =>
      boxes.slice(at + 1).flatMap(({ text: other, box: b }) => {
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        return across > 1 && down > 1 ? [`${text} / ${other}`] : [];
      }),
    );
    return { shown: labels.length, pairs };
  });
}

describeInBrowser('the map on the trip page', () => {
  let trip: string;
  beforeAll(() => {
    trip = makePage(exampleTrip('pamir-highway'), 'pamir');
  });

  test('every stop is reached with Tab, opened with Enter, closed with Esc, and keeps its place', async () => {
    const { page, troubles } = await openPage(trip);
    const wanted = await page.locator(stops).evaluateAll((all) => all.map((one) => one.getAttribute('data-id')));
    expect(wanted.length).toBeGreaterThanOrEqual(8);
    await page.locator('#map-frame svg').focus();
    const reached: string[] = [];
    for (let tabs = 0; tabs < 80 && reached.length < wanted.length; tabs += 1) {
      await page.keyboard.press('Tab');
      const id = await page.evaluate(() => document.activeElement?.getAttribute('data-id') ?? '');
      if (!wanted.includes(id)) continue;
      reached.push(id);
      const name = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
      await page.keyboard.press('Enter');
      const panel = page.getByRole('dialog');
      expect(name.startsWith((await panel.getByRole('heading').textContent()) ?? '?'), name).toBe(true);
      expect((await panel.locator('p').allTextContents()).join('').length).toBeGreaterThan(10);
      await page.keyboard.press('Escape');
      expect(await panel.isVisible()).toBe(false);
      expect(await page.evaluate(() => document.activeElement?.getAttribute('data-id'))).toBe(id);
    }
    expect(reached).toEqual(wanted);
    expect(troubles).toEqual([]);
  });

  test('a tap opens a stop, a stretch of the way and an area; the panel leads on from stop to stop', async () => {
    const { page } = await openPage(trip, { hasTouch: true, viewport: { width: 390, height: 800 } });
    const panel = page.getByRole('dialog');
    const first = page.locator(stops).first();
    await first.tap();
    const title = (await panel.getByRole('heading').textContent()) ?? '';
    await panel.getByRole('button', { name: /^Next/ }).click();
    expect(await panel.getByRole('heading').textContent()).not.toBe(title);
    await panel.getByRole('button', { name: /^Before/ }).click();
    expect(await panel.getByRole('heading').textContent()).toBe(title);
    await panel.getByRole('button', { name: 'Close' }).click();
    expect(await panel.isVisible()).toBe(false);
    for (const layer of ['route', 'areas']) {
      await page.locator(`[data-layer="${layer}"] [data-id]`).last().dispatchEvent('click');
      expect(await panel.isVisible(), layer).toBe(true);
      expect(
        await page
          .locator('[aria-live]')
          .filter({ hasText: (await panel.getByRole('heading').textContent())! })
          .count(),
      ).toBeGreaterThan(0);
    }
  });

  test('moves by keys, buttons and wheel, and goes back to the whole trip', async () => {
    const { page } = await openPage(trip);
    const map = page.locator('#map-frame svg');
    const whole = await routeBox(page);
    await page.getByRole('button', { name: 'Zoom in' }).click();
    expect((await routeBox(page)).width).toBeGreaterThan(whole.width * 1.3);
    await page.getByRole('button', { name: 'Zoom out' }).click();
    expect((await routeBox(page)).width).toBeCloseTo(whole.width, 0);
    await map.focus();
    await page.keyboard.press('+');
    await page.keyboard.press('+');
    const near = await routeBox(page);
    expect(near.width).toBeGreaterThan(whole.width * 1.8);
    await page.keyboard.press('ArrowRight');
    expect((await routeBox(page)).x).toBeLessThan(near.x - 50);
    await page.keyboard.press('ArrowDown');
    expect((await routeBox(page)).y).toBeLessThan(near.y - 50);
    await page.keyboard.press('0');
    expect(await routeBox(page)).toEqual(whole);
    const { x, y, width, height } = (await map.boundingBox())!;
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.wheel(0, -300);
    await expect.poll(async () => (await routeBox(page)).width).toBeGreaterThan(whole.width * 1.2);
    const before = await routeBox(page);
    await page.mouse.move(x + width / 2, y + height - 20);
    await page.mouse.down();
    await page.mouse.move(x + width / 2 - 100, y + height - 60, { steps: 4 });
    await page.mouse.up();
    const after = await routeBox(page);
    expect(after.x).toBeCloseTo(before.x - 100, 0);
    expect(after.y).toBeCloseTo(before.y - 40, 0);
  });

  test('the wheel scrolls the page until the map has been chosen, unless Ctrl is held', async () => {
    const { page } = await openPage(trip, { viewport: { width: 1280, height: 500 } });
    const map = page.locator('#map-frame svg');
    await map.scrollIntoViewIfNeeded();
    const { x, y } = (await map.boundingBox())!;
    const [whole, top] = [await routeBox(page), await page.evaluate(() => window.scrollY)];
    await page.mouse.move(x + 40, y + 40);
    await page.mouse.wheel(0, 60);
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(top);
    expect((await routeBox(page)).width).toBe(whole.width);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -200);
    await page.keyboard.up('Control');
    await expect.poll(async () => (await routeBox(page)).width).toBeGreaterThan(whole.width * 1.2);
  });

  test('two fingers zoom', async () => {
    const { page } = await openPage(trip, { hasTouch: true, viewport: { width: 390, height: 800 } });
    await page.locator('#map-frame svg').scrollIntoViewIfNeeded();
    const whole = await routeBox(page);
    const { x, y, width, height } = (await page.locator('#map-frame svg').boundingBox())!;
    const fingers = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart: number) =>
      fingers.send('Input.dispatchTouchEvent', {
        type,
        touchPoints:
          type === 'touchEnd'
            ? []
            : [-apart, apart].map((by, id) => ({ id, x: x + width / 2 + by, y: y + height / 2 })),
      });
    await touch('touchStart', 30);
    for (const apart of [45, 60, 75, 90]) await touch('touchMove', apart);
    await touch('touchEnd', 90);
    await expect.poll(async () => (await routeBox(page)).width).toBeGreaterThan(whole.width * 2);
  });

  test.each([360, 1280])(
    'labels do not cover each other at any zoom, and marks keep their size, %i pixels',
    async (width) => {
      const { page } = await openPage(trip, { viewport: { width, height: 800 } });
      await page.locator('#map-frame svg').focus();
      const size = (await page.locator(stops).nth(2).boundingBox())!;
      for (let zooms = 0; zooms < 6; zooms += 1) {
        const { shown, pairs } = await overlaps(page);
        expect(shown, `zoom ${zooms}`).toBeGreaterThan(1);
        expect(pairs).toEqual([]);
        const now = (await page.locator(stops).nth(2).boundingBox())!;
        expect(now.width).toBeCloseTo(size.width, 0);
        await page.keyboard.press('+');
      }
    },
  );

  test('areas are taken off the map and brought back', async () => {
    const { page } = await openPage(trip);
    const shown = () => page.locator('[data-layer="areas"] [data-id]:visible').count();
    const all = await shown();
    await page.getByText('Areas shown', { exact: true }).click();
    const boxes = page.locator('.map-layers input');
    for (const box of await boxes.all()) await box.uncheck();
    expect(await shown()).toBe(0);
    await boxes.first().check();
    expect(await shown()).toBeGreaterThan(0);
    for (const box of await boxes.all()) await box.check();
    expect(await shown()).toBe(all);
  });

  test('turned sideways it shows the same middle', async () => {
    const { page } = await openPage(trip, { viewport: { width: 390, height: 800 } });
    await page.setViewportSize({ width: 800, height: 390 });
    const map = page.locator('#map-frame svg');
    await expect.poll(async () => (await map.boundingBox())!.width).toBeGreaterThan(600);
    const [route, box] = [await routeBox(page), (await map.boundingBox())!];
    expect(Math.abs(route.x - box.width / 2)).toBeLessThan(40);
  });
});
