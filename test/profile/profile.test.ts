import { describe, expect, test } from 'vitest';
import { bandRows } from '../../src/profile/band-rows.ts';
import { makeProfile } from '../../src/profile/profile.ts';
import { assessText, knowledge, withoutRoads } from '../trip.ts';

const head = 'tajcheck: 1\nstart: 2027-07-03\ntravel: 4x4\n';
const profileOf = async (stops: string, options: Parameters<typeof assessText>[2] = {}, tracks = {}) => {
  const assessment = await assessText(`${head}stops: [${stops}]\n`, tracks, options);
  return { assessment, profile: makeProfile({ assessment, knowledge: options.knowledge ?? knowledge() }) };
};

describe('heights', () => {
  test('are those of the stops and of what the road passes, at the kilometres of the trip', async () => {
    const { assessment, profile } = await profileOf('Khorog, {place: Murghab, nights: 2}, Karakul');
    const [first, second] = assessment.legs.map(({ lengthKm }) => lengthKm!);
    expect(profile.lengthKm).toBeCloseTo(first + second, 3);
    expect(profile.stops.map(({ km }) => km)).toEqual([0, first, profile.lengthKm]);
    const pass = profile.points.find(({ name }) => name === 'Ak-Baital pass')!;
    expect(pass).toMatchObject({ kind: 'pass', altitudeM: 4655, stop: null, joined: true });
    expect(pass.km).toBeGreaterThan(first);
    expect(pass.km).toBeLessThan(profile.lengthKm);
    expect(profile.points.find(({ stop }) => stop === 'stop-2')).toMatchObject({ altitudeM: 3607, nights: 2 });
    expect(profile.points.map(({ km }) => km)).toEqual(profile.points.map(({ km }) => km).toSorted((a, b) => a - b));
    expect(profile.gaps).toEqual([]);
  });

  test('are the gazetteer’s own, never a figure in between', async () => {
    const { profile } = await profileOf('Dushanbe, Kalai-Khumb, Khorog, Murghab');
    const known = new Map(knowledge().places.map(({ name, altitudeM }) => [name, altitudeM]));
    for (const { name, altitudeM } of profile.points) expect(altitudeM, name).toBe(known.get(name));
    expect(new Set(profile.points.map(({ km, name }) => `${km} ${name}`)).size).toBe(profile.points.length);
  });

  test('do not join two places over a flight', async () => {
    const { profile } = await profileOf('Dushanbe, {place: Khorog, by: air}, Ishkashim');
    const [dushanbe, khorog, ...after] = profile.points;
    expect([dushanbe.name, khorog.name, khorog.joined]).toEqual(['Dushanbe', 'Khorog', false]);
    expect(after.map(({ joined }) => joined)).not.toContain(false);
    expect(profile.gaps).toEqual([{ fromKm: 0, toKm: khorog.km, why: 'flight' }]);
    // The ground below is not looked at: no level there means nothing.
    const flown = profile.levels.filter(({ leg }) => leg === 'leg-1');
    expect(flown.map(({ checked }) => checked)).toEqual(flown.map(({ level }) => level !== null));
    expect(flown.length).toBeGreaterThan(0);
  });

  test('do not join two places over a guess', async () => {
    const { profile } = await profileOf('Khorog, Murghab', withoutRoads());
    expect(profile.points.map(({ name, joined }) => [name, joined])).toEqual([
      ['Khorog', false],
      ['Murghab', false],
    ]);
    expect(profile.gaps).toEqual([{ fromKm: 0, toKm: profile.lengthKm, why: 'guess' }]);
  });

  test('of a track are not known between its ends', async () => {
    const tracks = {
      'way.gpx': {
        parts: [
          [
            [71.553, 37.49],
            [71.6, 37.4],
          ] as const,
        ],
      },
    };
    const { profile } = await profileOf(
      'Khorog, {place: Camp, at: {lat: 37.4, lon: 71.6}, track: way.gpx}',
      {},
      tracks,
    );
    expect(profile.points.map(({ name }) => name)).toEqual(['Khorog']);
    expect(profile.stops[1]).toMatchObject({ name: 'Camp', altitudeM: null });
    expect(profile.gaps).toEqual([{ fromKm: 0, toKm: profile.lengthKm, why: 'track' }]);
  });

  test('a way that is not known takes no kilometres, breaks the line and is told', async () => {
    const { profile } = await profileOf('Khorog, Nowhere Known, Murghab, Karakul');
    expect(profile.unknownLegs).toEqual(['leg-1', 'leg-2']);
    expect(profile.breaks.map(({ km }) => km)).toEqual([0, 0]);
    expect(profile.points.find(({ name }) => name === 'Murghab')!.joined).toBe(false);
    expect(profile.stops[1]).toMatchObject({ name: 'Nowhere Known', altitudeM: null });
  });
});

describe('the advice along the way', () => {
  test('covers every kilometre once', async () => {
    const { profile } = await profileOf('Dushanbe, Khorog, Murghab');
    expect(profile.levels[0].fromKm).toBe(0);
    expect(profile.levels.at(-1)!.toKm).toBe(profile.lengthKm);
    for (const [at, next] of profile.levels.slice(1).entries()) expect(next.fromKm).toBe(profile.levels[at].toKm);
  });

  test('is not checked abroad, where no level would read as none', async () => {
    const { profile } = await profileOf('Karakul, {place: Osh, via: [Kyzylart]}');
    expect(profile.levels.at(-1)).toMatchObject({ level: null, checked: false });
    expect(profile.levels[0]).toMatchObject({ level: 3, checked: true });
  });

  test('keeps a level that may hold because the edge is near', async () => {
    const { assessment, profile } = await profileOf('Jelondy, Bulunkul');
    expect(assessment.legs[0].advisories!.map(({ level }) => level)).toContain(4);
    expect(profile.levels.map(({ level, perhaps }) => [level, perhaps])).toEqual([[3, 4]]);
  });
});

describe('zones', () => {
  test('run on from leg to leg, and each government keeps its own strip', async () => {
    const { profile } = await profileOf('Kalai-Khumb, Rushan, Khorog');
    const gbao = profile.bands.filter(({ zone }) => zone === 'gbao');
    expect(gbao).toMatchObject([{ fromKm: 0, toKm: profile.lengthKm, sure: true }]);
    expect(new Set(profile.bands.map(({ zone }) => zone))).toContain('af-border-us');
    expect(new Set(profile.bands.map(({ zone }) => zone))).toContain('af-border-ca');
  });

  test('of one border make one row, which tells where governments differ', async () => {
    const { profile } = await profileOf('Tavildara, Kalai-Khumb');
    const row = bandRows(profile).find(({ name }) => name === 'Afghan border area')!;
    expect(row.level).toBe(4);
    expect(row.stretches.map(({ inside }) => inside)).toEqual(['some', 'all']);
    expect(row.stretches[1].toKm).toBe(profile.lengthKm);
  });

  test('with mines make one row', async () => {
    const { profile } = await profileOf('Dushanbe, Kalai-Khumb');
    const mines = bandRows(profile).filter(({ name }) => name === 'Mines reported');
    expect(mines).toHaveLength(1);
    expect(mines[0].stretches.every(({ inside }) => inside === 'all')).toBe(true);
  });

  test('beside a guessed way are told as perhaps', async () => {
    const { profile } = await profileOf('Kalai-Khumb, Khorog', withoutRoads());
    expect(profile.bands.map(({ sure }) => sure)).not.toContain(true);
    expect(bandRows(profile).flatMap(({ stretches }) => stretches.map(({ inside }) => inside))).not.toContain('all');
  });
});
