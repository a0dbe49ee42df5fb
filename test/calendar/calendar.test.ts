import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/assessment.ts';
import { addDays, daysBetween } from '../../src/dates.ts';
import { assessText } from '../trip.ts';

const pamir = (more: string, party = '{ nationality: US }') => `start: 2027-07-03
party: [${party}]
travel: 4x4
entry: { place: Dushanbe airport, by: air, from: Istanbul }
exit: { place: Dushanbe airport, by: air }
stops:
  - { place: Dushanbe, nights: 2 }
  - { place: Khorog, nights: 3, via: [Kulob] }
  - { place: Murghab, nights: 2 }
  - { place: Khorog, nights: 1 }
  - { place: Dushanbe, nights: 2, via: [Kulob] }
${more}`;

const held =
  'permits: [{ type: gbao, districts: [darvoz, vanj, rushan, shughnan, murghab], from: 2027-07-01, to: 2027-08-10 }]';
const idsIn = ({ calendar }: Assessment) => calendar.map(({ id }) => id);
const find = ({ calendar }: Assessment, id: string) => calendar.find((event) => event.id === id);

describe('the calendar', () => {
  test('is in order of days, counts them from today and names each event once', async () => {
    const assessment = await assessText(pamir(''));
    const { calendar, asOf } = assessment;
    expect(calendar.length).toBeGreaterThan(8);
    expect(calendar.map(({ date }) => date)).toEqual(calendar.map(({ date }) => date).toSorted());
    for (const { date, daysLeft } of calendar) expect(daysLeft).toBe(daysBetween(asOf, date));
    expect(new Set(idsIn(assessment)).size).toBe(calendar.length);
  });

  test('has the same ids in every run, whatever the day and the dates', async () => {
    const now = await assessText(pamir(held));
    const later = await assessText(pamir(held).replaceAll('2027-07', '2027-08').replace('2027-08-10', '2027-09-10'));
    expect(idsIn(later).toSorted()).toEqual(idsIn(now).toSorted());
  });

  test('every source of an event is in the list of sources', async () => {
    const { calendar, sources } = await assessText(pamir('', '{ nationality: GB }'));
    const known = new Set(sources.map(({ id }) => id));
    for (const event of calendar) for (const id of event.sources) expect(known, event.id).toContain(id);
  });

  test('is empty without dates', async () => {
    expect((await assessText(pamir('').replace('start: 2027-07-03\n', ''))).calendar).toEqual([]);
  });
});

describe('papers', () => {
  test('that are missing have the days of their check; those that are held have their own', async () => {
    const missing = await assessText(pamir(''));
    const gbao = missing.permits.find(({ type }) => type === 'gbao');
    expect(gbao?.applyBy).toMatch(/^2027-/);
    expect(find(missing, 'apply-gbao')).toMatchObject({ kind: 'apply-by', date: gbao?.applyBy });
    expect(find(missing, 'apply-gbao-worst')).toMatchObject({ kind: 'apply-by-worst', date: gbao?.applyByWorst });
    expect(find(missing, 'permit-start-gbao')).toBeUndefined();

    const whole = await assessText(pamir(held));
    expect(find(whole, 'apply-gbao')).toBeUndefined();
    expect(find(whole, 'permit-start-gbao')).toMatchObject({ kind: 'permit-start', date: '2027-07-01' });
    expect(find(whole, 'permit-end-gbao')).toMatchObject({ kind: 'permit-end', date: '2027-08-10' });
    expect(find(whole, 'permit-end-gbao')?.text).toBe('GBAO permit: last day it is valid');
  });

  test('two papers of one kind have two names, by their districts or by their days', async () => {
    const two = held.replace('[{', '[{ type: gbao, districts: [darvoz], from: 2027-07-01, to: 2027-07-09 }, {');
    const assessment = await assessText(pamir(two));
    expect(find(assessment, 'permit-end-gbao')).toMatchObject({
      date: '2027-07-09',
      text: 'GBAO permit (Darvoz): last day it is valid',
    });
    expect(find(assessment, 'permit-end-gbao-2')).toMatchObject({
      date: '2027-08-10',
      text: 'GBAO permit (Darvoz, Vanj, Rushan, Shughnan, Murghab): last day it is valid',
    });
    const paper = (from: string, to: string) => `{ type: gbao, districts: [darvoz], from: ${from}, to: ${to} }`;
    const alike = `permits: [${paper('2027-07-01', '2027-07-09')}, ${paper('2027-07-10', '2027-08-10')}]`;
    expect(find(await assessText(pamir(alike)), 'permit-start-gbao-2')?.text).toBe(
      'GBAO permit (2027-07-10 to 2027-08-10): valid from today',
    );
  });

  test('that two lines of the party need by the same day are told once', async () => {
    const two = await assessText(pamir('', '{ nationality: GB, count: 2 }, { nationality: KE }, { nationality: GB }'));
    const isVisa = ({ kind, text }: { kind: string; text: string }) => kind.startsWith('apply') && /visa/i.test(text);
    const days = two.calendar.filter(isVisa);
    expect(new Set(two.visas.map(({ applyBy }) => applyBy)).size).toBe(1);
    expect(days.map(({ date }) => date)).toEqual([...new Set(days.map(({ date }) => date))]);
    expect(find(two, 'apply-visa-party-1')?.text).toMatch(/\(GB passport, 3 people; KE passport\)/);
    expect(find(two, 'apply-visa-party-2')).toBeUndefined();
    const free = await assessText(pamir('', '{ nationality: US }, { nationality: NZ }'));
    expect(free.calendar.filter(({ kind }) => kind === 'last-day').map(({ text }) => text)).toEqual([
      'Last day you may stay (US passport; NZ passport)',
    ]);
  });

  test('a visa to be got has its day before the entry, one that is held its first and last', async () => {
    const missing = await assessText(pamir('', '{ nationality: GB }'));
    const event = find(missing, 'apply-visa-party-1');
    expect(event).toMatchObject({ kind: 'apply-by', date: missing.visas[0].applyBy });
    expect(event!.date < '2027-07-03').toBe(true);

    const visas = 'visas: [{ nationality: GB, type: e-visa, from: 2027-07-01, to: 2027-08-29 }]';
    const whole = await assessText(pamir(visas, '{ nationality: GB }'));
    expect(find(whole, 'apply-visa-party-1')).toBeUndefined();
    expect(find(whole, 'visa-start-gb')?.date).toBe('2027-07-01');
    expect(find(whole, 'visa-end-gb')?.date).toBe('2027-08-29');
  });

  test('the last day allowed counts the day of entry, and never outlives the visa', async () => {
    const free = await assessText(pamir(''));
    const [{ maxDays }] = free.visas;
    expect(maxDays).toBe(30);
    expect(find(free, 'last-day-party-1')?.date).toBe(addDays('2027-07-03', 29));
    const short = 'visas: [{ nationality: GB, type: e-visa, from: 2027-07-01, to: 2027-07-20 }]';
    expect(find(await assessText(pamir(short, '{ nationality: GB }')), 'last-day-party-1')?.date).toBe('2027-07-20');
  });
});

