/** An operator's rules for his own zones, judged on trips with the real data. */
import form from 'geojson-validation';
import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/assessment.ts';
import { reportCompact } from '../../src/report/compact.ts';
import { reportMarkdown } from '../../src/report/markdown.ts';
import type { OwnLayer } from '../../src/zones/layer.ts';
import { readOwnZones } from '../../src/zones/own-zones.ts';
import { assessText, find, knowledge } from '../trip.ts';
import { rectangle } from './shapes.ts';

/** The lower Bartang: Basid lies in it, Rushan and Khorog do not. */
const bartang = rectangle(72, 38, 72.9, 38.6);

const layerOf = (...zones: Record<string, unknown>[]): OwnLayer => {
  const features = zones.map((properties) => ({
    type: 'Feature',
    properties,
    geometry: { type: 'Polygon', coordinates: [bartang] },
  }));
  const reading = readOwnZones(
    { type: 'FeatureCollection', features },
    {
      file: 'zones/own.geojson',
      asOf: '2026-11-22',
      extent: [66, 35, 76, 43],
      checkForm: (each) => form.valid(each, true),
      taken: new Map(knowledge().index.ids.map((id) => [id, 'a zone that tajcheck ships'])),
    },
  );
  if ('faults' in reading) throw new Error(reading.faults.join('\n'));
  return reading.layer;
};

const trip = (start: string, more = ''): string =>
  `tajcheck: 1\n${start}travel: 4x4\n${more}stops:\n  - { place: Rushan, nights: 1 }\n  - { place: Basid, nights: 2 }\n`;
const july = 'start: 2027-07-03\n';
const judge = (text: string, ...zones: Record<string, unknown>[]): Promise<Assessment> =>
  assessText(text, {}, { ownZones: [layerOf(...zones)] });
const severities = (assessment: Assessment) =>
  find(assessment, 'TJ305').map(({ subject, severity }) => `${subject} ${severity}`);

describe('how grave', () => {
  test.each([
    [{ restriction: 'prohibited' }, 'error'],
    [{ restriction: 'authorisation' }, 'error'],
    [{ restriction: 'caution' }, 'warning'],
    [{}, 'warning'],
    [{ restriction: 'none' }, 'info'],
    [{ restriction: 'none', severity: 'error' }, 'error'],
    [{ restriction: 'prohibited', severity: 'warning' }, 'warning'],
  ])('%j is an %s, on the way and at the stop', async (properties, severity) => {
    const assessment = await judge(trip(july), { id: 'mine', ...properties });
    expect(severities(assessment).sort()).toEqual([`leg-1 ${severity}`, `stop-2 ${severity}`].sort());
  });

  test('a trip that keeps out hears nothing of it', async () => {
    const text = trip(july).replace('Basid', 'Khorog');
    const assessment = await judge(text, { id: 'mine', restriction: 'prohibited', require: undefined });
    expect(find(assessment, 'TJ305')).toEqual([]);
    expect(assessment.zones.map(({ id }) => id)).not.toContain('mine');
    expect(reportMarkdown(assessment)).not.toContain('Your own zones');
  });
});

describe('what is required', () => {
  const zone = {
    id: 'mine',
    name: 'Bartang',
    restriction: 'authorisation',
    require: ['dispatcher-ok', 'satellite-phone'],
  };
  const held = (...ids: string[]) => trip(july, `mitigations: [${ids.join(', ')}]\n`);

  test('is an error until all of it is vouched for', async () => {
    expect(severities(await judge(trip(july), zone))).toContain('stop-2 error');
    const half = await judge(held('dispatcher-ok'), zone);
    expect(severities(half)).toContain('stop-2 error');
    expect(find(half, 'TJ305')[0].message).toContain('requires satellite-phone under `mitigations:`');
    const whole = await judge(held('dispatcher-ok', 'satellite-phone'), zone);
    expect(new Set(find(whole, 'TJ305').map(({ severity }) => severity))).toEqual(new Set(['info']));
    expect(find(whole, 'TJ305')[0].message).toContain('is entered with dispatcher-ok, satellite-phone');
  });

  test('is no unknown mitigation, and a slip in it is', async () => {
    expect(find(await judge(held('dispatcher-ok'), zone), 'TJ602')).toEqual([]);
    const slip = find(await judge(held('dispatcher-okay'), zone), 'TJ602');
    expect(slip[0].message).toContain('Did you mean dispatcher-ok?');
    expect(find(await assessText(held('dispatcher-ok')), 'TJ602')).toHaveLength(1);
  });

  test('stands on the checklist once, ticked or not', async () => {
    const open = await judge(trip(july), zone);
    expect(open.checklist.filter(({ id }) => id === 'satellite-phone')).toHaveLength(1);
    expect(open.checklist.find(({ id }) => id === 'dispatcher-ok')).toMatchObject({
      status: 'open',
      by: '2027-07-02',
      who: 'organiser',
      where: ['leg-1', 'stop-2'],
    });
    const ticked = (await judge(held('dispatcher-ok'), zone)).checklist.find(({ id }) => id === 'dispatcher-ok');
    expect(ticked?.status).toBe('done');
  });

  test('of an authorisation without a list is its own id', async () => {
    const bare = { id: 'bartang-pass', restriction: 'authorisation' };
    expect(severities(await judge(trip(july), bare))).toContain('stop-2 error');
    expect(severities(await judge(held('bartang-pass'), bare))).toContain('stop-2 info');
  });

  test('of a zone of caution leaves a note once it is there', async () => {
    const caution = { id: 'mine', restriction: 'caution', require: ['dispatcher-ok'] };
    expect(severities(await judge(trip(july), caution))).toContain('stop-2 warning');
    expect(severities(await judge(held('dispatcher-ok'), caution))).toContain('stop-2 info');
  });
});

