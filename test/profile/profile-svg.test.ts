import { DOMParser, type Element } from '@xmldom/xmldom';
import { describe, expect, test } from 'vitest';
import { textWidth } from '../../src/map/text-width.ts';
import { makeProfile, type Profile } from '../../src/profile/profile.ts';
import { heightRows, levelRows, zoneRows } from '../../src/profile/profile-rows.ts';
import { drawProfile } from '../../src/profile/profile-svg.ts';
import { assessText, knowledge } from '../trip.ts';

const profileOf = async (stops: string): Promise<Profile> => {
  const assessment = await assessText(`tajcheck: 1\nstart: 2027-07-03\ntravel: 4x4\nstops: [${stops}]\n`);
  return makeProfile({ assessment, knowledge: knowledge() });
};
const pamir = await profileOf(
  'Dushanbe, Kalai-Khumb, Dushanbe, {place: Khorog, by: air}, {place: Karakul, nights: 2}, Osh',
);

/** The picture read back as XML, which throws where it is none. */
function draw(profile: Profile, size: Parameters<typeof drawProfile>[1]) {
  const svg = drawProfile(profile, size);
  const root = new DOMParser({
    onError: (_, message) => {
      throw new Error(message);
    },
  }).parseFromString(svg, 'image/svg+xml').documentElement!;
  const all = (name: string): Element[] => [...root.getElementsByTagName(name)];
  const classed = (name: string) => all('g').filter((group) => group.getAttribute('class')?.split(' ').includes(name));
  return { svg, root, all, classed, words: all('text').map((text) => text.textContent ?? '') };
}
const titleOf = (group: Element) => group.getElementsByTagName('title')[0]?.textContent ?? '';

