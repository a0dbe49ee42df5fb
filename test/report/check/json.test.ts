import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonReporter } from '../../../src/report/check/json.ts';
import { checkJsonSchema, checkSchema } from '../../../src/report/check-schema.ts';
import {
  anyText, broken, checked, clean, defaults, finding, halves, look, pamir, summarise, titled, unprintable, write,
} from './checked.ts'; // biome-ignore format: a list

const shipped = JSON.parse(readFileSync(new URL('../../../data/schema/check.schema.json', import.meta.url), 'utf8'));
const validate = addFormats.default(new Ajv2020({ strict: false })).compile(shipped);

function read(text: string) {
  const output = JSON.parse(text);
  validate(output);
  expect(validate.errors).toBeNull();
  return checkSchema.parse(output);
}

test('the shipped schema is the one in the code (npm run build:schemas)', () => {
  expect(shipped).toEqual(JSON.parse(JSON.stringify(checkJsonSchema())));
});

test('real files: every finding of each, whatever is shown, and the trip', async () => {
  const files = await Promise.all([
    look('pamir.trip.yaml', pamir),
    look('clean.trip.yaml', clean),
    look('b.trip.yaml', broken),
  ]);
  const output = read(write(jsonReporter(), files));
  expect(output.files.map(({ file, status, fails }) => [file, status, fails])).toEqual([
    ['pamir.trip.yaml', 'assessed', true],
    ['clean.trip.yaml', 'assessed', false],
    ['b.trip.yaml', 'not-understood', true],
  ]);
  expect(output.files.map(({ findings }) => findings)).toEqual(files.map(({ findings }) => findings));
  expect(new Set(output.files[0].findings.map(({ severity }) => severity)).size).toBe(3);
  const { itinerary, overall } = files[0].trip!;
  expect(output.files[0].trip).toMatchObject({ days: itinerary.days, start: '2027-07-03', level: overall.level });
  expect(Object.keys(output.files[0].trip!.byAuthority)).toEqual(Object.keys(overall.byAuthority));
  expect(output.files[2].trip).toBeNull();
  expect(output.summary).toEqual(summarise(files, defaults));
});

test('a file is a line, and a run without files is valid', () => {
  const text = write(jsonReporter(), [checked([]), checked([finding()], { path: 'b.trip.yaml' })]);
  expect(text.split('\n').map((line) => line.includes('"path"'))).toEqual([false, true, true, false, false]);
  expect(read(write(jsonReporter(), [])).files).toEqual([]);
});

test('any text is printed without a character that acts, and read back as it was', () => {
  fc.assert(
    fc.property(anyText, anyText, (text, path) => {
      const written = write(jsonReporter(), [titled(checked([finding({ message: text })], { path }), text)]);
      expect(unprintable(written)).toEqual([]);
      expect(halves(JSON.parse(written))).toEqual([]);
      const [file] = read(written).files;
      const whole = (own: string) => own.replace(/\p{Cs}/gu, '\ufffd');
      expect([file.path, file.trip!.title, file.findings[0].message]).toEqual([path, text, text].map(whole));
    }),
  );
});
