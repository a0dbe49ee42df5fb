import { describe, expect, test } from 'vitest';
import { formatItineraryFinding } from '../../src/itinerary/message.ts';
import { parseItinerary } from '../../src/itinerary/parse.ts';
import { itineraryRules } from '../../src/itinerary/rules.ts';
import { textUnder } from './text-under.ts';

/** A file, the one finding it must give: rule, subject, `line:column`, underlined text, message. */
type Case = readonly [text: string, rule: string, subject: string, at: string, under: string, message: RegExp];

const withStop = (stop: string): string => `stops:\n  - Dushanbe\n  - { place: Khorog, ${stop} }\n`;
const withTop = (top: string): string => `${top}\nstops: [Dushanbe]\n`;

const fires: readonly Case[] = [
  ['stops:\n\t- Dushanbe\n', 'TJ101', 'file', '2:1', '\t', /tab/],
  ['stops: [Dushanbe\n', 'TJ101', 'file', '2:1', '', /bracket/],
  ['title: a: b\nstops: [x]\n', 'TJ101', 'file', '1:8', 'a', /colon/],
  ['stops: ["\\q"]\n', 'TJ101', 'file', '1:10', '\\', /backslash/],
  ['stops: [*gone]\n', 'TJ101', 'file', '1:9', '*gone', /alias/],
  ['stops: [a]\n---\nstops: [b]\n', 'TJ101', 'file', '2:1', '-', /more than one document/],
  ['stops: !secret [a]\n', 'TJ101', 'file', '1:8', '!secret', /tag/],

  ['title: x\n', 'TJ102', 'file', '1:1', 't', /`stops` is missing.*list of at least one stop/],
  ['stops: []\n', 'TJ102', 'file', '1:8', '[]', /list of at least one stop, not an empty list/],
  ['stops: Dushanbe\n', 'TJ102', 'file', '1:8', 'Dushanbe', /not the text "Dushanbe"/],
  ['stops:\n', 'TJ102', 'file', '1:1', 'stops', /not nothing/],
  ['- Dushanbe\n', 'TJ102', 'file', '1:1', '- Dushanbe', /The itinerary must be keys.*not this list/],
  [
    'stops:\n  - Dushanbe\n  - 7\n',
    'TJ102',
    'stop-2',
    '3:5',
    '7',
    /A stop must be the name of a place.*not the number 7/,
  ],
  ['stops:\n  - Dushanbe\n  - nights: 2\n', 'TJ102', 'stop-2', '3:5', 'nights: 2', /`place` is missing/],
  ['stops:\n  - Dushanbe\n  -\n', 'TJ102', 'stop-2', '3:4', '', /not nothing/],
  ['stops:\n  - place: " "\n  - Khorog\n', 'TJ102', 'stop-1', '2:12', '" "', /not nothing/],
  ['stops:\n  - place: 7\n  - Khorog\n', 'TJ102', 'stop-1', '2:12', '7', /in quotes/],
  [
    withStop('nights: two'),
    'TJ102',
    'stop-2',
    '3:30',
    'two',
    /whole number of nights from 0 to 365, not the text "two"/,
  ],
  [withStop('nights: -1'), 'TJ102', 'stop-2', '3:30', '-1', /not the number -1/],
  [withStop('nights: 1.5'), 'TJ102', 'stop-2', '3:30', '1.5', /1\.5/],
  [withStop('nights:'), 'TJ102', 'stop-2', '3:22', 'nights', /not nothing/],
  [withStop('date: soon'), 'TJ102', 'stop-2', '3:28', 'soon', /date such as/],
  [withStop('date: 2027-7-3'), 'TJ102', 'stop-2', '3:28', '2027-7-3', /date such as/],
  [withStop('by: bcycle'), 'TJ102', 'stop-2', '3:26', 'bcycle', /one of 4x4.*`bicycle`/],
  [withStop('via: [Rushan, true]'), 'TJ102', 'stop-2', '3:36', 'true', /yes or no/],
  [withStop('at: [37.03, 72.66]'), 'TJ102', 'stop-2', '3:26', '[37.03, 72.66]', /by name/],
  [withStop('at: { lat: 37.03 }'), 'TJ102', 'stop-2', '3:26', '{ lat: 37.03 }', /`lon` is missing/],
  [withStop('at: { lat: "37", lon: 72 }'), 'TJ102', 'stop-2', '3:33', '"37"', /latitude.*the text "37"/],
  [withTop('party: [{ nationality: UK }]'), 'TJ102', 'party-1', '1:24', 'UK', /Did you mean `GB`/],
  [withTop('party: [{ nationality: XX }]'), 'TJ102', 'party-1', '1:24', 'XX', /country code/],
  [withTop('party: [{ age: 41 }]'), 'TJ102', 'party-1', '1:9', '{ age: 41 }', /`nationality` is missing/],
  [withTop('party: [{ nationality: GB, age: 200 }]'), 'TJ102', 'party-1', '1:33', '200', /0 to 120/],
  [withTop('party: [{ nationality: GB, count: 0 }]'), 'TJ102', 'party-1', '1:35', '0', /1 to 500/],
  [withTop('permits: [gbao]'), 'TJ102', 'permit-1', '1:11', 'gbao', /A permit must be keys such as/],
  [
    withTop('permits: [{ from: 2027-07-01 }]'),
    'TJ102',
    'permit-1',
    '1:11',
    '{ from: 2027-07-01 }',
    /`type` is missing/,
  ],
  [withTop('visas: [{ nationality: GB }]'), 'TJ102', 'visa-1', '1:9', '{ nationality: GB }', /`type` is missing/],
  [withTop('mitigations: satellite-phone'), 'TJ102', 'file', '1:14', 'satellite-phone', /a list/],
  [withTop('tajcheck: 2'), 'TJ102', 'file', '1:11', '2', /must be 1/],
  [withTop('travel: rocket'), 'TJ102', 'file', '1:9', 'rocket', /one of 4x4/],

  [withTop('strat: 2027-07-03'), 'TJ103', 'file', '1:1', 'strat', /not known in the itinerary.*`start`/],
  [withTop('weather: fine'), 'TJ103', 'file', '1:1', 'weather', /Known keys: tajcheck, title/],
  [withStop('nigths: 2'), 'TJ103', 'stop-2', '3:22', 'nigths', /`nights`/],
  [withStop('at: { latitude: 37, lat: 37, lon: 72 }'), 'TJ103', 'stop-2', '3:28', 'latitude', /`lat`/],
  [withTop('permits: [{ type: gbao, distrits: [vanj] }]'), 'TJ103', 'permit-1', '1:25', 'distrits', /`districts`/],

  [withStop('nights: 1, nights: 2'), 'TJ104', 'stop-2', '3:33', 'nights', /line 3/],
  ['stops: [a]\ntitle: x\nstops: [b]\n', 'TJ104', 'file', '3:1', 'stops', /line 1/],

  [withTop('start: 2027-02-30'), 'TJ105', 'file', '1:8', '2027-02-30', /does not exist/],
  [withTop('start: 2027-00-10'), 'TJ105', 'file', '1:8', '2027-00-10', /does not exist/],
  [withTop('start: 2100-02-29'), 'TJ105', 'file', '1:8', '2100-02-29', /does not exist/],
  [withTop('start: 0027-07-03'), 'TJ105', 'file', '1:8', '0027-07-03', /1900 to 2199/],
  [
    withTop('permits: [{ type: gbao, from: 2027-08-10, to: 2027-07-01 }]'),
    'TJ105',
    'permit-1',
    '1:47',
    '2027-07-01',
    /before `from`, 2027-08-10/,
  ],
  [
    withTop('visas: [{ nationality: GB, type: e-visa, from: 2027-08-10, to: 2027-08-09 }]'),
    'TJ105',
    'visa-1',
    '1:64',
    '2027-08-09',
    /before/,
  ],

  [withStop('at: { lat: 97.03, lon: 12.66 }'), 'TJ106', 'stop-2', '3:33', '97.03', /97\.03.*-90 to 90/],
  [withStop('at: { lat: 37.03, lon: 720.66 }'), 'TJ106', 'stop-2', '3:45', '720.66', /-180 to 180/],
  [withStop('at: { lat: .nan, lon: 72.66 }'), 'TJ106', 'stop-2', '3:33', '.nan', /NaN/],
  [withStop('at: { lat: 37.03, lon: .inf }'), 'TJ106', 'stop-2', '3:45', '.inf', /Infinity/],

  [
    withStop('at: { lat: 72.66, lon: 37.03 }'),
    'TJ107',
    'stop-2',
    '3:26',
    '{ lat: 72.66, lon: 37.03 }',
    /write \{ lat: 37\.03, lon: 72\.66 \}/,
  ],

  ['stops: ["Khorog\\e[2J", Rushan]\n', 'TJ110', 'stop-1', '1:9', '"Khorog\\e[2J"', /<U\+001B>.*Khorog<U\+001B>\[2J/],
  ['stops: ["a\\u202Eb", Rushan]\n', 'TJ110', 'stop-1', '1:9', '"a\\u202Eb"', /<U\+202E>/],
  ['stops: ["a\\nb", Rushan]\n', 'TJ110', 'stop-1', '1:9', '"a\\nb"', /<U\+000A>/],
  ['stops: ["a\\ud800b", Rushan]\n', 'TJ110', 'stop-1', '1:9', '"a\\ud800b"', /<U\+D800>/],
  ['stops: [a\u200bb, Rushan]\n', 'TJ110', 'stop-1', '1:9', 'a\u200bb', /a<U\+200B>b/],
  ['stops: [Rushan] # fine\u202e\n', 'TJ110', 'file', '1:23', '\u202e', /This line hides.*<U\+202E>/],

  [withTop(`title: ${'x'.repeat(201)}`), 'TJ111', 'file', '1:8', 'x'.repeat(201), /longer than 200/],
  [`stops: [${'a,'.repeat(501)}]\n`, 'TJ111', 'file', '1:8', `[${'a,'.repeat(501)}]`, /more than 500 entries/],
];

describe.each(itineraryRules.map(({ id }) => id).filter((id) => id !== 'TJ108'))('%s', (id) => {
  const own = fires.filter(([, rule]) => rule === id);

  test.each(own)('fires on %j', (text, rule, subject, at, under, message) => {
    const { findings } = parseItinerary(text);
    const told = findings.filter((finding) => finding.rule === rule);
    expect(findings.map((finding) => finding.rule)).toEqual([rule]);
    expect(told[0]).toMatchObject({ severity: 'error', confidence: 'certain', subject, sources: [] });
    expect(`${told[0].span!.line}:${told[0].span!.column}`).toBe(at);
    expect(textUnder(text, told[0].span)).toBe(under);
    expect(formatItineraryFinding(told[0])).toMatch(message);
  });

  test('has a case', () => expect(own.length).toBeGreaterThan(0));
});

describe('stays silent', () => {
  test.each([
    ['TJ101', '%YAML 1.2\n---\nstops: [Dushanbe]\n'],
    ['TJ102', withStop('nights: 0')],
    ['TJ102', withStop('nights: 365, date: 2028-02-29, by: air, via: Rushan, track: a.gpx')],
    ['TJ103', '# strat: a comment is free\nstops: [Dushanbe]\n'],
    ['TJ104', 'stops: [{ place: Dushanbe, nights: 1 }, { place: Khorog, nights: 1 }]\n'],
    ['TJ105', withTop('start: 2028-02-29')],
    ['TJ105', withTop('permits: [{ type: gbao, from: 2027-07-01, to: 2027-07-01 }]')],
    ['TJ106', withStop('at: { lat: -90, lon: 180 }')],
    ['TJ107', withStop('at: { lat: 37.03, lon: 72.66 }')],
    ['TJ107', withStop('at: { lat: 51.5, lon: -0.12 }')],
    ['TJ110', 'title: "فارسی\u200cزبان"\nstops: [Мурғоб, Qal’ai Khumb, 杜尚别]\n# tabs\tin comments\n'],
    ['TJ111', `stops: [${'a,'.repeat(500)}]\n`],
  ])('%s on %j', (_rule, text) => {
    expect(parseItinerary(text).findings).toEqual([]);
  });
});

test('every fault of a file is told, in the file’s order', () => {
  const { findings } = parseItinerary(
    'strat: 2027\nstops:\n  - { place: 7, nights: x }\n  - { nigths: 1, place: a }\ntravel: cr\n',
  );
  expect(findings.map(({ rule, span }) => `${rule} ${span!.line}`)).toEqual([
    'TJ103 1',
    'TJ102 3',
    'TJ102 3',
    'TJ103 4',
    'TJ102 5',
  ]);
});

test('a point is only swapped with respect to the region that is asked about', () => {
  const text = withStop('at: { lat: 72.66, lon: 37.03 }');
  expect(parseItinerary(text, [0, 0, 1, 1]).findings).toEqual([]);
});
