import { Chalk } from 'chalk';
import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../../src/assessment.ts';
import { reportPretty } from '../../../src/report/pretty.ts';
import { colourEscape, textWidth } from '../../../src/terminal/width.ts';
import { assessText, knowledge, withoutRoads } from '../../trip.ts';

const trip = (stops: string) => `tajcheck: 1\nstart: 2027-07-03\ntravel: 4x4\nstops: [${stops}]\n`;
const HEADING = 'The way at a glance';

/** The lines of the picture, without its heading; none where it is not drawn. */
function strip(assessment: Assessment, { width = 80, ascii = false, colour = 0 as 0 | 1, roads = true } = {}) {
  const known = roads ? knowledge() : withoutRoads().knowledge!;
  const chalk = new Chalk({ level: colour });
  const text = reportPretty(assessment, { width, chalk, ascii, knowledge: known });
  const lines = text.split('\n');
  const from = lines.findIndex((line) => line.includes(HEADING));
  return from === -1 ? [] : lines.slice(from + 1, lines.indexOf('', from));
}
const labelled = (lines: readonly string[], label: string) =>
  lines.find((line) => line.trimStart().startsWith(label))?.slice(10) ?? '';

const pamir = await assessText(
  trip('Dushanbe, {place: Kalai-Khumb, nights: 1}, {place: Khorog, nights: 1}, Murghab, {place: Osh, nights: 1}'),
);

describe('the picture of the way', () => {
  test.each([72, 80, 120])('fits %s columns and a dozen lines', (width) => {
    const lines = strip(pamir, { width });
    expect(lines.length).toBeGreaterThan(6);
    expect(lines.length).toBeLessThanOrEqual(11);
    for (const line of lines) expect(textWidth(line), line).toBeLessThanOrEqual(width);
  });

  test('is left out where there is no room, and where no height is known', async () => {
    expect(strip(pamir, { width: 71 })).toEqual([]);
    const guessed = await assessText(trip('Khorog, Murghab'), {}, withoutRoads());
    expect(strip(guessed, { roads: false })).toEqual([]);
    expect(strip(await assessText(trip('Khorog')))).toEqual([]);
  });

  test('rises to the highest place, and says how high that is', () => {
    const [top, ...below] = strip(pamir);
    expect(top.trimStart().startsWith('4,655 m ')).toBe(true);
    const bars = (line: string) => line.slice(10).replace(/ /g, '').length;
    const amounts = [top, ...below.slice(0, 3)].map(bars);
    expect(amounts).toEqual(amounts.toSorted((a, b) => a - b));
  });

  test('has every stop by its number, and the numbers by name', () => {
    const lines = strip(pamir);
    expect(labelled(lines, 'Stop').match(/\d+/g)).toEqual(['1', '2', '3', '4', '5']);
    expect(lines.join(' ').replace(/\s+/g, ' ')).toContain('1 Dushanbe, 2 Kalai-Khumb, 3 Khorog, 4 Murghab, 5 Osh');
  });

  test('tells the level of every stretch by a figure, and by a question mark where it was not checked', () => {
    const level = labelled(strip(pamir), 'Level');
    expect(level.length).toBe(70);
    expect(level).toMatch(/^2+/);
    expect(level).toContain('444444');
    expect(level).toMatch(/\?{5,}$/);
    expect(strip(pamir).join(' ').replace(/\s+/g, ' ')).toContain('A question mark: more may hold');
  });

  test('never shows a calmer level than its stretch of road has', () => {
    const level = labelled(strip(pamir, { width: 72 }), 'Level');
    const { legs } = pamir;
    const lengthKm = legs.reduce((sum, leg) => sum + leg.lengthKm!, 0);
    let startKm = 0;
    let seen = 0;
    for (const leg of legs) {
      const forbidden = leg.advisories!.filter((said) => said.level === 4).map(({ zone }) => zone);
      for (const { zone, entryKm, exitKm } of leg.crossings!.filter((crossing) => forbidden.includes(crossing.zone))) {
        const middle = Math.floor(((startKm + (entryKm + exitKm) / 2) / lengthKm) * level.length);
        expect(level[middle], `${zone} ${leg.id}`).toBe('4');
        seen++;
      }
      startKm += leg.lengthKm!;
    }
    expect(seen).toBeGreaterThan(3);
  });

  test('names the zone of the highest level and reported danger', () => {
    const text = strip(pamir).join('\n');
    expect(text).toContain('Afghan border');
    expect(text).toContain('Mines reported');
  });

  test('shows a flight as unknown', async () => {
    const lines = strip(await assessText(trip('Dushanbe, {place: Khorog, by: air}, Ishkashim')));
    const base = lines[3].slice(10);
    expect(base).toMatch(/^[▁-█]\?{20,}█/);
    expect(lines[2].slice(10)).toMatch(/^.? {20,}/);
  });

  test('says the same without colour and with it', () => {
    const coloured = strip(pamir, { colour: 1 }).join('\n');
    expect(coloured).toContain('\u001b[');
    expect(coloured.replace(colourEscape, '')).toBe(strip(pamir).join('\n'));
  });

  test('needs no more than ASCII where the terminal has no more', () => {
    const lines = strip(pamir, { ascii: true });
    expect(lines.join('\n')).toMatch(/^[ -~\n]+$/);
    expect(lines[3]).toContain('####');
  });

  test('keeps what a stranger wrote harmless', async () => {
    const stops = pamir.stops.map((stop, at) => (at === 1 ? { ...stop, name: 'Bad\u001b[2J\u202eplace' } : stop));
    const text = strip({ ...pamir, stops }).join('\n');
    expect(text).toContain('2 Bad␛[2J\\u202eplace');
    for (const character of ['\u001b', '\u202e']) expect(text).not.toContain(character);
  });
});
