/** The trip page: what stands in it, in which order, and what it may load. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { capitalise } from '../../../src/sentence.ts';
import { assessText } from '../../trip.ts';
import { byId, elements, exampleText, open, pageOf, textOf } from './opened.ts';

const trips = ['pamir-highway', 'wakhan-loop', 'weekend', 'southern-khatlon'];

const bare = `stops:
  - Dushanbe
  - Nowhere At All
  - { place: Khorog, nights: 2 }
`;

/** Two weeks through every region, with five passports. */
const fortnight = `start: 2027-07-03
party: [{ nationality: US }, { nationality: GB }, { nationality: DE }, { nationality: FR }, { nationality: CN }]
travel: 4x4
stops: [Dushanbe, ${['Panjakent', 'Khujand', 'Isfara', 'Dushanbe', 'Kulob', 'Kalai-Khumb', 'Khorog', 'Ishkashim', 'Langar', 'Alichur', 'Murghab', 'Karakul', 'Osh'].map((place) => `{ place: ${place}, nights: 1 }`).join(', ')}]
`;

const textOfTrip = (name: string): string => ({ bare, fortnight })[name] ?? exampleText(name);

describe.each([...trips, 'bare', 'fortnight'])('the page of %s', (name) => {
  const made = pageOf(textOfTrip(name));

  test('is well-formed, names each part once, and each link leads somewhere in it', async () => {
    const page = open(await made);
    const ids = elements(page, '*').flatMap((element) => element.getAttribute('id') ?? []);
    expect(ids.toSorted()).toEqual([...new Set(ids)].toSorted());
    const inside = elements(page, 'a')
      .map((link) => link.getAttribute('href') ?? '')
      .filter((href) => href.startsWith('#'));
    expect(inside.length).toBeGreaterThan(10);
    expect(inside.filter((href) => !ids.includes(href.slice(1)))).toEqual([]);
  });

  test('has for each section a heading, a name and a link past all before it', async () => {
    const page = open(await made);
    const listed = elements(page, 'nav')
      .filter((nav) => nav.getAttribute('aria-label') === 'Contents')
      .flatMap((nav) => elements(nav, 'a'))
      .map((link) => link.getAttribute('href'));
    const sections = elements(page, 'section');
    expect(sections.map((section) => `#${section.getAttribute('id')}`)).toEqual(listed);
    for (const section of sections) {
      const heading = byId(page, section.getAttribute('aria-labelledby') ?? '');
      expect(heading.tagName).toBe('h2');
      expect(textOf(heading)).not.toBe('');
    }
    const [first] = elements(elements(page, 'body')[0], 'a');
    expect(first.getAttribute('href')).toBe(listed[0]);
    expect(elements(page, 'h1')).toHaveLength(1);
  });

  test('loads nothing, and its policy lets only its own script and style run', async () => {
    const text = await made;
    const page = open(text);
    const meta = elements(page, 'meta').find((one) => one.hasAttribute('http-equiv'));
    const policy = meta?.getAttribute('content') ?? '';
    const hashOf = (content: string) => `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
    const [, style] = /<style>([\s\S]*?)<\/style>/.exec(text) ?? [];
    const [, script] = /<script>([\s\S]*?)<\/script>/.exec(text) ?? [];
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `script-src ${hashOf(script)}`,
      `style-src ${hashOf(style)}`,
      'img-src data:',
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(elements(page, '*').filter((one) => one.hasAttribute('src') || one.hasAttribute('style'))).toEqual([]);
    expect(style).not.toMatch(/@import|url\((?!["']?(#|data:))/);
    expect(elements(page, 'link').concat(elements(page, 'img'), elements(page, 'iframe'))).toEqual([]);
  });

  test('is small enough to send', async () => {
    expect(Buffer.byteLength(await made)).toBeLessThan(600_000);
  });
});

describe('what it says', () => {
  test('each government stands by itself, in its own words beside the level', async () => {
    const text = exampleText('pamir-highway');
    const { overall, authorities } = await assessText(text, {}, { file: 'trip.yaml' });
    const rows = elements(byId(open(await pageOf(text)), 'verdict'), 'tr').map(textOf);
    expect(rows).toHaveLength(Object.keys(overall.byAuthority).length + 1);
    for (const [id, { native, level }] of Object.entries(overall.byAuthority)) {
      const row = rows.find((one) => one.startsWith(authorities[id].short));
      expect(row).toContain(capitalise(native));
      expect(row).toContain(level === null ? 'no level' : `${level} of 4`);
    }
  });

  test('errors come before everything else, each with what to do', async () => {
    const page = open(await pageOf(bare));
    const [first] = elements(page, 'section');
    expect(first.getAttribute('id')).toBe('wrong');
    expect(textOf(first)).toContain('Nowhere At All');
    expect(textOf(first)).toMatch(/TJ201, line 3/);
  });

  test('a place that nobody knows is not calm: it is not known', async () => {
    const page = open(await pageOf(bare));
    expect(textOf(byId(page, 'stop-2'))).toContain('advice not known');
    expect(textOf(byId(page, 'stop-2'))).toContain('place not known: nothing here was checked');
    expect(textOf(byId(page, 'verdict'))).toContain('Not checked: Nowhere At All');
    expect(textOf(byId(page, 'calendar'))).toContain('no day can be counted');
  });

  test('every item of the checklist has a box, ticked for good where the itinerary vouches for it', async () => {
    const text = exampleText('pamir-highway');
    const { checklist } = await assessText(text);
    const boxes = elements(byId(open(await pageOf(text)), 'checklist'), 'input');
    const open_ = boxes.filter((box) => !box.hasAttribute('disabled'));
    expect(open_.map((box) => box.getAttribute('data-item')).toSorted()).toEqual(
      checklist
        .filter(({ status }) => status === 'open')
        .map(({ id }) => id)
        .toSorted(),
    );
    expect(open_.filter((box) => box.hasAttribute('checked'))).toEqual([]);
    const done = boxes.filter((box) => box.hasAttribute('disabled'));
    expect(done.every((box) => box.hasAttribute('checked'))).toBe(true);
    expect(done).toHaveLength(checklist.filter(({ status }) => status === 'done').length);
  });

  test('every number can be dialled, the first of them from the top', async () => {
    const text = exampleText('pamir-highway');
    const { contacts } = await assessText(text);
    const page = open(await pageOf(text));
    const dialled = (within: ReturnType<typeof byId>) =>
      elements(within, 'a').flatMap((link) => /^tel:(.*)/.exec(link.getAttribute('href') ?? '')?.[1] ?? []);
    const numbers = contacts.flatMap((contact) => contact.numbers.map((number) => number.replace(/[ -]/g, '')));
    expect(dialled(byId(page, 'numbers'))).toEqual(numbers);
    expect(dialled(elements(page, 'header')[0])).toEqual(['103', '102', '112']);
  });

  test('a day to apply by says how far off it was when the page was made', async () => {
    const text = exampleText('pamir-highway').replace(/^permits:[\s\S]*?^mitigations/m, 'mitigations');
    const { permits } = await assessText(text);
    const { applyBy } = permits.find(({ type }) => type === 'gbao')!;
    const papers = byId(open(await pageOf(text)), 'papers');
    expect(textOf(papers)).toMatch(/Apply by 18 Jun 2027 \(in 208 days when this was made\)/);
    const days = elements(papers, 'span').filter((one) => one.getAttribute('class') === 'left');
    expect(days.map((one) => one.getAttribute('data-day'))).toContain(applyBy);
  });

  test('every stop has its day, and every source its date and its page', async () => {
    const text = exampleText('wakhan-loop');
    const { stops, sources } = await assessText(text);
    const page = open(await pageOf(text));
    for (const { id, name } of stops) expect(textOf(byId(page, id))).toContain(name);
    const listed = elements(byId(page, 'sources'), 'li');
    expect(listed).toHaveLength(sources.length);
    for (const entry of listed) expect(textOf(entry)).toMatch(/\d{4}/);
    const links = listed.flatMap((entry) => elements(entry, 'a').map((link) => link.getAttribute('href')));
    // An estimate of our own has no page.
    const pages = sources.map(({ url }) => url).filter((url) => url.startsWith('http'));
    expect(links.toSorted()).toEqual(pages.toSorted());
  });

  test('what is silenced stands there with its reason, and is no fault of the trip', async () => {
    const comment = '# tajcheck-ignore-file TJ401 until 2027-06-01 -- we know where it is\n';
    const page = open(await pageOf(`${comment}${bare}`));
    expect(textOf(byId(page, 'silenced'))).toMatch(/GBAO permit is needed.*Until 1 Jun 2027: we know where it is\./);
    expect(page.getElementById('wrong')?.textContent ?? '').not.toContain('GBAO permit');
    expect(textOf(byId(page, 'papers'))).toContain('MISSING');
  });

  test('whoever stays at home reads where each night is, and when to worry', async () => {
    const checkIn = 'checkIn: { at: "19:00", with: Bob, phone: "+49 30 1234567", lateHours: 24 }\n';
    const home = textOf(byId(open(await pageOf(`start: 2027-07-03\n${checkIn}${bare}`)), 'home'));
    for (const said of ['19:00', 'Bob', '+49 30 1234567', '24 hours', 'Khorog', 'Nowhere At All'])
      expect(home).toContain(said);
  });

  test('what a reader may need to know of the map is there without it: each stop, and who drew it', async () => {
    const text = exampleText('wakhan-loop');
    const { stops } = await assessText(text);
    const map = byId(open(await pageOf(text)), 'map');
    const marked = elements(map, 'a').flatMap((link) => link.getAttribute('data-marker') ?? []);
    const names = elements(map, 'li').map(textOf).join('\n');
    for (const { name } of stops) expect(names).toContain(name);
    expect(marked).toContain('stop-1');
    expect(textOf(map)).toMatch(/OpenStreetMap.*ODbL/);
  });
});
