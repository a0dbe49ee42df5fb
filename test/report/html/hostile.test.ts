/** Whatever an itinerary says stays text on its page. */
import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { html, render } from '../../../src/report/page/markup.ts';
import { showHidden } from '../../../src/terminal/escape.ts';
import { actsInLog } from '../../hostile/judges.ts';
import { ladenTrip } from '../../hostile/laden-trip.ts';
import { hostileStrings, hostileText } from '../../hostile/strings.ts';
import { elements, open, pageOf, textOf } from './opened.ts';

const own = [
  '<script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</title><svg onload=alert(1)>',
  '</style><!-- <script>',
  'javascript:alert(1)',
  '&lt;b&gt; &amp;amp; &#60;',
  ']]><![CDATA[<i>',
];

describe('the page of a trip full of hostile names', () => {
  const made = pageOf(ladenTrip([...own, ...hostileStrings]));

  test('holds only what the page itself is made of', async () => {
    const page = open(await made);
    expect(elements(page, 'script')).toHaveLength(2);
    const attributes = elements(page, '*').flatMap((element) => [...element.attributes]);
    expect(attributes.filter(({ name }) => /^on/i.test(name))).toEqual([]);
    const links = attributes.filter(({ name }) => name === 'href' || name === 'xlink:href').map(({ value }) => value);
    expect(links.filter((href) => !/^(#|https?:\/\/|tel:\+?\d+$)/.test(href))).toEqual([]);
    expect(elements(page, 'img').concat(elements(page, 'style').slice(1))).toEqual([]);
  });

  test('tells its title as it was written', async () => {
    const page = open(await made);
    expect(textOf(elements(page, 'h1')[0])).toBe(own[0]);
    expect(textOf(elements(page, 'title')[0])).toBe(own[0]);
  });

  test('orders no service that prints it, and hides nothing', async () => {
    expect(actsInLog(await made)).toEqual([]);
  });

  test('what the map is told is data that cannot end its element', async () => {
    const [, data] = /<script type="application\/json" id="scene">([\s\S]*?)<\/script>/.exec(await made) ?? [];
    expect(data).not.toMatch(/</);
    expect(JSON.parse(data)).toHaveProperty('markers');
  });
});

test('any text comes back from markup as it was, with what is hidden shown', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const parsed = new DOMParser().parseFromString(render(html`<p title="${text}">${text}</p>`), 'text/xml');
      const shown = showHidden(text.replace(/\s*[\t\r\n]+\s*/g, ' ')).replace(/[\ufffe\uffff]/g, '\ufffd');
      expect(parsed.documentElement?.textContent).toBe(shown);
      expect(parsed.documentElement?.getAttribute('title')).toBe(shown);
    }),
  );
});
