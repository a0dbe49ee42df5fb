import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, test } from 'vitest';
import schema from '../../data/schema/assessment.schema.json' with { type: 'json' };
import { run } from './run.ts';

const good = `start: 2027-07-03
party: [{ nationality: US }]
stops:
  - { place: Dushanbe, nights: 1 }
  - { place: Khorog, nights: 2, by: air }
permits:
  - { type: gbao, districts: [shughnan], from: 2027-07-01, to: 2027-07-20 }
`;
const gpx = `<gpx version="1.1" creator="t"><trk><trkseg>
<trkpt lat="38.54" lon="68.78"/><trkpt lat="38.4" lon="69.3"/></trkseg></trk></gpx>`;

let folder: string;
const write = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tajcheck-'));
  mkdirSync(join(folder, 'trips'));
});

describe('plan', () => {
  test('prints a briefing and exits 0', () => {
    const { status, stdout, stderr } = run(['plan', write('good.yaml', good), '--as-of', '2026-11-22']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('Khorog');
    expect(stdout).not.toContain('\u001b');
  });

  test('reads standard input', () => {
    const { status, stdout } = run(['plan', '-', '--format', 'compact'], { input: good });
    expect(status).toBe(0);
    expect(stdout).toContain('stdin:5:');
  });

  test('prints JSON that fits the schema it ships', () => {
    const { stdout } = run(['plan', write('good.yaml', good), '--format', 'json', '--as-of', '2026-11-22']);
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
    const assessment = JSON.parse(stdout);
    expect(validate(assessment), JSON.stringify(validate.errors)).toBe(true);
    expect(assessment.asOf).toBe('2026-11-22');
    expect(JSON.parse(run(['schema', 'assessment']).stdout)).toEqual(schema);
  });

  test('writes several formats at once, one of them to the screen', () => {
    const target = join(folder, 'out.json');
    const { status, stdout } = run([
      'plan',
      write('good.yaml', good),
      '--format',
      'compact',
      '--format',
      `json=${target}`,
    ]);
    expect(status).toBe(0);
    expect(stdout).toContain('TJ301');
    expect(run(['plan', write('good.yaml', good), '--format', 'json', '--format', 'pretty']).status).toBe(2);
  });

  test('writes no report over the itinerary that it reads', () => {
    const path = write('kept.yaml', good);
    const { status, stderr } = run(['plan', path, '--format', `json=${path}`]);
    expect(status).toBe(2);
    expect(stderr).toContain('is not overwritten');
    expect(readFileSync(path, 'utf8')).toBe(good);
  });

  test('says 1 only when asked to fail on what it found', () => {
    const path = write('missing.yaml', good.slice(0, good.indexOf('permits:')));
    expect(run(['plan', path]).status).toBe(0);
    expect(run(['plan', path, '--fail-on', 'error']).status).toBe(1);
    expect(run(['plan', write('good.yaml', good), '--fail-on', 'error']).status).toBe(0);
    expect(run(['plan', write('good.yaml', good), '--fail-on', 'warning']).status).toBe(1);
    expect(run(['plan', path, '--fail-on', 'sometimes']).status).toBe(2);
  });

  test('gives the same bytes again', () => {
    const path = write('good.yaml', good);
    const once = run(['plan', path, '--format', 'json', '--as-of', '2026-11-22']).stdout;
    expect(run(['plan', path, '--format', 'json', '--as-of', '2026-11-22']).stdout).toBe(once);
  });

  test('follows a track beside the itinerary and refuses one outside', () => {
    write('way.gpx', gpx);
    const trip = (track: string) => `stops:\n  - Dushanbe\n  - { place: Norak, track: ${track} }\n`;
    const legs = (path: string) => JSON.parse(run(['plan', path, '--format', 'json']).stdout);
    expect(legs(write('tracked.yaml', trip('way.gpx'))).legs[0].basis).toBe('track');
    const inside = join('trips', 'inside.yaml');
    symlinkSync(join(folder, 'way.gpx'), join(folder, 'trips', 'link.gpx'));
    for (const track of ['../way.gpx', join(folder, 'way.gpx'), '"../trips/../way.gpx"', 'link.gpx']) {
      const { legs: way, findings } = legs(write(inside, trip(track)));
      expect(way[0].basis, track).toBe('road');
      expect(
        findings.map((finding: { rule: string }) => finding.rule),
        track,
      ).toContain('TJ109');
    }
  });
});

describe('bad input gives a plain message, exit 2 and nothing else', () => {
  const cases: [name: string, path: () => string, message: RegExp][] = [
    ['a missing file', () => join(folder, 'no-such.yaml'), /There is no file/],
    ['a folder', () => folder, /is a folder/],
    ['an empty file', () => write('empty.yaml', ''), /is empty/],
    ['only blanks', () => write('blank.yaml', ' \n\n'), /is empty/],
    ['a binary file', () => write('binary.yaml', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1])), /binary/],
    ['UTF-16', () => write('utf16.yaml', Buffer.from('\ufeffstops: []', 'utf16le')), /UTF-16/],
    ['bytes that are no UTF-8', () => write('latin.yaml', Buffer.from('stops: [Hôtel]', 'latin1')), /UTF-8/],
    ['50 MB', () => write('huge.yaml', Buffer.alloc(50_000_000, 0x61)), /larger than 1 MiB/],
    [
      'text that is no YAML',
      () => write('prose.yaml', 'a: [1, 2\nb: }'),
      /prose\.yaml:\d+:\d+: This is not valid YAML/,
    ],
    ['tabs', () => write('tabs.yaml', 'stops:\n\t- Khorog\n'), /tabs\.yaml:2:1/],
    ['a YAML bomb', () => write('bomb.yaml', bomb()), /bomb\.yaml:\d+:\d+/],
    ['deep nesting', () => write('deep.yaml', '- '.repeat(20_000)), /deep\.yaml:\d+:\d+/],
    ['no stops', () => write('nostops.yaml', 'title: x\n'), /stops/],
    ['a list', () => write('list.yaml', '- a\n- b\n'), /list\.yaml:1:1/],
  ];
  test.each(cases)('%s', (_, path, message) => {
    const { status, stdout, stderr } = run(['plan', path()]);
    expect(stderr).toMatch(message);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).not.toMatch(/\n\s+at |node:internal|Error:/);
  });

  function bomb(): string {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
    for (let at = 1; at < 12; at++)
      lines.push(
        `a${at}: &a${at} [${Array(9)
          .fill(`*a${at - 1}`)
          .join(', ')}]`,
      );
    return `${lines.join('\n')}\nstops: *a11\n`;
  }
});

