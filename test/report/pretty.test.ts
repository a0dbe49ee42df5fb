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
  test('stands in the first three lines: authority, native words, level, days, where, date', () => {
    const top = flat(linesOf(pamir).slice(0, 4).join(' '));
    expect(top).toContain('Canada Avoid all travel (4 of 4), days 3-9, 13 (Kalai-Khumb to Alichur, Khorog)');
    expect(top).toContain('Within 10 km of the Afghan border, 29 Jul 2026');
  });

  test('gives every authority its own line, highest first, and says where there is no level', () => {
    const order = ['Canada  ', 'Australia  ', 'United States  ', 'United Kingdom  '].map((name) => pamir.indexOf(name));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(flat(pamir)).toContain('Germany Von Reisen wird abgeraten (3 of 4), days 3-9, 13');
    expect(flat(pamir)).toContain('United Kingdom No advice against travel (no level)');
  });

  test('tells the days of each authority, and those that only lie near the edge', () => {
    const legs = pamirTrip.legs.map((leg) => ({
      ...leg,
      advisories: leg.advisories!.map((advisory) =>
        leg.id === 'leg-8' && advisory.authority !== 'ca-gac'
          ? { ...advisory, confidence: 'likely' as const }
          : advisory,
      ),
    }));
    const stops = pamirTrip.stops.map((stop) => (stop.id === 'stop-9' ? { ...stop, zones: [], advisories: [] } : stop));
    const text = flat(brief({ ...pamirTrip, legs, stops }));
    expect(text).toContain('Canada Avoid all travel (4 of 4), days 3-9, 13 (Kalai-Khumb to Alichur, Khorog)');
    expect(text).toContain('Australia Do not travel (4 of 4), days 3-9 (near the edge 13)');
  });

  test('says of a round trip that it comes back', () => {
    const stops = pamirTrip.stops.filter(({ id }) => id !== 'stop-1' && Number(id.slice(5)) <= 5);
    const legs = pamirTrip.legs.slice(1, 4);
    const loop = stops.map((stop, at) => (at === stops.length - 1 ? { ...stop, name: stops[0].name } : stop));
    expect(flat(brief({ ...pamirTrip, stops: loop, legs }))).toContain('all days (Kalai-Khumb and back)');
  });

  test('marks advice whose source is past its review', () => {
    const sources = pamirTrip.sources.map((source) => ({ ...source, id: 'ca-gac-2026-07-29', stale: true }));
    expect(flat(brief({ ...pamirTrip, sources }))).toContain('29 Jul 2026 (STALE)');
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
    expect(guessed).toContain('Avoid all travel (4 of 4), perhaps days 3-4, 6-7, 9, 13');
    expect(guessed).toContain('All 8 ways are a straight-line guess');
    expect(guessed).toContain('Kalai-Khumb, 1,240 m (+434), 0.3 km to Afghanistan, no level');
    expect(guessed).toContain('4 of 4 (perhaps)');
  });
});

describe('the areas', () => {
  const areas = flat(section(pamir, 'What holds where'));

  test('say how their edges came about in one line', () => {
    expect(areas).toContain('Edges: stated (Canada), worked out (United States), none from 6: drawn at 20 ±10 km.');
    expect(areas.match(/Edges/g)).toHaveLength(1);
  });

  test('give each extent its own kilometres', () => {
    expect(areas).toContain('Afghan border, days 3-9, 13: 553 km (United States), 570 km (Canada), 626 km (6 others)');
  });

  test('repeat no words that the first lines gave', () => {
    expect(areas).toContain('3 of 4: United States and New Zealand, as above; Canada: Avoid non-essential travel');
  });

  test('quote who gives no level where another says not to go', () => {
    expect(areas).toContain('United Kingdom, no level: Words of its own.');
  });

  test('name mined land with days, kilometres and who reports it', () => {
    expect(areas).toContain('Mines reported, without a level: - Mined ground along the Afghan border');
    expect(areas).toContain('days 3-9, 13: 524 km, by United States');
  });
});

