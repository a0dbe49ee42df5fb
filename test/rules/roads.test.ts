import { describe, expect, test } from 'vitest';
import type { ReportedFinding } from '../../src/assessment.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import type { Place, Service } from '../../src/knowledge/schema/places.ts';
import type { RoadSection, Vehicle } from '../../src/knowledge/schema/roads.ts';
import { buildNameIndex } from '../../src/places/gazetteer.ts';
import { network, place, section, vehicle } from '../route/roads.ts';
import { assessText, find, knowledge, rulesIn } from '../trip.ts';

const speeds = { asphalt: 15, rough: 12, gravel: 10, track: 8 };
const vehicles: Vehicle[] = [
  vehicle('4x4'),
  vehicle('car', { unfit: ['track'] }),
  vehicle('bicycle', { share: undefined, kmh: speeds, dayKm: 80, sources: ['legs'] }),
  vehicle('foot', { share: undefined, kmh: { asphalt: 4, rough: 4, gravel: 4, track: 4 }, dayKm: 25 }),
];

/** What is known, with a small country of roads in place of the real one. */
function withRoads(
  roads: readonly RoadSection[],
  places: readonly Place[],
  more: Partial<Knowledge> = {},
): { knowledge: Knowledge } {
  const own = {
    places,
    names: buildNameIndex(places),
    roads: network(roads, places),
    vehicles,
    services: [],
    posts: [],
  };
  return { knowledge: { ...knowledge(), ...own, ...more } };
}

const stops = (list: string, start: string | null = '2027-07-03', travel = '4x4') =>
  `${start === null ? '' : `start: ${start}\n`}travel: ${travel}\nstops:\n${list}`;

const only = (findings: ReportedFinding[]): ReportedFinding => {
  expect(findings).toHaveLength(1);
  return findings[0];
};

// A chain from west to east, north of Dushanbe and far from every border: each piece is 60 km by road.
const a = place('anor', 68.9, 39.0);
const b = place('bodom', 69.3, 39.0);
const c = place('chormaghz', 69.7, 39.0);
const d = place('dolona', 70.1, 39.0);
const chain = (kmh = 40, rest: Partial<RoadSection> = {}): RoadSection[] =>
  [
    ['anor', 'bodom'],
    ['bodom', 'chormaghz'],
    ['chormaghz', 'dolona'],
  ].map((way) => section(way, { km: 60, kmh, name: `${way[0]} road`, sources: [way[0]], ...rest }));
const all = [a, b, c, d];

