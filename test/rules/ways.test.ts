import { describe, expect, test } from 'vitest';
import { assessText, find, rulesIn, withoutRoads } from '../trip.ts';

const trip = (stops: string) => `start: 2027-07-03\nstops:\n${stops}`;
const line = (...points: [number, number][]) => ({ parts: [points] });

describe('places and days', () => {
  test('an unknown place is an error that offers names and takes none', async () => {
    const assessment = await assessText(trip('  - Khorogg'));
    expect(find(assessment, 'TJ201')[0]).toMatchObject({ severity: 'error', line: 3 });
    expect(find(assessment, 'TJ201')[0].message).toContain('Khorog');
    expect(assessment.stops[0]).toMatchObject({ zones: null, lon: null, advisories: null });
    expect(assessment.notChecked.some((entry) => entry.subject === 'stop-1')).toBe(true);
  });

  test('a name of several places is an error; coordinates or the full name settle it', async () => {
    expect(rulesIn(await assessText(trip('  - Langar')))).toContain('TJ202');
    expect(rulesIn(await assessText(trip('  - Langar (Wakhan)')))).not.toContain('TJ202');
    const settled = await assessText(trip('  - { place: Langar, at: { lat: 37.05, lon: 72.67 } }'));
    expect(rulesIn(settled)).not.toContain('TJ202');
  });

  test('a stop outside the data is a warning and stays unknown', async () => {
    const assessment = await assessText(trip('  - { place: Paris, at: { lat: 48.86, lon: 2.35 } }'));
    expect(find(assessment, 'TJ203')).toMatchObject([{ severity: 'warning', line: 3 }]);
    expect(assessment.stops[0]).toMatchObject({ zones: null, advisories: null, borderKm: null });
  });

  test('a pinned day must follow from the nights before it', async () => {
    const jump = (date: string) =>
      assessText(trip(`  - { place: Dushanbe, nights: 2 }\n  - { place: Khujand, date: ${date} }`));
    expect(find(await jump('2027-07-05'), 'TJ204')).toEqual([]);
    expect(find(await jump('2027-07-06'), 'TJ204')).toMatchObject([{ severity: 'warning', line: 4 }]);
    expect(find(await jump('2027-07-04'), 'TJ204')).toMatchObject([{ severity: 'error', line: 4 }]);
  });

  test('coordinates far from the place of that name are remarked on, and used', async () => {
    const assessment = await assessText(trip('  - { place: Khorog, at: { lat: 38.56, lon: 68.78 } }'));
    expect(find(assessment, 'TJ205')).toMatchObject([{ severity: 'warning' }]);
    expect(assessment.stops[0].zones!.some((zone) => zone.id === 'gbao')).toBe(false);
  });

  test('without a start nothing has a day, and it is said', async () => {
    const assessment = await assessText('stops:\n  - Khorog\n');
    expect(rulesIn(assessment)).toContain('TJ210');
    expect(assessment.stops[0].from).toBeNull();
    expect(assessment.permits[0].applyBy).toBeNull();
  });
});

