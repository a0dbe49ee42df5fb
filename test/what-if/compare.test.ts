/** What a change does to a trip, with the real data: it is told, and nothing else is. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Chalk } from 'chalk';
import { describe, expect, test } from 'vitest';
import type { AssessOptions } from '../../src/assess.ts';
import type { Assessment } from '../../src/assessment.ts';
import { trackLoader } from '../../src/cli/load-track.ts';
import { readChange, type WrittenChange } from '../../src/cli/read-change.ts';
import { parseItinerary } from '../../src/itinerary/parse.ts';
import { reportChanges } from '../../src/report/changes.ts';
import { textWidth } from '../../src/terminal/width.ts';
import { changeItinerary } from '../../src/what-if/change-itinerary.ts';
import { type Changes, changesAnything, compareAssessments } from '../../src/what-if/compare.ts';
import { assessText, knowledge } from '../trip.ts';
import { toKhorog as trip } from '../written-trips.ts';

/** Trips as written, judged once. */
const judged = new Map<string, Promise<Assessment>>();

async function ask(text: string, change: WrittenChange, options: Partial<AssessOptions> = {}) {
  const asked = readChange(change)!;
  const known = `${options.file} ${text}`;
  const before = await (judged.get(known) ?? assessText(text, {}, options));
  judged.set(known, Promise.resolve(before));
  const changed: AssessOptions['change'] = (itinerary, faults) =>
    changeItinerary(itinerary, asked, faults, knowledge().permits);
  const after = await assessText(text, {}, { ...options, change: changed });
  return { before, after, changes: compareAssessments(before, after, asked) };
}

const tell = ({ changes, after }: { changes: Changes; after: Assessment }, verbose = false): string =>
  reportChanges(changes, after, { width: 80, chalk: new Chalk({ level: 0 }), verbose });
/** With its line breaks taken out. */
const flat = (text: string): string => text.replace(/\s+/g, ' ');

const rulesOf = (findings: readonly { rule: string }[]) => findings.map(({ rule }) => rule);

