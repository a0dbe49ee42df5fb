import { Chalk } from 'chalk';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/assessment.ts';
import { reportPretty } from '../../src/report/pretty.ts';
import { colourEscape, textWidth } from '../../src/terminal/width.ts';
import { faultySource, faultyTrip, finding, pamirSource, pamirTrip } from './fixture.ts';

const plain = new Chalk({ level: 0 });
const colour = new Chalk({ level: 1 });

const brief = (assessment: Assessment, more: { width?: number; source?: string; verbose?: boolean } = {}) =>
  reportPretty(assessment, { width: 80, chalk: plain, ...more });
const linesOf = (text: string) => text.trimEnd().split('\n');
/** The briefing with its line breaks taken out, for sentences that may wrap. */
const flat = (text: string) => text.replace(/\s+/g, ' ');
const section = (text: string, heading: string) => text.split('\n\n').find((part) => part.startsWith(heading)) ?? '';

const pamir = brief(pamirTrip, { source: pamirSource });
const faulty = brief(faultyTrip, { source: faultySource });

describe('the verdict', () => {
  test('stands in the first three lines: native words, level, authority, where', () => {
    const top = flat(linesOf(pamir).slice(0, 3).join(' '));
    expect(top).toContain('Canada: Avoid all travel (4 of 4)');
    expect(top).toContain('Australia: Do not travel (4 of 4)');
    expect(top).toContain('Days 3-9 (Kalai-Khumb to Langar)');
  });

  test('gives every other authority its own line, and says where there is no level', () => {
    expect(flat(pamir)).toContain('Germany Von Reisen wird abgeraten (3 of 4)');
    expect(flat(pamir)).toContain('United Kingdom No advice against travel (no level)');
  });

  test('is never calm about what it does not know', () => {
    const top = flat(linesOf(faulty).slice(0, 6).join(' '));
    expect(top).toContain('No level could be established');
    expect(top).toContain('The file has 3 errors');
    expect(top).toContain('Not checked: Iskandarkull and the way from Dushanbe to Iskandarkull');
  });

  test('says when it rests on a guess', () => {
    const stops = pamirTrip.stops.map((stop) => ({ ...stop, zones: [], advisories: [] }));
    const legs = pamirTrip.legs.map((leg) => ({
      ...leg,
      basis: 'guess' as const,
      advisories: leg.advisories!.map((advisory) => ({ ...advisory, confidence: 'possible' as const })),
    }));
    const guessed = flat(brief({ ...pamirTrip, stops, legs }));
    expect(guessed).toContain('This rests on a guessed way.');
    expect(guessed).toContain('All 8 ways are a straight-line guess');
  });
});

describe('the days', () => {
  test('name place, nights, height, border and highest level', () => {
    expect(pamir).toContain('Day 3, Mon 5 Jul: Kalai-Khumb, 1 night, 1,240 m, 0.3 km to Afghanistan, 4 of 4');
  });

  test('say how a way is known, and that a guess is one', () => {
    expect(pamir).toContain('278 km, about 8 h, up to 3,252 m, road map ±0.5 km');
    expect(pamir).toContain('131 km, up to 4,344 m, straight-line guess ±12 km, 4 of 4');
  });

  test('give kilometres inside, with the narrowest and the widest extent of an area', () => {
    expect(flat(pamir)).toContain('Afghan border 16 km (United States) to 42 km (Switzerland), km 236-278');
  });

  test('tell an area that holds for days once', () => {
    expect(section(pamir, 'What holds where')).toContain('Gorno-Badakhshan (GBAO): days 3-13; 1,309 km of the way');
    expect(section(pamir, 'Day by day').match(/GBAO/g)).toHaveLength(1);
  });

  test('count a place beside an edge as inside', () => {
    const [first, ...rest] = pamirTrip.stops;
    const near = [{ id: 'kg-border-uk', edgeKm: 1.2 }];
    const text = flat(brief({ ...pamirTrip, stops: [{ ...first, near }, ...rest] }));
    expect(text).toContain('Too close to call, count it as inside: Kyrgyz border (United Kingdom) (1.2 km away)');
  });

  test('leave no unknown stop or way without a word', () => {
    expect(flat(faulty)).toContain('Iskandarkull, passing through, place not known, so nothing here was checked');
    expect(flat(faulty)).toContain('length not known, way not known, advice not known');
  });
});