describe('TJ213: a place off the roads', () => {
  const camp = (lat: number) => stops(`  - anor\n  - { place: Camp, at: { lat: ${lat}, lon: 69.3 } }`);

  test('more than two kilometres away: it is said how far, and the last stretch is a guess', async () => {
    const assessment = await assessText(camp(39.1), {}, withRoads(chain(), all));
    const finding = only(find(assessment, 'TJ213'));
    expect(finding).toMatchObject({ severity: 'warning', confidence: 'possible', subject: 'leg-1', line: 5 });
    expect(finding.message).toBe(
      'Camp is 11.1 km from the nearest road that tajcheck knows; the way there was guessed.',
    );
    expect(finding.sources).toEqual([]);
    expect(assessment.legs[0].basis).toBe('road');
    expect(assessment.legs[0].corridorKm).toBeGreaterThan(2);
    expect(assessment.legs[0].lengthKm).toBeCloseTo(60 + 11.1, 0);
  });

  test('a pass that the leg goes through is its highest point all the same', async () => {
    const pass = place('pass', 69.3, 39.1, { kind: 'pass', altitudeM: 4700 });
    const text = stops('  - anor\n  - { place: chormaghz, via: [pass] }');
    const [leg] = (await assessText(text, {}, withRoads(chain(), [...all, pass]))).legs;
    expect(leg.corridorKm).toBeGreaterThan(0);
    expect(leg.highestM).toBe(4700);
  });

  test('a place is reached by the roads of the country that its record names, wherever its point lies', async () => {
    // The point lies in Uzbekistan, and so does a road beside it.
    const [mill, beside] = [place('mill', 67.6, 38.6, { uncertaintyKm: 130 }), place('beside', 67.6, 38.65)];
    const roads = [...chain(), section(['anor', 'beside'], { id: 'abroad', country: 'UZ' })];
    const own = withRoads(roads, [...all, mill, beside]);
    const [, stop] = (await assessText(stops('  - bodom\n  - mill'), {}, own)).stops;
    expect(stop.country).toBe('UZ');
    for (const end of ['mill', '{ place: bodom, via: [mill] }']) {
      const [leg] = (await assessText(stops(`  - bodom\n  - ${end}`), {}, own)).legs;
      expect(leg.road!.stretches.map((stretch) => stretch.section)).not.toContain('abroad');
    }
  });

  test('nearer: nothing', async () => {
    const near = await assessText(camp(39.01), {}, withRoads(chain(), all));
    expect(rulesIn(near)).not.toContain('TJ213');
    expect(near.legs[0]).toMatchObject({ basis: 'road', corridorKm: 0 });
  });

  test('the doubt about where the place is makes no road of the straight line to it', async () => {
    const glacier = place('glacier', 69.3, 39.2, { uncertaintyKm: 45 });
    const assessment = await assessText(stops('  - anor\n  - glacier'), {}, withRoads(chain(), [...all, glacier]));
    expect(only(find(assessment, 'TJ213')).message).toContain('GLACIER is 22.2 km from the nearest road');
    expect(assessment.legs[0].corridorKm).toBeGreaterThan(7);
  });

  test('too far for any road to matter: the whole way is a guess', async () => {
    const far = await assessText(camp(39.6), {}, withRoads(chain(), all));
    expect(far.legs[0]).toMatchObject({ basis: 'guess', road: null, hours: null });
    expect(rulesIn(far)).toContain('TJ206');
    expect(rulesIn(far)).not.toContain('TJ213');
  });
});

