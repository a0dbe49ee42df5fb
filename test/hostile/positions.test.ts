/** Each text in every place of an itinerary that is otherwise whole, through everything that is drawn or carried along. */
import { DOMParser } from '@xmldom/xmldom';
import { Chalk } from 'chalk';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import type { DrawnTrip } from '../../src/drawing/drawn-trip.ts';
import { drawSvg } from '../../src/map/draw-svg.ts';
import { makeScene } from '../../src/map/make-scene.ts';
import { makeProfile } from '../../src/profile/profile.ts';
import { drawProfile } from '../../src/profile/profile-svg.ts';
import { reportIcs } from '../../src/report/ics.ts';
import { reportKml } from '../../src/report/kml.ts';
import { reportMarkdown } from '../../src/report/markdown.ts';
import { reportPretty } from '../../src/report/pretty.ts';
import { reportSheet } from '../../src/report/sheet.ts';
import { reportTripGeojson } from '../../src/report/trip-geojson.ts';
import { reportTripGpx } from '../../src/report/trip-gpx.ts';
import { drawTrip } from '../report/export/drawn.ts';
import { actsInLog, renderMarkdown } from './judges.ts';
import { hostileStrings } from './strings.ts';

const at = { lat: 37.6, lon: 71.6 };
const khorog = { place: 'Khorog', nights: 1 };

/** A whole trip with the text in every place whose text is free. */
const trip = (text: string): object => ({
  title: text,
  start: '2027-07-03',
  party: [{ nationality: 'US', name: text }],
  checkIn: { at: '20:00', with: text, phone: text },
  travel: '4x4',
  stops: [khorog, { place: text, at, nights: 1 }, { place: `${text} unknown`, nights: 1 }],
});

const writers: Readonly<Record<string, (trip: DrawnTrip) => string>> = {
  pretty: ({ assessment, knowledge }) =>
    reportPretty(assessment, { width: 80, chalk: new Chalk({ level: 0 }), knowledge, verbose: true }),
  sheet: ({ assessment }) => reportSheet(assessment),
  markdown: ({ assessment }) => reportMarkdown(assessment),
  ics: ({ assessment }) => reportIcs(assessment, { writtenAt: new Date('2026-11-22T08:00:00Z') }),
  geojson: reportTripGeojson,
  kml: reportKml,
  gpx: reportTripGpx,
  map: (trip) =>
    drawSvg(makeScene(trip, { lakes: [], rivers: [], attribution: [] }), {
      width: 900,
      theme: 'light',
      title: trip.assessment.itinerary.title,
    }),
  profile: (trip) => drawProfile(makeProfile(trip), { width: 900 }),
};

/** What each is made of when its texts are harmless; another text must not add to it. */
const shapes: Readonly<Record<string, (printed: string) => unknown>> = {
  markdown: (printed) => {
    const { tags, links } = renderMarkdown(printed);
    // How many there are is up to the faults that are found; a `key:` of the file is code.
    return [...new Set([...tags.filter((tag) => !/^\/?(br|code)$/.test(tag)), ...links])].sort();
  },
  ics: (printed) => {
    const events = new ICAL.Component(ICAL.parse(printed)).getAllSubcomponents('vevent');
    return events.map((event) => event.getAllProperties().map(({ name }) => name));
  },
  geojson: (printed) =>
    JSON.parse(printed).features.map(({ properties }: { properties: object }) => Object.keys(properties)),
  kml: tagsIn,
  gpx: tagsIn,
  map: tagsIn,
  profile: tagsIn,
};

/** Names of the elements and of their attributes. */
function tagsIn(printed: string): string[] {
  if (printed === '') return [];
  const onError = (level: string, message: string) => {
    if (level !== 'warning') throw new Error(message);
  };
  const all = [...new DOMParser({ onError }).parseFromString(printed, 'text/xml').getElementsByTagName('*')];
  return [...new Set(all.flatMap((tag) => [tag.tagName, ...[...tag.attributes].map(({ name }) => `@${name}`)]))].sort();
}

describe('each text', async () => {
  const draw = (text: string) => drawTrip(JSON.stringify(trip(text)));
  const calm = await draw('Nowhereville');
  const wanted = Object.fromEntries(Object.keys(shapes).map((name) => [name, shapes[name](writers[name](calm))]));

  test.each(hostileStrings)('%j', async (text) => {
    const drawn = await draw(text);
    for (const [name, write] of Object.entries(writers)) {
      const printed = write(drawn);
      expect(actsInLog(printed).slice(0, 3), name).toEqual([]);
      if (shapes[name]) expect(shapes[name](printed), name).toEqual(wanted[name]);
    }
  });
});

test('who travels and who is called is on the sheet, and on nothing that may be passed on', async () => {
  const secret = { party: [{ nationality: 'US', name: 'Ann Secret' }] };
  const agreed = { checkIn: { at: '20:00', with: 'Carol Secret', phone: '+44 1632 960123', lateHours: 12 } };
  const drawn = await drawTrip(JSON.stringify({ ...trip('A way'), ...secret, ...agreed }));
  const has = (word: string) => Object.keys(writers).filter((name) => unfold(writers[name](drawn)).includes(word));
  expect(has('Ann Secret')).toEqual(['sheet']);
  expect(has('Carol Secret')).toEqual(['sheet', 'ics']);
  expect(has('960123')).toEqual(['sheet']);
});

/** Blanks that keep words together, and lines that are folded. */
const unfold = (printed: string): string => printed.replace(/\r\n /g, '').replace(/\s+/g, ' ');
