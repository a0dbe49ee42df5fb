/** No text of an itinerary, of an own zone or of the command line acts on what it is printed to, whatever the format. */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DOMParser } from '@xmldom/xmldom';
import ICAL from 'ical.js';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { runCommand } from '../../src/cli/program.ts';
import { captureOutput, written } from '../cli/captured.ts';
import { knowledge } from '../trip.ts';
import { actsInComment, actsInLog, renderMarkdown } from './judges.ts';
import { ladenTrip, ladenZones } from './laden-trip.ts';
import { hostileStrings } from './strings.ts';

// Only where the packed files lie differs: `data/` is compiled, and `docs/rules` read, instead.
vi.mock('../../src/cli/load-knowledge.ts', async () => ({ loadKnowledge: (await import('../trip.ts')).knowledge }));
vi.mock('../../src/cli/load-rule-page.ts', () => ({
  loadRulePage: (id: string) => readFileSync(join(import.meta.dirname, `../../docs/rules/${id}.md`), 'utf8'),
}));

captureOutput();

/** A repository whose folders and files are named by somebody else as well. */
const root = mkdtempSync(join(tmpdir(), 'tajcheck-hostile-'));
const folder = join(root, 'tours ::error::a');
const laden = join(folder, '::warning::##[error]b @team #12 <i>|.trip.yaml');
/** Named so that no search would find it. */
const broken = join(mkdtempSync(join(tmpdir(), 'tajcheck-hostile-')), '- x\r::notice::c.trip.yaml');
const calm = join(root, 'calm.yaml');
const zones = join(root, '::error::zones ##[debug].geojson');
const asOf = ['--as-of', '2026-11-22'];
/** Zones refuse what is hidden. */
const plain = hostileStrings.filter((text) => !/[\p{C}\u2028\u2029]/u.test(text));

beforeAll(() => {
  mkdirSync(join(root, '.git'));
  mkdirSync(folder);
  writeFileSync(laden, ladenTrip(hostileStrings));
  writeFileSync(broken, `title: "${'::error::x ##[error] '.repeat(3)}\n\u001b[2J: [::error::\n`);
  writeFileSync(calm, 'start: 2027-07-03\nparty: [{ nationality: US }]\nstops: [Khorog, Murghab]\n');
  writeFileSync(zones, ladenZones(plain));
});

async function tajcheck(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  written.out = '';
  written.err = '';
  const code = await runCommand(['node', 'tajcheck', ...args]);
  return { code, out: written.out, err: written.err };
}

