/** The questions of an import on a real terminal. */
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { keys, openTerminal, ptyOrNull } from '../pty.ts';

const table = `place,nights,lat,lon
Dushanbe,2,,
Langar,1,,
My guesthouse,1,,
Khorog,2,38.17,73.96
Atlantis,1,,
`;

describe.skipIf(ptyOrNull() === null)('at 60 columns', () => {
  const open = (...args: string[]) => {
    const cwd = mkdtempSync(join(tmpdir(), 'tajcheck-import-'));
    writeFileSync(join(cwd, 'stops.csv'), table);
    return { cwd, terminal: openTerminal(['import', 'stops.csv', ...args], { cwd, columns: 60 }) };
  };

  test('each doubt is asked about once, and what is not known is marked', async () => {
    const { cwd, terminal } = open('-o', 'trip.yaml');
    await terminal.sees('Langar (line 3)');
    await terminal.choose('Which place is meant?', 'Langar (Wakhan)');
    await terminal.sees('My guesthouse (line 4)');
    await terminal.choose('Which place is meant?', 'Another place, by its name');
    await terminal.answer('Its name', keys.escape);
    await terminal.choose('Which place is meant?', 'Another place, by its name');
    await terminal.find('Its name', 'мургоб', 'Murghab');
    await terminal.sees('km from Khorog');
    await terminal.choose('Which place is meant?', 'A place of my own');
    await terminal.sees('Atlantis (line 6)');
    await terminal.choose('Which place is meant?', 'I do not know');
    expect(await terminal.ended()).toBe(1);
    expect(terminal.folded()).toEqual([]);
    expect(terminal.shown()).toContain('5 stops from stops.csv: 3 known, 1 of your own at coordinates, 1 to check.');
    const text = readFileSync(join(cwd, 'trip.yaml'), 'utf8');
    expect(text.match(/^ {2}- .*/gm)).toEqual([
      '  - { place: Dushanbe, nights: 2 }',
      '  - { place: Langar (Wakhan), nights: 1 } # in the file: Langar',
      '  - { place: Murghab, nights: 1 } # in the file: My guesthouse',
      '  - { place: Khorog, at: { lat: 38.17, lon: 73.96 }, nights: 2 }',
      '  - { place: Atlantis, nights: 1 }',
    ]);
  });

  test('Ctrl-C leaves at once, with nothing written', async () => {
    const { cwd, terminal } = open('-o', 'trip.yaml');
    await terminal.answer('Which place is meant?', keys.ctrlC);
    expect(await terminal.ended()).toBe(2);
    expect(terminal.shown()).toContain('Nothing was written.');
    expect(existsSync(join(cwd, 'trip.yaml'))).toBe(false);
  });

  test('--no-input asks nothing', async () => {
    const { terminal } = open('--no-input');
    expect(await terminal.ended()).toBe(1);
    expect(terminal.shown()).not.toContain('Which place is meant?');
    expect(terminal.shown()).toContain('4 to check');
  });
});
