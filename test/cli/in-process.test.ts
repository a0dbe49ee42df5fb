/**
 * The command line without a process of its own: quick, and counted by the coverage. What the built program does,
 * exit codes and streams included, is tested in the files beside this one.
 */
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { describe, expect, test, vi } from 'vitest';
import { runCommand } from '../../src/cli/program.ts';
import { answerStream } from '../../src/cli/stream.ts';
import { rules } from '../../src/rules/registry.ts';
import { readRulePage } from '../docs/rule-page.ts';
import { knowledge } from '../trip.ts';
import { captureOutput, written } from './captured.ts';

// Only where the packed files lie differs; pages are read from `docs/rules`.
vi.mock('../../src/cli/load-knowledge.ts', async () => ({ loadKnowledge: (await import('../trip.ts')).knowledge }));
vi.mock('../../src/cli/load-rule-page.ts', () => ({
  loadRulePage: (id: string) => readFileSync(join(import.meta.dirname, `../../docs/rules/${id}.md`), 'utf8'),
}));

captureOutput();

const tajcheck = (...args: string[]) => runCommand(['node', 'tajcheck', ...args]);
const folder = mkdtempSync(join(tmpdir(), 'tajcheck-cli-'));
const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const trip = 'start: 2027-07-03\nstops:\n  - Dushanbe\n  - { place: Khorog, by: air }\n';

