/** The page of each rule says what the rule says, and its examples do what the page says they do. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/assess.ts';
import { loadOwnZones } from '../../src/cli/load-own-zones.ts';
import { trackLoader } from '../../src/cli/load-track.ts';
import { assessmentSchema } from '../../src/report/assessment-schema.ts';
import { rules } from '../../src/rules/registry.ts';
import { knowledge } from '../trip.ts';
import { type Example, readIndex, readRulePages } from './rule-page.ts';

/** Rule and line of every finding. */
async function run({ text, asOf, files }: Example): Promise<{ rule: string; line: number | null }[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tajcheck-page-'));
  const paths = [...files].map(([name, content]) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  });
  const assessed = await assess(text, {
    file: 'trip.yaml',
    asOf,
    version: '0.0.0',
    knowledge: knowledge(),
    loadTrack: trackLoader(join(folder, 'trip.yaml')),
    ownZones: await loadOwnZones(
      paths.filter((path) => path.endsWith('zones.geojson')),
      knowledge(),
    ),
  });
  if (!assessed.understood) return assessed.findings.map(({ rule, span }) => ({ rule, line: span?.line ?? null }));
  assessmentSchema.parse(assessed.assessment);
  return assessed.assessment.findings.map(({ rule, line }) => ({ rule, line }));
}

/** A slip in an example, unless it is what the page is about; a fault of the file may bring others with it. */
const isSlip = (rule: string): boolean => rule.startsWith('TJ1') || rule === 'TJ201' || rule === 'TJ202';
const mayBring = (page: string, rule: string): boolean => page === rule || page.startsWith('TJ1');

const pages = readRulePages();

test('every rule has a page, and every page a rule', () => {
  expect(pages.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
});

test('the index names every rule, each in its row', () => {
  const rows = readIndex().match(/^\| \[TJ.*$/gm);
  expect(rows).toEqual(
    rules.map(({ id, slug, severity, title }) => `| [${id}](${id}.md) | ${slug} | ${severity} | ${title} |`),
  );
});

describe.each(pages)('$id', ({ id, heading, intro, sections, fires, silent, sources, faults }) => {
  test('says what the rule says', () => {
    const rule = rules.find((known) => known.id === id)!;
    expect(rule, 'the page has a rule').toBeDefined();
    const said = `**${rule.severity}** · ${rule.title} ${rule.what} `;
    expect(faults).toEqual([]);
    expect(heading).toBe(`# ${id} ${rule.slug}`);
    expect(intro.slice(0, said.length)).toBe(said);
    expect(intro).toContain(` **What to do.** ${rule.fix}`);
    expect(sections.slice(0, 2)).toEqual(['Fires', 'Does not fire']);
    expect(['', 'Sources']).toContain(sections.slice(2).join());
    expect(fires.length).toBeGreaterThan(0);
    expect(silent.length).toBeGreaterThan(0);
  });

  test('cites its sources as the data do', () => {
    const known = Object.values(knowledge().sources).map(
      ({ publisher, title, published, url }) => `${publisher}, “${title}”, ${published ?? 'undated'}. <${url}>`,
    );
    for (const source of sources) expect(known).toContain(source);
    expect(sources.length > 0).toBe(sections.includes('Sources'));
  });

  test.each(fires)('fires on the example of line $line', async (example) => {
    const findings = await run(example);
    const linesOf = (rule: string) =>
      [...new Set(findings.filter((finding) => finding.rule === rule).map(({ line }) => line))].sort(
        (a, b) => (a ?? 0) - (b ?? 0),
      );
    expect(findings.map(({ rule }) => rule)).toContain(id);
    for (const [rule, lines] of example.marks) expect(linesOf(rule), rule).toEqual(lines);
    expect(findings.filter(({ rule }) => isSlip(rule) && !mayBring(id, rule))).toEqual([]);
  });

  test.each(silent)('does not fire on the example of line $line', async (example) => {
    const rulesFound = (await run(example)).map(({ rule }) => rule);
    expect(rulesFound).not.toContain(id);
    expect(rulesFound.filter(isSlip)).toEqual([]);
    expect([...example.marks.keys()]).toEqual([]);
  });
});