describe('TJ214: another way', () => {
  // To the river either by the south, along the Afghan border, or over a pass in the north.
  const west = place('west', 69.0, 38.5);
  const south = place('south', 70.1, 37.9);
  const top = place('top', 70.4, 38.75, { kind: 'pass', altitudeM: 3252 });
  const east = place('east', 70.79, 38.45);
  const places = [west, south, top, east];
  const bySouth = section(['west', 'south', [70.5, 38.12], 'east'], { id: 'by-south', kmh: 60 });
  const byNorth = section(['west', 'top', 'east'], { id: 'by-north', kmh: 45 });
  const trip = (via = '') => stops(`  - west\n  - { place: east${via} }`);

  test('through other zones: named by a place on it, with what differs', async () => {
    const assessment = await assessText(trip(), {}, withRoads([bySouth, byNorth], places));
    const finding = only(find(assessment, 'TJ214'));
    expect(finding).toMatchObject({ severity: 'info', confidence: 'certain', subject: 'leg-1', line: 5, sources: [] });
    expect(finding.message).toMatch(
      /^Another way, by TOP: \d+ km less, \d+(\.\d)? h (more|less), up to 3252 m at TOP; \d+ km instead of \d+ km inside “.+”/,
    );
    const [other] = assessment.legs[0].road!.others;
    expect(other).toMatchObject({ by: 'TOP', highest: { place: 'top', altitudeM: 3252 } });
    expect(other.lengthKm).toBeLessThan(assessment.legs[0].lengthKm!);
    const inside = (zone: string): number =>
      assessment.legs[0].crossings!.filter((own) => own.zone === zone).reduce((sum, own) => sum + own.insideKm, 0);
    expect(inside('af-border-ca') - (other.insideKm['af-border-ca'] ?? 0)).toBeGreaterThan(10);
    // Every zone that the sentence or the list names can be looked up.
    const named = new Set(assessment.zones.map(({ id }) => id));
    for (const zone of Object.keys(other.insideKm)) expect(named).toContain(zone);
  });

  test('is as much longer as its road is, where the stops lie off the roads', async () => {
    const camp = `  - { place: Camp, at: { lat: 38.68, lon: 69.0 } }\n  - east`;
    const assessment = await assessText(stops(camp), {}, withRoads([bySouth, byNorth], places));
    const [leg] = assessment.legs;
    expect(leg.corridorKm).toBeGreaterThan(0);
    const [other] = leg.road!.others;
    const offRoadKm = leg.road!.stretches[0].fromKm;
    expect(offRoadKm).toBeGreaterThan(10);
    const onRoad = await assessText(trip(), {}, withRoads([bySouth, byNorth], places));
    expect(other.lengthKm).toBeGreaterThan(onRoad.legs[0].road!.others[0].lengthKm);
    expect(find(assessment, 'TJ214')[0].message).toMatch(
      new RegExp(`by TOP: ${Math.round(leg.lengthKm! - other.lengthKm)} km less`),
    );
  });

  test('shut in some months is said to be so without a date too', async () => {
    const closed = { ...byNorth, closed: shut };
    const message = async (start: string | null) =>
      find(await assessText(stops('  - west\n  - east', start), {}, withRoads([bySouth, closed], places)), 'TJ214')[0]
        .message;
    expect(await message('2027-07-03')).not.toContain('shut');
    expect(await message('2027-01-15')).toContain(' It is shut on 2027-01-15: Road.');
    expect(await message('2027-03-10')).toContain(' It may be shut on 2027-03-10: Road.');
    expect(await message(null)).toContain(' It is shut in some months: Road.');
  });

  test('is found behind a loop that is much too long', async () => {
    const gate = place('gate', 70.6, 38.3);
    const roads = [
      section(['west', 'south', 'gate'], { id: 'by-south', km: 180, kmh: 120 }),
      section(['west', 'top', 'gate'], { id: 'by-north', km: 184, kmh: 115 }),
      section(['gate', 'east'], { id: 'shared', km: 210, kmh: 60 }),
      section(['west', 'far', 'east'], { id: 'loop', km: 510, kmh: 60 }),
    ];
    const own = [...places, gate, place('far', 69.9, 39.3)];
    const assessment = await assessText(trip(), {}, withRoads(roads, own));
    expect(assessment.legs[0].road!.stretches.map((stretch) => stretch.section)).toEqual(['by-south', 'shared']);
    expect(assessment.legs[0].road!.others.map(({ by }) => by)).toEqual(['TOP']);
  });

  test('needs ten kilometres of difference inside a zone', async () => {
    // All of both ways lies in the Tavildara area, and deep inside: lengths by road are lengths inside.
    const [from, over, under, to] = [
      place('from', 70.3, 38.78),
      place('over', 70.4, 38.81),
      place('under', 70.4, 38.75),
      place('to', 70.5, 38.78),
    ];
    const pair = (km: number) => [
      section(['from', 'over', 'to'], { id: 'over-way', km: 30 }),
      section(['from', 'under', 'to'], { id: 'under-way', km }),
    ];
    const ways = (km: number) =>
      assessText(stops('  - from\n  - to'), {}, withRoads(pair(km), [from, over, under, to]));
    const alike = await ways(38);
    expect(alike.legs[0].road!.others.map(({ insideKm }) => insideKm.tavildara)).toEqual([38]);
    expect(rulesIn(alike)).not.toContain('TJ214');
    expect(only(find(await ways(42), 'TJ214')).message).toContain('42 km instead of 30 km inside “Tavildara”');
  });

  test('is none through another country', async () => {
    const abroad = place('abroad', 70.3, 38.6, { country: 'KG' });
    const loop = section(['west', 'abroad', 'east'], { id: 'loop', kmh: 45, country: 'KG' });
    const assessment = await assessText(trip(), {}, withRoads([bySouth, loop], [...places, abroad]));
    expect(assessment.legs[0].road!.others).toEqual([]);
  });

  test('not when the way is named by a place on it', async () => {
    const assessment = await assessText(trip(', via: [top]'), {}, withRoads([bySouth, byNorth], places));
    expect(rulesIn(assessment)).not.toContain('TJ214');
    expect(assessment.legs[0].road!.others).toEqual([]);
    expect(assessment.legs[0].road!.passed.map(({ place: id }) => id)).toContain('top');
  });

  test('not when it is much longer, and not when it enters the same zones', async () => {
    const slow = await assessText(trip(), {}, withRoads([bySouth, { ...byNorth, kmh: 15 }], places));
    expect(rulesIn(slow)).not.toContain('TJ214');
    const detour = place('detour', 69.1, 39.05);
    const beside = [...chain(), section(['anor', 'detour', 'bodom'], { id: 'beside', kmh: 27 })];
    const alike = await assessText(stops('  - anor\n  - bodom'), {}, withRoads(beside, [...all, detour]));
    expect(alike.legs[0].road!.others).toHaveLength(1);
    expect(rulesIn(alike)).not.toContain('TJ214');
  });
});

