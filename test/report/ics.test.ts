import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import type { CalendarEvent } from '../../src/assessment/to-do.ts';
import type { Assessment } from '../../src/assessment.ts';
import { addDays } from '../../src/dates.ts';
import { reportIcs } from '../../src/report/ics.ts';
import { pamirTrip } from './fixture.ts';

const writtenAt = new Date('2026-11-22T08:15:30Z');
const write = (assessment: Assessment): string => reportIcs(assessment, { writtenAt });
const file = write(pamirTrip);

/** Read by another library than the one that wrote it. */
function read(text: string): ICAL.Component {
  return new ICAL.Component(ICAL.parse(text));
}

const eventsIn = (text: string) => read(text).getAllSubcomponents('vevent');
const withCalendar = (...calendar: CalendarEvent[]): Assessment => ({ ...pamirTrip, calendar });
const one = pamirTrip.calendar[0];

describe('the calendar file', () => {
  test('holds every event as a whole day with an exclusive end', () => {
    const events = eventsIn(file).map((event) => {
      const [start, end] = ['dtstart', 'dtend'].map((name) => event.getFirstPropertyValue(name) as ICAL.Time);
      expect(start.isDate && end.isDate).toBe(true);
      expect(end.toString()).toBe(addDays(start.toString(), 1));
      return [start.toString(), event.getFirstPropertyValue('summary')];
    });
    expect(events).toEqual(pamirTrip.calendar.map(({ date, text }) => [date, text]));
  });

  test('says why, who and where it was read, with the date', () => {
    const [source] = pamirTrip.sources;
    const [event] = eventsIn(write(withCalendar({ ...one, sources: [source.id] })));
    expect(event.getFirstPropertyValue('description')).toBe(
      [
        'Because it matters.',
        'Who: traveller.',
        'US Department of State: Tajikistan Travel Advisory, 2026-09-04. https://example.org/us-department-of-state-tajikistan-travel-advisory-2026-09-04',
        'Judged on 2026-11-22 by tajcheck, data 2026-11-22.',
      ].join('\n'),
    );
    expect(event.getFirstPropertyValue('categories')).toBe('Deadline');
  });

  test('says at what time and with whom a call home is agreed, rings then, and keeps the number to itself', () => {
    const call: CalendarEvent = { ...one, id: 'check-in-stop-2', kind: 'check-in', daysLeft: 9 };
    const agreed = (checkIn: Assessment['checkIn']) => {
      const text = write({ ...withCalendar(call, { ...one, daysLeft: 9 }), checkIn });
      const [event, other] = eventsIn(text);
      expect(`${other}`).not.toMatch(/Agreed|Carol/);
      expect(text).not.toContain('960123');
      const [said] = String(event.getFirstPropertyValue('description')).split('\n');
      const [alarm] = event.getAllSubcomponents('valarm');
      return [said, String(alarm.getFirstPropertyValue('trigger'))];
    };
    const all = { at: '20:30', with: 'Carol\r\nEND:VEVENT', phone: '+44 1632 960123', lateHours: 12 };
    expect(agreed(all)).toEqual(['Agreed: at 20:30 local time, with Carol END:VEVENT.', 'PT20H30M']);
    expect(agreed({ ...all, with: null })).toEqual(['Agreed: at 20:30 local time.', 'PT20H30M']);
    expect(agreed({ ...all, at: null, with: 'Carol' })).toEqual(['Agreed: with Carol.', 'PT9H']);
    expect(agreed({ ...all, at: '00:00', with: null })[1]).toMatch(/^-?PT0S$/);
    expect(agreed(null)).toEqual(['Because it matters.', 'PT9H']);
  });

  test('rings at nine a week and a day before a deadline, and on the day of a call home, unless it is past', () => {
    const bells = (events: ICAL.Component[]) =>
      events.map((event) =>
        event.getAllSubcomponents('valarm').map((alarm) => {
          const trigger = alarm.getFirstProperty('trigger');
          expect(trigger?.getParameter('related')).toBeUndefined();
          return String(trigger?.getFirstValue());
        }),
      );
    const wanted = (kind: string) => {
      if (/apply|register/.test(kind)) return ['-P6DT15H', '-PT15H'];
      return kind === 'check-in' ? ['PT9H'] : [];
    };
    const call: CalendarEvent = { ...one, id: 'check-in-stop-2', kind: 'check-in' };
    const calendar = [...pamirTrip.calendar, call];
    expect(bells(eventsIn(write(withCalendar(...calendar))))).toEqual(calendar.map(({ kind }) => wanted(kind)));
    expect(bells(eventsIn(write(withCalendar({ ...one, daysLeft: -1 }, { ...call, daysLeft: -1 }))))).toEqual([[], []]);
  });

  test('has the properties of an event before its bells, whatever the texts say', () => {
    const text = 'BEGIN:VALARM\r\nEND:VALARM\r\nEND:VEVENT\r\nTRIGGER;RELATED=END:PT9H';
    for (const written of [file, write(withCalendar({ ...one, text, why: text }, { ...one, id: 'two' }))]) {
      const events = written.split('BEGIN:VEVENT\r\n').slice(1);
      expect(events.some((event) => event.includes('\r\nBEGIN:VALARM'))).toBe(true);
      for (const event of events) {
        const [own, ...bells] = event.split('\r\nBEGIN:VALARM\r\n');
        expect(own).toContain('\r\nCATEGORIES:');
        expect(bells.join('')).not.toContain('\r\nCATEGORIES:');
        for (const bell of bells) expect(bell).toMatch(/\r\nEND:VALARM(\r\nEND:VEVENT\r\n.*)?$/s);
      }
      for (const event of eventsIn(written)) expect(event.getFirstPropertyValue('categories')).toBeTruthy();
    }
  });

  const uidsIn = (text: string) => eventsIn(text).map((event) => event.getFirstPropertyValue('uid'));

  test('is the same for the same moment, and a later one replaces it event by event', () => {
    expect(write(pamirTrip)).toBe(file);
    const later = reportIcs(pamirTrip, { writtenAt: new Date('2026-11-22T08:15:31Z') });
    expect(uidsIn(later)).toEqual(uidsIn(file));
    expect(new Set(uidsIn(later)).size).toBe(pamirTrip.calendar.length);
    const version = (text: string) => Number(eventsIn(text)[0].getFirstPropertyValue('sequence'));
    expect(version(later)).toBe(version(file) + 1);
    expect(String(eventsIn(later)[0].getFirstPropertyValue('dtstamp'))).toBe('2026-11-22T08:15:31Z');
    // The standard's whole numbers end at 2 147 483 647.
    expect(version(reportIcs(pamirTrip, { writtenAt: new Date('2090-01-01T00:00:00Z') }))).toBeLessThan(2 ** 31);
  });

  const named = (itinerary: Partial<Assessment['itinerary']>, stops = pamirTrip.stops): Assessment => ({
    ...pamirTrip,
    itinerary: { ...pamirTrip.itinerary, ...itinerary },
    stops,
  });

  test('does not mix two trips in one calendar: title, or name of the file, and the ends of the way tell them apart', () => {
    const others = pamirTrip.stops.slice(1);
    expect(uidsIn(write(named({ title: 'Another' })))[0]).not.toBe(uidsIn(file)[0]);
    expect(uidsIn(write(named({}, others)))[0]).not.toBe(uidsIn(file)[0]);
    const here = uidsIn(write(named({ title: null, file: 'spring/trip.yaml' })));
    const there = uidsIn(write(named({ title: null, file: 'autumn/trip.yaml' }, others)));
    expect(here[0]).not.toBe(there[0]);
  });

  test('knows a trip again that was moved, and one with a title under another name', () => {
    const title = null;
    expect(uidsIn(write(named({ title, file: 'C:\\trips\\trip.yaml' })))).toEqual(
      uidsIn(write(named({ title, file: '/home/me/trip.yaml' }))),
    );
    expect(uidsIn(write(named({ file: 'renamed.yaml' })))).toEqual(uidsIn(file));
    const gate = { ...pamirTrip.stops[0], id: 'entry', name: 'Kyzylart' };
    expect(uidsIn(write(named({}, [gate, ...pamirTrip.stops])))).toEqual(uidsIn(file));
  });

  test('keeps the day on every machine', () => {
    const zone = process.env.TZ;
    try {
      for (const name of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Dushanbe']) {
        process.env.TZ = name;
        expect(write(pamirTrip), name).toBe(file);
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  test('has no event and is still a calendar where nothing has a day', () => {
    const empty = read(write(withCalendar()));
    expect(empty.name).toBe('vcalendar');
    expect(empty.getAllSubcomponents('vevent')).toEqual([]);
  });

  test('holds any text in lines of 75 octets that end in CRLF', () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.constantFrom(
        'a,b;c\\n:"d"',
        'END:VEVENT\r\nBEGIN:VALARM\nX',
        '🏔️'.repeat(40),
        '\u202eلا تعبر الحدود',
        'Дарвоз, Ванҷ; Рӯшон '.repeat(9),
        '',
      ),
    );
    fc.assert(
      fc.property(nasty, nasty, nasty, (title, text, why) => {
        const itinerary = { ...pamirTrip.itinerary, title };
        const written = write({ ...withCalendar({ ...one, text, why }, pamirTrip.calendar[1]), itinerary });
        const lines = written.split('\r\n');
        expect(lines.at(-1)).toBe('');
        for (const line of lines) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
        }
        const events = eventsIn(written);
        expect(events).toHaveLength(2);
        expect(events[1].getFirstPropertyValue('summary')).toBe(pamirTrip.calendar[1].text);
        const plain = /^[\p{L}\p{N}\p{Emoji}, ;:."\\]+$/u;
        if (plain.test(text) && !/^ | $/.test(text)) expect(events[0].getFirstPropertyValue('summary')).toBe(text);
      }),
      { numRuns: 200 },
    );
  });
});