describe('each option in both directions', () => {
  test('--depart: other days, the same papers', async () => {
    const away = await ask(trip, { depart: '2027-05-20' });
    expect(rulesOf(away.changes.added.findings)).toContain('TJ403');
    expect(away.changes.added.findings.find(({ rule }) => rule === 'TJ403')?.line).toBe(9);
    const [gbao] = away.changes.changed.permits.filter(({ after }) => after.type === 'gbao');
    expect([gbao.before.status, gbao.after.status]).toEqual(['held', 'outside-validity']);
    expect([gbao.before.from, gbao.after.from]).toEqual(['2027-07-04', '2027-05-21']);
    expect(flat(tell(away))).toContain('44 days earlier');
    const back = await ask(trip.replace('start: 2027-07-03', 'start: 2027-05-20'), { depart: '2027-07-03' });
    expect(rulesOf(back.changes.removed.findings)).toContain('TJ403');
    expect(rulesOf(back.changes.added.findings)).not.toContain('TJ403');
    expect(flat(tell(back))).toContain('44 days later');
  });

  test('--depart: a road that is shut sends the way round', async () => {
    const winter = await ask(trip, { depart: '2027-01-10' });
    const [leg] = winter.changes.changed.legs.filter(({ after }) => after.id === 'leg-1');
    expect(leg.after.lengthKm!).toBeGreaterThan(leg.before.lengthKm!);
    expect(rulesOf(winter.changes.added.findings)).toContain('TJ215');
    expect(flat(tell(winter))).toMatch(/Dushanbe to Kalai-Khumb: taken: 4x4, .*no longer through/);
  });

  test('--by: hours and findings of the road', async () => {
    const ridden = await ask(trip, { by: 'bicycle' });
    for (const { before, after } of ridden.changes.changed.legs) expect(after.hours!).toBeGreaterThan(before.hours!);
    expect(ridden.changes.changed.legs).toHaveLength(2);
    expect(rulesOf(ridden.changes.added.findings)).toContain('TJ503');
    const driven = await ask(trip.replace('4x4', 'bicycle'), { by: '4x4' });
    expect(rulesOf(driven.changes.removed.findings)).toContain('TJ503');
    const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id).sort();
    expect(ids(driven.changes.added.checklist)).toEqual(ids(ridden.changes.removed.checklist));
    expect(ids(driven.changes.removed.checklist)).toEqual(ids(ridden.changes.added.checklist));
    expect(ids(ridden.changes.added.checklist).length).toBeGreaterThan(0);
  });

  test('--nationality: the numbers to call are those of the other government', async () => {
    const names = ({ contacts }: { contacts: readonly { name: string }[] }) => contacts.map(({ name }) => name).join();
    const { changes } = await ask(trip, { nationality: ['US'] });
    expect(names(changes.added)).toContain('Embassy');
    expect(names(changes.removed)).not.toBe('');
    const back = await ask(trip.replace('GB', 'US'), { nationality: ['GB'] });
    expect(names(back.changes.added)).toBe(names(changes.removed));
    expect(names(back.changes.removed)).toBe(names(changes.added));
  });

  test('--without-permit and --district: papers that come to be missing', async () => {
    const without = await ask(trip, { withoutPermit: ['gbao'] });
    expect(rulesOf(without.changes.added.findings)).toContain('TJ401');
    expect(without.changes.added.checklist.map(({ id }) => id)).toContain('permit-gbao');
    const less = await ask(trip, { district: ['-darvoz'] });
    expect(rulesOf(less.changes.added.findings)).toEqual(['TJ402']);
    expect(less.changes.changed.permits[0].after.missing).toEqual(['Darvoz']);
    const more = await ask(trip.replace('[darvoz, ', '['), { district: ['+darvoz'] });
    expect(rulesOf(more.changes.removed.findings)).toEqual(['TJ402']);
    expect(more.changes.changed.permits[0].after.status).toBe('held');
    expect(flat(tell(more))).toContain('INCOMPLETE \u2192 you have it');
  });

  test('the way from a border post to the first stop is compared like any other', async () => {
    const gated = trip.replace('stops:', 'entry: Kyzyl-Art\nstops:').replace('Dushanbe', 'Murghab');
    const ridden = await ask(gated, { by: 'bicycle' });
    const [first] = ridden.changes.changed.legs;
    expect([first.before.id, first.after.from, first.after.mode]).toEqual(['leg-0', 'entry', 'bicycle']);
    expect(first.after.hours!).toBeGreaterThan(first.before.hours!);
    expect(flat(tell(ridden))).toContain('Kyzyl-Art to Murghab: taken: 4x4');
    const moved = await ask(gated, { depart: '2027-07-05' });
    expect(moved.after.stops.map(({ id, from }) => [id, from]).slice(0, 2)).toEqual([
      ['entry', '2027-07-05'],
      ['stop-1', '2027-07-05'],
    ]);
  });

  test('several at once', async () => {
    const { changes } = await ask(trip, { depart: '2027-05-20', by: 'bicycle', withoutPermit: ['all'] });
    expect(rulesOf(changes.added.findings)).toEqual(expect.arrayContaining(['TJ401', 'TJ503']));
    expect(rulesOf(changes.added.findings)).not.toContain('TJ403');
    expect(changes.after.start).toBe('2027-05-20');
  });
});

