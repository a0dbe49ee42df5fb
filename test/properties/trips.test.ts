/** What holds for every trip, however it is written. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Assessment } from '../../src/assessment.ts';
import { reportJson } from '../../src/report/json.ts';
import { assessText } from '../trip.ts';
import { anyTrip, type WrittenTrip } from './any-trip.ts';

const root = join(import.meta.dirname, '..', '..');
const hasPage = (rule: string) => existsSync(join(root, 'docs', 'rules', `${rule}.md`));
const schema = JSON.parse(readFileSync(join(root, 'data', 'schema', 'assessment.schema.json'), 'utf8'));
const fitsSchema = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);

test('the assessment fits its schema, an exit follows each entry, and every finding has words and a page', async () => {
  await fc.assert(
    fc.asyncProperty(anyTrip, async (trip) => {
      // JSON is YAML.
      const assessment = await assessText(JSON.stringify(trip));
      expect(fitsSchema(JSON.parse(reportJson(assessment))), JSON.stringify(fitsSchema.errors)).toBe(true);
      const { passages, findings, legs, stops } = assessment;
      const kinds = passages.map(({ kind }) => kind);
      expect(kinds).toEqual(kinds.map((_, at) => (at % 2 === 0 ? 'entry' : 'exit')));
      expect(legs.map(({ from, to }) => [from, to])).toEqual(stops.slice(1).map(({ id }, at) => [stops[at].id, id]));
      for (const { rule, message, help } of findings) {
        for (const words of [message, help]) {
          expect(words, rule).toMatch(/\S/);
          expect(words, rule).not.toMatch(/\bundefined\b|\bnull\b|\bNaN\b|\[object/);
        }
        expect(hasPage(rule), rule).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});

/** Something that the file may leave out, the rules that live on it, and the subject of the line that owns up to it. */
interface Piece {
  readonly path: readonly (string | number)[];
  readonly rules: RegExp;
  readonly unchecked?: string;
}

const onVisas = /^TJ41[1-6]$/;
/** Not what is wrong with the words of the paper itself: without them it is right. */
const onPermits = /^TJ40[1-5]$/;

function piecesOf({ start, party = [], entry, exit, visas = [], permits = [] }: WrittenTrip): Piece[] {
  const inAll = (list: readonly object[], name: string, keys: readonly string[], rules: RegExp): Piece[] =>
    list.flatMap((item, at) => keys.filter((key) => key in item).map((key) => ({ path: [name, at, key], rules })));
  const passports = party.flatMap(({ passport = {} }, at): Piece[] => [
    ...['expires', 'blankPages']
      .filter((key) => key in passport)
      .map((key) => ({ path: ['party', at, 'passport', key], rules: /^TJ417$/, unchecked: 'passports' })),
    ...('kind' in passport ? [{ path: ['party', at, 'passport', 'kind'], rules: onVisas }] : []),
  ]);
  return [
    ...inAll(party, 'party', ['age'], onVisas),
    ...passports,
    ...inAll(visas, 'visas', ['from', 'to', 'days', 'entries', 'applied'], onVisas),
    ...inAll(permits, 'permits', ['from', 'to', 'applied', 'districts'], onPermits),
    ...(entry ? [{ path: ['entry'], rules: /^TJ43\d$/, unchecked: 'entry' }] : []),
    ...(exit ? [{ path: ['exit'], rules: /^TJ43\d$/, unchecked: 'exit' }] : []),
    ...(party.length > 0 ? [{ path: ['party'], rules: onVisas, unchecked: 'visas' }] : []),
    ...(start ? [{ path: ['start'], rules: /./ }] : []),
  ];
}

function leaveOut(trip: WrittenTrip, path: Piece['path']): WrittenTrip {
  const [last, ...rest] = [...path].reverse();
  const copy = structuredClone(trip);
  // biome-ignore lint/suspicious/noExplicitAny: a path into any part of the file
  const parent = rest.reduceRight<any>((part, key) => part[key], copy);
  delete parent[last];
  return copy;
}

const voices = ({ findings }: Assessment, rules: RegExp) =>
  findings.filter(({ rule, severity }) => rules.test(rule) && severity !== 'info');

test('what the file leaves out never turns an error into silence', async () => {
  await fc.assert(
    fc.asyncProperty(anyTrip, fc.nat(), async (trip, which) => {
      const whole = await assessText(JSON.stringify(trip));
      const pieces = piecesOf(trip).filter(({ rules }) =>
        voices(whole, rules).some(({ severity }) => severity === 'error'),
      );
      fc.pre(pieces.length > 0);
      const { path, rules, unchecked } = pieces[which % pieces.length];
      const less = await assessText(JSON.stringify(leaveOut(trip, path)));
      // A trip that begins or ends abroad without `entry:` or `exit:` is another trip: its way says how it goes.
      const ends = less.passages.filter(({ kind }) => kind === unchecked);
      if (ends.some(({ by }) => by !== null)) return;
      const owned = less.notChecked.some(({ subject }) => subject === unchecked);
      expect(owned || voices(less, rules).length > 0, `${path.join('.')} of ${JSON.stringify(trip)}`).toBe(true);
    }),
    { numRuns: 60 },
  );
});
