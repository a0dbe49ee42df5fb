/** An itinerary of somebody else's, opened in the dialogue: what it says is shown, and the terminal obeys none of it. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { escapeForTerminal } from '../../src/terminal/escape.ts';
import { actsInLog } from '../hostile/judges.ts';
import { keys, openTerminal, ptyOrNull } from '../pty.ts';

/** Sets the title, offers a link, paints, and turns the text round. */
const controls = '\u001b]0;pwned\u0007\u001b]8;;https://evil.example\u001b\\\u001b[1;31mX\u009b31m\u202e';
/** To services that keep what a terminal shows. */
const orders = '::error::y ##[error]z';

describe.skipIf(ptyOrNull() === null)('a hostile itinerary opened on a terminal', () => {
  it('shows its texts and sends none of their controls', { timeout: 120_000 }, async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'tajcheck-hostile-'));
    const trip = {
      title: controls,
      start: '2027-07-03',
      party: [{ nationality: 'US', name: controls }],
      checkIn: { with: orders },
      stops: [controls, { place: orders, at: { lat: 37.6, lon: 71.6 }, nights: 1 }],
    };
    writeFileSync(join(cwd, 'trip.yaml'), JSON.stringify(trip));
    const terminal = openTerminal(['edit', 'trip.yaml'], { cwd, columns: 100 });
    await terminal.choose('What is to change?', 'Stop 2');
    await terminal.choose('Stop 2', 'The nights');
    await terminal.answer('How many nights', '3', keys.enter);
    await terminal.asked('What is to change?');
    await terminal.choose('What is to change?', 'Nothing more');
    await terminal.asked('Save the changes');
    expect(terminal.shown()).toContain(']0;pwned');
    for (const part of ['\u001b]', '\u001b[1;31mX', '\u009b', '\u202e', '::error::', '##[error]']) {
      expect(terminal.raw(), JSON.stringify(part)).not.toContain(part);
    }
    expect(terminal.shown()).toContain(escapeForTerminal(orders));
    expect(actsInLog(terminal.shown())).toEqual([]);
    terminal.write(keys.ctrlC);
    await terminal.ended();
  });
});