describe('ways', () => {
  const stops = (more = '') =>
    trip(`  - { place: A, at: { lat: 38.5, lon: 68.8 } }\n  - { place: B, at: { lat: 38.5, lon: 69.3 }${more} }`);

  test('a leg without a track, away from roads, is a guess whose band may touch more than its line', async () => {
    const assessment = await assessText(stops(), {}, withoutRoads());
    expect(find(assessment, 'TJ206')).toMatchObject([{ severity: 'warning', confidence: 'possible', line: 4 }]);
    expect(assessment.legs[0]).toMatchObject({ basis: 'guess' });
    expect(assessment.legs[0].corridorKm).toBeGreaterThan(10);
    expect(assessment.legs[0].corridorZones).toContain('vakhsh-valley');
    expect(assessment.legs[0].advisories!.every((advice) => advice.confidence === 'possible')).toBe(true);
  });

  test('a longer guess has a wider band', async () => {
    const far = await assessText(trip('  - Dushanbe\n  - Khorog'), {}, withoutRoads());
    expect(far.legs[0].corridorKm).toBeGreaterThan(80);
    // Both roads, by Kulob and by Tavildara, lie inside the band.
    const zones = [...far.legs[0].corridorZones, ...far.legs[0].crossings!.map((crossing) => crossing.zone)];
    expect(zones).toEqual(expect.arrayContaining(['tavildara', 'khatlon-border-permit', 'kalai-khumb-khorog']));
  });

  test('a via place bends the guess and narrows its bands', async () => {
    const straight = await assessText(trip('  - Dushanbe\n  - Khorog'), {}, withoutRoads());
    const through = trip('  - Dushanbe\n  - { place: Khorog, via: [Kulob, Kalai-Khumb] }');
    const bent = await assessText(through, {}, withoutRoads());
    expect(bent.legs[0].lengthKm).toBeGreaterThan(straight.legs[0].lengthKm!);
    expect(bent.legs[0].corridorKm).toBeLessThan(straight.legs[0].corridorKm!);
  });

  test('a track is followed, with no band', async () => {
    const assessment = await assessText(stops(', track: t.gpx'), {
      't.gpx': line([68.8, 38.5], [69.0, 38.6], [69.3, 38.5]),
    });
    expect(assessment.legs[0]).toMatchObject({ basis: 'track', corridorKm: 0 });
    expect(rulesIn(assessment)).not.toContain('TJ206');
    expect(rulesIn(assessment)).not.toContain('TJ207');
  });

  test('a track that does not start and end near its stops says how far, and the way between is guessed', async () => {
    const assessment = await assessText(stops(', track: t.gpx'), { 't.gpx': line([68.9, 38.5], [69.3, 38.5]) });
    const gap = find(assessment, 'TJ207');
    expect(gap).toMatchObject([{ severity: 'warning', line: 4 }]);
    expect(gap[0].message).toContain('8.7 km');
    expect(assessment.legs[0].corridorKm).toBeGreaterThan(0);
  });

  test('a gap between the parts of a track is guessed across', async () => {
    const parts = [
      [
        [68.8, 38.5],
        [68.9, 38.5],
      ],
      [
        [69.1, 38.5],
        [69.3, 38.5],
      ],
    ] as [number, number][][];
    const assessment = await assessText(stops(', track: t.gpx'), { 't.gpx': { parts } });
    expect(find(assessment, 'TJ207')[0].message).toContain('gap of 17.4 km');
  });

  test('a track drawn the other way is turned round', async () => {
    const assessment = await assessText(stops(', track: t.gpx'), { 't.gpx': line([69.3, 38.5], [68.8, 38.5]) });
    expect(rulesIn(assessment)).toContain('TJ208');
    expect(rulesIn(assessment)).not.toContain('TJ207');
  });

  test('an unreadable track is an error, and the leg follows the roads instead', async () => {
    const assessment = await assessText(stops(', track: missing.gpx'));
    expect(find(assessment, 'TJ108')).toMatchObject([{ severity: 'error', line: 4 }]);
    expect(assessment.legs[0].basis).toBe('road');
  });

  test('a flight enters nothing on the ground, and says that the ground was not checked', async () => {
    const assessment = await assessText(trip('  - Dushanbe\n  - { place: Khorog, by: air }'));
    expect(assessment.legs[0]).toMatchObject({ basis: 'flight', crossings: [] });
    expect(assessment.notChecked.some((entry) => entry.subject === 'leg-1')).toBe(true);
  });

  test('a leg to an unknown place is unknown, not empty', async () => {
    const assessment = await assessText(trip('  - Dushanbe\n  - Nowhereville'));
    expect(assessment.legs[0]).toMatchObject({ basis: 'unknown', crossings: null, lengthKm: null, advisories: null });
  });

  test('a stop in a neighbouring country asks for its papers', async () => {
    const assessment = await assessText(
      trip(
        '  - { place: A, at: { lat: 37.2, lon: 68.6 } }\n  - { place: B, at: { lat: 37.0, lon: 68.6 }, track: t.gpx }',
      ),
      { 't.gpx': line([68.6, 37.2], [68.6, 37.0]) },
    );
    expect(find(assessment, 'TJ209')).toMatchObject([{ zone: 'country-af', subject: 'stop-2', line: 4 }]);
    expect(find(assessment, 'TJ209')[0].message).toContain('Afghanistan');
    expect(assessment.notChecked.some((entry) => entry.subject === 'stop-2')).toBe(true);
  });

  test('a way through a neighbouring country, out and back, asks for its papers', async () => {
    const assessment = await assessText(
      trip(
        '  - { place: A, at: { lat: 37.2, lon: 68.6 } }\n  - { place: B, at: { lat: 37.35, lon: 68.66 }, track: t.gpx }',
      ),
      { 't.gpx': line([68.6, 37.2], [68.65, 37.0], [68.66, 37.35]) },
    );
    expect(find(assessment, 'TJ209')).toMatchObject([{ zone: 'country-af', subject: 'leg-1', line: 4 }]);
    expect(assessment.legs[0].countries).toContain('AF');
  });

  test('a known town beyond the data is told as abroad, once', async () => {
    const assessment = await assessText(trip('  - Karakul\n  - Osh'));
    expect(find(assessment, 'TJ209').map((finding) => finding.subject)).toEqual(['stop-2']);
    expect(find(assessment, 'TJ203')).toEqual([]);
    expect(assessment.stops[1]).toMatchObject({ country: 'KG', zones: null, advisories: null });
  });

  test('a leg out of the data says how much of it was not checked', async () => {
    const assessment = await assessText(
      trip(
        '  - { place: A, at: { lat: 41.0, lon: 69.5 } }\n  - { place: B, at: { lat: 41.0, lon: 69.6 }, track: t.gpx }',
      ),
      { 't.gpx': line([69.5, 41.0], [69.5, 43.0], [69.6, 41.0]) },
    );
    expect(find(assessment, 'TJ203').find((finding) => finding.subject === 'leg-1')!.message).toMatch(
      /\d+ km of this leg/,
    );
  });
});

