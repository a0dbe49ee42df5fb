/** A person who plans Dushanbe, Kalai-Khumb, Khorog at the terminal, as far as a test needs it. */
import { keys, type Terminal } from '../pty.ts';

export async function answerWho(terminal: Terminal): Promise<void> {
  await terminal.find('Which country’s passport', 'germ', 'Germany (DE)');
  await terminal.answer('How many travellers', '2', keys.enter);
  await terminal.answer('on another passport', keys.enter);
}

export async function answerWhenAndHow(terminal: Terminal): Promise<void> {
  await terminal.answer('On which day do you arrive', '3 July 2027', keys.enter);
  await terminal.choose('What do you travel in', '4x4');
  await terminal.choose('How do you come into', 'By air');
  await terminal.choose('At which airport', 'Dushanbe');
  await terminal.answer('From where do you come', 'Istanbul', keys.enter);
}

/** `nights`: left out, Enter takes what is offered. */
export async function answerStop(terminal: Terminal, written: string, found: string, nights = ''): Promise<void> {
  await terminal.find('stop?', written, found);
  await terminal.answer(`How many nights in ${found}`, nights, keys.enter);
}

export async function answerNextStop(terminal: Terminal, written: string, found: string, nights = ''): Promise<void> {
  await terminal.choose('And then?', 'The next stop');
  await answerStop(terminal, written, found, nights);
  await terminal.choose('How do you get from', 'As found');
}

/** From the last stop to the list on which all can be changed. */
export async function answerRest(terminal: Terminal): Promise<void> {
  await terminal.choose('And then?', 'That was the last stop');
  await terminal.choose('How do you leave', 'By air');
  await terminal.choose('From which airport', 'Khorog');
  await terminal.answer('Where do you go', keys.enter);
  await terminal.answer('Do you carry any', keys.enter);
  await terminal.choose('GBAO permit: have you got it', 'in hand');
  await terminal.asked('Which districts');
  // A number ticks: Darvoz, Vanj, Rushan and Shughnan.
  terminal.write('1234');
  await terminal.sees('[x] Shughnan');
  terminal.write(keys.enter);
  await terminal.answer('From which day is it valid', '1 July 2027', keys.enter);
  await terminal.answer('Until which day is it valid', '2027-08-10', keys.enter);
  await terminal.choose('Khatlon border permit: have you got it', 'Applied');
  await terminal.answer('On which day do you apply', '1 May 2027', keys.enter);
  await terminal.choose('National Park fee: have you got it', 'Not yet');
  await terminal.asked('your insurance');
  terminal.write(keys.space);
  await terminal.sees('[x]');
  terminal.write(keys.enter);
  await terminal.answer('done already', keys.enter);
  await terminal.answer('Is it agreed whom you call', 'y', keys.enter);
  await terminal.answer('Who is it', 'Anna', keys.enter);
  await terminal.answer('By which number', '+49 30 123', keys.enter);
  await terminal.answer('At what time', '19:30', keys.enter);
  await terminal.answer('After how many hours', '12', keys.enter);
  await terminal.answer('What is the trip called', 'Pamir', keys.enter);
}
