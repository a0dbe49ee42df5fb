import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DOMParser } from '@xmldom/xmldom';
import form from 'geojson-validation';
import { afterAll, describe, expect, test } from 'vitest';
import { run } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'tajcheck-exports-'));
afterAll(() => rmSync(folder, { recursive: true }));
const trip = join(folder, 'trip.yaml');
writeFileSync(
  trip,
  `title: To the Pamirs
start: 2027-07-03
party: [{ name: Ann Example, nationality: GB }]
checkIn: { at: 20:00, with: Carol Example, phone: "+44 1632 960123", lateHours: 12 }
stops:
  - { place: Dushanbe, nights: 2 }
  - { place: Khorog, nights: 2 }
`,
);
const asOf = ['--as-of', '2026-11-22'];
const plan = (...args: string[]) => run(['plan', trip, ...asOf, ...args]);
const path = (name: string): string => join(folder, name);

describe('plan writes files for other programs', () => {
  const formats = ['kml', 'gpx', 'geojson', 'sheet', 'markdown'] as const;
  const flags = formats.flatMap((format) => ['--format', `${format}=${path(format)}`]);
  const { status, stdout, stderr } = plan(...flags);
  const written = Object.fromEntries(formats.map((format) => [format, readFileSync(path(format), 'utf8')]));

  test('all at once, and prints nothing', () => {
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test.each(formats)('%s: printed and written alike, and the same again', (format) => {
    expect(plan('--format', format).stdout).toBe(written[format]);
  });

  test.each(['kml', 'gpx'])('%s is XML with the title, both stops and the way', (format) => {
    const document = new DOMParser({
      onError: (level) => {
        if (level !== 'warning') throw new Error(level);
      },
    }).parseFromString(written[format], 'text/xml');
    const names = [...document.getElementsByTagName('name')].map(({ textContent }) => textContent);
    expect(names).toEqual(expect.arrayContaining(['To the Pamirs', 'Dushanbe', 'Khorog']));
    expect(names.some((name) => name?.startsWith('Dushanbe – Khorog'))).toBe(true);
  });

  test('geojson is GeoJSON with stops, legs, crossings and zones', () => {
    const collection = JSON.parse(written.geojson);
    expect(form.valid(collection, true)).toEqual([]);
    const kinds = new Set(
      collection.features.map(({ properties }: { properties: { kind: string } }) => properties.kind),
    );
    expect(kinds).toEqual(new Set(['zone', 'leg', 'crossing', 'stop']));
  });

  test('the sheet has what the file says of the party and the calls home; maps to pass on have not', () => {
    for (const words of ['Ann Example', '20:00', 'Carol Example', '+44 1632 960123', '12 HOURS']) {
      expect(written.sheet).toContain(words);
    }
    for (const format of ['kml', 'gpx', 'geojson', 'markdown']) {
      expect(written[format]).not.toMatch(/Ann Example|Carol|960123/);
    }
  });

  test('markdown is the trip in whole', () => {
    const headings = [...written.markdown.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
    const order = [
      'What governments say',
      'Calendar',
      'Papers',
      'Day by day',
      'What holds where',
      'Checklist',
      'Who to call',
      'Sources',
    ];
    expect(headings.filter((heading) => order.includes(heading))).toEqual(order);
    expect(written.markdown).toMatch(/^- \[ \] \*\*/m);
  });
});

test('a fault in the calls home is told on its line, and the sheet leaves a blank', () => {
  const faulty = path('faulty.yaml');
  writeFileSync(faulty, 'stops: [Khorog]\ncheckIn:\n  at: 8 pm\n  phone: +44123456\n  lateHours: soon\n  whit: Ann\n');
  const { stdout } = run(['plan', faulty, '--format', 'compact', ...asOf]);
  expect(stdout).toMatch(
    /faulty\.yaml:3:\d+: error TJ102: `at` must be a time of day such as 20:00, not the text "8 pm"/,
  );
  expect(stdout).toMatch(
    /faulty\.yaml:4:\d+: error TJ102: `phone` must be text, not the number \+44123456\. Put it in quotes\./,
  );
  expect(stdout).toMatch(/faulty\.yaml:5:\d+: error TJ102: `lateHours` must be a whole number of hours from 1 to 168/);
  expect(stdout).toMatch(
    /faulty\.yaml:6:\d+: error TJ103: The key `whit` is not known in `checkin`\. Did you mean `with`\?/i,
  );
  const [sheet, gpx] = ['sheet', 'gpx'].map((format) => run(['plan', faulty, '--format', format, ...asOf]).stdout);
  expect(sheet).toMatch(/^Every day at +_+ /m);
  for (const text of [sheet, gpx])
    expect(text).toContain('The file has 4 errors: this covers only what could be read.');
});