describe('a season', () => {
  const winter = { id: 'mine', restriction: 'prohibited', months: [12, 1, 2] };

  test('counts on the days in the zone, the turn of the year too', async () => {
    expect(severities(await judge(trip(july), winter))).toEqual([]);
    expect(severities(await judge(trip('start: 2027-12-31\n'), winter))).toContain('stop-2 error');
    // In Basid from 1 to 3 December, on the way on the 1st.
    expect(severities(await judge(trip('start: 2027-11-30\n'), winter))).toEqual(['leg-1 error', 'stop-2 error']);
    // The way is in November, the stay reaches into December.
    expect(severities(await judge(trip('start: 2027-11-28\n'), winter))).toEqual(['stop-2 error']);
    expect(severities(await judge(trip('start: 2027-11-27\n'), winter))).toEqual([]);
  });

  test('counts without dates, and says so', async () => {
    const assessment = await judge(trip(''), winter);
    expect(severities(assessment)).toContain('stop-2 error');
    expect(find(assessment, 'TJ305')[0].message).toContain('It holds in December to February; the day is not known');
  });

  test('has a first and a last day', async () => {
    const closed = { id: 'mine', restriction: 'prohibited', from: '2027-07-01', until: '2027-07-04' };
    expect(severities(await judge(trip(july), closed))).toEqual(['leg-1 error', 'stop-2 error']);
    expect(severities(await judge(trip(july), { ...closed, until: '2027-07-03' }))).toEqual([]);
    expect(severities(await judge(trip(july), { ...closed, from: '2027-07-06', until: '2027-12-31' }))).toEqual([
      'stop-2 error',
    ]);
    expect(severities(await judge(trip(july), { ...closed, from: '2027-07-07', until: '2027-12-31' }))).toEqual([]);
    expect(
      severities(await judge(trip(july), { id: 'mine', restriction: 'prohibited', months: [7], until: '2026-12-31' })),
    ).toEqual([]);
  });
});

describe('shown as the reader’s own', () => {
  const zone = {
    id: 'mine',
    name: 'Bartang',
    restriction: 'prohibited',
    words: 'Not with groups',
    source: 'Board minutes',
    url: 'https://example.org/minutes',
  };

  test('in the assessment, with file and words, and of no other zone', async () => {
    const { zones } = await judge(trip(july), zone);
    expect(zones.find(({ id }) => id === 'mine')).toMatchObject({
      authority: null,
      own: {
        file: 'zones/own.geojson',
        words: 'Not with groups',
        severity: 'error',
        months: null,
        source: 'Board minutes',
      },
    });
    expect(zones.filter(({ own }) => own !== null).map(({ id }) => id)).toEqual(['mine']);
  });

  test('in compact lines and in Markdown', async () => {
    const assessment = await judge(trip(july), zone);
    expect(reportCompact(assessment)).toMatch(
      /^trip\.yaml:6:5: error TJ305: Your own zone “Bartang” \(zones\/own\.geojson\) is not to be entered\. Not with groups\.$/m,
    );
    const page = reportMarkdown(assessment);
    expect(page).toContain('## Your own zones');
    expect(page).toContain(
      '- **Bartang** (zones/own.geojson). Not to be entered. Not with groups. Source: Board minutes',
    );
  });

  test('and out of season said to be so', async () => {
    const page = reportMarkdown(await judge(trip(july), { ...zone, months: [12, 1, 2, 6] }));
    expect(page).toContain('(zones/own.geojson). Holds in June, December to February, not on the days of this trip.');
    expect(page).not.toContain('Not to be entered');
    const undated = reportMarkdown(await judge(trip(''), { ...zone, months: [6] }));
    expect(undated).toContain('Not to be entered. Not with groups. Holds in June.');
    expect(undated).toContain('The trip has no dates, so it is taken to hold.');
  });

  test('also where a government’s area bears nearly its name', async () => {
    // `af-border` is what the strips of all governments have in common.
    const assessment = await judge(trip(july), { id: 'af-border', name: 'Afghan border (ours)' });
    expect(find(assessment, 'TJ305').map(({ zone: id }) => id)).toContain('af-border');
  });
});