describe('the picture', () => {
  test.each([
    [360, undefined],
    [760, 300],
    [1200, 500],
  ])('has the size that was asked for: %s × %s', (width, height) => {
    const { root } = draw(pamir, { width, height });
    expect(root.getAttribute('width')).toBe(String(width));
    if (height !== undefined) expect(root.getAttribute('height')).toBe(String(height));
  });

  test.each([320, 760])('keeps every mark and every word inside its frame at %s pixels', (width) => {
    const { all, root } = draw(pamir, { width });
    const height = Number(root.getAttribute('height'));
    for (const element of [...all('rect'), ...all('text'), ...all('circle')]) {
      const at = (name: string) => Number(element.getAttribute(name) ?? element.getAttribute(`c${name}`));
      const right = at('x') + Number(element.getAttribute('width') ?? 0);
      expect(at('x'), element.toString()).toBeGreaterThanOrEqual(0);
      expect(right, element.toString()).toBeLessThanOrEqual(width);
      const anchor = element.getAttribute('text-anchor');
      if (element.tagName === 'text') {
        const long = textWidth(element.textContent ?? '', Number(element.getAttribute('font-size') ?? 11));
        const before = anchor === 'end' ? long : anchor === 'middle' ? long / 2 : 0;
        expect(at('x') - before, element.toString()).toBeGreaterThanOrEqual(-1);
        expect(at('x') - before + long, element.toString()).toBeLessThanOrEqual(width + 1);
      }
      expect(at('y'), element.toString()).toBeGreaterThanOrEqual(0);
      expect(at('y') + Number(element.getAttribute('height') ?? 0), element.toString()).toBeLessThanOrEqual(height);
    }
  });

  test('marks every stop with its number, nights apart from the rest', () => {
    const { classed } = draw(pamir, { width: 360 });
    const stops = classed('profile-stop');
    expect(stops.map((stop) => stop.getElementsByTagName('text')[0].textContent)).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
    ]);
    expect(classed('profile-night').map(titleOf)).toEqual([expect.stringContaining('5 Karakul, 3,914 m')]);
  });

  test('names passes with their height', () => {
    expect(draw(pamir, { width: 900 }).words).toContain('Ak-Baital pass 4,655 m');
  });

  test('hatches what is not known, and says so in words', () => {
    const { classed, words } = draw(pamir, { width: 900 });
    const gaps = classed('profile-gap');
    expect(gaps.map(titleOf)).toEqual([expect.stringMatching(/^km \d+ to \d+: height not known, a flight$/)]);
    const hatch = gaps[0].getElementsByTagName('rect')[0].getAttribute('fill')!;
    expect(hatch).toBe('url(#profile-unknown)');
    expect(words.join(' ')).toMatch(/not known|\?/);
    expect(words).toContain('not checked');
  });

  test('draws no line across a gap', () => {
    const { all } = draw(pamir, { width: 900 });
    const lines = all('path').filter((path) => path.getAttribute('class') === 'profile-line');
    const vertices = lines.map((path) => path.getAttribute('d')!.slice(1).split('L').length);
    expect(lines.length).toBe(2);
    expect(vertices.reduce((sum, amount) => sum + amount)).toBe(pamir.points.length);
  });

  test('tells levels by a figure and a class, not by colour', () => {
    const { classed, svg } = draw(pamir, { width: 900 });
    expect(classed('level-4').some((group) => group.textContent?.endsWith('4'))).toBe(true);
    expect(svg).not.toMatch(/style=|#[0-9a-f]{3,6}"/);
  });

  test('has a title and a description for who cannot see it', () => {
    const { root } = draw(pamir, { width: 900, id: 'heights' });
    expect(root.getAttribute('role')).toBe('img');
    expect(root.getAttribute('aria-labelledby')).toBe('heights-title heights-desc');
    const [description] = root.getElementsByTagName('desc');
    expect(description.getAttribute('id')).toBe('heights-desc');
    expect(description.textContent).toContain('Ak-Baital pass, 4,655 m');
    expect(description.textContent).toContain('Highest night: Karakul, 3,914 m.');
    expect(description.textContent).toMatch(/Nothing is known of the heights on \d+ km\./);
  });

  test('keeps hostile names text', async () => {
    const hostile = '</text><script>alert(1)</script>&';
    const profile = await profileOf(
      `Khorog, {place: ${JSON.stringify(hostile)}, at: {lat: 37.4, lon: 71.6}, nights: 1}`,
    );
    const { all, words } = draw(profile, { width: 900 });
    expect(all('script')).toEqual([]);
    expect(words.some((text) => text.includes('<script>'))).toBe(true);
  });

  test('is none for a trip that goes nowhere', async () => {
    expect(drawProfile(await profileOf('Khorog'), { width: 500 })).toBe('');
  });
});

describe('the rows of text', () => {
  const rows = heightRows(pamir);

  test('hold every stop, pass and place in travelling order, and what is not known', () => {
    expect(rows.map(({ name }) => name).filter(Boolean)).toEqual(
      expect.arrayContaining([...pamir.stops, ...pamir.points].map(({ name }) => name)),
    );
    expect(rows[0]).toEqual({ at: 'km 0', name: 'Dushanbe', what: 'stop 1, no night', height: '767 m' });
    expect(rows).toContainEqual(expect.objectContaining({ name: 'Ak-Baital pass', what: 'pass', height: '4,655 m' }));
    expect(rows).toContainEqual(expect.objectContaining({ name: '', what: 'a flight', height: 'not known' }));
  });

  test('tell the levels of the whole way', () => {
    const said = levelRows(pamir);
    expect(said[0]).toEqual({ at: expect.stringMatching(/^km 0 to/), level: '2 of 4' });
    expect(said.map(({ level }) => level)).toContain('4 of 4');
    expect(said.at(-1)!.level).toBe('not checked');
  });

  test('tell every zone that the picture has a bar for', () => {
    const names = zoneRows(pamir).map(({ name }) => name);
    expect(names).toContain('Afghan border area, up to 4 of 4');
    expect(names).toContain('Mines reported');
    const drawn = draw(pamir, { width: 900 }).classed('profile-band');
    for (const band of drawn) expect(names).toContain(band.getElementsByTagName('text')[0].textContent);
    expect(drawn.length).toBeGreaterThan(3);
  });
});
