/** How a diff is told, on a terminal and under a pull request. */

import { readFileSync } from 'node:fs';
import { Chalk } from 'chalk';
import { marked } from 'marked';
import { expect, test } from 'vitest';
import type { Assessment } from '../../src/assessment.ts';
import { diffTrips } from '../../src/diff/diff-trips.ts';
import { diffJsonSchema } from '../../src/report/diff/diff-schema.ts';
import { reportDiffMarkdown } from '../../src/report/diff/markdown.ts';
import { reportDiffPretty } from '../../src/report/diff/pretty.ts';
import { textWidth } from '../../src/terminal/width.ts';
import { assessText } from '../trip.ts';
import { toKhorog as trip } from '../written-trips.ts';

const farther = `${trip.replace('permits:', '  - { place: Ishkashim, nights: 1 }\npermits:')}`;

const side = (assessment: Assessment, label: string) => ({ label, assessment, understood: true });
async function tell(one: string, other: string, { verbose = false, width = 80 } = {}) {
  const [before, after] = [await assessText(one), await assessText(other)];
  const found = diffTrips(side(before, 'main:trip.yaml'), side(after, 'trip.yaml'));
  const view = { width, chalk: new Chalk({ level: 0 }), verbose };
  const pretty = reportDiffPretty(found, before, after, view);
  return { found, pretty, flat: pretty.replace(/\s+/g, ' '), markdown: reportDiffMarkdown(found, before, after) };
}

test('the verdict counts what is listed, and seven governments on one stop are one thing', async () => {
  const { found, pretty, markdown } = await tell(trip, farther);
  const counted = Number(/(\d+) things got worse, nothing better/.exec(pretty)?.[1]);
  const worse = /\nWorse\n([\s\S]*?)\n\n/.exec(pretty)![1];
  const papers = pretty.match(/^ {2}Worse: /gm)?.length ?? 0;
  expect(worse.split('\n').filter((line) => /^ {2}\S/.test(line)).length + papers).toBe(counted);
  expect(counted).toBeLessThan(found.counts.worse);
  expect(markdown).toContain(`### tajcheck: ${counted} things got worse, nothing better`);
  expect(pretty.replace(/\s+/g, ' ')).toMatch(
    /New warning, line 8, Ishkashim: .*Likewise, each in its own words: Canada,/,
  );
  const everything = (await tell(trip, farther, { verbose: true })).pretty;
  expect(everything).not.toContain('Likewise');
  expect(everything.split('\n').length).toBeGreaterThan(pretty.split('\n').length);
});

test('what went with its stop is told as no more than that', async () => {
  const { flat } = await tell(farther, trip);
  expect(flat).toMatch(/Warning gone, Ishkashim: .*Only because that stop or way is no longer on the trip\./);
  expect(flat).toContain('Stop left out: Ishkashim.');
});

test('what is hidden is said, and is not told as better', async () => {
  const { flat, markdown } = await tell(trip, trip.replace('place: Khorog', 'place: Khoroggg'));
  expect(flat).toContain('Cannot be seen any more: Khoroggg');
  expect(flat).toContain('It may only be hidden');
  expect(flat).not.toMatch(/ Better /);
  expect(markdown).not.toContain('**Better**');
});

test.each([40, 80, 120])('no line is wider than %i columns', async (width) => {
  const { pretty } = await tell(trip, farther, { verbose: true, width });
  for (const line of pretty.split('\n')) expect(textWidth(line), line).toBeLessThanOrEqual(width);
  expect(pretty).not.toMatch(/undefined|\[object|null|NaN/);
});

test('a comment is never longer than it may be, and says what it leaves out', async () => {
  const border = ['Ishkashim', 'Langar (Wakhan)', 'Khorog', 'Rushan', 'Kalai-Khumb', 'Panj'];
  const many = Array.from({ length: 120 }, (_, at) => `  - { place: ${border[at % border.length]}, nights: 1 }\n`);
  const { markdown } = await tell(trip, trip.replace('permits:', `${many.join('')}permits:`));
  expect(markdown.length).toBeLessThan(65_536);
  expect(markdown).toMatch(/- and \d+ more: `tajcheck diff --verbose`/);
  expect(markdown.match(/<details>/g)?.length).toBe(markdown.match(/<\/details>/g)?.length);
  const html = marked.parse(markdown, { async: false });
  expect(html).toContain('<table>');
});

test('a file name is no markup either', async () => {
  const assessment = await assessText(trip);
  const hostile = side(assessment, '<img src=x>\n::error::\u001b[2J @me.yaml');
  const found = diffTrips(hostile, { ...hostile, assessment: await assessText(farther) });
  const markdown = reportDiffMarkdown(found, assessment, assessment);
  expect(markdown).not.toContain('\u001b');
  expect(markdown).not.toMatch(/<img|^::error| @me/m);
});

test('the shipped schema is the one in the code (npm run build:schemas)', () => {
  const shipped = new URL('../../data/schema/diff.schema.json', import.meta.url);
  expect(JSON.parse(readFileSync(shipped, 'utf8'))).toEqual(JSON.parse(JSON.stringify(diffJsonSchema())));
});