const shut = { months: [12, 1, 2], unsure: [11, 3], words: 'Snow lies on it.', sources: ['ranger'] };

describe('TJ215: the quickest road is shut', () => {
  const round = place('round', 69.3, 38.8);
  const roads = [
    section(['anor', 'bodom'], { id: 'over', name: 'Pass road', kmh: 60, closed: shut }),
    section(['anor', 'round', 'bodom'], { id: 'under', name: 'Valley road' }),
  ];
  const trip = (start: string | null) =>
    assessText(stops('  - anor\n  - bodom', start), {}, withRoads(roads, [...all, round]));

  test('another is taken and it is said which one was left, and why', async () => {
    const assessment = await trip('2027-01-15');
    const finding = only(find(assessment, 'TJ215'));
    expect(finding).toMatchObject({ severity: 'warning', confidence: 'certain', subject: 'leg-1', line: 5 });
    expect(finding.sources).toEqual(['ranger']);
    expect(finding.message).toBe(
      'Pass road is shut on 2027-01-15: Snow lies on it. The way was checked along an open road.',
    );
    expect(assessment.legs[0].road!.stretches.map((stretch) => stretch.section)).toEqual(['under']);
    expect(rulesIn(assessment)).not.toContain('TJ501');
  });

  test('not in summer, not where it may be open, not without a date', async () => {
    for (const start of ['2027-07-03', '2027-03-10', null]) {
      const assessment = await trip(start);
      expect(rulesIn(assessment)).not.toContain('TJ215');
      expect(assessment.legs[0].road!.stretches.map((stretch) => stretch.section)).toEqual(['over']);
    }
  });
});

