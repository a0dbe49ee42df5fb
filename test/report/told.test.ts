/** Nothing that warns is kept for the longer page: the briefing names the rule, or the section beside it tells the matter. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Chalk } from 'chalk';
import { describe, expect, test } from 'vitest';
import type { Assessment, ReportedFinding } from '../../src/assessment.ts';
import { commonName, groupFamilies } from '../../src/report/family.ts';
import { sayDate } from '../../src/report/pretty/words.ts';
import { reportPretty } from '../../src/report/pretty.ts';
import { readRulePages } from '../docs/rule-page.ts';
import { assessText } from '../trip.ts';

const chalk = new Chalk({ level: 0 });

/** What the text must hold of a finding whose section tells it without naming the rule; `null`: nothing is enough. */
function toldBy({ rule, subject, zone }: ReportedFinding, assessment: Assessment): string[] | null {
  const stop = assessment.stops.find(({ id }) => id === subject);
  const papers = assessment.permits.filter(({ status }) => status !== 'held' && status !== 'not-needed');
  switch (rule) {
    case 'TJ203':
    case 'TJ209':
      return [`Not checked: ${stop?.name}`, 'neither advice nor papers were checked'];
    case 'TJ206':
      return assessment.legs.find(({ id }) => id === subject)?.basis === 'unknown'
        ? ['Not checked: ', 'the way from ']
        : ['a straight-line guess'];
    case 'TJ301':
    case 'TJ302':
    case 'TJ303':
    case 'TJ304':
    case 'TJ305':
    case 'TJ306': {
      const family = groupFamilies(assessment.zones).find((zones) => zones.some(({ id }) => id === zone));
      return [commonName(family?.map(({ name }) => name) ?? ['?'])];
    }
    case 'TJ404':
      return papers.flatMap(({ name, applyByWorst }) => (applyByWorst === null ? [] : [name, sayDate(applyByWorst)]));
    case 'TJ405':
      return ['Perhaps also, ask:', ...papers.filter(({ where }) => where.includes(subject)).map(({ name }) => name)];
    case 'TJ414':
      return ['apply by'];
    case 'TJ416': {
      const check = assessment.visas.find(({ traveller }) => traveller === subject);
      return check?.status === 'check' ? [check.nationality, 'NOT SETTLED, ask'] : null;
    }
    case 'TJ422':
      return ['Registration of the stay'];
    case 'TJ603':
      return assessment.checklist.flatMap(({ required, status, text }) =>
        required !== null && status === 'open' ? [text] : [],
      );
    case 'TJ901':
      return ['STALE'];
    default:
      return null;
  }
}

const flat = (text: string): string => text.replace(/\s+/g, ' ');

function untold(assessment: Assessment, source: string): string[] {
  const briefing = flat(reportPretty(assessment, { width: 80, chalk, source }));
  return assessment.findings
    .filter(({ severity, suppressed }) => severity !== 'info' && suppressed === null)
    .filter((finding) => {
      const { rule, severity } = finding;
      if (briefing.includes(`[${rule}]`)) return false;
      const wanted = severity === 'error' && !rule.startsWith('TJ3') ? null : toldBy(finding, assessment);
      return wanted === null || wanted.some((words) => !briefing.includes(flat(words)));
    })
    .map(({ rule, severity, message }) => `${severity} ${rule}: ${message}`);
}

const examples = ['examples', 'examples/faulty'].flatMap((folder) =>
  readdirSync(join(import.meta.dirname, '../..', folder))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(folder, name)),
);

describe('a warning is told', () => {
  test.each(examples)('of %s', async (path) => {
    const source = readFileSync(join(import.meta.dirname, '../..', path), 'utf8');
    expect(untold(await assessText(source), source)).toEqual([]);
  });

  const pages = readRulePages().flatMap(({ id, fires }) =>
    fires.map((example, at) => ({ id, at: at + 1, ...example })),
  );
  test.each(pages)('of $id, example $at', async ({ text, asOf }) => {
    const assessment = await assessText(text, {}, { asOf }).catch(() => null);
    // What cannot be understood has no briefing.
    if (assessment !== null) expect(untold(assessment, text)).toEqual([]);
  });

  test('of a post whose sources are not sure, with the reason', async () => {
    const source = readFileSync(join(import.meta.dirname, '../../examples/faulty/karamyk.yaml'), 'utf8');
    const assessment = await assessText(source);
    const post = assessment.findings.find(({ rule }) => rule === 'TJ432');
    const briefing = flat(reportPretty(assessment, { width: 80, chalk, source }));
    expect(briefing).toContain(post!.message.split('. ')[1]);
    expect(briefing).toContain('[TJ432]');
  });
});