describe('places on the way', () => {
  const by = (via: string, more = '') =>
    trip(`  - { place: Dushanbe, nights: 1 }\n  - { place: Osh, via: [${via}]${more} }`);

  test('are as sure as a stop, however the way between them is guessed', async () => {
    const assessment = await assessText(by('Khorog, Murghab'), {}, withoutRoads());
    expect(find(assessment, 'TJ401')).toMatchObject([{ severity: 'error', subject: 'leg-1', line: 4 }]);
    const gbao = assessment.permits.find((permit) => permit.type === 'gbao')!;
    expect(gbao).toMatchObject({ status: 'missing', from: '2027-07-04', where: ['leg-1'] });
    expect(gbao.districts).toEqual(['Shughnan', 'Murghab']);
    const canada = assessment.legs[0].advisories!.filter((advice) => advice.zone === 'af-border-ca');
    expect(canada).toMatchObject([{ confidence: 'certain', level: 4 }]);
  });

  test('in the district that a source labels them with', async () => {
    const assessment = await assessText(
      `${by('Khorog')}\npermits:\n  - { type: gbao, districts: [darvoz], from: 2027-07-01, to: 2027-08-01 }`,
      {},
      withoutRoads(),
    );
    const sure = find(assessment, 'TJ402').filter((finding) => finding.confidence === 'certain');
    expect(sure.map((finding) => finding.message)).toEqual([expect.stringContaining('Shughnan')]);
  });

  test('one that is not known leaves the way unknown, and the others are checked', async () => {
    const assessment = await assessText(by('Khorog, Nowhereville'));
    expect(find(assessment, 'TJ201')).toHaveLength(1);
    expect(assessment.legs[0]).toMatchObject({ basis: 'unknown', crossings: null, lengthKm: null });
    expect(assessment.legs[0].corridorZones).toContain('gbao');
    expect(rulesIn(assessment)).toContain('TJ401');
    expect(find(assessment, 'TJ206')[0].message).toContain('only Khorog on it was checked');
    const nothing = await assessText(by('Nowhereville'));
    expect(nothing.legs[0]).toMatchObject({ basis: 'unknown', advisories: null, corridorZones: [] });
  });

  test('count beside a track, and one that the track does not pass is remarked on', async () => {
    const track = line([68.78, 38.54], [69.3, 38.5], [68.8, 38.5]);
    const text = (via: string) =>
      trip(
        `  - { place: A, at: { lat: 38.54, lon: 68.78 } }\n  - { place: B, at: { lat: 38.5, lon: 68.8 }, track: t.gpx, via: [${via}] }`,
      );
    const far = await assessText(text('Khorog'), { 't.gpx': track });
    expect(find(far, 'TJ211')).toMatchObject([{ severity: 'warning', subject: 'leg-1', line: 4 }]);
    expect(find(far, 'TJ211')[0].message).toMatch(/t\.gpx passes \d+(\.\d)? km from Khorog/);
    expect(far.legs[0].basis).toBe('track');
    expect(rulesIn(far)).toContain('TJ401');
    expect(rulesIn(await assessText(text('Dushanbe'), { 't.gpx': track }))).not.toContain('TJ211');
  });

  test('are not used for a flight, and it is said', async () => {
    const assessment = await assessText(trip('  - Dushanbe\n  - { place: Khujand, by: air, via: [Khorog] }'));
    expect(assessment.legs[0]).toMatchObject({ basis: 'flight', advisories: [] });
    expect(assessment.notChecked.some(({ subject, why }) => subject === 'leg-1' && why.includes('via'))).toBe(true);
  });
});

