import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseItinerary } from '../../src/itinerary/parse.ts';
import { textUnder } from './text-under.ts';

const text = readFileSync('test/fixtures/itineraries/pamir-highway.yaml', 'utf8');
const { itinerary, findings } = parseItinerary(text);
const trip = itinerary!;

describe('a trip that uses every key', () => {
  test('has no findings', () => expect(findings).toEqual([]));

  test('keeps what the file says of the trip', () => {
    expect(trip).toMatchObject({ title: 'Pamir Highway in 12 days', start: '2027-07-03', travel: '4x4' });
    expect(trip.party).toMatchObject([
      { nationality: 'US', age: 41, count: 2 },
      { nationality: 'GB', age: null, count: 1 },
    ]);
    expect(trip.permits).toMatchObject([
      { id: 'permit-1', type: 'gbao', districts: ['darvoz', 'vanj'], from: '2027-07-01', to: '2027-08-10' },
    ]);
    expect(trip.visas).toMatchObject([{ nationality: 'US', type: 'e-visa', from: '2027-07-01', to: '2027-08-29' }]);
    expect(trip.mitigations.map(({ id }) => id)).toEqual(['medevac-insurance', 'satellite-phone']);
  });

  test('keeps the stops in order, longitude first', () => {
    const unsaid = { at: null, nights: 0, date: null, via: [], by: null, track: null };
    expect(trip.stops.map(({ span, spans, ...stop }) => stop)).toEqual([
      { ...unsaid, id: 'stop-1', place: 'Dushanbe', nights: 2 },
      { ...unsaid, id: 'stop-2', place: 'Kalai-Khumb' },
      { ...unsaid, id: 'stop-3', place: 'Khorog', nights: 2, via: ['Rushan', 'Vomar'], date: '2027-07-05' },
      {
        ...unsaid,
        id: 'stop-4',
        place: 'Homestay in Langar',
        at: [72.66, 37.03],
        nights: 1,
        by: 'foot',
        track: 'wakhan.gpx',
      },
      { ...unsaid, id: 'stop-5', place: 'Murghab', nights: 2, via: ['Alichur'] },
    ]);
  });

  test('marks every value in the file, without the comments and blank lines after it', () => {
    const under = (spans: Record<string, Parameters<typeof textUnder>[1]>) =>
      Object.fromEntries(Object.entries(spans).map(([key, span]) => [key, textUnder(text, span)]));
    expect(under(trip.stops[2].spans)).toEqual({
      place: 'Khorog', nights: '2', via: '[Rushan, Vomar]', 'via.0': 'Rushan', 'via.1': 'Vomar', date: '2027-07-05',
    }); // biome-ignore format: one stop, one line
    expect(under(trip.stops[1].spans)).toEqual({ place: 'Kalai-Khumb' });
    expect(textUnder(text, trip.stops[3].span)).toMatch(/^place: Homestay[^#]*track: wakhan\.gpx$/);
    expect(under(trip.permits[0].spans).districts).toBe('- darvoz\n      - vanj');
    expect(under(trip.spans)).toMatchObject({ tajcheck: '1', travel: '4x4' });
    expect(trip.stops[2].spans.place).toEqual({ line: 12, column: 14, endLine: 12, endColumn: 20 });
  });

  test('reads the same with Windows line ends', () => {
    expect(parseItinerary(text.replaceAll('\n', '\r\n'))).toEqual({ itinerary: trip, findings: [] });
  });
});

describe('small files', () => {
  test('bare names are enough', () => {
    const { itinerary, findings } = parseItinerary('stops: [Dushanbe, Khujand]');
    expect(findings).toEqual([]);
    expect(itinerary!.stops.map(({ place, nights }) => [place, nights])).toEqual([
      ['Dushanbe', 0],
      ['Khujand', 0],
    ]);
    expect(itinerary).toMatchObject({ title: null, start: null, party: [], travel: null, permits: [], visas: [] });
  });

  test('Norway is a country, and words that other YAML reads as dates or booleans stay text', () => {
    const { itinerary, findings } = parseItinerary('start: 2027-07-03\nparty: [{ nationality: NO }]\nstops: [yes]');
    expect(findings).toEqual([]);
    expect(itinerary).toMatchObject({ start: '2027-07-03', party: [{ nationality: 'NO' }], stops: [{ place: 'yes' }] });
  });

  test('an alias stands for what it names, with its own place in the file', () => {
    const text = 'stops:\n  - &home { place: Dushanbe, nights: 1 }\n  - Khorog\n  - *home\n';
    const { itinerary, findings } = parseItinerary(text);
    expect(findings).toEqual([]);
    expect(itinerary!.stops[2]).toMatchObject({ place: 'Dushanbe', nights: 1, span: { line: 4, column: 5 } });
  });
});

describe('what cannot be read counts as unknown, not as fine', () => {
  const read = (text: string) => parseItinerary(text).itinerary!;

  test('a stop without a readable place stays in the list', () => {
    expect(read('stops: [Dushanbe, { nights: 1 }, Khorog]').stops.map(({ place }) => place)).toEqual([
      'Dushanbe',
      '',
      'Khorog',
    ]);
  });

  test('an unreadable place on the way stays on the way', () => {
    expect(read('stops: [Dushanbe, { place: Khorog, via: [7, Rushan] }]').stops[1].via).toEqual(['', 'Rushan']);
    expect(read('stops: [Dushanbe, { place: Khorog, via: { a: b } }]').stops[1].via).toEqual(['']);
  });

  test.each(['nights: two', 'nigths: 2', 'date: 2027-02-30', 'nights: 1, nights: 2'])(
    '%s leaves no day certain',
    (key) => {
      const { start, stops } = read(
        `start: 2027-07-03\nstops: [{ place: Dushanbe, date: 2027-07-03 }, { place: Khorog, ${key} }]`,
      );
      expect([start, ...stops.map(({ date }) => date)]).toEqual([null, null, null]);
    },
  );

  test('other faults leave the dates', () => {
    expect(read('start: 2027-07-03\nstops: [{ place: Dushanbe, by: jeep }]').start).toBe('2027-07-03');
  });

  test.each(['from: 2027-13-01', 'districts: [darvoz, 7]', 'too: 2027-08-01', 'from: 2027-08-02, to: 2027-08-01', 'type: gbao'])(
    'a permit with %s is not held', (key) => {
      expect(read(`permits: [{ type: gbao, ${key} }, { type: zorkul }]\nstops: [Murghab]`).permits).toMatchObject([
        { id: 'permit-2', type: 'zorkul', districts: null },
      ]);
    },
  ); // biome-ignore format: the table first

  test('a visa with a fault is not held, a traveller with one still travels', () => {
    const { visas, party } = read(
      'visas: [{ nationality: XX, type: e-visa }]\nparty: [{ nationality: Mars }]\nstops: [Murghab]',
    );
    expect(visas).toEqual([]);
    expect(party).toMatchObject([{ nationality: '', age: null, count: 1 }]);
  });

  test('an unreadable way of travel is not taken for a flight', () => {
    expect(read('travel: air\nstops: [Dushanbe, { place: Khorog, by: jeep }]').stops[1].by).toBe('4x4');
  });

  test.each(['stops: []', 'stops: Dushanbe', 'stops:', 'stops: [{ nights: 1 }]', 'title: x', 'stops: [a]\nstops: [b]',
    'tajcheck: 2\nstops: [Dushanbe]', '- Dushanbe', 'Dushanbe', '# nothing', '', 'stops: [Dushanbe', 'null'])(
    '%j is no itinerary', (text) => {
      const { itinerary, findings } = parseItinerary(text);
      expect(itinerary).toBeNull();
      expect(findings.length).toBeGreaterThan(0);
    },
  ); // biome-ignore format: the table first
});