describe('the papers', () => {
  const papers = flat(section(pamir, 'Papers'));

  test('say what is missing and by when to apply, usual and worst', () => {
    expect(papers).toContain('GBAO permit: INCOMPLETE (needed, days 3-13). It does not list Ishkashim and Murghab.');
    expect(papers).toContain('Apply by 21 Jun 2027 (usual time); safer by 14 Jun 2027');
    expect(papers).toContain('Fee: 20 to 100 TJS per person.');
    expect(papers).toContain('sources disagree whether it is needed, day 12');
  });

  test('say that a day is past', () => {
    expect(flat(brief({ ...pamirTrip, asOf: '2027-06-22' }))).toContain('Apply by 21 Jun 2027, already past');
  });
});

describe('the faults', () => {
  test('frame every error where it is', () => {
    for (const { line, column, severity } of faultyTrip.findings) {
      if (severity === 'error') expect(faulty).toContain(`trips/pamir.yaml:${line}:${column}\n`);
    }
    const lines = linesOf(faulty);
    const framed = lines.findIndex((line) => line.includes('5 |   - { place: Iskandarkull'));
    expect(lines[framed + 1].indexOf('^')).toBe(lines[framed].indexOf('Iskandarkull'));
  });

  test('come with the help and the rule, errors before warnings', () => {
    expect(faulty).toContain('Help: Did you mean Iskanderkul?');
    expect(faulty.indexOf('[TJ102]')).toBeLessThan(faulty.indexOf('[TJ107]'));
  });

  test('say the same thing of several places once', () => {
    const told = {
      rule: 'TJ209',
      severity: 'warning',
      column: 5,
      subject: 'leg-1',
      message: 'The leg leaves',
    } as const;
    const findings = [8, 9, 10].map((line) => finding({ ...told, line, fingerprint: `${line}` }));
    const text = brief({ ...pamirTrip, findings }, { source: pamirSource });
    expect(text.match(/The leg leaves/g)).toHaveLength(1);
    expect(text).toContain('the same on line 9 and 10');
  });

  test('name what was silenced', () => {
    const findings = [{ ...pamirTrip.findings[0], suppressed: { reason: 'applied for', until: '2027-03-01' } }];
    const text = brief({ ...pamirTrip, findings }, { source: pamirSource });
    expect(text).toContain('Silenced in the file: 1 finding\n  [TJ402] until 1 Mar 2027: applied for.');
    expect(text).not.toContain('To mend');
  });

  test('cut a long tail and say so; verbose shows all', () => {
    const findings = Array.from({ length: 9 }, (_, index) =>
      finding({
        rule: 'TJ202',
        severity: 'warning',
        line: index + 1,
        column: 1,
        subject: 'file',
        message: `Fault ${index}.`,
      }),
    );
    const trip = { ...pamirTrip, findings };
    expect(brief(trip)).toContain('and 6 more warnings: --verbose');
    expect(brief(trip, { verbose: true })).toContain('Fault 8.');
  });
});

describe('the checklist', () => {
  test('has boxes to tick, by stage, the most important first', () => {
    const todo = section(pamir, 'What to do');
    expect(todo.match(/\[ \]/g)).toHaveLength(9);
    expect(todo.indexOf('Before booking')).toBeLessThan(todo.indexOf('On the road'));
    expect(todo).toContain('[ ] Keep to the road surface');
    expect(todo).toContain('and 6 more: --verbose');
  });

  test('ticks what is done', () => {
    expect(brief(pamirTrip, { verbose: true })).toContain('[x] By 19 Jun 2027: Carry a satellite phone');
  });
});

