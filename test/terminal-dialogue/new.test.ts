import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../cli/run.ts';
import { keys, openTerminal, ptyOrNull, type Terminal } from '../pty.ts';
import { answerNextStop, answerRest, answerStop, answerWhenAndHow, answerWho } from './pamir.ts';

const single = (text: string): string => text.replace(/\s+/g, ' ').trim();
const folder = (): string => mkdtempSync(join(tmpdir(), 'tajcheck-new-'));
const env = { TAJCHECK_AS_OF: '2026-11-22' };

describe.skipIf(ptyOrNull() === null)('a trip planned on a terminal', () => {
  it('is typed to the end, corrected, shown, and saved as what was shown', { timeout: 240_000 }, async () => {
    const cwd = folder();
    const terminal = openTerminal(['new', 'pamir.yaml'], { cwd });
    await answerWho(terminal);
    await answerWhenAndHow(terminal);
    await answerStop(terminal, 'Душанбе', 'Dushanbe', '2');
    await terminal.sees('Dushanbe brings:');
    await answerNextStop(terminal, 'Қалъаи Хумб', 'Kalai-Khumb');
    // At once, in words: the levels with whose they are, the way, the papers with their days.
    await terminal.sees('Kalai-Khumb brings:');
    await terminal.sees(/by road, about \d+ hours of moving/);
    await terminal.sees('Australia: Do not travel');
    await terminal.sees('GBAO permit: needed. It must list Darvoz');
    await answerNextStop(terminal, 'vanj', 'Vanj');
    await answerNextStop(terminal, 'хорог', 'Khorog', '2');

    // Between the stops: an early answer is corrected, and a stop taken out.
    await terminal.choose('And then?', 'Change something');
    await terminal.choose('What is to change?', 'First day');
    await terminal.answer('On which day do you arrive', '5 July 2027', keys.enter);
    await terminal.choose('What is to change?', 'Stop 3: Vanj');
    await terminal.choose('Stop 3: Vanj', 'Take it out');
    await terminal.sees('Vanj is taken out');
    await terminal.choose('What is to change?', 'Nothing more');

    await answerRest(terminal);
    await terminal.choose('What is to change?', 'All is right');
    await terminal.asked('Write the trip page');
    const shown = terminal.shown();
    await terminal.choose('Write the trip page', 'Yes, as pamir.html');
    expect(await terminal.ended()).toBe(0);

    const text = readFileSync(join(cwd, 'pamir.yaml'), 'utf8');
    expect(text).toMatch(/^start: 2027-07-05$/m);
    expect(text).toMatch(/^# Who travels/m);
    expect(text).not.toContain('Vanj,');
    expect(text).toContain('checkIn: { at: ');
    // Node would warn here of a listener that every question leaves behind.
    expect(shown).not.toContain('MaxListeners');
    // What `plan` says of the file is what stood on the screen.
    const pretty = run(['plan', 'pamir.yaml'], { cwd, env: { ...env, COLUMNS: '80' } });
    expect(shown).toContain(single(pretty.stdout));
    const { stops, permits, checklist, overall } = JSON.parse(
      run(['plan', 'pamir.yaml', '--format', 'json'], { cwd, env }).stdout,
    );
    expect(stops.map(({ name, nights }: { name: string; nights: number }) => `${name} ${nights}`)).toEqual(
      expect.arrayContaining(['Dushanbe 2', 'Kalai-Khumb 1', 'Khorog 2']),
    );
    expect(shown).toContain(`${overall.level} of 4 at the highest`);
    const statusOf = (type: string) => permits.find((permit: { type: string }) => permit.type === type).status;
    expect(statusOf('gbao')).toBe('held');
    expect(statusOf('khatlon-border')).not.toBe('held');
    expect(checklist.find(({ id }: { id: string }) => id === 'medevac-insurance').status).toBe('done');
    expect(readFileSync(join(cwd, 'pamir.html'), 'utf8')).toContain('Khorog');
  });

  it('goes back a question at Esc, and takes no answer that is none', { timeout: 120_000 }, async () => {
    const cwd = folder();
    const terminal = openTerminal(['new'], { cwd });
    await terminal.asked('Which country’s passport');
    terminal.write('qqqq');
    await terminal.sees('No country has a name like this');
    terminal.write(keys.backspace.repeat(4));
    await answerWho(terminal);
    await terminal.asked('On which day');
    terminal.write(`3/7/2027${keys.enter}`);
    await terminal.sees('may be read as two days');
    terminal.write(`${keys.backspace.repeat(8)}31 June 2027${keys.enter}`);
    await terminal.sees('This is no day');
    terminal.write(keys.escape);
    await terminal.asked('Which country’s passport');
    await terminal.marks('Germany');
    terminal.write(keys.enter);
    await terminal.asked('How many travellers');
    terminal.write(`0${keys.enter}`);
    await terminal.sees('Write a whole number from 1 to 500');
    terminal.write(keys.ctrlC);
    expect(await terminal.ended()).toBe(130);
  });

  it('takes no border post and no airport that nobody chose', { timeout: 120_000 }, async () => {
    const cwd = folder();
    const terminal = openTerminal(['new', 'bare.yaml'], { cwd });
    await answerWho(terminal);
    await skip(terminal, 'On which day do you arrive');
    await skip(terminal, 'What do you travel in');
    await terminal.asked('How do you come into');
    await terminal.marks('Not settled yet');
    terminal.write(keys.enter);
    await answerStop(terminal, 'dushanbe', 'Dushanbe');
    await terminal.choose('And then?', 'That was the last stop');
    await terminal.choose('How do you leave', 'By land');
    await terminal.asked('Over which border post');
    await terminal.marks('Not settled yet');
    terminal.write(keys.enter);
    await skip(terminal, 'Where do you go from there');
    await terminal.asked('Do you carry any');
    terminal.write(keys.ctrlC);
    expect(await terminal.ended()).toBe(130);
    expect(readFileSync(join(cwd, 'bare.unfinished.yaml'), 'utf8')).not.toMatch(/^(start|entry|exit):/m);
  });

  it('asks before it writes over a file, and takes another name', { timeout: 120_000 }, async () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'mine.yaml'), 'not yours\n');
    const terminal = openTerminal(['new', 'mine.yaml'], { cwd });
    await terminal.sees('mine.yaml is there already');
    await answerWho(terminal);
    await answerWhenAndHow(terminal);
    await answerStop(terminal, 'dushanbe', 'Dushanbe');
    await terminal.choose('And then?', 'The next stop');
    // A place of one's own, by latitude and longitude.
    await terminal.find('What is the next stop', '37.03, 72.66', 'a place of your own');
    await terminal.answer('What is this place called', 'Homestay', keys.enter);
    await terminal.answer('How many nights in Homestay', '3', keys.enter);
    await terminal.choose('How do you get from', 'Through a place');
    await terminal.find('Through which place', 'хорог', 'Khorog');
    await terminal.answer('Through another place', keys.enter);
    await terminal.sees('Homestay brings:');
    await terminal.choose('And then?', 'That was the last stop');
    await terminal.choose('How do you leave', 'Not settled yet');
    await skip(terminal, 'Do you carry any');
    for (;;) {
      await terminal.asked(/have you got it|insurance do/);
      if (terminal.question().includes('insurance do')) break;
      await skip(terminal, 'have you got it');
    }
    await skip(terminal, 'insurance do');
    await skip(terminal, 'done already');
    await skip(terminal, 'Is it agreed whom you call');
    await skip(terminal, 'What is the trip called');
    await terminal.choose('What is to change?', 'All is right');
    await skip(terminal, 'mine.yaml is there already');
    await terminal.answer('Under which name', 'other', keys.enter);
    await terminal.choose('Write the trip page', 'No');
    expect(await terminal.ended()).toBe(0);
    expect(readFileSync(join(cwd, 'mine.yaml'), 'utf8')).toBe('not yours\n');
    expect(readFileSync(join(cwd, 'other.yaml'), 'utf8')).toContain(
      '{ place: Homestay, at: { lat: 37.03, lon: 72.66 }, nights: 3, via: [Khorog] }',
    );
    expect(readdirSync(cwd).sort()).toEqual(['mine.yaml', 'other.yaml']);
  });
});

/** Enter, and waits until something else is asked. */
async function skip(terminal: Terminal, question: string): Promise<void> {
  await terminal.asked(question);
  const before = terminal.question();
  terminal.write(keys.enter);
  await terminal.asksElse(before);
}
