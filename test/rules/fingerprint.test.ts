/** The name of a finding outlives edits elsewhere in the file, and changes with what the finding is about. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Assessment, ReportedFinding } from '../../src/assessment.ts';
import { assessText, find } from '../trip.ts';

const places = ['Dushanbe', 'Kalai-Khumb', 'Khorog', 'Ishkashim', 'Murghab', 'Karakul'] as const;

interface Written {
  readonly stops?: readonly string[];
  readonly permits?: readonly string[];
  readonly party?: readonly string[];
  readonly rest?: string;
}

function write({ stops = places, permits = ['gbao, districts: [darvoz]'], party = ['GB'], rest = '' }: Written = {}) {
  const list = (key: string, rows: readonly string[]): string =>
    rows.length === 0 ? '' : `${key}:\n${rows.map((row) => `  - ${row}\n`).join('')}`;
  return [
    'title: Pamir\nstart: 2027-07-03\n',
    list(
      'party',
      party.map((nationality) => `{ nationality: ${nationality} }`),
    ),
    list(
      'stops',
      stops.map((place) => (place.startsWith('{') ? place : `{ place: ${place}, nights: 1 }`)),
    ),
    list(
      'permits',
      permits.map((type) => `{ type: ${type} }`),
    ),
    rest,
  ].join('');
}

/** Fingerprints of each rule, with what the finding stands for besides. */
const names = (assessment: Assessment, keep: (finding: ReportedFinding) => boolean = () => true): string[] =>
  assessment.findings
    .filter(keep)
    .map(({ rule, zone, authority, fingerprint }) => [rule, zone, authority, fingerprint].join(' '))
    .sort();

describe('survives', () => {
  test('moved lines and comments anywhere', async () => {
    const text = write();
    const plain = names(await assessText(text));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(12), fc.constantFrom('', '# a note', '   # two'))), async (put) => {
        const lines = text.split('\n');
        for (const [at, comment] of put) lines.splice(Math.min(at, lines.length), 0, comment);
        expect(names(await assessText(lines.join('\n')))).toEqual(plain);
      }),
      { numRuns: 8 },
    );
  });

  test('another name of the file, another spelling and another shape of the entry', async () => {
    const plain = names(await assessText(write()));
    expect(names(await assessText(write(), {}, { file: 'tours/2027/b.yaml' }))).toEqual(plain);
    const respelt = ['dushanbe', 'Kalai Khumb', '{ nights: 1, place: "KHOROG" }', 'Ishkashim', 'Murghab', 'Karakul'];
    expect(names(await assessText(write({ stops: respelt })))).toEqual(plain);
  });

  test('a stop put in, taken out or renamed elsewhere', async () => {
    const before = await assessText(write());
    const others = ['Panjakent', 'Khujand', 'Rushan', 'Alichur', '{ at: { lat: 38.2, lon: 72.4 }, nights: 1 }'];
    await fc.assert(
      fc.asyncProperty(fc.nat(places.length), fc.constantFrom(...others), fc.nat(1), async (at, other, taken) => {
        const stops: string[] = [...places];
        stops.splice(at, taken, other);
        const after = await assessText(write({ stops }));
        // Stops that stay, and legs between two that stay side by side, by their new subject.
        const moved = new Map<string, string>();
        places.forEach((place, old) => {
          const now = stops.indexOf(place);
          if (now === -1) return;
          moved.set(`stop-${old + 1}`, `stop-${now + 1}`);
          if (old + 1 < places.length && stops[now + 1] === places[old + 1])
            moved.set(`leg-${old + 1}`, `leg-${now + 1}`);
        });
        let compared = 0;
        for (const [old, now] of moved) {
          const of = (assessment: Assessment, subject: string) =>
            find(assessment, 'TJ301').filter((finding) => finding.subject === subject);
          const [own, same] = [of(before, old), of(after, now)];
          expect(same.map(({ fingerprint }) => fingerprint).sort()).toEqual(
            own.map(({ fingerprint }) => fingerprint).sort(),
          );
          compared += own.length;
        }
        expect(compared).toBeGreaterThan(0);
        // What the trip is told once of an area or a paper keeps its name, wherever it is met first.
        const once = (assessment: Assessment) =>
          new Map(find(assessment, 'TJ303').map(({ zone, fingerprint }) => [zone, fingerprint]));
        const early = once(before);
        for (const [zone, fingerprint] of once(after)) {
          if (early.has(zone)) expect(fingerprint).toBe(early.get(zone));
        }
      }),
      { numRuns: 8 },
    );
  });

  test('other days, and papers put in before', async () => {
    const papers = (text: string) =>
      assessText(text).then((written) => names(written, ({ rule }) => /^TJ4/.test(rule)));
    const plain = await papers(write());
    expect(await papers(write().replace('2027-07-03', '2027-08-14'))).toEqual(plain);
    const more = write({ permits: ['khatlon-border', 'gbao, districts: [darvoz]'] });
    const kept = (await papers(more)).filter((name) => /TJ40[23] /.test(name));
    expect(kept).toEqual(expect.arrayContaining(plain.filter((name) => /TJ40[23] /.test(name))));
  });
});

