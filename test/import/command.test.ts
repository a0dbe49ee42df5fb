/** `tajcheck import` as it is called: what goes where, and the exit code. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { runCommand } from '../../src/cli/program.ts';
import { captureOutput, written } from '../cli/captured.ts';
import { actsInLog } from '../hostile/judges.ts';
import { hostileStrings } from '../hostile/strings.ts';
import { gpx, wpt } from './import-text.ts';

// Only where the packed files lie differs.
vi.mock('../../src/cli/load-knowledge.ts', async () => ({ loadKnowledge: (await import('../trip.ts')).knowledge }));

captureOutput();

const tajcheck = (...args: string[]) => runCommand(['node', 'tajcheck', ...args]);
const folder = mkdtempSync(join(tmpdir(), 'tajcheck-import-'));
const write = (name: string, text: string | Uint8Array): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

describe('exit', () => {
  test('0 when all is certain: YAML on standard output, the summary beside it', async () => {
    expect(await tajcheck('import', 'examples/import/stops.csv')).toBe(0);
    expect(written.out).toContain('- { place: Khorog, nights: 2');
    expect(written.err).toContain('6 stops from examples/import/stops.csv: 5 known, 1 of your own');
    expect(written.out).not.toContain('6 stops from');
  });

  test('1 when something is to be checked, said with line and name', async () => {
    expect(await tajcheck('import', 'examples/import/map.kml')).toBe(1);
    expect(written.err).toMatch(/CHECK examples\/import\/map.kml, line 26: Langar\n {2}The name belongs to/);
    expect(written.err).toMatch(/Left out, because[\s\S]*\bViewpoint,\s+perhaps \(line 7\)/);
    expect(written.out.match(/# CHECK/g)).toHaveLength(1);
  });

  test.each([
    ['no file', join(folder, 'none.gpx'), /is not there/],
    ['a folder', folder, /is a folder/],
    ['KMZ', write('a.kmz', Uint8Array.from([0x50, 0x4b, 3, 4, 0])), /KMZ.*\n.*doc\.kml/],
    ['no stop', write('empty.gpx', gpx('')), /names no stop/],
    ['a broken table', write('broken.csv', 'place\n"Khorog\n'), /broken\.csv, line 2 has a quoted field/],
  ])('2 for %s', async (_name, file, words) => {
    expect(await tajcheck('import', file)).toBe(2);
    expect(written.err).toMatch(words);
    expect(written.out).toBe('');
  });
});

describe('-o', () => {
  test('writes a file that check and plan read, and never writes over one', async () => {
    const out = join(folder, 'trip.yaml');
    expect(await tajcheck('import', 'examples/import/stops.csv', '-o', out)).toBe(0);
    expect(written.err).toMatch(/Next: tajcheck edit .*trip\.yaml/);
    expect(await tajcheck('plan', out, '--format', 'compact', '--as-of', '2026-11-22')).toBe(0);
    expect(written.out).toContain('TJ401');
    writeFileSync(out, 'mine');
    expect(await tajcheck('import', 'examples/import/stops.csv', '-o', out)).toBe(2);
    expect(readFileSync(out, 'utf8')).toBe('mine');
    expect(written.err).toContain('is there already');
  });

  test('writes neither through a link out of the repository nor over the file that it reads', async () => {
    const repository = join(folder, 'repository');
    mkdirSync(join(repository, '.git'), { recursive: true });
    symlinkSync(join(folder, 'elsewhere.yaml'), join(repository, 'link.yaml'));
    const csv = write('own.csv', 'place\nKhorog\n');
    vi.spyOn(process, 'cwd').mockReturnValue(repository);
    expect(await tajcheck('import', csv, '-o', join(repository, 'link.yaml'))).toBe(2);
    expect(existsSync(join(folder, 'elsewhere.yaml'))).toBe(false);
    expect(await tajcheck('import', csv, '-o', csv)).toBe(2);
    expect(readFileSync(csv, 'utf8')).toBe('place\nKhorog\n');
  });
});

describe('a track', () => {
  const points = [[37.4897, 71.5531], [37.7, 71.5], [37.9469, 71.5538]]; // biome-ignore format: points
  const file = (name: string, ends: string, creator = 'by hand') =>
    write(
      name,
      gpx(`${ends}<trk><trkseg>${points.map(([lat, lon]) => wpt('', lat, lon, 'trkpt')).join('')}</trkseg></trk>`).replace('by hand', creator),
    ); // biome-ignore format: short
  const ends = wpt('Khorog', 37.4897, 71.5531) + wpt('Rushan', 37.9469, 71.5538);

  test('from the first stop to the second is followed', async () => {
    const out = join(folder, 'leg.yaml');
    expect(await tajcheck('import', file('leg.gpx', ends), '-o', out)).toBe(0);
    expect(readFileSync(out, 'utf8')).toContain('{ place: Rushan, track: leg.gpx }');
    expect(await tajcheck('plan', out, '--format', 'json', '--as-of', '2026-11-22')).toBe(0);
    expect(JSON.parse(written.out).legs[0].basis).toBe('track');
  });

  test('is not followed when it ends elsewhere, lies elsewhere, or tajcheck drew it, perhaps as a guess', async () => {
    const other = file('other.gpx', wpt('Khorog', 37.4897, 71.5531) + wpt('Murghab', 38.17, 73.966));
    const nowhere = join(folder, 'deeper');
    mkdirSync(nowhere);
    const out = (name: string): string => join(folder, name);
    await tajcheck('import', other, '-o', out('other.yaml'));
    await tajcheck('import', file('drawn.gpx', ends, 'tajcheck 0.1.0'), '-o', out('drawn.yaml'));
    await tajcheck('import', file('leg2.gpx', ends), '-o', join(nowhere, 'leg2.yaml'));
    for (const path of [out('other.yaml'), out('drawn.yaml'), join(nowhere, 'leg2.yaml')]) {
      const text = readFileSync(path, 'utf8');
      expect(text).not.toContain('track: leg');
      expect(text).not.toContain(', track:');
      expect(text).toContain('# The file draws a line, which is not taken over.');
    }
  });
});

test('texts and names of files act neither on the terminal nor in a log', async () => {
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const texts = hostileStrings.filter((text) => !text.includes('\0'));
  const rows = texts.map((text) => `${quote(text)},${quote(text)},${quote(text)},${quote(text)},${quote(text)}`);
  const csv = write(
    '::error::a ##[error]b\u202e.csv',
    `place,nights,date,by,lat,${quote('::error::x\u001b[2J')}\n${rows.join(',x\n')},x\n`,
  );
  expect(await tajcheck('import', csv)).toBe(1);
  expect(written.out + written.err).toContain('pwned');
  expect(actsInLog(written.out)).toEqual([]);
  expect(actsInLog(written.err)).toEqual([]);
});