describe('days, coordinates, flights and the edge of the data', () => {
  test('a leg lasts from leaving one stop to reaching the next', async () => {
    const assessment = await assessText(
      trip('  - { place: Dushanbe, nights: 1 }\n  - { place: Khorog, date: 2027-07-08 }'),
    );
    expect(assessment.legs[0].date).toBe('2027-07-04');
    const khatlon = assessment.permits.find((permit) => permit.type === 'khatlon-border')!;
    expect(khatlon).toMatchObject({ from: '2027-07-04', to: '2027-07-08' });
  });

  test('coordinates away from the place take neither its district nor its altitude', async () => {
    const at = (lat: number) => assessText(trip(`  - { place: Khorog, at: { lat: ${lat}, lon: 71.553 } }`));
    expect((await at(37.491)).stops[0].altitudeM).not.toBeNull();
    const off = await at(37.56);
    expect(off.stops[0]).toMatchObject({ altitudeM: null, name: 'Khorog' });
    expect(rulesIn(off)).not.toContain('TJ205');
  });

  test('a flight to where no airport is known is checked as a way over the ground', async () => {
    const assessment = await assessText(trip('  - Dushanbe\n  - { place: Murghab, by: air }'));
    expect(assessment.legs[0].basis).toBe('road');
    expect(find(assessment, 'TJ212')).toMatchObject([{ severity: 'warning', subject: 'leg-1', line: 4 }]);
    expect(find(assessment, 'TJ212')[0].message).toContain('Murghab');
    const abroad = await assessText(
      trip('  - Dushanbe\n  - { place: Almaty, at: { lat: 43.35, lon: 77.04 }, by: air }'),
    );
    expect(abroad.legs[0].basis).toBe('flight');
    expect(rulesIn(abroad)).not.toContain('TJ212');
  });

  test('a leg wholly outside the data is unknown, not free of everything', async () => {
    const assessment = await assessText(
      trip('  - { place: A, at: { lat: 48.0, lon: 2.0 } }\n  - { place: B, at: { lat: 48.5, lon: 2.5 } }'),
    );
    expect(assessment.legs[0]).toMatchObject({ crossings: null, advisories: null });
    expect(find(assessment, 'TJ203').map((finding) => finding.subject)).toContain('leg-1');
    expect(assessment.notChecked.some((entry) => entry.subject === 'leg-1' && /outside/.test(entry.why))).toBe(true);
  });

  test('a way out of the data and back is told though it ends outside as well', async () => {
    const assessment = await assessText(
      trip(
        '  - { place: A, at: { lat: 41.0, lon: 69.5 } }\n  - { place: B, at: { lat: 43.0, lon: 69.6 }, track: t.gpx }',
      ),
      { 't.gpx': line([69.5, 41.0], [69.5, 43.0], [69.55, 41.0], [69.6, 43.0]) },
    );
    expect(find(assessment, 'TJ203').map((finding) => finding.subject)).toEqual(['leg-1', 'stop-2'].sort());
  });
});
