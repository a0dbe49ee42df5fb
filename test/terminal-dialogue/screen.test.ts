import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keys, openTerminal, ptyOrNull } from '../pty.ts';
import { answerNextStop, answerRest, answerStop, answerWhenAndHow, answerWho } from './pamir.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'tajcheck-screen-'));

describe.skipIf(ptyOrNull() === null)('the screen', () => {
  it('is drawn anew in another width, in the middle of a search', { timeout: 120_000 }, async () => {
    const terminal = openTerminal(['new'], { cwd: folder(), columns: 100, rows: 30 });
    await answerWho(terminal);
    await answerWhenAndHow(terminal);
    await terminal.asked('What is the first stop');
    terminal.write('Хор');
    await terminal.marks('Khorog');
    for (const [columns, rows] of [
      [60, 24],
      [120, 40],
      [72, 20],
    ]) {
      terminal.resize(columns, rows);
      await terminal.fits();
      await terminal.marks('Khorog');
      const screen = terminal.screen();
      // One question, one list, and what was typed.
      expect(screen.filter((row) => row.startsWith('? '))).toHaveLength(1);
      expect(screen.filter((row) => row.startsWith('> '))).toHaveLength(1);
      expect(screen.filter((row) => row.trim() === 'Хор')).toHaveLength(1);
    }
    terminal.write('ог');
    await terminal.sees('Хорог');
    await terminal.marks('Khorog');
    terminal.write(keys.enter);
    await terminal.answer('How many nights in Khorog', '2', keys.enter);
    await terminal.sees('Khorog brings:');
    // What was ticked and what was marked stay so too.
    await terminal.choose('And then?', 'That was the last stop');
    await terminal.asked('How do you leave');
    terminal.write(keys.down + keys.down);
    await terminal.marks('By land');
    terminal.resize(90, 30);
    await terminal.fits();
    await terminal.marks('By land');
    terminal.write(keys.enter);
    await terminal.answer('Over which border post', keys.enter);
    await terminal.answer('Where do you go', keys.enter);
    await terminal.answer('Do you carry any', keys.enter);
    await terminal.choose('GBAO permit', 'in hand');
    await terminal.asked('Which districts');
    terminal.write('24');
    await terminal.sees('[x] Shughnan');
    terminal.resize(64, 30);
    await terminal.fits();
    await terminal.sees(
      /Which districts.*\[ \] Darvoz.*\[x\] Vanj, on your way \(ticked\).*\[ \] Rushan.*\[x\] Shughnan/,
    );
    terminal.write(keys.enter);
    await terminal.sees('Districts: Vanj; Shughnan');
    terminal.write(keys.ctrlC);
    expect(await terminal.ended()).toBe(130);
  });

  it('fits 60 columns, and needs no colour', { timeout: 240_000 }, async () => {
    const terminal = openTerminal(['new'], { cwd: folder(), columns: 60, rows: 30, env: { NO_COLOR: '1' } });
    await answerWho(terminal);
    await answerWhenAndHow(terminal);
    await answerStop(terminal, 'dushanbe', 'Dushanbe');
    await answerNextStop(terminal, 'kalai', 'Kalai-Khumb');
    await answerNextStop(terminal, 'khorog', 'Khorog');
    await answerRest(terminal);
    await terminal.asked('What is to change?');
    // The mark of a list is a sign, and what Enter takes stands below in words.
    await terminal.marks('All is right');
    expect(terminal.screen().filter((row) => row.startsWith('> '))).toHaveLength(1);
    terminal.write(keys.enter);
    await terminal.asked('Under which name');
    // The end of the briefing stays in sight in another width.
    terminal.resize(90, 30);
    await terminal.fits();
    expect(terminal.screen().join('\n')).toMatch(/^Sources .*^Next: /ms);
    await terminal.answer('Under which name', 'sixty', keys.enter);
    await terminal.choose('Write the trip page', 'No');
    expect(await terminal.ended()).toBe(0);
    expect(terminal.folded()).toEqual([]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colour begins with one
    expect(terminal.raw()).not.toMatch(/\u001b\[(?:\d+;)*(?:1|2|3[0-8]|4[0-8]|9\d)m/);
  });
});