describe('TJ501: the only road is shut', () => {
  const roads = [section(['anor', 'bodom'], { name: 'Pass road', closed: shut }), ...chain().slice(1)];
  const trip = (start: string | null, list = '  - anor\n  - bodom') =>
    assessText(stops(list, start), {}, withRoads(roads, all));

  test('every year in that month: an error, in the words of its source', async () => {
    const assessment = await trip('2027-01-15');
    const finding = only(find(assessment, 'TJ501'));
    expect(finding).toMatchObject({ severity: 'error', confidence: 'certain', subject: 'leg-1', line: 5 });
    expect(finding.message).toBe('Pass road is shut on 2027-01-15: Snow lies on it.');
    expect(finding.sources).toEqual(['ranger']);
    expect(assessment.legs[0].road!.stretches[0].opening).toBe('closed');
  });

  test('in some years: a warning', async () => {
    const finding = only(find(await trip('2027-03-10'), 'TJ501'));
    expect(finding).toMatchObject({ severity: 'warning', subject: 'leg-1', sources: ['ranger'] });
    expect(finding.message).toBe('Pass road may be shut on 2027-03-10: Snow lies on it.');
  });

  test('open: nothing', async () => {
    const assessment = await trip('2027-07-03');
    expect(rulesIn(assessment)).not.toContain('TJ501');
    expect(assessment.legs[0].road!.stretches[0].opening).toBe('open');
  });

  test('without a date: a warning, for silence would read as open', async () => {
    const assessment = await trip(null);
    expect(only(find(assessment, 'TJ501'))).toMatchObject({
      severity: 'warning',
      message: 'Pass road is shut in some months, and the day of travel is not known: Snow lies on it.',
      sources: ['ranger'],
    });
    expect(assessment.notChecked.find(({ subject }) => subject === 'season')!.why).toContain('were not checked');
    expect(find(await trip(null, '  - bodom\n  - chormaghz'), 'TJ501')).toEqual([]);
  });

  test('on any day of a leg that takes several', async () => {
    const into = '  - { place: anor, nights: 1 }\n  - { place: bodom, date: 2026-12-02 }';
    expect(find(await trip('2026-10-20', into), 'TJ501')).toMatchObject([{ severity: 'error', subject: 'leg-1' }]);
  });

  test('a pass named as one to go through is gone over, not reached from its far side', async () => {
    const base = section(['anor', 'foot'], { id: 'base' });
    const up = section(['foot', 'gap'], { id: 'up', name: 'Pass road', closed: shut });
    const down = section(['gap', 'bodom'], { id: 'down', name: 'Pass road', closed: shut });
    const far = section(['bodom', 'chormaghz'], { id: 'far' });
    const around = section(['foot', 'round', 'bodom'], { id: 'under', name: 'Valley road' });
    const places = [...all, place('foot', 69.02, 39.05), place('gap', 69.05, 39.1), place('round', 69.1, 39.2)];
    const list = '  - anor\n  - { place: chormaghz, via: [gap] }';
    const assessment = await assessText(
      stops(list, '2027-01-15'),
      {},
      withRoads([base, up, down, far, around], places),
    );
    expect(find(assessment, 'TJ501')).toMatchObject([{ severity: 'error', subject: 'leg-1' }]);
    expect(assessment.legs[0].road!.stretches.map(({ section }) => section)).toEqual(['base', 'up', 'down', 'far']);
    expect(rulesIn(assessment)).not.toContain('TJ215');
  });

  test('is told once of a road that the way comes back to', async () => {
    const spur = [...roads, section(['bodom', 'spur'], { id: 'spur' })];
    const places = [...all, place('spur', 69.3, 39.2)];
    const list = '  - anor\n  - { place: anor, via: [bodom, spur] }';
    const assessment = await assessText(stops(list, '2027-01-15'), {}, withRoads(spur, places));
    expect(assessment.legs[0].road!.stretches).toHaveLength(4);
    expect(find(assessment, 'TJ501')).toHaveLength(1);
  });

  test('roads that are shut for one reason are told together', async () => {
    const both = chain(40, { closed: shut });
    const assessment = await assessText(stops('  - anor\n  - chormaghz', '2027-01-15'), {}, withRoads(both, all));
    expect(only(find(assessment, 'TJ501')).message).toBe(
      'anor road, bodom road are shut on 2027-01-15: Snow lies on it.',
    );
  });

  test('names the leg that uses it, not the one beside it', async () => {
    const findings = find(await trip('2027-01-15', '  - chormaghz\n  - bodom\n  - anor'), 'TJ501');
    expect(findings).toMatchObject([{ subject: 'leg-2', line: 6 }]);
  });
});

describe('TJ502: nobody says when it is open', () => {
  const high = place('high', 69.1, 39.0, { kind: 'pass', altitudeM: 3300 });
  const trip = (rest: Partial<RoadSection>, end = 'bodom', own: Place[] = [...all, high]) =>
    assessText(
      stops(`  - anor\n  - ${end}`),
      {},
      withRoads([section(['anor', 'high', 'bodom'], { name: 'High road', ...rest })], own),
    );

  test('above 3,000 metres', async () => {
    const finding = only(find(await trip({}), 'TJ502'));
    expect(finding).toMatchObject({ severity: 'info', confidence: 'certain', subject: 'leg-1', line: 5, sources: [] });
    expect(finding.message).toBe('No source says in which months High road is open.');
  });

  test('not where a source says so, even that it is always open; not on lower roads', async () => {
    expect(rulesIn(await trip({ closed: shut }))).not.toContain('TJ502');
    expect(rulesIn(await trip({ closed: { months: [], words: 'Cleared.', sources: ['s'] } }))).not.toContain('TJ502');
    expect(rulesIn(await trip({}, 'bodom', [...all, { ...high, altitudeM: 2900 }]))).not.toContain('TJ502');
  });

  test('of unknown height: on a track, not on asphalt', async () => {
    const unknown = [...all, high].map((own): Place => ({ ...own, altitudeM: null, altitudeBasis: null }));
    expect(rulesIn(await trip({ surface: 'track' }, 'bodom', unknown))).toContain('TJ502');
    expect(rulesIn(await trip({}, 'bodom', unknown))).not.toContain('TJ502');
  });

  test('when the leg ends on the pass, wherever that is', async () => {
    for (let at = 1; at <= 40; at++) {
      const top = { ...high, lon: 69.1 + at * 0.00371, lat: 39 + at * 0.00193 };
      const assessment = await trip({}, 'high', [...all, top]);
      expect(rulesIn(assessment), `${top.lon} ${top.lat}`).toContain('TJ502');
    }
  });
});

