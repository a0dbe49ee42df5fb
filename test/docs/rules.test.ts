/** The page of each rule says what the rule says, and its examples do what the page says they do. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { useBaselines } from '../../src/cli/check/baselines.ts';
import { checkTarget } from '../../src/cli/check/target.ts';
import { settingsFor } from '../../src/cli/settings.ts';
import { rules } from '../../src/rules/registry.ts';
import { knowledge } from '../trip.ts';
import { type Example, readIndex, readRulePages } from './rule-page.ts';

/** Rule and line of every finding that counts, as `tajcheck check` has them in a folder with the files of the page. */
async function run({ text, asOf, files }: Example): Promise<{ rule: string; line: number | null }[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tajcheck-page-'));
  const location = join(folder, 'trip.yaml');
  writeFileSync(location, text);
  for (const [name, content] of files) writeFileSync(join(folder, name), content);
  const zones = [...files.keys()].filter((name) => name.endsWith('zones.geojson')).map((name) => join(folder, name));
  const flags = { zones, require: [] };
  const settings = await settingsFor(location, flags, knowledge());
  const baselines = useBaselines({ named: undefined, mode: 'read', asOf, knowledge: knowledge() });
  baselines.open(settings);
  const setup = { asOf, version: '0.0.0', flags, ignoreSuppressions: false };
  const checked = await checkTarget({ file: 'trip.yaml', location }, setup, knowledge());
  const all = [baselines.apply(location, settings, checked), ...baselines.finish(() => {})];
  return all.flatMap(({ findings }) => findings).filter(({ suppressed }) => suppressed === null);
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
