import { Chalk } from 'chalk';
import { beforeAll, describe, expect, test } from 'vitest';
import { readData } from '../../scripts/read-data.ts';
import { answerPlace } from '../../src/cli/point.ts';
import { compileKnowledge } from '../../src/knowledge/compile-knowledge.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { reportWhere } from '../../src/report/where.ts';
import { textWidth } from '../../src/terminal/width.ts';

const chalk = new Chalk({ level: 0 });
let knowledge: Knowledge;
beforeAll(() => {
  knowledge = compileKnowledge(readData());
});

function tell(lon: number, lat: number, width = 80): string {
  const layers = [{ index: knowledge.index, zones: knowledge.zones }];
  return reportWhere(answerPlace(layers, knowledge, [lon, lat], 0), null, knowledge, layers, { width, chalk });
}
const flat = (text: string): string => text.replace(/\s+/g, ' ');
const KHOROG = [71.553, 37.4897] as const;

describe('where', () => {
  test('fits one screen, at any width', () => {
    expect(
      tell(...KHOROG)
        .trimEnd()
        .split('\n').length,
    ).toBeLessThanOrEqual(45);
    for (const width of [40, 80, 120]) {
      for (const line of tell(...KHOROG, width).split('\n')) expect(textWidth(line), line).toBeLessThanOrEqual(width);
    }
  });

  test('gives each authority once, at its highest, in its own words', () => {
    const advice = tell(...KHOROG).split('\n\n')[1];
    expect(advice.match(/^ {2}\S/gm)).toHaveLength(Object.keys(knowledge.authorities).length);
    expect(flat(advice)).toContain('Canada Avoid all travel (4 of 4): within 10 km of the border with Afghanistan');
    expect(flat(advice)).toMatch(/UK No advice against travel \(no level\): .*Afghanistan border/);
  });

  test('says mines, papers, areas with their edges, and where to read on', () => {
    const text = flat(tell(...KHOROG));
    expect(text).toContain('Mines: Mined ground along the Afghan border, by');
    expect(text).toContain('GBAO permit');
    expect(text).toMatch(
      /Afghan border area: [\d.]+ km \(US, 5 miles\), [\d.]+ km \(Canada, 10 km\), \d+ km \(6 others\)/,
    );
    expect(text).toContain('More: tajcheck explain gbao');
  });

  test('counts as inside what may hold the place for all that is known of the edge', () => {
    const text = tell(68.3, 37.6);
    expect(flat(text)).toContain('Near, count it as inside Uzbek border area: 7.7 km');
    expect(flat(text)).toContain('Uzbekistan (just outside the drawn area, within its doubt)');
    expect(text).not.toMatch(/Areas, with the distance to the edge\n\s+None/);
  });

  test('says that nothing is known outside the data', () => {
    expect(tell(2.35, 48.86)).toContain('nothing is known of this point');
  });
});