describe('only what differs', () => {
  test('a finding that differs in its days is told once, as told otherwise', async () => {
    const late = trip.replace(/permits:.*/s, '');
    const { changes } = await ask(late, { depart: '2027-07-05' });
    const [pair] = changes.changed.findings.filter(({ after }) => after.rule === 'TJ401');
    expect([pair.before.message, pair.after.message].map((text) => /from (\S+),/.exec(text)?.[1])).toEqual([
      '2027-07-04',
      '2027-07-06',
    ]);
    expect(rulesOf([...changes.added.findings, ...changes.removed.findings])).not.toContain('TJ401');
  });

  test('what says the same of another stop neither comes nor goes', async () => {
    const { changes } = await ask(trip, { depart: '2027-01-10' });
    const say = ({ rule, severity, confidence, message, line }: Assessment['findings'][number]) =>
      [rule, severity, confidence, message, line].join('\n');
    const gone = new Set(changes.removed.findings.map(say));
    expect(changes.added.findings.filter((finding) => gone.has(say(finding)))).toEqual([]);
  });

  test('adds up: what was, less what goes, and what comes, is what is', async () => {
    for (const written of [{ depart: '2027-01-10' }, { by: 'foot' }, { withoutPermit: ['all'] }]) {
      const { before, after, changes } = await ask(trip, written);
      const { added, removed } = changes;
      expect(before.findings.length - removed.findings.length + added.findings.length).toBe(after.findings.length);
      expect(before.checklist.length - removed.checklist.length + added.checklist.length).toBe(after.checklist.length);
    }
  });

  test('a paper taken away that the trip does not need changes nothing that it is told by', async () => {
    const { changes, after } = await ask('stops: [Dushanbe, Hisor]\npermits: [{ type: sarez }]', {
      withoutPermit: ['sarez'],
    });
    expect(changes.added.findings).toEqual([]);
    expect(changes.removed.permits.map(({ type }) => type)).toEqual(['sarez']);
    expect(tell({ changes, after })).toContain('- ');
  });
});

const folder = join(import.meta.dirname, '..', '..', 'examples');
const examples = ['.', 'faulty']
  .flatMap((name) => readdirSync(join(folder, name)).map((file) => join(name, file)))
  .filter((name) => name.endsWith('.yaml'));

describe.each(examples)('%s', (name) => {
  const path = join(folder, name);
  const text = readFileSync(path, 'utf8');
  const options = { file: name, loadTrack: trackLoader(path) };

  test('a change to what the file has changes nothing, and says so', async () => {
    const { start, party, travel, stops } = parseItinerary(text).itinerary!;
    const others = stops.filter(({ by }) => by !== null && by !== 'air' && by !== travel);
    const written: WrittenChange = {
      ...(start === null ? {} : { depart: start }),
      ...(travel === null || others.length > 0 ? {} : { by: travel }),
      nationality: party.map(({ id, nationality }) => `${id}=${nationality}`),
    };
    if (readChange(written) === null) throw new Error('there is nothing to ask');
    const same = await ask(text, written, options);
    expect(same.changes.added).toEqual(same.changes.removed);
    expect(changesAnything(same.changes)).toBe(false);
    expect(flat(tell(same))).toContain('Nothing changes');
    expect(same.after).toEqual(same.before);
  });

  test('every answer fits 80 columns and says that the file was not touched', async () => {
    // Nights that cannot be read are not counted from another day: that is refused.
    const depart = /night: /.test(text) ? undefined : '2027-02-01';
    const answer = await ask(text, { depart, by: 'bicycle', nationality: ['NZ'] }, options);
    const page = tell(answer, true);
    for (const line of page.split('\n')) expect(textWidth(line), line).toBeLessThanOrEqual(80);
    expect(page).toContain('The file was not touched.');
    expect(page).not.toMatch(/undefined|\[object|null/);
  });
});

test('what a stranger wrote into the file is made harmless', async () => {
  const hostile = trip.replace('Khorog', '"Khorog \\u202e\\u001b[2J", at: { lat: 37.4897, lon: 71.5531 }');
  const page = tell(await ask(hostile, { by: 'bicycle' }, { file: 'trip\u001b[2J.yaml' }), true);
  for (const unsafe of ['\u001b', '\u202e']) expect(page).not.toContain(unsafe);
  expect(page).toContain('trip\u241b[2J.yaml');
});