describe('TJ503: a long day', () => {
  const ride = (list: string, travel = 'bicycle', roads = chain()) =>
    assessText(stops(list, '2027-07-03', travel), {}, withRoads(roads, all));

  test('by bicycle, over legs without a night between', async () => {
    const finding = only(find(await ride('  - anor\n  - bodom\n  - chormaghz'), 'TJ503'));
    expect(finding).toMatchObject({ severity: 'warning', confidence: 'certain', subject: 'leg-2', line: 6 });
    expect(finding.message).toBe('120 km by bicycle in one day: about 80 km is a day on such roads.');
    expect(finding.sources).toEqual(['legs']);
  });

  test('a night between makes two days of it', async () => {
    expect(rulesIn(await ride('  - anor\n  - { place: bodom, nights: 1 }\n  - chormaghz'))).not.toContain('TJ503');
    expect(rulesIn(await ride('  - anor\n  - bodom'))).not.toContain('TJ503');
  });

  test('so do pinned dates, as many as they are', async () => {
    const until = (date: string) => ride(`  - anor\n  - { place: dolona, date: ${date} }`);
    expect(rulesIn(await until('2027-07-05'))).not.toContain('TJ503');
    expect(only(find(await until('2027-07-04'), 'TJ503')).message).toContain('180 km by bicycle in 2 days');
  });

  test('on foot a day is shorter', async () => {
    const message = only(find(await ride('  - anor\n  - bodom', 'foot'), 'TJ503')).message;
    expect(message).toBe('60 km on foot in one day: about 25 km is a day on such roads.');
    const short = chain(40, { km: 24 });
    expect(rulesIn(await ride('  - anor\n  - bodom', 'foot', short))).not.toContain('TJ503');
  });

  test('is not for a vehicle without such a limit, nor for a day by two vehicles', async () => {
    expect(rulesIn(await ride('  - anor\n  - dolona', '4x4'))).not.toContain('TJ503');
    const carried = '  - anor\n  - { place: bodom, by: 4x4 }\n  - chormaghz';
    expect(rulesIn(await ride(carried))).not.toContain('TJ503');
  });

  test('what is ridden is too long however the day goes on', async () => {
    const finding = only(find(await ride('  - anor\n  - chormaghz\n  - { place: dolona, by: 4x4 }'), 'TJ503'));
    expect(finding).toMatchObject({ subject: 'leg-1', sources: ['legs'] });
    expect(finding.message).toContain('120 km by bicycle in one day');
    const unknown = await ride('  - anor\n  - chormaghz\n  - { place: Camp, at: { lat: 39.9, lon: 69.7 } }');
    expect(unknown.legs[1].basis).toBe('guess');
    expect(find(unknown, 'TJ503')).toHaveLength(1);
  });
});

