import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../cli/run.ts';
import { keys, openTerminal, ptyOrNull, type Terminal } from '../pty.ts';

const trip = `# For Anna and me.   Two spaces stay.
title:   'A first visit'
stops:        # in order
  - Dushanbe
  - { nights: 1, place: Kalai-Khumb }   # ask Sherali for the room

  - place: Khorog
    nights: 2
party: [ { nationality: US } ]
start: 2027-07-03
`;

function write(text = trip): string {
  const cwd = mkdtempSync(join(tmpdir(), 'tajcheck-edit-'));
  writeFileSync(join(cwd, 'trip.yaml'), text);
  return cwd;
}
const read = (cwd: string, name = 'trip.yaml'): string => readFileSync(join(cwd, name), 'utf8');

async function moreNights(terminal: Terminal): Promise<void> {
  await terminal.choose('What is to change?', 'Stop 3: Khorog');
  await terminal.choose('Stop 3: Khorog', 'The nights');
  await terminal.answer('How many nights in Khorog', '4', keys.enter);
}

describe.skipIf(ptyOrNull() === null)('an itinerary opened on a terminal', () => {
  it('is written back with nothing else touched, and keeps its mode', { timeout: 120_000 }, async () => {
    const cwd = write();
    chmodSync(join(cwd, 'trip.yaml'), 0o640);
    const terminal = openTerminal(['edit', 'trip.yaml'], { cwd });
    await moreNights(terminal);
    await terminal.choose('What is to change?', 'Nothing more');
    await terminal.answer('Save the changes to trip.yaml', keys.enter);
    await terminal.choose('Write the trip page', 'No');
    expect(await terminal.ended()).toBe(0);
    expect(read(cwd)).toBe(trip.replace('nights: 2', 'nights: 4'));
    expect(statSync(join(cwd, 'trip.yaml')).mode & 0o777).toBe(0o640);
    expect(readdirSync(cwd)).toEqual(['trip.yaml']);
  });

  it('has stops put in, moved and taken out', { timeout: 120_000 }, async () => {
    const cwd = write();
    const terminal = openTerminal(['edit', 'trip.yaml'], { cwd });
    await terminal.choose('What is to change?', 'Stop 3: Khorog');
    await terminal.choose('Stop 3: Khorog', 'Put a stop before it');
    await terminal.find('stop?', 'rushan', 'Rushan');
    await terminal.answer('How many nights in Rushan', '1', keys.enter);
    await terminal.choose('How do you get from', 'As found');
    await terminal.choose('What is to change?', 'Stop 3: Rushan');
    await terminal.choose('Stop 3: Rushan', 'one stop later');
    // Its way is another now.
    await terminal.sees(/Rushan is stop 4 now\. Rushan brings: - [^.]*Khorog to Rushan/);
    await terminal.choose('What is to change?', 'Stop 1: Dushanbe');
    await terminal.choose('Stop 1: Dushanbe', 'Take it out');
    // Esc gives a change up.
    await terminal.choose('What is to change?', 'Stop 1: Kalai-Khumb');
    await terminal.asked('Stop 1: Kalai-Khumb');
    terminal.write(keys.escape);
    await terminal.sees('Nothing changed');
    await terminal.choose('What is to change?', 'Nothing more');
    await terminal.answer('Save the changes', keys.enter);
    await terminal.choose('Write the trip page', 'No');
    expect(await terminal.ended()).toBe(0);
    const { stops } = JSON.parse(run(['plan', 'trip.yaml', '--format', 'json'], { cwd }).stdout);
    const names = stops
      .filter(({ id }: { id: string }) => id.startsWith('stop-'))
      .map(({ name }: { name: string }) => name);
    expect(names).toEqual(['Kalai-Khumb', 'Khorog', 'Rushan']);
    expect(read(cwd)).toContain('# ask Sherali for the room');
  });

  it('keeps the way that is written unless another is chosen', { timeout: 120_000 }, async () => {
    const text = trip.replace('    nights: 2', '    nights: 2\n    via: [Rushan]');
    const cwd = write(text);
    const terminal = openTerminal(['edit', 'trip.yaml'], { cwd });
    await terminal.choose('What is to change?', 'Stop 3: Khorog');
    await terminal.choose('Stop 3: Khorog', 'The way there');
    await terminal.asked('How do you get from Kalai-Khumb to Khorog');
    await terminal.marks('As it is: through Rushan');
    terminal.write(keys.enter);
    await terminal.choose('What is to change?', 'Nothing more');
    expect(await terminal.ended()).toBe(0);
    expect(read(cwd)).toBe(text);
  });

  it('keeps how the border was reached, and takes away what a hyphen takes away', { timeout: 120_000 }, async () => {
    const gate = 'entry: { place: Karamyk, by: bicycle, from: Osh }\n';
    const checkIn = 'checkIn: { at: "19:00", with: Anna, phone: "+49 30" }\n';
    const cwd = write(`${trip}${gate}${checkIn}`);
    const terminal = openTerminal(['edit', 'trip.yaml'], { cwd });
    await terminal.choose('What is to change?', 'You come in');
    await terminal.asked('How do you come into');
    await terminal.marks('By land');
    terminal.write(keys.enter);
    await terminal.asked('Over which border post');
    // Not the first post of the list, which nobody has named.
    await terminal.marks('As it is: Karamyk');
    terminal.write(keys.enter);
    await terminal.answer('From where do you come', keys.enter);
    await terminal.choose('What is to change?', 'Somebody at home');
    await terminal.answer('Is it agreed', keys.enter);
    await terminal.answer('Who is it', keys.enter);
    await terminal.asked('By which number');
    expect(terminal.question()).toContain('Enter alone: as it is. - and Enter: not said.');
    terminal.write(`-${keys.enter}`);
    await terminal.answer('At what time', keys.enter);
    await terminal.answer('After how many hours', keys.enter);
    await terminal.choose('What is to change?', 'Name of the trip');
    await terminal.answer('What is the trip called', `-${keys.enter}`);
    await terminal.choose('What is to change?', 'Nothing more');
    await terminal.answer('Save the changes', keys.enter);
    await terminal.choose('Write the trip page', 'No');
    expect(await terminal.ended()).toBe(0);
    expect(read(cwd)).toBe(
      `${trip.replace("title:   'A first visit'\n", '')}${gate}${checkIn.replace(', phone: "+49 30"', '')}`,
    );
  });

  it('stays as it is, byte for byte, when nothing is changed', { timeout: 120_000 }, async () => {
    const text = `\ufeff${trip.replaceAll('\n', '\r\n')}`;
    const cwd = write(text);
    const before = statSync(join(cwd, 'trip.yaml'));
    const terminal = openTerminal(['edit', 'trip.yaml'], { cwd });
    await terminal.choose('What is to change?', 'Nothing more');
    expect(await terminal.ended()).toBe(0);
    expect(terminal.shown()).toContain('Nothing was changed');
    expect(read(cwd)).toBe(text);
    expect(statSync(join(cwd, 'trip.yaml')).mtimeMs).toBe(before.mtimeMs);
    expect(readdirSync(cwd)).toEqual(['trip.yaml']);
  });

  it('keeps its mark and its line ends when something is', { timeout: 120_000 }, async () => {
    const text = `\ufeff${trip.replaceAll('\n', '\r\n')}`;
    const cwd = write(text);
    const terminal = openTerminal(['edit', 'trip.yaml'], { cwd });
    await moreNights(terminal);
    await terminal.choose('What is to change?', 'Nothing more');
    await terminal.answer('Save the changes', keys.enter);
    await terminal.choose('Write the trip page', 'No');
    expect(await terminal.ended()).toBe(0);
    expect(read(cwd)).toBe(text.replace('nights: 2', 'nights: 4'));
  });

  it('is not written over what somebody else wrote meanwhile', { timeout: 120_000 }, async () => {
    const cwd = write();
    const terminal = openTerminal(['edit', 'trip.yaml'], { cwd });
    await moreNights(terminal);
    await terminal.choose('What is to change?', 'Nothing more');
    await terminal.asked('Save the changes');
    writeFileSync(join(cwd, 'trip.yaml'), 'stops: [Murghab]\n');
    terminal.write(keys.enter);
    expect(await terminal.ended()).toBe(2);
    expect(terminal.shown()).toContain('changed by somebody else');
    expect(read(cwd)).toBe('stops: [Murghab]\n');
    // What was changed here is not lost.
    expect(terminal.shown()).toContain('kept in trip.unfinished.yaml');
    expect(read(cwd, 'trip.unfinished.yaml')).toContain('nights: 4');
  });

  it('is written where a link leads, and the link stays', { timeout: 120_000 }, async () => {
    const cwd = write();
    mkdirSync(join(cwd, 'links'));
    mkdirSync(join(cwd, '.git'));
    symlinkSync('../trip.yaml', join(cwd, 'links/mine.yaml'));
    const terminal = openTerminal(['edit', 'links/mine.yaml'], { cwd });
    await moreNights(terminal);
    await terminal.choose('What is to change?', 'Nothing more');
    await terminal.answer('Save the changes', keys.enter);
    await terminal.choose('Write the trip page', 'No');
    expect(await terminal.ended()).toBe(0);
    expect(lstatSync(join(cwd, 'links/mine.yaml')).isSymbolicLink()).toBe(true);
    expect(read(cwd)).toContain('nights: 4');
  });

  it('is refused through a link that leads out of the repository', { timeout: 60_000 }, async () => {
    const outside = write();
    const cwd = mkdtempSync(join(tmpdir(), 'tajcheck-edit-'));
    mkdirSync(join(cwd, '.git'));
    symlinkSync(join(outside, 'trip.yaml'), join(cwd, 'trip.yaml'));
    const terminal = openTerminal(['edit', 'trip.yaml'], { cwd });
    expect(await terminal.ended()).toBe(2);
    expect(terminal.shown()).toContain('leads out of the repository');
  });

  it('is refused with its findings when it is not understood', { timeout: 60_000 }, async () => {
    const text = 'stops: [Khorog\n';
    const cwd = write(text);
    const terminal = openTerminal(['edit', 'trip.yaml'], { cwd, columns: 120 });
    expect(await terminal.ended()).toBe(2);
    const single = (said: string): string => said.replace(/\s+/g, ' ').trim();
    const plan = run(['plan', 'trip.yaml'], { cwd, env: { COLUMNS: '120' } });
    expect(plan.status).toBe(2);
    expect(terminal.shown()).toBe(single(plan.stderr));
    expect(read(cwd)).toBe(text);
  });

  it('is judged by the policy of its repository and its zones', { timeout: 120_000 }, async () => {
    const cwd = write();
    const ring = [
      [71, 37.3],
      [72, 37.3],
      [72, 37.8],
      [71, 37.8],
      [71, 37.3],
    ];
    const zone = {
      type: 'Feature',
      properties: { id: 'no-go', name: 'Where our cars do not go', restriction: 'prohibited' },
      geometry: { type: 'Polygon', coordinates: [ring] },
    };
    writeFileSync(join(cwd, 'own.geojson'), JSON.stringify({ type: 'FeatureCollection', features: [zone] }));
    writeFileSync(join(cwd, 'tajcheck.config.yaml'), 'tajcheck: 1\nownZones: [own.geojson]\n');
    const terminal = openTerminal(['edit', 'trip.yaml'], { cwd });
    await terminal.choose('What is to change?', 'Nothing more');
    expect(await terminal.ended()).toBe(0);
    expect(terminal.shown()).toContain('Where our cars do not go');
  });
});
