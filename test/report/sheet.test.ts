import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { reportSheet } from '../../src/report/sheet.ts';
import { BLANK, sheetRows } from '../../src/report/sheet-rows.ts';
import { textWidth } from '../../src/terminal/width.ts';
import { hostileStrings } from '../hostile/strings.ts';
import { assessText } from '../trip.ts';

const trip = `title: Two weeks
start: 2027-07-03
party:
  - { name: Ann Example, nationality: US, age: 41, passport: { expires: 2031-05-20 } }
  - { nationality: DE, count: 2, passport: { kind: service } }
checkIn: { at: 20:00, with: Carol Example, phone: "+44 1632 960123", lateHours: 12 }
travel: 4x4
stops:
  - { place: Dushanbe, nights: 2 }
  - { place: Khorog, nights: 1 }
  - Rushan
  - { place: Murghab, nights: 3 }
`;

/** A page of A4 in a fixed-width face. */
function expectPage(sheet: string): void {
  const lines = sheet.trimEnd().split('\n');
  expect(lines.length).toBeLessThanOrEqual(60);
  expect(lines.filter((line) => textWidth(line) > 78)).toEqual([]);
}

describe('what is in the file', async () => {
  const sheet = reportSheet(await assessText(trip));
  const flat = sheet.replace(/\s+/g, ' ');

  test('fits a page', () => expectPage(sheet));

  test('who travels, with passport and age, and a blank for what is not said', () => {
    expect(flat).toContain('Ann Example; US passport, valid to 20 May 2031, age 41');
    expect(flat).toContain(`2 people ${BLANK}; DE passport (service), valid to ${BLANK}, age ${BLANK}`);
  });

  test('every night with day, place, coordinates and height; a stop passed through is no night', () => {
    expect(sheet).toMatch(/^Sat 3 Jul, 2 nights +Dushanbe; 38\.\d{4}, 68\.\d{4}, \d+ m$/m);
    expect(sheet).toMatch(/^Mon 5 Jul +Khorog; 37\.\d{4}, 71\.\d{4}, 2,\d{3} m$/m);
    expect(sheet).toMatch(/^Tue 6 Jul, 3 nights +Murghab; /m);
    expect(sheet).not.toMatch(/Rushan; /);
    expect(flat).toContain('Dushanbe > Khorog > Rushan > Murghab');
  });

  test('when they call, whom, and after how long help is called', () => {
    expect(flat).toContain(`Every day at 20:00 their local time`);
    expect(flat).toContain('To Carol Example phone: +44 1632 960123');
    expect(flat).toContain('FOR 12 HOURS AFTER THAT');
    expect(flat).toMatch(/Also on arrival in Khorog \(Mon 5 Jul\)/);
  });

  test('whom to call, in order: themselves, the own government, then who comes; without a number a blank', () => {
    const order = [
      '1. Themselves',
      'US Embassy Dushanbe: +992 37 229 2000',
      `For DE embassy or ministry at home: ${BLANK}`,
      'Dialled there only Ambulance: 103',
    ];
    const places = order.map((words) => flat.indexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(flat).not.toContain('London');
  });
});

test('without a party, dates and a known place there are blanks, and nothing is made up', async () => {
  const sheet = reportSheet(await assessText('stops: [{ place: Atlantis, nights: 2 }, Khorog]\n'));
  expectPage(sheet);
  expect(sheet.replace(/\s+/g, ' ')).toContain(
    `Atlantis; place not known to tajcheck, where: ${BLANK}, height not known`,
  );
  expect(sheet).toContain(`Nights 1 to 2`);
  expect(sheet).toContain(`NOTHING IS HEARD FOR ${BLANK} HOURS`);
  expect(sheet).toMatch(new RegExp(`^Every day at +${BLANK} `, 'm'));
});

test('of a long trip the page says how many stops are left out, and from which day on', async () => {
  const stops = Array.from({ length: 40 }, (_, at) => ({ place: ['Dushanbe', 'Kulob', 'Khorog'][at % 3], nights: 1 }));
  const assessment = await assessText(stringify({ start: '2027-05-01', stops }));
  const sheet = reportSheet(assessment);
  expectPage(sheet);
  const shown = sheet.match(/^\w{3} \d+ \w{3} +\w+; /gm)!.length;
  const [, left, from] = /and (\d+) more stops, from “(.+?)” on/.exec(sheet)!;
  expect(shown + Number(left)).toBe(40);
  const { rows } = sheetRows(assessment).find(({ id }) => id === 'nights')!;
  expect(rows).toHaveLength(40);
  expect(rows[shown].label.replaceAll('\u00a0', ' ')).toBe(from);
});

test('whatever is written, it is a page, holds nothing hidden, and says what it leaves out', async () => {
  const text = fc.oneof(fc.constantFrom(...hostileStrings), fc.string({ unit: 'grapheme', maxLength: 200 }));
  const assessment = await assessText(trip);
  const [first] = assessment.stops;
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 120 }), text, (names, phone) => {
      const sheet = reportSheet({
        ...assessment,
        itinerary: { ...assessment.itinerary, title: names[0] },
        stops: names.map((name) => ({ ...first, name })),
        party: names.map((name, at) => ({ ...assessment.party[0], id: `party-${at + 1}`, name })),
        checkIn: { at: '20:00', with: names[0], phone, lateHours: 12 },
      });
      expectPage(sheet);
      expect(sheet).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u);
      const told = sheet.match(/^(\w{3}\s\d+\s\w{3}, )/gm)?.length ?? 0;
      const left = Number(/and (\d+) more stops/.exec(sheet)?.[1] ?? 0);
      expect(told + left).toBe(names.length);
    }),
    { numRuns: 60 },
  );
});

test('the briefing of the example fits a page whole', async () => {
  const sheet = reportSheet(await assessText(readFileSync('examples/pamir-highway.yaml', 'utf8')));
  expectPage(sheet);
  expect(sheet).not.toMatch(/ more| …/);
});