describe('hostile text', () => {
  test('no escape sequence of the file or its name reaches the terminal', () => {
    const path = write(
      'evil\u001b[31m.yaml',
      'title: "\\e[2J\\e]0;owned\\a"\nstops:\n  - "Khorog\\e[31m"\n  - "\\u202eKhorog"\n',
    );
    for (const format of ['pretty', 'compact']) {
      const { stdout, stderr } = run(['plan', path, '--format', format]);
      for (const hidden of ['\u001b', '\u0007', '\u202e']) expect(stdout + stderr).not.toContain(hidden);
    }
    expect(run(['plan', join(folder, 'no\u001b[31m')]).stderr).not.toContain('\u001b');
  });

  test('a faulty file gets a finding for each fault, on its line', () => {
    const path = write(
      'faulty.yaml',
      `start: 2027-02-30
travl: 4x4
stops:
  - { place: Khorogg, nights: 1 }
  - { place: Khorog, nights: lots }
  - { place: Camp, at: { lat: 71.5, lon: 37.4 } }
  - { place: Camp, at: { lat: 95, lon: .nan } }
  - { place: Paris, at: { lat: 48.86, lon: 2.35 } }
`,
    );
    const { status, stdout } = run(['plan', path, '--format', 'compact']);
    expect(status).toBe(0);
    for (const [line, rule] of [
      [1, 'TJ105'],
      [2, 'TJ103'],
      [4, 'TJ201'],
      [5, 'TJ102'],
      [6, 'TJ107'],
      [7, 'TJ106'],
      [8, 'TJ203'],
    ]) {
      expect(stdout, `${rule} on line ${line}`).toMatch(new RegExp(`faulty\\.yaml:${line}:\\d+: \\w+ ${rule}`));
    }
  });
});

describe('own zones', () => {
  const zone = (ring: number[][]) =>
    JSON.stringify({
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          properties: { id: 'no-go', name: 'Our no-go' },
          geometry: { type: 'Polygon', coordinates: [ring] },
        },
      ],
    });
  const ring = [
    [71.4, 37.4],
    [71.7, 37.4],
    [71.7, 37.6],
    [71.4, 37.6],
    [71.4, 37.4],
  ];

  test('are crossed like the others and shown as yours', () => {
    const { status, stdout } = run([
      'plan',
      write('good.yaml', good),
      '--zones',
      write('own.geojson', zone(ring)),
      '--format',
      'json',
    ]);
    expect(status).toBe(0);
    const { findings, stops } = JSON.parse(stdout);
    expect(findings.find((finding: { rule: string }) => finding.rule === 'TJ305')).toMatchObject({
      zone: 'no-go',
      line: 5,
    });
    expect(stops[1].zones.map(({ id }: { id: string }) => id)).toContain('no-go');
  });

  test.each([
    ['crossing itself', [ring[0], ring[2], ring[1], ring[3], ring[0]], /crosses or touches itself near/],
    ['swapped', ring.map(([lon, lat]) => [lat, lon]), /swapped/],
    ['off the globe', [[268, 37], ...ring.slice(1, 4), [268, 37]], /is no longitude/],
  ])('%s are refused with the coordinate', (_, bad, message) => {
    const { status, stderr } = run([
      'plan',
      write('good.yaml', good),
      '--zones',
      write('bad.geojson', zone(bad as number[][])),
    ]);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr).toContain('no-go');
  });
});