describe('differs for', () => {
  /** Two findings alike but for one thing. */
  const differ = (findings: readonly ReportedFinding[]): void => {
    expect(findings.length).toBeGreaterThan(1);
    expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(findings.length);
  };

  test('another stop, leg, zone and authority', async () => {
    const written = await assessText(write());
    differ(find(written, 'TJ301'));
    differ(find(written, 'TJ303'));
    differ(find(written, 'TJ302'));
  });

  test('another district of a permit and another permit', async () => {
    differ(find(await assessText(write()), 'TJ402'));
    differ(find(await assessText(write({ permits: [] })), 'TJ401'));
  });

  test('another passport, and not for a second traveller with the same', async () => {
    const one = find(await assessText(write({ party: ['GB'] })), 'TJ411');
    const other = find(await assessText(write({ party: ['IN'] })), 'TJ411');
    differ([...one, ...other]);
    const both = find(await assessText(write({ party: ['IN', 'GB', 'GB'] })), 'TJ411');
    expect(both.map(({ fingerprint }) => fingerprint)).toEqual(
      [...other, ...one, ...one].map(({ fingerprint }) => fingerprint),
    );
  });

  test('another place that is not known, a stop and a place on the way', async () => {
    const stops = ['Dushanbe', 'Nowhereabad', 'Elsewherabad', '{ place: Khorog, via: [Neverabad, Otherabad] }'];
    differ(find(await assessText(write({ stops })), 'TJ201'));
  });

  test('another border post at either end', async () => {
    const gates = (entry: string, exit: string) =>
      assessText(write({ rest: `entry: { place: ${entry} }\nexit: { place: ${exit} }\n` }));
    const one = find(await gates('Nowhereabad', 'Nowhereabad'), 'TJ201');
    differ(one);
    const [entry] = find(await gates('Elsewherabad', 'Nowhereabad'), 'TJ201');
    expect(one.map(({ fingerprint }) => fingerprint)).not.toContain(entry.fingerprint);
  });

  test('the second time in one place', async () => {
    const twice = await assessText(write({ stops: ['Khorog', 'Ishkashim', 'Khorog'] }));
    differ(find(twice, 'TJ301').filter(({ zone }) => zone === 'af-border-us'));
  });

  test('the same name at other coordinates', async () => {
    const at = (lat: number) =>
      assessText(write({ stops: [`{ place: Camp, at: { lat: ${lat}, lon: 71.6 }, nights: 1 }`] }));
    differ([find(await at(37.3), 'TJ301')[0], find(await at(37.4), 'TJ301')[0]]);
  });

  test('another key, and another value of it', async () => {
    const keys = (rest: string) => assessText(write({ rest }));
    differ(find(await keys('driver: Ali\ncar: Pajero\n'), 'TJ103'));
    const [one] = find(await keys('travel: camel\n'), 'TJ102');
    const [other] = find(await keys('travel: yak\n'), 'TJ102');
    differ([one, other]);
  });
});