/** The texts arrived: a judge of nothing finds nothing. */
const expectLaden = (printed: string): void =>
  expect(/pwned|##|#·#/.test(printed), `${printed.slice(0, 300)} ${written.err.slice(0, 300)}`).toBe(true);

describe('logs and terminals', () => {
  test.each([
    ['plan', laden, '--zones', zones, '--verbose', ...asOf],
    ['plan', laden, '--zones', zones, '--color', 'always', ...asOf],
    ['plan', laden, '--format', 'compact', ...asOf],
    ['plan', laden, '--format', 'json', '--zones', zones, ...asOf],
    ['plan', laden, '--format', 'ics', ...asOf],
    ['plan', laden, '--format', 'sheet', '--zones', zones, ...asOf],
    ['plan', laden, '--format', 'geojson', '--zones', zones, ...asOf],
    ['plan', laden, '--format', 'kml', '--zones', zones, ...asOf],
    ['plan', laden, '--format', 'gpx', '--zones', zones, ...asOf],
    ['plan', laden, '--format', 'markdown', '--zones', zones, ...asOf],
    ['plan', laden, '--depart', '2027-08-01', ...asOf],
    ['plan', laden, '--depart', '2027-08-01', '--format', 'json', ...asOf],
    ['diff', calm, laden, ...asOf],
    ['diff', laden, calm, '--format', 'json', ...asOf],
    ['diff', calm, laden, '--format', 'markdown', ...asOf],
    ...['compact', 'pretty', 'json', 'sarif', 'junit', 'gitlab', 'markdown'].map((format) => [
      'check', root, laden, broken, '--format', format, '--min-severity', 'info', '--show-suppressed', '--jobs', '1', ...asOf,
    ]), // biome-ignore format: one line
  ])('%s %s %s %s', async (...args) => {
    const { out, err } = await tajcheck(...args);
    expectLaden(out);
    const mayColour = args.includes('always');
    expect(actsInLog(out, { mayColour }).slice(0, 5)).toEqual([]);
    expect(actsInLog(err, { mayColour }).slice(0, 5)).toEqual([]);
  });

  test.each([
    ['plan', broken, ...asOf],
    ['where', '37.49,71.55', '--zones', zones],
    ['where', '37.49,71.55', '--zones', zones, '--format', 'json'],
    ['route', 'Khorog', 'Rushan', '--zones', zones],
    ['route', 'Khorog', 'Rushan', '--zones', zones, '--format', 'json'],
    ['route', 'Khorog', 'Rushan', '--zones', zones, '--format', 'geojson'],
  ])('%s %s %s %s', async (...args) => {
    const { out, err } = await tajcheck(...args);
    expect(`${out}${err}`).toMatch(/error|notice|Rushan/);
    expect(actsInLog(`${out}${err}`).slice(0, 5)).toEqual([]);
  });

  test('annotations are those of the findings, each on one line of its own, and no others', async () => {
    const args = ['--format', 'github', '--min-severity', 'info', '--jobs', '1', ...asOf];
    const { out } = await tajcheck('check', root, ...args);
    expectLaden(out);
    expect(actsInLog(out, { mayCommand: true }).slice(0, 5)).toEqual([]);
    for (const line of out.trimEnd().split('\n')) {
      const [, properties] = /^::(?:error|warning|notice) ([^:]*)::(?!.*^::)/.exec(line) ?? [];
      expect(properties, line).toBeDefined();
      expect(properties).toMatch(
        /^(file=[^,]*,line=\d+,endLine=\d+(,col=\d+)?(,endColumn=\d+)?,)?title=(TJ\d{3} [a-z-]+|tajcheck)$/,
      );
    }
  });
});

test('a trip cannot hide behind the name of a folder or of its own', async () => {
  for (const name of ['line\nbreak/a.trip.yaml', 'a\r.trip.yaml', 'back\\slash/a.trip.yaml', 'back\\slash.trip.yaml']) {
    const own = mkdtempSync(join(tmpdir(), 'tajcheck-hidden-'));
    mkdirSync(dirname(join(own, name)), { recursive: true });
    writeFileSync(join(own, 'calm.trip.yaml'), 'stops: [Dushanbe]\n');
    writeFileSync(join(own, name), 'stops: [Atlantis]\n');
    const { code, out, err } = await tajcheck('check', own, '--jobs', '1', ...asOf);
    // Found, or said that it cannot be.
    expect([1, 2], JSON.stringify(name)).toContain(code);
    expect(`${out}${err}`).toMatch(/TJ201|cannot be found by a search/);
  }
});

describe('what was written on the command line comes back harmless', () => {
  test.each(hostileStrings.filter((text) => !text.includes('\u0000')))('%j', async (text) => {
    const asked = [
      ['plan', text],
      ['plan', calm, `--${text}`],
      ['plan', calm, '--format', text],
      ['plan', calm, '--format', `json=${join(root, 'none', text)}`],
      ['plan', calm, '--as-of', text],
      ['plan', calm, '--fail-on', text],
      ['plan', calm, '--require', text],
      ['plan', calm, '--zones', text],
      ['plan', calm, '--depart', text],
      ['plan', calm, '--nationality', text],
      ['plan', calm, '--by', text],
      ['plan', calm, '--without-permit', text],
      ['plan', calm, '--district', text],
      ['check', text],
      ['check', calm, '--config', text],
      ['check', calm, '--baseline', text],
      ['check', calm, '--min-severity', text],
      ['check', calm, '--jobs', text],
      ['diff', text, calm],
      ['diff', calm, '--git', text],
      ['diff', calm, '--data', text],
      ['where', text],
      ['where', 'Khorog', '--format', text],
      ['route', text, 'Khorog'],
      ['route', 'Khorog', 'Murghab', '--via', text],
      ['route', 'Khorog', 'Murghab', '--by', text],
      ['route', 'Khorog', 'Murghab', '--on', text],
      ['visa', text],
      ['visa', 'US', '--age', text],
      ['visa', 'US', '--passport', text],
      ['explain', text],
      ['places', text],
      ['zones', text],
      ['sources', text],
      ['schema', text],
      ['completion', text],
      [text],
    ];
    for (const args of asked) {
      const { out, err } = await tajcheck(...args);
      expect(actsInLog(`${out}\n${err}`), args.join(' ')).toEqual([]);
      // Nobody else's words begin a line of ours.
      expect(err, args.join(' ')).not.toMatch(/^\s*(pwned|END:VEVENT|BEGIN:VEVENT|SUMMARY)/m);
    }
  });
});

describe('readers', () => {
  const sources = new Set(Object.values(knowledge().sources).map(({ url }) => url));

  test.each([
    ['plan', laden, '--format', 'markdown', '--zones', zones, ...asOf],
    ['diff', calm, laden, '--format', 'markdown', ...asOf],
    ['diff', laden, calm, '--format', 'markdown', ...asOf],
    ['check', root, '--format', 'markdown', '--min-severity', 'info', '--show-suppressed', '--jobs', '1', ...asOf],
  ])('%s: Markdown shows words only', async (...args) => {
    const { out } = await tajcheck(...args);
    expectLaden(out);
    const { tags, links, words } = renderMarkdown(out);
    const ours =
      /^(h[1-4]|p|ul|ol|li|table|thead|tbody|tr|th|td|strong|em|code|pre|a|br|hr|sub|input|details|summary)$/;
    expect(
      [...new Set(tags.map((tag) => tag.replace(/^\//, '')))].filter((tag) => tag !== '!--' && !ours.test(tag)),
    ).toEqual([]);
    // A mark of ours, by which the comment is found again.
    expect(tags.filter((tag) => tag === '!--').length).toBe(args[0] === 'plan' ? 0 : 1);
    for (const name of ['details', 'summary', 'table']) {
      expect(tags.filter((tag) => tag === name).length).toBe(tags.filter((tag) => tag === `/${name}`).length);
    }
    expect(
      links.filter((link) => !sources.has(link) && !/^https:\/\/[\w.-]*(github|tajcheck)[^@]*\/docs\//.test(link)),
    ).toEqual([]);
    // What a checklist is made of is no comment on a pull request.
    if (args[0] !== 'plan') expect(actsInComment(words).slice(0, 5)).toEqual([]);
    expect(out).not.toMatch(/^\s*\/[a-z]/m);
  });

  test('a calendar has its own events, and each its own properties', async () => {
    const { out } = await tajcheck('plan', laden, '--format', 'ics', ...asOf);
    const { out: json } = await tajcheck('plan', laden, '--format', 'json', ...asOf);
    const { calendar } = JSON.parse(json);
    const file = new ICAL.Component(ICAL.parse(out));
    expect(file.getAllSubcomponents('vevent').length).toBe(calendar.length);
    const names = file
      .getAllSubcomponents('vevent')
      .flatMap((event) => event.getAllProperties().map(({ name }) => name));
    expect([...new Set(names)].sort()).toEqual(
      [
        'categories',
        'description',
        'dtend',
        'dtstamp',
        'dtstart',
        'sequence',
        'summary',
        'transp',
        'uid',
        'x-microsoft-cdo-alldayevent',
        'x-microsoft-msncalendar-alldayevent',
      ].filter((name) => names.includes(name)),
    );
  });

  test.each([
    ['check', root, '--format', 'junit', '--min-severity', 'info', '--jobs', '1', ...asOf],
    ['route', '37.6,71.6', 'Rushan', '--format', 'gpx', '--zones', zones],
    ['plan', laden, '--format', 'gpx', '--zones', zones, ...asOf],
    ['plan', laden, '--format', 'kml', '--zones', zones, ...asOf],
  ])('%s: XML is well formed and has our own elements only', async (...args) => {
    const { out } = await tajcheck(...args);
    const document = new DOMParser({
      onError: (level, message) => {
        if (level !== 'warning') throw new Error(message);
      },
    }).parseFromString(out, 'text/xml');
    const names = new Set([...document.getElementsByTagName('*')].map(({ tagName }) => tagName));
    const ours =
      /^(testsuites|testsuite|testcase|failure|error|skipped|system-out|gpx|metadata|desc|copyright|license|time|bounds|wpt|ele|name|sym|type|number|extensions|(osmand|tajcheck):[a-z]+|rte|rtept|trk|trkseg|trkpt|kml|Document|Folder|Placemark|open|description|(Icon|Line|Poly)?Style|color|width|styleUrl|TimeSpan|begin|end|ExtendedData|Data|value|Point|LineString|tessellate|MultiGeometry|Polygon|(outer|inner)BoundaryIs|LinearRing|coordinates)$/;
    expect([...names].filter((name) => !ours.test(name))).toEqual([]);
    expect(out).not.toContain('<!');
    expect(out).not.toMatch(/<\?(?!xml )/);
  });

  test.each([
    ['plan', laden, '--format', 'json', '--zones', zones, ...asOf],
    ['plan', laden, '--format', 'geojson', '--zones', zones, ...asOf],
    ['check', root, '--format', 'json', '--jobs', '1', ...asOf],
    ['check', root, '--format', 'sarif', '--jobs', '1', ...asOf],
    ['check', root, '--format', 'gitlab', '--jobs', '1', ...asOf],
    ['diff', calm, laden, '--format', 'json', ...asOf],
  ])('%s: JSON can be read by the strictest', async (...args) => {
    const { out } = await tajcheck(...args);
    // Well-formed through and through: no half pair, neither raw nor as an escape.
    const halves = (value: unknown): boolean =>
      typeof value === 'string'
        ? /\p{Cs}/u.test(value)
        : typeof value === 'object' && value !== null && Object.entries(value).flat().some(halves);
    expect(halves(JSON.parse(out))).toBe(false);
    expect(out).not.toMatch(/##/);
  });
});
