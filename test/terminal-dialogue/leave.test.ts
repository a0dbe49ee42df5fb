import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../cli/run.ts';
import { keys, openTerminal, ptyOrNull } from '../pty.ts';
import { answerNextStop, answerStop, answerWhenAndHow, answerWho } from './pamir.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'tajcheck-leave-'));

describe.skipIf(ptyOrNull() === null)('leaving in the middle', () => {
  it('keeps what was entered at Ctrl-C, says where, and goes on from it', { timeout: 240_000 }, async () => {
    const cwd = folder();
    const terminal = openTerminal(['new', 'pamir.yaml'], { cwd });
    await answerWho(terminal);
    await answerWhenAndHow(terminal);
    await answerStop(terminal, 'dushanbe', 'Dushanbe', '2');
    await terminal.choose('And then?', 'The next stop');
    await terminal.asked('What is the next stop');
    terminal.write(`khor${keys.ctrlC}`);
    expect(await terminal.ended()).toBe(130);
    expect(terminal.shown()).toContain('What was entered is kept in pamir.unfinished.yaml');
    expect(terminal.shown()).toContain('Go on with: tajcheck edit pamir.unfinished.yaml');
    expect(readdirSync(cwd)).toEqual(['pamir.unfinished.yaml']);
    const kept = readFileSync(join(cwd, 'pamir.unfinished.yaml'), 'utf8');
    expect(kept).toContain('{ place: Dushanbe, nights: 2 }');
    // It is a whole itinerary already.
    expect(run(['plan', 'pamir.unfinished.yaml'], { cwd }).status).toBe(0);

    const again = openTerminal(['edit', 'pamir.unfinished.yaml'], { cwd });
    await again.choose('What is to change?', 'Stop: add one at the end');
    await answerStop(again, 'khorog', 'Khorog', '3');
    await again.choose('How do you get from', 'As found');
    await again.asked('What is to change?');
    again.write(keys.ctrlC);
    expect(await again.ended()).toBe(130);
    // Never over another file, and the one that was opened is as it was.
    expect(again.shown()).toContain('kept in pamir.unfinished-2.yaml');
    expect(readFileSync(join(cwd, 'pamir.unfinished.yaml'), 'utf8')).toBe(kept);
    expect(readFileSync(join(cwd, 'pamir.unfinished-2.yaml'), 'utf8')).toContain('{ place: Khorog, nights: 3 }');
  });

  it('goes on from a trip that has no stop yet', { timeout: 120_000 }, async () => {
    const cwd = folder();
    const terminal = openTerminal(['new'], { cwd });
    await answerWho(terminal);
    await terminal.asked('On which day');
    terminal.write(keys.ctrlC);
    expect(await terminal.ended()).toBe(130);
    expect(terminal.shown()).toContain('tajcheck edit trip.unfinished.yaml');

    const again = openTerminal(['edit', 'trip.unfinished.yaml'], { cwd });
    await again.asked('What is to change?');
    expect(again.shown()).toContain('2 travellers, passport of Germany');
    await again.choose('What is to change?', 'Stop: add one at the end');
    await answerStop(again, 'khorog', 'Khorog');
    await again.choose('What is to change?', 'Nothing more');
    await again.answer('Save the changes', keys.enter);
    await again.choose('Write the trip page', 'No');
    expect(await again.ended()).toBe(0);
    expect(readFileSync(join(cwd, 'trip.unfinished.yaml'), 'utf8')).toContain('{ place: Khorog, nights: 1 }');
  });

  it.each([
    ['Ctrl-C', keys.ctrlC],
    ['Ctrl-D', keys.ctrlD],
  ])('leaves no file where nothing was entered: %s', { timeout: 60_000 }, async (_, key) => {
    const cwd = folder();
    const terminal = openTerminal([], { cwd });
    await terminal.asked('Which country’s passport');
    terminal.write(key);
    expect(await terminal.ended()).toBe(130);
    expect(terminal.shown()).toContain('Nothing was entered');
    expect(readdirSync(cwd)).toEqual([]);
  });

  it.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ])('keeps it when the terminal is closed or the program stopped: %s', { timeout: 120_000 }, async (signal, code) => {
    const cwd = folder();
    const terminal = openTerminal(['new'], { cwd });
    await answerWho(terminal);
    await terminal.asked('On which day');
    terminal.kill(signal);
    expect(await terminal.ended()).toBe(code);
    expect(readFileSync(join(cwd, 'trip.unfinished.yaml'), 'utf8')).toContain('nationality: DE');
  });

  it('keeps it also while something is worked out', { timeout: 120_000 }, async () => {
    const cwd = folder();
    const terminal = openTerminal(['new'], { cwd });
    await answerWho(terminal);
    await answerWhenAndHow(terminal);
    await answerStop(terminal, 'dushanbe', 'Dushanbe');
    await answerNextStop(terminal, 'khorog', 'Khorog');
    // Right behind the answer, before the next question stands.
    terminal.write(keys.ctrlC);
    expect(await terminal.ended()).toBe(130);
    expect(existsSync(join(cwd, 'trip.unfinished.yaml'))).toBe(true);
  });

  it('names another file where the first is taken', { timeout: 120_000 }, async () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'trip.unfinished.yaml'), 'of last week\n');
    const terminal = openTerminal(['new'], { cwd });
    await answerWho(terminal);
    await terminal.asked('On which day');
    terminal.write(keys.ctrlC);
    await terminal.ended();
    expect(readFileSync(join(cwd, 'trip.unfinished.yaml'), 'utf8')).toBe('of last week\n');
    expect(existsSync(join(cwd, 'trip.unfinished-2.yaml'))).toBe(true);
  });
});