describe('the footing', () => {
  test('says what was not checked, in the reader’s words', () => {
    expect(flat(pamir)).toContain('- Visas: this version does not check visas.');
    expect(flat(pamir)).toContain('The way from Langar to Alichur: no road is known there');
  });

  test('marks stale sources, also those left out', () => {
    const sources = flat(section(pamir, 'Sources'));
    expect(sources).toContain('STALE since');
    expect(sources).toMatch(/\d+ more(, \d+ of them STALE)?: tajcheck sources/);
    expect(brief(pamirTrip, { verbose: true })).toContain('https://example.org/');
  });
});

describe('the last line', () => {
  const last = (assessment: Assessment) => linesOf(brief(assessment)).at(-1);
  const nothingOpen = { ...pamirTrip, findings: [], permits: [], checklist: [] };

  test('is the permit that runs out of time', () => {
    expect(last(pamirTrip)).toBe('Next: have the GBAO permit put right by 21 Jun 2027, better by 14 Jun 2027.');
  });

  test('is the first fault of a file that cannot be read', () => {
    expect(last(faultyTrip)).toBe('Next: fix line 5 of pamir.yaml: No place is called “Iskandarkull”');
  });

  test('is the weightiest thing to do where no paper is missing', () => {
    expect(last({ ...pamirTrip, findings: [], permits: [] })).toMatch(/^Next: by 3 May 2027: Buy insurance/);
  });

  test('does not ask where a place is that lies outside the data', () => {
    const [known, far] = faultyTrip.stops;
    const outside = { ...faultyTrip, findings: [], stops: [known, { ...far, lon: 72.8, lat: 40.5 }] };
    expect(last(outside)).not.toContain('say where');
    expect(flat(brief(outside))).toContain('outside the data, so nothing here was checked');
  });

  test('asks where an unknown place is', () => {
    expect(last({ ...faultyTrip, findings: [] })).toMatch(/^Next: say where “Iskandarkull” is/);
  });

  test('never says that all is well', () => {
    expect(last(nothingOpen)).toBe('Next: run this again a week before you leave and on the day: advice changes.');
  });
});

describe('on any terminal', () => {
  test.each([40, 60, 80, 120])('no line is longer than %i columns', (width) => {
    for (const verbose of [false, true]) {
      for (const [trip, source] of [
        [pamirTrip, pamirSource],
        [faultyTrip, faultySource],
      ] as const) {
        const text = reportPretty(trip, { width, chalk: colour, source, verbose });
        for (const line of linesOf(text)) expect(textWidth(line), line).toBeLessThanOrEqual(width);
      }
    }
  });

  test('colour says nothing that the words do not', () => {
    expect(pamir).not.toContain('\u001b');
    const coloured = reportPretty(pamirTrip, { width: 80, chalk: colour, source: pamirSource });
    expect(coloured).toContain('\u001b[');
    expect(coloured.replace(colourEscape, '')).toBe(pamir);
  });

  test('fits three screens', () => {
    expect(linesOf(pamir).length).toBeLessThan(145);
    expect(linesOf(brief(pamirTrip, { width: 120, source: pamirSource })).length).toBeLessThan(120);
  });

  test('no text from a file reaches it raw', () => {
    const hostile = fc.string({ unit: 'binary', maxLength: 40 });
    fc.assert(
      fc.property(hostile, hostile, hostile, (name, message, source) => {
        const [first, ...rest] = pamirTrip.stops;
        const text = brief(
          {
            ...pamirTrip,
            itinerary: { ...pamirTrip.itinerary, title: name, file: message },
            stops: [{ ...first, name }, ...rest],
            findings: [
              finding({
                rule: 'TJ101',
                severity: 'error',
                line: 1,
                column: 2,
                subject: 'file',
                message,
                file: message,
              }),
            ],
          },
          { source },
        );
        expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
      }),
      { numRuns: 60 },
    );
  });
});
