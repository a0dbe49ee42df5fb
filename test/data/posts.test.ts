import { describe, expect, it } from 'vitest';
import { distanceKm } from '../../src/geodesy/great-ellipse.ts';
import { edgeDistanceKm } from '../../src/zones/nearest.ts';
import { knowledge } from '../trip.ts';

const { posts, places, sources, borders } = knowledge();
const placeOf = (id: string) => places.find((place) => place.id === id)!;
const post = (id: string) => posts.find((one) => one.id === id)!;

describe('data/posts.yaml', () => {
  it('has the posts of every neighbour', () => {
    const count = (neighbour: string) => posts.filter((one) => one.neighbour === neighbour).length;
    expect([count('AF'), count('KG'), count('CN'), count('UZ')]).toEqual([7, 6, 1, 11]);
  });

  it('stands for border posts of the gazetteer, each for itself, and leaves none of the country out', () => {
    const named = posts.flatMap((one) => one.places);
    expect(new Set(named).size).toBe(named.length);
    const known = places.filter(({ kind, country }) => kind === 'border-post' && country === 'TJ').map(({ id }) => id);
    expect([...named].sort()).toEqual(known.sort());
  });

  it.each(posts.map((one) => [one.id, one] as const))('%s stands on the border of its neighbour', (_, one) => {
    for (const { lon, lat, uncertaintyKm } of one.places.map(placeOf)) {
      const line = borders.ids.indexOf(one.neighbour);
      expect(edgeDistanceKm(borders, line, [lon, lat])).toBeLessThanOrEqual(uncertaintyKm + 0.5);
    }
  });

  it.each(posts.map((one) => [one.id, one] as const))('%s names its newest text first, and its day', (_, one) => {
    const { published } = sources[one.sources[0]];
    expect(one.statusDate).toBe(published);
    expect(one.statements.some(({ date }) => date === one.statusDate)).toBe(true);
    const days = one.statements.map(({ date }) => date).filter((date) => /^\d{4}/.test(date));
    expect(days).toEqual([...days].sort().reverse());
    // What it rests on is among what is told.
    const told = one.statements.flatMap((statement) => statement.sources);
    expect(told).toEqual(expect.arrayContaining([...one.sources]));
  });

  it('says open only of posts that a text of the last two years before its data calls open', () => {
    const open = posts.filter(({ status }) => status === 'open');
    expect(open.map(({ id }) => id)).toEqual(['guliston-kyzyl-bel', 'madaniyat-kayragach', 'kyzyl-art', 'karamyk']);
    for (const { statusDate } of open) expect(statusDate! >= '2025-01-01').toBe(true);
  });

  it('closes the Afghan border but for the one post on which two governments differ', () => {
    const afghan = posts.filter(({ neighbour }) => neighbour === 'AF');
    expect(afghan.filter(({ status }) => status !== 'closed').map(({ id }) => id)).toEqual(['panji-poyon']);
    for (const one of afghan.filter(({ status }) => status === 'closed')) {
      expect(one.statements.flatMap((statement) => statement.sources)).toEqual(
        expect.arrayContaining(['ca-gac-security-2025-12-16', 'us-state-country-2025-07-18']),
      );
    }
  });

  it('keeps both of what two governments say of Panji Poyon, and the bridge', () => {
    const { status, foreigners, words, statements } = post('panji-poyon');
    expect({ status, foreigners }).toEqual({ status: 'unverified', foreigners: null });
    expect(words).toMatch(/^Canada .*shut since 2021.*2025-12-16.*The US .*open.*2025-07-18/s);
    const says = (source: string) => statements.find((one) => one.sources.includes(source))!.says;
    expect(says('us-state-country-2025-07-18')).toContain('only crossing');
    expect(says('ca-gac-security-2025-12-16')).toContain('Shut since 2021');
    expect(says('us-embassy-assistance-2022')).toContain('built the bridge');
    expect(placeOf('panji-poyon-border-post').names).toContain('Dusti bridge');
  });

  it('has the two posts of 13 March 2025: one for all, one for the citizens of the two countries', () => {
    for (const [id, foreigners] of [
      ['guliston-kyzyl-bel', true],
      ['madaniyat-kayragach', false],
    ] as const) {
      const one = post(id);
      expect(one).toMatchObject({ status: 'open', foreigners, statusDate: '2025-03-17', hours: 'round the clock' });
      expect(one.words).toContain('13 March 2025');
      expect(one.statements.find(({ date }) => date === '2025-03-13')!.says).toContain('Opened today');
    }
  });

  it('tells of Karamyk as the road to it does: open, and whether to foreigners nobody says', () => {
    const { status, foreigners, statusDate } = post('karamyk');
    expect({ status, foreigners, statusDate }).toEqual({ status: 'open', foreigners: null, statusDate: '2025-07-08' });
    const road = knowledge().roads.sections.find(({ id }) => id === 'dombrachi-karamyk')!;
    expect(road.closed!.unsure).toHaveLength(12);
    expect(road.closed!.sources).toEqual(post('karamyk').sources);
  });

  it('keeps Kulma unverified, with its working days', () => {
    expect(post('kulma')).toMatchObject({ status: 'unverified', weekdays: [1, 2, 3, 4, 5], closedOnHolidays: true });
  });

  it('has the Uzbek posts unverified, two of them round the clock', () => {
    const uzbek = posts.filter(({ neighbour }) => neighbour === 'UZ');
    expect(new Set(uzbek.map(({ status }) => status))).toEqual(new Set(['unverified']));
    const always = uzbek.filter(({ hours }) => hours === 'round the clock').map(({ id }) => id);
    expect(always).toEqual(['dusti-sariosiyo', 'fotehobod-oybek']);
    for (const { statements } of uzbek) {
      expect(statements.flatMap((one) => one.sources)).toContain('asia-plus-uzbek-border-2018-03-01');
    }
  });

  it('keeps posts with a known place apart, so that the nearest is the one', () => {
    const sharp = posts.flatMap((one) => one.places.map((id) => [one.id, placeOf(id)] as const));
    const near = sharp.flatMap(([id, a]) =>
      sharp
        .filter(([other, b]) => other > id && distanceKm([a.lon, a.lat], [b.lon, b.lat]) < 5)
        .map(([other]) => `${id} ${other}`),
    );
    // The railway runs beside the road along the Amu Darya.
    expect(near).toEqual(['gulbahor-shahritus khoshadi-amuzang']);
  });
});