describe('TJ504: after dark', () => {
  // 180 km at 15 km/h are 12 hours: light enough in June, two hours and more too long in December.
  const drive = (start: string | null, list = '  - anor\n  - dolona', more: Partial<Knowledge> = {}) =>
    assessText(stops(list, start), {}, withRoads(chain(15), all, more));

  test('in winter, with the hours of light and who advises against it', async () => {
    const assessment = await drive('2026-12-21');
    const finding = only(find(assessment, 'TJ504'));
    expect(finding).toMatchObject({ severity: 'warning', confidence: 'certain', subject: 'leg-1', line: 5 });
    expect(finding.message).toMatch(
      /^About 12 h on the road in one day, and 9\.\d h of daylight on 2026-12-21 \(sunrise 07:\d\d, sunset 1[67]:\d\d, UTC\+5\)/,
    );
    const advice = knowledge().advisories.filter(
      ({ reasons, status, zone }) => reasons.includes('night-travel') && status === 'current' && zone === 'country-tj',
    );
    expect(advice.length).toBeGreaterThan(0);
    for (const { authority, sources } of advice) {
      expect(finding.message).toContain(knowledge().authorities[authority].name);
      expect(finding.sources).toEqual(expect.arrayContaining(sources));
    }
    const known = new Set(assessment.sources.map(({ id }) => id));
    for (const source of finding.sources) expect(known).toContain(source);
  });

  test('not in summer, not without a date', async () => {
    expect(rulesIn(await drive('2027-06-21'))).not.toContain('TJ504');
    expect(rulesIn(await drive(null))).not.toContain('TJ504');
  });

  test('only where a government advises against travel at night', async () => {
    const { advisories } = knowledge();
    const calm = advisories.filter(({ reasons }) => !reasons.includes('night-travel'));
    expect(rulesIn(await drive('2026-12-21', undefined, { advisories: calm }))).not.toContain('TJ504');
    const elsewhere = [...calm, { ...advisories[0], zone: 'vorukh', reasons: ['night-travel' as const] }];
    expect(rulesIn(await drive('2026-12-21', undefined, { advisories: elsewhere }))).not.toContain('TJ504');
    const withdrawn = advisories.map((own) =>
      own.reasons.includes('night-travel') ? { ...own, status: 'withdrawn' as const, ended: '2026-11-01' } : own,
    );
    expect(rulesIn(await drive('2026-12-21', undefined, { advisories: withdrawn }))).not.toContain('TJ504');
  });

  test('legs of one day add up; a night, or another day, parts them', async () => {
    expect(only(find(await drive('2026-12-21', '  - anor\n  - bodom\n  - dolona'), 'TJ504')).subject).toBe('leg-2');
    const night = '  - anor\n  - { place: bodom, nights: 1 }\n  - dolona';
    expect(rulesIn(await drive('2026-12-21', night))).not.toContain('TJ504');
    const pinned = '  - anor\n  - { place: dolona, date: 2026-12-22 }';
    expect(rulesIn(await drive('2026-12-21', pinned))).not.toContain('TJ504');
  });

  test('what is driven is too long however the day goes on', async () => {
    const guessed = '  - anor\n  - dolona\n  - { place: Camp, at: { lat: 39.9, lon: 70.1 } }';
    expect(only(find(await drive('2026-12-21', guessed), 'TJ504')).subject).toBe('leg-1');
  });
});

