/** Zones of the reader's own, from real files through the command line. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { runCommand } from '../../src/cli/program.ts';
import { captureOutput, written } from './captured.ts';

vi.mock('../../src/cli/load-knowledge.ts', async () => ({ loadKnowledge: (await import('../trip.ts')).knowledge }));

captureOutput();

const tajcheck = (...args: string[]) => runCommand(['node', 'tajcheck', ...args]);
const folder = mkdtempSync(join(tmpdir(), 'tajcheck-own-'));
mkdirSync(join(folder, 'zones'));
const write = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

const bartang = {
  type: 'Polygon',
  coordinates: [[[72, 38], [72.9, 38], [72.9, 38.6], [72, 38.6], [72, 38]]],
}; // biome-ignore format: a ring
const file = (properties: unknown, geometry: unknown = bartang): string =>
  JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties, geometry }] });
const rules = { id: 'bartang', name: 'Upper Bartang', restriction: 'prohibited', words: 'Not with groups' };
const good = write('zones/good.geojson', file(rules));
const trip = write(
  'trip.yaml',
  'tajcheck: 1\nstart: 2027-07-03\ntravel: 4x4\nstops:\n  - { place: Rushan, nights: 1 }\n  - { place: Basid, nights: 1 }\n',
);

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

describe('every output says whose the zone is', () => {
  test('plan', async () => {
    expect(await tajcheck('plan', trip, '--zones', good, '--as-of', '2026-11-22', '--color', 'never')).toBe(0);
    const page = oneLine(written.out);
    expect(page).toMatch(
      /Your own zones - Upper Bartang \(\S*zones\/good\.geojson\), (days? \S+|all days): [\d.]+ km\. Not to be entered\. Not with groups\./,
    );
    // Nowhere among what governments say.
    expect(page.slice(page.indexOf('What holds where'), page.indexOf('Day by day'))).not.toContain('Bartang');
    expect(await tajcheck('plan', trip, '--zones', good, '--fail-on', 'error')).toBe(1);
  });

  test('where, for a person and for a machine', async () => {
    expect(await tajcheck('where', 'Basid', '--zones', good, '--color', 'never')).toBe(0);
    expect(oneLine(written.out)).toMatch(
      /Your own zones Upper Bartang \(\S*good\.geojson\), [\d.]+ km inside its edge\. Not to be entered\. Not with groups\. \[bartang\]/,
    );
    expect(oneLine(written.out)).not.toContain('explain bartang');
    written.out = '';
    await tajcheck('where', 'Khorog', '--zones', good, '--color', 'never');
    expect(oneLine(written.out)).toContain('Your own zones None of them holds this place.');
    written.out = '';
    await tajcheck('where', 'Khorog', '--color', 'never');
    expect(written.out).not.toContain('Your own zones');
    for (const format of ['json', 'ndjson']) {
      written.out = '';
      await tajcheck('where', 'Basid', '--zones', good, '--format', format);
      const { zones } = JSON.parse(written.out);
      expect(zones.filter(({ own }: { own?: object }) => own)).toEqual([
        expect.objectContaining({
          id: 'bartang',
          own: expect.objectContaining({ name: 'Upper Bartang', words: 'Not with groups' }),
        }),
      ]);
    }
  });

  test('route, for a person, as JSON and as GeoJSON', async () => {
    expect(await tajcheck('route', 'Rushan', 'Basid', '--zones', good, '--color', 'never')).toBe(0);
    expect(oneLine(written.out)).toMatch(
      /Your own zone “Upper Bartang” \(\S*good\.geojson\): [\d.]+ km; from km \d+.*?\. Not to be entered\. Not with groups\./,
    );
    written.out = '';
    await tajcheck('route', 'Rushan', 'Basid', '--zones', good, '--format', 'geojson');
    const { features } = JSON.parse(written.out);
    const own = [
      expect.objectContaining({
        id: 'bartang',
        name: 'Upper Bartang',
        restriction: 'prohibited',
        words: 'Not with groups',
      }),
    ];
    const ownOf = (kind: string) =>
      features
        .filter(({ properties }: { properties: { kind: string } }) => properties.kind === kind)
        .map(({ properties }: { properties: { ownZones?: object } }) => properties.ownZones);
    expect(ownOf('leg').length).toBeGreaterThan(0);
    for (const told of ownOf('leg')) expect(told).toEqual(own);
    expect(ownOf('stop')).toEqual([undefined, own]);
    const drawn = features.find(({ id }: { id: string }) => id === 'bartang');
    expect(drawn.geometry.type).toBe('MultiPolygon');
    expect(drawn.properties).toMatchObject({ kind: 'zone', own: { words: 'Not with groups' } });
    written.out = '';
    await tajcheck('route', 'Rushan', 'Basid', '--zones', good, '--format', 'json');
    expect(JSON.parse(written.out).zones.find(({ id }: { id: string }) => id === 'bartang').own.file).toMatch(
      /good\.geojson$/,
    );
  });

  test('hostile words reach no terminal and no Markdown as they are', async () => {
    const hostile = { ...rules, name: '<img src=x> [a](javascript:b)', words: '::error::gone `rm` <b>' };
    const bad = write('zones/hostile.geojson', file(hostile));
    await tajcheck('plan', trip, '--zones', bad, '--format', 'markdown');
    expect(written.out).not.toMatch(/<img|<b>|(?<!\\)\]\(javascript/);
    expect(
      await tajcheck('plan', trip, '--zones', write('zones/esc.geojson', file({ ...rules, words: 'a\u001b[2Jb' }))),
    ).toBe(2);
    expect(written.err).not.toContain('\u001b');
  });
});

describe('a file that is not understood ends the run with 2', () => {
  const refused = async (content: string | Uint8Array, name = 'zones/bad.geojson'): Promise<string> => {
    written.err = '';
    expect(await tajcheck('plan', trip, '--zones', write(name, content))).toBe(2);
    expect(written.out).toBe('');
    return written.err;
  };

  test('with the fault and where it is', async () => {
    const [ring] = bartang.coordinates;
    const off = { ...bartang, coordinates: [[...ring.slice(0, 3), [268, 38], ring[4]]] };
    expect(await refused(file(rules, off))).toContain(
      '  feature 1 (bartang): ring 1, position 4: [268, 38] is no longitude\n',
    );
    expect(await refused(file(rules, off).replace('268', '1e999'))).toContain('[Infinity, 38] is no longitude');
    expect(await refused(file({ ...rules, restrction: 'none' }))).toContain('did you mean restriction?');
    expect(await refused('{\n "type": "FeatureCollection",\n "features": [}')).toContain(
      'bad.geojson:3:15: is not valid JSON: a value',
    );
    expect(await refused(file(rules).replace('"prohibited"', '"prohibited","restriction":"none"'))).toContain(
      'stands twice',
    );
    expect(await refused(file(rules).replace('"id":"bartang"', '"__proto__":{"restriction":"none"}'))).toContain(
      '“__proto__” is not known',
    );
    expect(await refused(file({ ...rules, id: 'gbao' }))).toContain(
      'the id gbao is that of a zone that tajcheck ships',
    );
  });

  test('also when it is no text at all', async () => {
    expect(await refused('')).toContain('are empty');
    expect(await refused(Buffer.from(`\ufeff${file(rules)}`, 'utf16le'))).toContain('UTF-16');
    expect(await refused(Buffer.from([0x7b, 0xff, 0x7d]))).toContain('not UTF-8');
    expect(await refused(Buffer.from([0x7b, 0, 0x7d]))).toContain('binary');
    expect(await refused(`${file(rules)}${' '.repeat(10_000_000)}`)).toContain('larger than 10 MB');
    expect(await refused('['.repeat(200_000))).toContain('more than 32 levels deep');
  });

  test('and does not wait for a pipe', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    for (const [path, words] of [
      ['pipe', 'not a file'],
      ['zones', 'a folder'],
      ['gone.geojson', 'not there'],
    ]) {
      expect(await tajcheck('plan', trip, '--zones', join(folder, path))).toBe(2);
      expect(written.err, path).toContain(words);
    }
    expect(await tajcheck('where', 'Basid', '--zones', '/dev/zero')).toBe(2);
  });

  test('every fault of every file at once', async () => {
    const one = write('zones/one.geojson', file({ ...rules, restriction: 'no' }));
    const two = write('zones/two.geojson', '{');
    expect(await tajcheck('plan', trip, '--zones', one, '--zones', two, '--zones', good)).toBe(2);
    expect(written.err).toMatch(/one\.geojson cannot be used as zones:\n {2}feature 1 \(bartang\): restriction "no"/);
    expect(written.err).toMatch(/two\.geojson:1:2: is not valid JSON/);
    written.err = '';
    expect(await tajcheck('plan', trip, '--zones', good, '--zones', good)).toBe(2);
    expect(written.err).toMatch(/the id bartang is that of feature 1 of \S*good\.geojson/);
  });
});

test('the mark of UTF-8 at the start is no fault', async () => {
  const marked = write('zones/marked.geojson', `\ufeff${file(rules)}`);
  expect(await tajcheck('plan', trip, '--zones', marked, '--fail-on', 'never')).toBe(0);
});
