import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const npm = (args: readonly string[], cwd: string): string =>
  execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

test('the package, packed and installed in an empty folder, plans a trip', () => {
  const shop = mkdtempSync(join(tmpdir(), 'tajcheck-pack-'));
  const home = mkdtempSync(join(tmpdir(), 'tajcheck-home-'));
  // The build has just been made for all tests.
  npm(['pack', '--ignore-scripts', '--pack-destination', shop], root);
  const [tarball] = readdirSync(shop);
  writeFileSync(join(home, 'package.json'), '{ "private": true }');
  writeFileSync(join(home, 'trip.yaml'), 'start: 2027-07-03\nstops: [Dushanbe, { place: Khorog, by: air }]\n');
  writeFileSync(
    join(home, 'zones.geojson'),
    '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"mine"},"geometry":{"type":"Polygon","coordinates":[[[71,37],[72,37],[72,38],[71,38],[71,37]]]}}]}',
  );
  npm(['install', '--no-audit', '--no-fund', '--prefer-offline', join(shop, tarball)], home);
  const installed = readdirSync(join(home, 'node_modules')).filter((name) => !name.startsWith('.'));
  expect(installed.sort()).toEqual(['geojson-validation', 'tajcheck']);

  const briefing = npm(['exec', '--offline', '--', 'tajcheck', 'plan', 'trip.yaml', '--zones', 'zones.geojson'], home);
  expect(briefing).toContain('Khorog');
  expect(npm(['exec', '--offline', '--', 'tajcheck', 'schema', 'itinerary'], home)).toContain('"stops"');
  expect(npm(['exec', '--offline', '--', 'tajcheck', 'explain', 'TJ501'], home)).toContain('# <- TJ501');
  const library =
    "import { assess, unpackKnowledge } from 'tajcheck'; console.log(typeof assess, typeof unpackKnowledge)";
  expect(execFileSync(process.execPath, ['--input-type=module', '-e', library], { cwd: home, encoding: 'utf8' })).toBe(
    'function function\n',
  );
}, 180_000);