describe('the days', () => {
  test('name place, height, border and highest level', () => {
    expect(pamir).toContain('Day 3, Mon 5 Jul: Kalai-Khumb, 1,240 m (+434), 0.3 km to Afghanistan, 4 of 4');
  });

  test('say how a way is known, and that a guess is one', () => {
    expect(flat(pamir)).toContain('4x4, 278 km by road, about 8 h, up to 3,252 m (Khaburabot pass).');
    expect(flat(pamir)).toContain('131 km in a straight line, a guess ±12 km, 4 of 4.');
  });

  test('say once that all kilometres are those of the traveller’s tracks', () => {
    const legs = pamirTrip.legs.map((leg) => ({ ...leg, basis: 'track' as const, corridorKm: 0 }));
    const text = brief({ ...pamirTrip, legs });
    expect(flat(text)).toContain('(4x4, km by your track)');
    expect(flat(text)).toContain('4 of 4; the way there 278 km, about 8 h');
    expect(text.match(/by your track/g)).toHaveLength(1);
  });

  test('give kilometres inside for each extent, and count overlapping mined land once', () => {
    expect(flat(pamir)).toContain(
      'Afghan border 16 km (United States), 20 km (Canada), 42 km (6 others), from km 236.',
    );
    expect(flat(pamir)).toContain('Mines reported on 10 km.');
  });

  test('tell an area that holds for days once', () => {
    expect(section(pamir, 'What holds where')).toContain('Gorno-Badakhshan (GBAO), days 3-13: 1,309 km');
    expect(section(pamir, 'Day by day').match(/GBAO/g)).toHaveLength(1);
  });

  test('say that the level of a place is only that of an edge', () => {
    const [first, ...rest] = pamirTrip.stops;
    const [advisory] = pamirTrip.stops[1].advisories!.filter(({ level }) => level === 4);
    const advisories = [...first.advisories!, { ...advisory, confidence: 'likely' as const }];
    const text = flat(brief({ ...pamirTrip, stops: [{ ...first, advisories }, ...rest] }));
    expect(text).toContain('Dushanbe, 806 m, 4 of 4 (near the edge)');
  });

  test('count mined land beside a place as inside', () => {
    const [first, ...rest] = pamirTrip.stops;
    const near = [{ id: 'mines-af-border', edgeKm: 1.2 }];
    const text = flat(brief({ ...pamirTrip, stops: [{ ...first, near }, ...rest] }));
    expect(text).toContain('Mines reported 1.2 km from Dushanbe: count it as inside.');
  });

  test('leave no unknown stop, way, day or night without a word', () => {
    expect(flat(faulty)).toContain('Day not known: Iskandarkull, nights not known, place not known: nothing here was');
    expect(flat(faulty)).toContain('way not known, advice not known');
    expect(flat(faulty)).not.toMatch(/Days? \d|passing through/);
  });
});

