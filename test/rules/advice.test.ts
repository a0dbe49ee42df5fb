import { describe, expect, test } from 'vitest';
import { assessText, find, knowledge, rulesIn } from '../trip.ts';

const trip = (stops: string, more = '') =>
  `start: 2027-07-03\nparty: [US]\n${more}stops:\n${stops}`.replace('party: [US]', 'party: [{ nationality: US }]');
const track = (...line: [number, number][]) => ({ parts: [line] });

describe('advice where the trip goes', () => {
  test('a stop in Khorog brings each authority with its own words, and never a merged one', async () => {
    const { stops, overall } = await assessText(trip('  - { place: Khorog, nights: 1 }'));
    const canada = stops[0].advisories!.find((advice) => advice.zone === 'af-border-ca')!;
    expect(canada).toMatchObject({ authority: 'ca-gac', level: 4, confidence: 'certain' });
    expect(
      stops[0].advisories!.find((advice) => advice.zone === 'gbao' && advice.authority === 'us-state')!.level,
    ).toBe(3);
    expect(overall.level).toBe(4);
    expect(overall.byAuthority['ca-gac'].level).toBe(4);
    expect(overall.byAuthority['us-state'].level).toBe(3);
    expect(overall.byAuthority['uk-fcdo'].level).toBeNull();
  });

  test('a level of 3 or 4 is a warning on the line of the stop', async () => {
    const text = trip('  - { place: Dushanbe, nights: 1, by: air }\n  - { place: Khorog, nights: 1, by: air }');
    const against = find(await assessText(text), 'TJ301');
    expect(against.map((finding) => finding.line)).toEqual(against.map(() => 5));
    expect(against.map((finding) => finding.authority)).toContain('ca-gac');
    expect(against.every((finding) => finding.severity === 'warning')).toBe(true);
  });

  test('Dushanbe alone is advised against by nobody', async () => {
    const assessment = await assessText(trip('  - { place: Dushanbe, nights: 1 }'));
    expect(find(assessment, 'TJ301')).toEqual([]);
    expect(find(assessment, 'TJ302').length).toBeGreaterThan(0);
    expect(find(assessment, 'TJ601')).toEqual([]);
    expect(assessment.overall.level).toBe(2);
  });

  test('an authority without a level is level-less, not level 1', () => {
    const british = knowledge().advisories.filter((advice) => advice.authority === 'uk-fcdo');
    expect(british.length).toBeGreaterThan(0);
    expect(british.every((advice) => advice.level === null)).toBe(true);
  });

  test('a traveller whose own government advises against is told of the insurance', async () => {
    const british = await assessText(trip('  - Khorog').replace('US', 'GB'));
    expect(rulesIn(british)).not.toContain('TJ601');
    const canadian = await assessText(trip('  - Khorog').replace('US', 'CA'));
    expect(find(canadian, 'TJ601')[0].authority).toBe('ca-gac');
  });

  test('mined land on the way is a warning that names its source', async () => {
    const line = track([68.78, 38.54], [69.0, 38.54], [69.32, 38.39], [69.32, 38.3]);
    const assessment = await assessText(
      trip(
        '  - { place: A, at: { lat: 38.54, lon: 68.78 } }\n  - { place: B, at: { lat: 38.3, lon: 69.32 }, track: t.gpx }',
      ),
      { 't.gpx': line },
    );
    const mines = find(assessment, 'TJ303').find((finding) => finding.zone === 'vakhsh-valley')!;
    expect(mines.severity).toBe('warning');
    expect(mines.sources).toContain('us-state-advisory-2026-09-04');
  });

  test('governments two levels apart are remarked on, and nearer ones are not', async () => {
    // Between 10 and 20 km from the Afghan border: Canada's 10 km end here, Australia gives no distance.
    const apart = find(await assessText(trip('  - { place: A, at: { lat: 37.4, lon: 68.72 } }')), 'TJ304');
    expect(apart).toMatchObject([{ severity: 'info', subject: 'stop-1' }]);
    expect(rulesIn(await assessText(trip('  - { place: A, at: { lat: 38.0, lon: 68.8 } }')))).not.toContain('TJ304');
  });

  test('a high pass named on the way brings the advice for altitude', async () => {
    const list = async (via: string) => {
      const stops = `  - { place: Dushanbe, nights: 1 }\n  - { place: Kulob, via: [${via}] }`;
      return (await assessText(trip(stops))).checklist.map(({ id }) => id);
    };
    expect(await list('Ak-Baital')).toContain('altitude-sleep-plan');
    expect(await list('Norak')).not.toContain('altitude-sleep-plan');
  });

  test('withdrawn advice is told as withdrawn and raises no level', async () => {
    const assessment = await assessText(trip('  - Isfara'));
    const gone = find(assessment, 'TJ306').find((finding) => finding.authority === 'us-state')!;
    expect(gone.severity).toBe('info');
    expect(gone.message).toContain('2026-09-04');
    expect(assessment.overall.byAuthority['us-state'].level).toBe(2);
  });

  test('a source past its review date is a warning; in time it is none', async () => {
    const late = await assessText(trip('  - Khorog'), {}, { asOf: '2027-06-30' });
    const early = await assessText(trip('  - Khorog'), {}, { asOf: '2024-11-01' });
    expect(find(late, 'TJ901').length).toBeGreaterThan(find(early, 'TJ901').length);
    expect(find(early, 'TJ901').filter((finding) => finding.severity === 'warning')).toEqual([]);
    expect(late.sources.filter((source) => source.stale).length).toBeGreaterThan(0);
  });

  test('a guess gives no kilometres; a track does', async () => {
    const ends = '  - { place: A, at: { lat: 37.49, lon: 71.55 } }\n  - { place: B, at: { lat: 37.7, lon: 71.52 }';
    const onLeg = async (text: string, tracks = {}) =>
      find(await assessText(trip(text), tracks), 'TJ301').find((finding) => finding.subject === 'leg-1')!.message;
    expect(await onLeg(`${ends} }`)).not.toContain('km inside');
    expect(await onLeg(`${ends}, track: t.gpx }`, { 't.gpx': track([71.55, 37.49], [71.52, 37.7]) })).toContain(
      'km inside',
    );
  });

  test('beside an area but within its doubt is told as just that', async () => {
    // East of a strip that nobody has given an extent, by less than its doubt.
    const assessment = await assessText(trip('  - { place: A, at: { lat: 37.6, lon: 68.3 } }'));
    const [stop] = assessment.stops;
    const near = new Set(stop.near.map(({ id }) => id));
    const told = assessment.findings.filter(({ rule, zone }) => /TJ30[123]/.test(rule) && near.has(zone ?? ''));
    expect(told.length).toBeGreaterThan(0);
    for (const { message } of told) expect(message).toContain('just outside the drawn area, within its doubt');
  });
});