describe('TJ505: far between fuel', () => {
  const long = chain(60, { km: 150 });
  const fuel = (...ids: string[]): Service[] =>
    ids.map((id) => ({ place: id, has: ['fuel'], sources: [`pump-${id}`] }));
  const drive = (list: string, services: Service[], travel = '4x4') =>
    assessText(stops(list, '2027-07-03', travel), {}, withRoads(long, all, { services }));

  test('counts across stops, from pump to pump', async () => {
    const assessment = await drive('  - anor\n  - bodom\n  - chormaghz', fuel('anor', 'chormaghz'));
    const finding = only(find(assessment, 'TJ505'));
    expect(finding).toMatchObject({ severity: 'info', confidence: 'certain', subject: 'leg-2', line: 6 });
    expect(finding.message).toBe('300 km from ANOR to CHORMAGHZ without a place where fuel is known to be sold.');
    expect(finding.sources).toEqual(['pump-chormaghz']);
    expect(assessment.legs[1].road!.fuel).toEqual([{ place: 'chormaghz', name: 'CHORMAGHZ', km: 150 }]);
  });

  test('a pump between is enough; cash is not fuel', async () => {
    const list = '  - anor\n  - chormaghz';
    expect(rulesIn(await drive(list, fuel('anor', 'bodom', 'chormaghz')))).not.toContain('TJ505');
    const cash: Service = { place: 'bodom', has: ['cash'], sources: ['s'] };
    expect(rulesIn(await drive(list, [...fuel('anor', 'chormaghz'), cash]))).toContain('TJ505');
  });

  test('counts from the start of the trip where no pump is known there, and to its end', async () => {
    const start = only(find(await drive('  - anor\n  - dolona', fuel('chormaghz', 'dolona')), 'TJ505'));
    expect(start.message).toContain('300 km from ANOR to CHORMAGHZ');
    const end = only(find(await drive('  - anor\n  - bodom\n  - dolona', fuel('anor')), 'TJ505'));
    expect(end).toMatchObject({ subject: 'leg-2', line: 6 });
    expect(end.message).toBe('450 km from ANOR to DOLONA without a place where fuel is known to be sold.');
  });

  test('roads abroad are not counted, and the count goes on behind them', async () => {
    const over = async (first: number, last: number) => {
      const [west, middle, east] = chain();
      const roads = [
        { ...west, km: first },
        { ...middle, km: 400, country: 'KG' as const },
        { ...east, km: last },
      ];
      const options = withRoads(roads, all, { services: [] });
      const assessment = await assessText(stops('  - anor\n  - dolona'), {}, options);
      return find(assessment, 'TJ505').map(({ message }) => message);
    };
    const told = (km: number) =>
      `${km} km from ANOR to DOLONA without a place where fuel is known to be sold, and 400 km abroad, of which nothing was read.`;
    expect(await over(100, 100)).toEqual([]);
    expect(await over(150, 150)).toEqual([told(300)]);
    expect(await over(300, 100)).toEqual([told(400)]);
  });

  test('is nothing to a cyclist', async () => {
    expect(rulesIn(await drive('  - anor\n  - dolona', fuel('anor', 'dolona'), 'bicycle'))).not.toContain('TJ505');
  });

  test('a leg whose road is not known ends the count', async () => {
    const track = { 't.gpx': { parts: [[[69.3, 39] as const, [69.7, 39] as const]] } };
    const list = '  - anor\n  - bodom\n  - { place: chormaghz, track: t.gpx }\n  - dolona';
    const options = withRoads(long, all, { services: fuel('anor', 'dolona') });
    const assessment = await assessText(stops(list), track, options);
    expect(assessment.legs[1].basis).toBe('track');
    expect(rulesIn(assessment)).not.toContain('TJ505');
  });
});

describe('TJ506: a car on a track', () => {
  const [first, second, third] = chain();
  const roads = [first, { ...second, surface: 'track' as const }, { ...third, surface: 'gravel' as const }];
  const drive = (list: string, travel: string) =>
    assessText(stops(list, '2027-07-03', travel), {}, withRoads(roads, all));

  test('says which road and how much of the way', async () => {
    const finding = only(find(await drive('  - anor\n  - dolona', 'car'), 'TJ506'));
    expect(finding).toMatchObject({ severity: 'warning', confidence: 'certain', subject: 'leg-1', line: 5 });
    expect(finding.message).toBe('60 km of the way are a track (bodom road), not made for a car.');
    expect(finding.sources).toEqual(['bodom']);
  });

  test('is for the leg that is driven so, and by such a vehicle', async () => {
    expect(rulesIn(await drive('  - anor\n  - dolona', '4x4'))).not.toContain('TJ506');
    expect(rulesIn(await drive('  - chormaghz\n  - dolona', 'car'))).not.toContain('TJ506');
    const mixed = await drive('  - anor\n  - bodom\n  - { place: chormaghz, by: 4x4 }', 'car');
    expect(rulesIn(mixed)).not.toContain('TJ506');
  });

  test('is not raised where the file does not say how one travels', async () => {
    const text = 'start: 2027-07-03\nstops:\n  - anor\n  - dolona\n';
    const assessment = await assessText(text, {}, withRoads(roads, all));
    expect(assessment.legs[0]).toMatchObject({ mode: null, basis: 'road' });
    expect(rulesIn(assessment)).not.toContain('TJ506');
  });
});
