import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import type { Assessment, CalendarEvent } from '../../src/assessment.ts';
import { addDays } from '../../src/dates.ts';
import { reportIcs } from '../../src/report/ics.ts';
import { pamirTrip } from './fixture.ts';

const file = reportIcs(pamirTrip);

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
    const [event] = eventsIn(reportIcs(withCalendar({ ...one, sources: [source.id] })));
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

  test('rings a week and a day before a deadline that is not past, and for nothing else', () => {
    const bells = (events: ICAL.Component[]) =>
      events.map((event) =>
        event.getAllSubcomponents('valarm').map((alarm) => String(alarm.getFirstPropertyValue('trigger'))),
      );
    expect(bells(eventsIn(file))).toEqual(
      pamirTrip.calendar.map(({ kind }) => (/apply|register/.test(kind) ? ['-P7D', '-P1D'] : [])),
    );
    expect(bells(eventsIn(reportIcs(withCalendar({ ...one, daysLeft: -1 }))))).toEqual([[]]);
  });

  test('is the same in every run, and a later one replaces it event by event', () => {
    expect(reportIcs(pamirTrip)).toBe(file);
    const later = eventsIn(reportIcs({ ...pamirTrip, asOf: '2026-11-23' }));
    const uids = (events: ICAL.Component[]) => events.map((event) => event.getFirstPropertyValue('uid'));
    expect(uids(later)).toEqual(uids(eventsIn(file)));
    expect(new Set(uids(later)).size).toBe(pamirTrip.calendar.length);
    const version = (events: ICAL.Component[]) => Number(events[0].getFirstPropertyValue('sequence'));
    expect(version(later)).toBe(version(eventsIn(file)) + 1);
    expect(String(later[0].getFirstPropertyValue('dtstamp'))).toBe('2026-11-23T00:00:00Z');
  });

  test('does not mix two trips in one calendar', () => {
    const other = { ...pamirTrip, itinerary: { ...pamirTrip.itinerary, title: 'Another' } };
    expect(eventsIn(reportIcs(other))[0].getFirstPropertyValue('uid')).not.toBe(
      eventsIn(file)[0].getFirstPropertyValue('uid'),
    );
  });

  test('keeps the day on every machine', () => {
    const zone = process.env.TZ;
    try {
      for (const name of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Dushanbe']) {
        process.env.TZ = name;
        expect(reportIcs(pamirTrip), name).toBe(file);
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  test('has no event and is still a calendar where nothing has a day', () => {
    const empty = read(reportIcs(withCalendar()));
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
        const written = reportIcs({ ...withCalendar({ ...one, text, why }, pamirTrip.calendar[1]), itinerary });
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