describe('the trip', () => {
  test('that comes back enters twice, and the last day allowed is that of the last entry', async () => {
    const stops = [
      'Dushanbe, nights: 2',
      'Murghab, nights: 2',
      'Osh, nights: 2',
      'Murghab, nights: 2',
      'Dushanbe, nights: 1',
    ];
    const there = `start: 2027-07-03\nparty: [{ nationality: US }]\ntravel: 4x4\nstops:\n${stops.map((stop) => `  - { place: ${stop} }\n`).join('')}`;
    const assessment = await assessText(there);
    expect(find(assessment, 'exit')?.date).toBe('2027-07-07');
    expect(find(assessment, 'entry-2')?.date).toBe('2027-07-09');
    expect(find(assessment, 'exit-2')?.date).toBe('2027-07-12');
    expect(assessment.visas[0]).toMatchObject({ maxDays: 30, withinDays: null });
    expect(assessment.calendar.filter(({ kind }) => kind === 'last-day').map(({ date }) => date)).toEqual([
      '2027-08-07',
    ]);
  });

  test('begins, enters and leaves on its days', async () => {
    const assessment = await assessText(pamir(''));
    expect(find(assessment, 'entry')).toMatchObject({
      date: '2027-07-03',
      text: 'The trip begins: enter Tajikistan by air, Dushanbe airport',
    });
    expect(find(assessment, 'departure')).toBeUndefined();
    expect(find(assessment, 'exit')).toMatchObject({ date: '2027-07-13' });
  });

  test('that begins abroad begins and enters apart, and names no place that is not known', async () => {
    const osh = (first: string) =>
      `start: 2027-07-03\nparty: [{ nationality: US }]\ntravel: 4x4\nstops: [{ place: ${first} }, { place: Murghab, nights: 1 }]`;
    const abroad = await assessText(osh('Osh'));
    expect(find(abroad, 'departure')).toMatchObject({ date: '2027-07-03', text: 'The trip begins in Osh' });
    expect(find(abroad, 'entry')?.text).toMatch(/^Enter Tajikistan/);
    const unknown = await assessText(osh('Nowhereville, nights: 2'));
    expect(find(unknown, 'departure')?.text).toBe('The trip begins');
    expect(unknown.calendar.filter(({ text }) => text.includes('Nowhereville'))).toEqual([]);
  });

  test('checks in from each night in the zones that have no telephone, and from no other', async () => {
    const assessment = await assessText(pamir(''));
    expect(idsIn(assessment).filter((id) => id.startsWith('check-in'))).toEqual([
      'check-in-stop-2',
      'check-in-stop-3',
      'check-in-stop-4',
    ]);
    expect(find(assessment, 'check-in-stop-2')).toMatchObject({
      date: '2027-07-05',
      text: 'Tell your contact at home that you are in Khorog',
    });
  });

  test('has its last day to register where one must, and none where the stay is short', async () => {
    const long = await assessText(pamir(''));
    expect(long.registration?.map(({ needed }) => needed)).toEqual(['yes']);
    expect(find(long, 'register')).toMatchObject({ kind: 'register-by', date: long.registration?.[0].by });
    const short = await assessText(
      'start: 2027-07-03\nparty: [{ nationality: US }]\nstops: [{ place: Dushanbe, nights: 2 }]',
    );
    expect(find(short, 'register')).toBeUndefined();
  });
});

describe('the review', () => {
  test('is on the day when the first source falls due, and a week before the start', async () => {
    const { calendar, sources } = await assessText(pamir(''));
    const review = calendar.find(({ id }) => id === 'review')!;
    const due = sources.filter(({ reviewBy }) => reviewBy >= '2026-11-22').map(({ reviewBy }) => reviewBy);
    expect(review.date >= due.toSorted()[0]).toBe(true);
    for (const id of review.sources) expect(sources.find((source) => source.id === id)?.reviewBy).toBe(review.date);
    expect(calendar.find(({ id }) => id === 'last-look')?.date).toBe('2027-06-26');
  });

  test('is over once the trip is about to begin', async () => {
    const { calendar } = await assessText(pamir(''), {}, { asOf: '2027-07-01' });
    expect(calendar.filter(({ kind }) => kind === 'review')).toEqual([]);
  });
});