describe('the papers', () => {
  const papers = flat(section(pamir, 'Papers'));

  test('say what is missing and by when to apply, usual and worst', () => {
    expect(papers).toContain('GBAO permit: INCOMPLETE (needed, days 3-13). It does not list Ishkashim and Murghab.');
    expect(papers).toContain('Apply by 21 Jun 2027 (usual time); safer by 14 Jun 2027');
    expect(papers).toContain('Fee: 20 to 100 TJS per person.');
  });

  test('have a warning in common told once, with the first that shows it', () => {
    const [permit] = pamirTrip.permits;
    const one = { ...permit, warnings: ['First.', 'Second.', 'In common.'] };
    const permits = [one, { ...permit, type: 'other', warnings: ['In common.', 'First.'] }];
    const text = flat(section(brief({ ...pamirTrip, permits }), 'Papers'));
    expect(text.split('In common.')).toHaveLength(2);
    expect(text.split('First.')).toHaveLength(2);
  });

  test('that only perhaps are needed take one line: name, days, whom to ask', () => {
    expect(papers).toContain('Perhaps also, ask: - Tajik National Park permit (day 12): Park directorate.');
  });

  test('that are held show districts and days, and no dispute on fees', () => {
    const permits = pamirTrip.permits.map((permit) => ({ ...permit, status: 'held' as const }));
    const held = flat(section(brief({ ...pamirTrip, permits }), 'Papers'));
    expect(held).toContain('you have it (days 3-13: Darvoz, Vanj, Rushan, Shughnan, Ishkashim, Murghab)');
    expect(held).toContain('Issuing can stop at short notice');
    expect(held).not.toContain('Sources disagree');
    expect(held).toContain('More: tajcheck explain gbao');
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

  test('come with the help beside them and the rule, errors before warnings', () => {
    expect(faulty).toContain('No place is called “Iskandarkull”. Did you mean Iskanderkul? [TJ201]');
    expect(faulty.indexOf('[TJ102]')).toBeLessThan(faulty.indexOf('[TJ107]'));
  });

  test('say the same thing of several places once', () => {
    const told = {
      rule: 'TJ204',
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

  test('that no change to the file can mend stand apart, each kind once', () => {
    const told = { rule: 'TJ209', severity: 'warning', column: 5, subject: 'leg-1', message: 'It leaves.' } as const;
    const findings = [8, 9].map((line) => finding({ ...told, line, fingerprint: `${line}` }));
    const text = brief({ ...pamirTrip, findings }, { source: pamirSource });
    expect(text).not.toContain('To mend');
    expect(text).toContain('Also found\n  Warning: It leaves. [TJ209] (lines 8 and 9)');
  });

  test('that a policy makes errors are told, though other sections tell of the same', () => {
    const told = { severity: 'warning', line: null, column: null, subject: 'itinerary' } as const;
    const findings = [
      finding({ ...told, rule: 'TJ901', message: 'Sources are old.' }),
      finding({ ...told, rule: 'TJ303', message: 'Mines are reported.' }),
    ];
    expect(brief({ ...pamirTrip, findings })).not.toContain('Also found');
    const raised = findings.map((one) => ({ ...one, severity: 'error' as const }));
    const also = section(brief({ ...pamirTrip, findings: raised }), 'Also found');
    expect(also).toContain('Error: Sources are old. [TJ901]');
    expect(also).toContain('Error: Mines are reported. [TJ303]');
  });

  test('do not tell of a stop outside the data what its day tells', () => {
    const stops = pamirTrip.stops.map((stop) =>
      stop.id === 'stop-9' ? { ...stop, name: 'Osh', country: 'KG' as const, zones: null, advisories: null } : stop,
    );
    const osh = finding({
      rule: 'TJ209',
      severity: 'warning',
      line: 9,
      column: 5,
      subject: 'stop-9',
      message: 'Osh is out.',
    });
    const text = flat(brief({ ...pamirTrip, stops, findings: [osh] }));
    expect(text).toContain('Osh, outside the data in Kyrgyzstan: neither advice nor papers were checked');
    expect(text).toContain('Not checked: Osh. The true advice may be higher.');
    expect(text).not.toContain('Also found');
  });

  test('name what was silenced, by whom, why and until when', () => {
    const because = (by: 'comment' | 'policy', reason: string, until: string | null) => ({
      suppressed: { by, reason, until },
    });
    const asked = because('comment', 'applied for', '2027-03-01');
    const gap = { ...asked, severity: 'warning', column: 1, message: 'It is far. Take more.' } as const;
    const findings = [
      { ...pamirTrip.findings[0], ...asked },
      ...[8, 9].map((line) => finding({ ...gap, rule: 'TJ505', subject: 'leg-1', line, message: `Line ${line}.` })),
      finding({
        ...gap,
        rule: 'TJ602',
        subject: 'trip',
        line: 20,
        ...because('policy', 'The policy turns this rule off.', null),
      }),
    ].map((one, at) => (at === 1 || at === 2 ? { ...one, ...asked } : one));
    const text = flat(brief({ ...pamirTrip, findings }, { source: pamirSource }));
    expect(text).toContain(`Silenced in the file: 3 findings [TJ402] (line ${findings[0].line}) Error: `);
    expect(text).toContain(
      'Until 1 Mar 2027: applied for. [TJ505] (lines 8 and 9) 2 findings. Until 1 Mar 2027: applied for.',
    );
    expect(text).toContain('Turned off by the policy: 1 finding [TJ602] (line 20) It is far.');
    expect(text).not.toContain('To mend');
    expect(text).not.toContain('nothing known is missing');
  });

  test('show the first few warnings in the file, and leave out none', () => {
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
    const text = brief(trip, { source: pamirSource });
    const frames = (page: string) => page.match(/^ +\S+:\d+:1$/gm);
    expect(frames(text)).toHaveLength(3);
    for (const at of [3, 8]) expect(text).toContain(`Warning: Fault ${at}. [TJ202] (line ${at + 1})`);
    expect(frames(brief(trip, { source: pamirSource, verbose: true }))).toHaveLength(9);
  });

  test('tell what else was found in a few sentences, and of many alike how many', () => {
    const messages = ['One. Two. Three. Four.', 'B.', 'C.', 'D.', 'E.'];
    const findings = messages.map((message) =>
      finding({ rule: 'TJ601', severity: 'warning', line: 2, column: 1, subject: 'file', message }),
    );
    const text = flat(brief({ ...pamirTrip, findings }));
    expect(text).toContain('Warning: One. Two. Three. [TJ601] B. C. And 2 more like it: --verbose');
    const three = flat(brief({ ...pamirTrip, findings: findings.slice(1, 4) }));
    expect(three).toContain('Warning: B. [TJ601] C. D. (line 2)');
  });
});

describe('the checklist', () => {
  test('has boxes to tick, by stage, the most important first', () => {
    const todo = section(pamir, 'What to do');
    expect(todo.match(/\[ \]/g)).toHaveLength(6);
    expect(todo.indexOf('Before booking')).toBeLessThan(todo.indexOf('On the road'));
    expect(todo).toContain('[ ] Keep to the road surface');
    expect(todo).toContain('and 9 more: --verbose');
  });

  test('ticks what is done', () => {
    expect(brief(pamirTrip, { verbose: true })).toContain('[x] By 19 Jun 2027: Carry a satellite phone');
  });
});

describe('the footing', () => {
  test('names a topic once, for however many reasons', () => {
    const notChecked = ['One reason.', 'Another.'].map((why) => ({ subject: 'visas', why }));
    expect(flat(brief({ ...pamirTrip, notChecked }))).toContain('only in part: visas (why: --verbose)');
  });

  test('names the topics that were not checked, and tells why a part of this trip was not', () => {
    expect(flat(pamir)).toContain(
      'Not checked, or only in part: neighbours’ papers, weather, snow and the state of the road today and anything',
    );
    expect(flat(pamir)).toContain('The way from Langar to Alichur: no road is known there');
    expect(flat(brief(pamirTrip, { verbose: true }))).toContain(
      '- Neighbours’ papers: this version does not check the visas of neighbours.',
    );
  });

  test('counts the sources and those that are stale; verbose lists them', () => {
    expect(section(pamir, 'Sources')).toContain('14 sources, 5 of them STALE, past review: --verbose lists them');
    const verbose = brief(pamirTrip, { verbose: true });
    expect(verbose).toContain('https://example.org/');
    expect(verbose).toContain('STALE since');
  });

  test('has no empty section', () => {
    expect(faulty).not.toContain('Who to call');
    expect(faulty).not.toContain('Sources');
  });
});

describe('the last line', () => {
  const last = (assessment: Assessment) => linesOf(brief(assessment)).at(-1);
  const nothingOpen = { ...pamirTrip, findings: [], permits: [], checklist: [] };

  test('is the first fault of a file that cannot be read', () => {
    expect(last(faultyTrip)).toBe('Next: fix line 5 of pamir.yaml: No place is called “Iskandarkull”');
  });

  test('asks where an unknown place is', () => {
    expect(last({ ...faultyTrip, findings: [] })).toMatch(/^Next: say where “Iskandarkull” is/);
  });

  test('does not ask where a place is that lies outside the data', () => {
    const [known, far] = faultyTrip.stops;
    const outside = { ...faultyTrip, findings: [], stops: [known, { ...far, lon: 72.8, lat: 40.5 }] };
    expect(last(outside)).not.toContain('say where');
    expect(last(outside)).not.toContain('nothing known is missing');
    expect(flat(brief(outside))).toContain('outside the data: neither advice nor papers were checked');
  });

  test('is the permit that runs out of time', () => {
    expect(last(pamirTrip)).toBe('Next: have the GBAO permit put right by 21 Jun 2027, better by 14 Jun 2027.');
  });

  test('is a needed paper that the way may call for', () => {
    const [gbao] = pamirTrip.permits;
    expect(last({ ...nothingOpen, permits: [{ ...gbao, status: 'check' }] })).toBe(
      'Next: ask whether your way needs the GBAO permit.',
    );
  });

  test('is a warning about the file when nothing else is open', () => {
    const told = {
      rule: 'TJ204',
      severity: 'warning',
      line: 9,
      column: 1,
      subject: 'stop-2',
      message: 'A gap.',
    } as const;
    expect(last({ ...nothingOpen, findings: [finding(told)] })).toBe('Next: fix line 9 of pamir.yaml: A gap.');
  });

  test('never says that all is well, but when to look again', () => {
    expect(last(nothingOpen)).toBe('Next: nothing known is missing; check again by 22 May 2027: a source falls due.');
    expect(last({ ...nothingOpen, sources: [] })).toBe(
      'Next: nothing known is missing; check again by 26 Jun 2027: a week to go.',
    );
    expect(last({ ...nothingOpen, asOf: '2027-07-01' })).toContain('on the day you leave');
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
    expect(linesOf(pamir).length).toBeLessThan(135);
    expect(linesOf(brief(pamirTrip, { width: 120, source: pamirSource })).length).toBeLessThan(105);
  });

  test('no text from a file reaches it raw', () => {
    const hostile = fc.string({ unit: 'binary', maxLength: 40 });
    const told = { severity: 'error', line: 1, column: 2, subject: 'file' } as const;
    const [first, ...rest] = pamirTrip.stops;
    fc.assert(
      fc.property(hostile, hostile, hostile, fc.boolean(), (name, message, source, verbose) => {
        const own = { ...pamirTrip.zones[0], id: 'own', name, kind: 'advisory', rule: message };
        const text = brief(
          {
            ...pamirTrip,
            itinerary: { ...pamirTrip.itinerary, title: name, file: message },
            stops: [{ ...first, name, zones: [...first.zones!, { id: 'own', edgeKm: 1 }] }, ...rest],
            zones: [...pamirTrip.zones, own],
            notChecked: [{ subject: 'stop-1', why: message }],
            passages: [{ ...pamirTrip.passages[0], place: name }],
            calendar: [{ ...pamirTrip.calendar[0], text: name }],
            checklist: [{ ...pamirTrip.checklist[0], text: name, why: message }],
            findings: [
              finding({ rule: 'TJ101', ...told, message, file: message }),
              finding({ rule: 'TJ209', ...told, message, file: message }),
              finding({
                rule: 'TJ202',
                ...told,
                message: '',
                suppressed: { by: 'comment', reason: message, until: '2027-03-01' },
              }),
            ],
          },
          { source, verbose },
        );
        expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
      }),
      { numRuns: 60 },
    );
  });
});
