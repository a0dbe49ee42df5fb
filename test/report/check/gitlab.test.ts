import { Ajv } from 'ajv';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gitlabReporter } from '../../../src/report/check/gitlab.ts';
import { showText } from '../../../src/report/check/place.ts';
import schema from '../../schemas/gitlab-code-quality.json' with { type: 'json' };
import {
  anyText,
  broken,
  checked,
  clean,
  finding,
  halves,
  look,
  openly,
  pamir,
  unprintable,
  write,
} from './checked.ts';

interface Issue {
  description: string;
  check_name: string;
  fingerprint: string;
  severity: string;
  location: { path: string; lines: { begin: number; end: number } };
}

const validate = new Ajv().compile<Issue[]>(schema);

function read(text: string): Issue[] {
  const issues: unknown = JSON.parse(text);
  if (!validate(issues)) throw new Error(JSON.stringify(validate.errors));
  return issues;
}

test('real files: an issue for each finding shown, each with a name of its own', async () => {
  const files = await Promise.all([look('tours/pamir.trip.yaml', pamir), look('b.trip.yaml', broken)]);
  const issues = read(write(gitlabReporter(), files, openly));
  expect(issues.length).toBe(files.flatMap(({ findings }) => findings).length);
  expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
  expect(new Set(issues.map(({ severity }) => severity))).toEqual(new Set(['critical', 'major', 'info']));
  const atlantis = issues.find(({ description }) => description.includes('Atlantis'))!;
  expect(atlantis.location).toEqual({ path: 'tours/pamir.trip.yaml', lines: { begin: 11, end: 11 } });
});

test('nothing found is an empty list', async () => {
  expect(read(write(gitlabReporter(), [await look('clean.trip.yaml', clean)]))).toEqual([]);
  expect(read(write(gitlabReporter(), []))).toEqual([]);
});

test('a finding about no line is on the first; a silenced one says so and weighs least', () => {
  const suppressed = { by: 'comment', reason: 'agreed', until: '2027-09-01' } as const;
  const [nowhere, silenced] = read(
    write(gitlabReporter(), [checked([finding({ line: null, endLine: null }), finding({ suppressed })])], openly),
  );
  expect(nowhere.location.lines).toEqual({ begin: 1, end: 1 });
  expect(silenced.severity).toBe('info');
  expect(silenced.description).toMatch(/silenced by a comment until 2027-09-01: agreed/);
});

test('any text is one line that shows what it is, and the path reads back as it was', () => {
  fc.assert(
    fc.property(anyText, anyText, (text, name) => {
      const path = `tours/${name}`;
      const written = write(gitlabReporter(), [checked([finding({ message: `x${text}` })], { path })]);
      expect(unprintable(written)).toEqual([]);
      expect(halves(JSON.parse(written))).toEqual([]);
      const [issue] = read(written);
      expect(issue.description).toBe(showText(`x${text}`));
      expect(issue.location.path).toBe(path.replace(/\p{Cs}/gu, '\ufffd'));
    }),
  );
});