describe('commands', () => {
  test('plan gives each format, to the screen and to a file', async () => {
    const file = write('trip.yaml', trip);
    expect(await tajcheck('plan', file, '--as-of', '2026-11-22', '--color', 'never')).toBe(0);
    expect(written.out).toContain('Khorog');
    const json = join(folder, 'out.json');
    expect(await tajcheck('plan', file, '--format', 'compact', '--format', `json=${json}`, '--fail-on', 'error')).toBe(
      1,
    );
    expect(written.out).toContain('TJ401');
    expect(await tajcheck('plan', file, '--format', 'docx')).toBe(2);
    expect(await tajcheck('plan', file, '--format', `json=${folder}/no/such/folder.json`)).toBe(2);
    expect(await tajcheck('plan', file, '--fail-on', 'never')).toBe(0);
  });

  test('plan writes the calendar and the list beside the briefing', async () => {
    const file = write('trip.yaml', trip);
    const [ics, list] = [join(folder, 'trip.ics'), join(folder, 'list.md')];
    const formats = ['--format', `ics=${ics}`, '--format', `markdown=${list}`];
    expect(await tajcheck('plan', file, '--as-of', '2026-11-22', ...formats)).toBe(0);
    expect(written.out).toBe('');
    expect(readFileSync(ics, 'utf8')).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n[\s\S]*\r\nEND:VCALENDAR\r\n$/);
    expect(readFileSync(list, 'utf8')).toMatch(/^# .*trip\.yaml\n[\s\S]*- \[ \] \*\*Apply for the GBAO permit/);
  });

  test('plan writes no calendar where no day can be counted, and nothing else with it', async () => {
    const file = write('undated.yaml', trip.replace('start: 2027-07-03\n', ''));
    const ics = join(folder, 'undated.ics');
    expect(await tajcheck('plan', file, '--format', 'pretty', '--format', `ics=${ics}`)).toBe(2);
    expect(written.err).toContain('the trip has no dates');
    expect(written.out).toBe('');
    expect(existsSync(ics)).toBe(false);
  });

  test('of two calendars of one day the later one counts, and with --as-of both are alike', async () => {
    const file = write('trip.yaml', trip);
    const calendar = async (...options: string[]): Promise<string> => {
      written.out = '';
      await tajcheck('plan', file, '--format', 'ics', ...options);
      return written.out;
    };
    const version = (text: string) => Number(/^SEQUENCE:(\d+)/m.exec(text)?.[1]);
    const clock = vi.useFakeTimers({ toFake: ['Date'] });
    try {
      clock.setSystemTime(new Date('2026-11-22T08:00:00Z'));
      const [first, dated] = [await calendar(), await calendar('--as-of', '2026-11-22')];
      clock.setSystemTime(new Date('2026-11-22T08:00:02Z'));
      expect(version(await calendar())).toBe(version(first) + 2);
      expect(await calendar('--as-of', '2026-11-22')).toBe(dated);
      expect(dated).toContain('DTSTAMP:20261122T000000Z');
    } finally {
      clock.useRealTimers();
    }
  });

  test('plan demands lines of the checklist by id, and refuses an id that it does not know', async () => {
    const demand = (text: string, id: string) =>
      tajcheck('plan', write('trip.yaml', text), '--format', 'compact', '--as-of', '2026-11-22', '--require', id);
    await demand(trip, 'check-in-plan');
    expect(written.out).toMatch(/error TJ603: .*check-in-plan/);
    written.out = '';
    await demand(`${trip}mitigations: [check-in-plan]\n`, 'check-in-plan');
    expect(written.out).toContain('TJ401');
    expect(written.out).not.toContain('error TJ603');
    expect(await demand(trip, 'check-in-pan')).toBe(2);
    expect(written.err).toContain('--require check-in-pan is not known.');
  });

  test('plan takes own zones and refuses bad ones', async () => {
    const file = write('trip.yaml', trip);
    const zone = (id: string, more = '') =>
      write(
        `${id}.geojson`,
        `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"${id}"${more}},"geometry":{"type":"Polygon","coordinates":[[[71,37],[72,37],[72,38],[71,38],[71,37]]]}}]}`,
      );
    expect(await tajcheck('plan', file, '--zones', zone('mine'), '--zones', zone('yours'), '--format', 'compact')).toBe(
      0,
    );
    expect(written.out).toContain('TJ305');
    expect(await tajcheck('plan', file, '--zones', zone('gbao'))).toBe(2);
    expect(written.err).toContain('the id gbao is that of a zone that tajcheck ships');
    expect(await tajcheck('plan', file, '--zones', zone('vague', ',"uncertaintyKm":-1'))).toBe(2);
    expect(await tajcheck('plan', file, '--zones', write('no.geojson', '{'))).toBe(2);
    expect(await tajcheck('plan', file, '--zones', join(folder, 'none.geojson'))).toBe(2);
    expect(await tajcheck('where', 'Khorog', '--zones', write('own.geojson', '{"type":"Feature"}'))).toBe(2);
  });

  test('a missing argument is told like any other fault, with what to write', async () => {
    expect(await tajcheck('plan', '--without-permit', 'trip.yaml')).toBe(2);
    expect(written.err).toMatch(/^tajcheck: missing required argument 'file'\nThe file comes first: /);
    for (const command of ['where', 'route', 'visa', 'explain', 'schema']) {
      written.err = '';
      expect(await tajcheck(command), command).toBe(2);
      expect(written.err).toMatch(
        new RegExp(`^tajcheck: missing required argument .*\\nSee tajcheck ${command} --help\\.\\n$`),
      );
    }
    written.err = '';
    expect(await tajcheck('plan', 'trip.yaml', '--colour')).toBe(2);
    expect(written.err).toMatch(/^tajcheck: unknown option '--colour'\n/);
  });

  test('plan says why a file is no itinerary', async () => {
    expect(await tajcheck('plan', write('bad.yaml', 'stops: [\n'))).toBe(2);
    expect(written.err).toMatch(/bad\.yaml:\d+:\d+.*not valid YAML/s);
    expect(await tajcheck('plan', folder)).toBe(2);
    expect(await tajcheck('plan', join(folder, 'none.yaml'))).toBe(2);
    expect(await tajcheck('plan', write('empty.yaml', ''))).toBe(2);
    expect(await tajcheck('plan', write('x.yaml', trip), '--as-of', 'tomorrow')).toBe(2);
  });

  test('plan reads tracks of each kind', async () => {
    write('a.geojson', '{"type":"LineString","coordinates":[[68.779,38.536],[69.323,38.389]]}');
    write(
      'b.gpx',
      '<gpx><trk><trkseg><trkpt lat="38.389" lon="69.323"/><trkpt lat="38.096" lon="69.34"/></trkseg></trk></gpx>',
    );
    write('c.txt', 'no track');
    const file = write(
      'tracks.yaml',
      'stops:\n  - Dushanbe\n  - { place: Norak, track: a.geojson }\n  - { place: Danghara, track: b.gpx }\n  - { place: Kulob, track: c.txt }\n  - { place: Kulob, track: gone.gpx }\n  - { place: Kulob, track: ../x.gpx }\n',
    );
    expect(await tajcheck('plan', file, '--format', 'json')).toBe(0);
    const { legs, findings } = JSON.parse(written.out);
    expect(legs.map((leg: { basis: string }) => leg.basis)).toEqual(['track', 'track', 'road', 'road', 'road']);
    const rules = findings.map((finding: { rule: string }) => finding.rule);
    expect(rules.filter((rule: string) => rule === 'TJ108')).toHaveLength(2);
    expect(rules).toContain('TJ109');
  });

  test('where, explain, places, zones and sources answer', async () => {
    for (const args of [
      ['where', 'Khorog'],
      ['where', '38.56,68.78'],
      ['where', '48.86,2.35'],
      ['where', 'Khorog', '--format', 'json'],
      ['where', 'Khorog', '--format', 'ndjson'],
      ['explain', 'TJ401'],
      ['explain', 'gbao'],
      ['explain', 'panji-poyon'],
      ['explain', 'ca-gac'],
      ['explain', 'kg-border-us'],
      ['explain', 'satellite-phone'],
      ['places', 'pamir'],
      ['places', 'khorogg'],
      ['zones'],
      ['sources', '--format', 'json'],
    ]) {
      written.out = '';
      expect(await tajcheck(...args), args.join(' ')).toBe(0);
      expect(written.out.length, args.join(' ')).toBeGreaterThan(20);
    }
  });

  test('explain tells of a permit its ways with fee and lead time, and whether it is stopped now', async () => {
    const said = async (id: string): Promise<string> => {
      written.out = '';
      await tajcheck('explain', id);
      return written.out.replace(/\s+/g, ' ');
    };
    const gbao = await said('gbao');
    expect(gbao).toContain('Lead time: usually 14 days, at worst 21 days.');
    expect(gbao).toContain('Where: before you enter the country. Lead time: 14 days. Fee: 20 USD per person.');
    expect(gbao).toContain('Where: in the country. Lead time: 14 days. Fee: 20 to 100 TJS per person.');
    expect(gbao).toContain('As of 2026-09-04: The newest texts read report no stop or suspension in force');
    expect(await said('sarez')).toContain('Lead time: 14 days.');
    const khatlon = await said('khatlon-border');
    expect(khatlon).toContain('Lead time: not published.');
    expect(khatlon).not.toContain('usually');
    expect(khatlon).not.toContain('As of');
  });

  test('explain tells a kind of visa, and sends who asks about a country to visa', async () => {
    expect(await tajcheck('explain', 'e-visa')).toBe(0);
    for (const part of [
      'Visa e-visa: e-Visa',
      'one entry: 30 USD',
      'Lead time: 14 days.',
      'need not register',
      'Germany says',
    ])
      expect(written.out.replace(/\s+/g, ' ')).toContain(part);
    written.out = '';
    for (const { id } of knowledge().visaKinds) expect(await tajcheck('explain', id), id).toBe(0);
    expect(written.out).not.toMatch(/null|undefined/);
    expect(await tajcheck('explain', 'DE')).toBe(2);
    expect(written.err).toContain('For a passport: tajcheck visa DE');
    expect(await tajcheck('explain', 'new zealand')).toBe(2);
    expect(written.err).toContain("tajcheck visa 'new zealand'");
    expect(await tajcheck('explain', 'e-viza')).toBe(2);
    expect(written.err).toContain('Did you mean e-visa?');
  });

  test('explain prints the page of a rule, by number or by name, whole', async () => {
    for (const { id, slug, severity } of rules) {
      written.out = '';
      expect(await tajcheck('explain', id, '--color', 'never'), id).toBe(0);
      const page = written.out;
      expect(page.split('\n')[0]).toBe(`${id} ${slug}`);
      expect(page).toContain(`  ${severity} · `);
      for (const { text } of readRulePage(id).fires) {
        for (const line of text.trimEnd().split('\n'))
          expect(page).toContain(`    ${line.replaceAll('\t', '␉')}`.trimEnd());
      }
      written.out = '';
      await tajcheck('explain', slug, '--color', 'never');
      // A slug may be the name of something else too.
      expect(written.out.startsWith(page.trimEnd()), slug).toBe(true);
    }
  });

  test('without its pages the program says how to get them', async () => {
    // They lie beside the bundle, not beside its source.
    const { loadRulePage } = await vi.importActual<typeof import('../../src/cli/load-rule-page.ts')>(
      '../../src/cli/load-rule-page.ts',
    );
    expect(() => loadRulePage('TJ101')).toThrow('npm run build');
  });

  test('where gives what is near, and counts the doubt of the place; a line of the stream keeps to the point', async () => {
    expect(await tajcheck('where', '37.6,68.3', '--format', 'json')).toBe(0);
    const answer = JSON.parse(written.out);
    expect(answer.near.map((zone: { id: string }) => zone.id)).toContain('uz-border-au');
    written.out = '';
    expect(await tajcheck('where', '37.6,68.3', '--format', 'ndjson')).toBe(0);
    expect(Object.keys(JSON.parse(written.out))).toEqual(['lon', 'lat', 'country', 'zones', 'borderKm']);
    written.out = '';
    await tajcheck('where', '48.86,2.35', '--format', 'json');
    expect(JSON.parse(written.out)).toMatchObject({ zones: null, near: null });
  });

  test('where and explain refuse what they do not know', async () => {
    for (const args of [
      ['where', 'Atlantis'],
      ['where', 'Langar'],
      ['where', '95,71'],
      ['where', '-', '--format', 'json'],
      ['explain', 'nothing'],
    ]) {
      expect(await tajcheck(...args), args.join(' ')).toBe(2);
    }
    expect(await tajcheck('zones', 'atlantis')).toBe(1);
    written.out = '';
    written.err = '';
    expect(await tajcheck()).toBe(2);
    expect(written.out).toBe('');
    expect(written.err).toContain('Usage: tajcheck');
    expect(await tajcheck('--help')).toBe(0);
  });
});

test('a stream keeps its order and waits for a slow reader', async () => {
  const lines = Array.from({ length: 3000 }, (_, at) => `${68 + at / 1000},38.5`);
  const { index, zones } = knowledge();
  let written = '';
  const slow = new Writable({
    highWaterMark: 10,
    write(chunk, _, done) {
      written += chunk;
      setImmediate(done);
    },
  });
  const complaints = new Writable({ write: (_chunk, _encoding, done) => done() });
  const input = Readable.from(['68.5,38', `.5\n${lines.join('\n')}\n`, `${'9'.repeat(5000)}\n`, 'x']);
  expect(await answerStream([{ index, zones }], knowledge(), input, slow, complaints)).toBe(1);
  slow.end();
  await new Promise((resolve) => slow.on('finish', resolve));
  const answers = written
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(answers).toHaveLength(3003);
  expect(answers[0]).toMatchObject({ lon: 68.5, lat: 38.5 });
  expect(answers.slice(1, 3001).map((answer) => answer.lon)).toEqual(lines.map((line) => Number(line.split(',')[0])));
  expect(answers.slice(3001).map((answer) => answer.line)).toEqual([3002, 3003]);
});
