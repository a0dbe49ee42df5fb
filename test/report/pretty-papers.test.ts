import { Chalk } from 'chalk';
import { describe, expect, test } from 'vitest';
import type { PassageCheck, VisaCheck, VisaOption } from '../../src/assessment/papers.ts';
import type { Assessment } from '../../src/assessment.ts';
import { addDays, daysBetween } from '../../src/dates.ts';
import { reportPretty } from '../../src/report/pretty.ts';
import { faultyTrip, finding, pamirTrip } from './fixture.ts';

const brief = (assessment: Assessment, verbose = false) =>
  reportPretty(assessment, { width: 80, chalk: new Chalk({ level: 0 }), verbose });
const flat = (text: string) => text.replace(/\s+/g, ' ');
const section = (text: string, heading: string) =>
  flat(text.split('\n\n').find((part) => part.startsWith(heading)) ?? '');
const papers = (more: Partial<Assessment>, verbose = false) =>
  section(brief({ ...pamirTrip, ...more }, verbose), 'Papers');
const last = (more: Partial<Assessment>) =>
  brief({ ...pamirTrip, ...more })
    .trimEnd()
    .split('\n')
    .at(-1);

const option: VisaOption = {
  kind: 'e-visa',
  name: 'e-Visa',
  maxDays: 60,
  withinDays: 90,
  fees: [{ for: 'single entry', min: 30, max: 50, currency: 'USD', per: 'visa' }],
  where: 'At airports.',
  how: 'Apply online. Print it.',
  url: 'https://example.org/visa',
  applyBy: '2027-06-24',
  applyByWorst: '2027-06-10',
  marginDays: 0,
  conflicts: [],
  sources: [],
};
const [free] = pamirTrip.visas;
const wanted: VisaCheck = {
  ...free,
  ...{ nationality: 'TR', count: 1, regime: 'e-visa', maxDays: 60, withinDays: 90, status: 'missing' },
  words: ['An e-Visa is enough.', 'Only by air.'],
  options: [option, { ...option, name: 'embassy visa' }],
  ...{ applyBy: '2027-06-24', applyByWorst: '2027-06-10' },
};

describe('a visa', () => {
  test('that is not needed takes a line with the days used and allowed', () => {
    expect(papers({})).toContain('US passport (2 people): no visa needed, 14 days there of 30 allowed. In:');
  });

  test('is told once of all for whom the same is true', () => {
    const party = [
      free,
      { ...free, traveller: 'party-2' },
      { ...free, traveller: 'party-3', nationality: 'AU', count: 1 },
    ];
    expect(papers({ visas: party })).toContain('US (4 people) and AU passports: no visa needed, 14 days there of 30');
  });

  test('is got in the same way by all, which is told once', () => {
    const visas = ['TR', 'BR', 'KE'].map((nationality, at) => {
      const words = [`Terms of ${nationality}.`];
      return { ...wanted, traveller: `party-${at + 1}`, nationality, words };
    });
    for (const verbose of [false, true]) {
      const text = papers({ visas }, verbose);
      expect(text.match(/e-Visa: apply by 24 Jun 2027/g)).toHaveLength(3);
      expect(text.match(/Apply online/g)).toHaveLength(1);
      for (const { words } of visas) expect(text).toContain(words[0]);
    }
  });

  test('is of no use to a citizen, whose stay has no end', () => {
    const citizen = { ...free, nationality: 'TJ', regime: 'citizen' as const, maxDays: null };
    expect(papers({ visas: [citizen] })).toContain('a citizen, who needs no visa, 14 days there. ');
  });

  test('that is missing says on what terms, by when, for how much and where', () => {
    expect(papers({ visas: [wanted] })).toContain(
      'TR passport: VISA MISSING (an e-visa, got before travel), 14 days there of 60 allowed within 90. An e-Visa is enough. ' +
        'e-Visa: apply by 24 Jun 2027; safer by 10 Jun 2027. Fee: 30 to 50 USD (single entry). Apply online ' +
        '(https://example.org/visa). 1 other way to get one: tajcheck visa TR',
    );
    expect(papers({ visas: [wanted] }, true)).toContain('Only by air.');
    expect(papers({ visas: [wanted], asOf: '2027-06-30' })).toContain('24 Jun 2027, already past');
  });

  test('has no day to apply by where none is known', () => {
    const unknown = { ...wanted, options: [{ ...option, applyBy: null, applyByWorst: null }] };
    expect(papers({ visas: [unknown] })).toContain('e-Visa: apply by: not known, no lead time is published.');
  });

  test.each([
    ['held', 'you have a visa'],
    ['outside-validity', 'VISA NOT VALID on all your days there'],
    ['too-short', 'STAY TOO LONG'],
    ['refused', 'NOT LET IN'],
    ['check', 'NOT SETTLED, ask'],
  ] as const)('%s is told as %s', (status, words) => {
    expect(papers({ visas: [{ ...wanted, status }] })).toContain(`TR passport: ${words}`);
  });

  test('on which sources disagree says so, until it is held', () => {
    const conflicts = ['Sources disagree: an older list says visa on arrival'];
    const said = 'Mind: Sources disagree: an older list says visa on arrival.';
    expect(papers({ visas: [{ ...wanted, conflicts }] })).toContain(said);
    expect(papers({ visas: [{ ...wanted, conflicts, status: 'held' }] })).not.toContain(said);
  });

  test('of unknown terms never reads as free', () => {
    const unknown = {
      ...wanted,
      nationality: '',
      regime: null,
      maxDays: null,
      status: 'check',
      words: [],
      options: [],
    } as const;
    expect(papers({ visas: [{ ...unknown, words: [], options: [] }] })).toContain(
      'Unknown passport: NOT SETTLED, ask (the terms are not known), 14 days there, the longest stay is not known.',
    );
  });

  test('is the next thing to do before a permit that has more time', () => {
    expect(last({ visas: [{ ...wanted, applyBy: '2027-05-01', applyByWorst: '2027-04-17' }] })).toBe(
      'Next: apply for the visa (TR passport) by 1 May 2027, better by 17 Apr 2027.',
    );
    const quick = { ...wanted, applyByWorst: wanted.applyBy };
    expect(last({ visas: [quick] })).toMatch(/^Next: have the GBAO permit put right/);
    const settled = { findings: [], permits: [] };
    expect(last({ ...settled, visas: [{ ...wanted, status: 'check' }] })).toBe(
      'Next: ask the embassy on what terms you are let in with a TR passport.',
    );
  });
});

describe('the next thing to do', () => {
  const [gbao] = pamirTrip.permits;
  const permit = (name: string, applyBy: string | null, applyByWorst = applyBy) => {
    return { ...gbao, type: name, name, status: 'missing' as const, applyBy, applyByWorst };
  };
  const first = (...permits: ReturnType<typeof permit>[]) => last({ permits, findings: [] });

  test('is the earliest, by the day that is safe', () => {
    const [early, late] = [permit('Early', '2027-06-01'), permit('Late', '2027-06-10')];
    expect(first(late, early)).toContain('apply for the Early by 1 Jun 2027.');
    expect(first(early, permit('Slow', '2027-06-10', '2027-05-01'))).toContain('apply for the Slow by 10 Jun 2027');
  });

  test('is before all days a missing paper of which nobody knows how long it takes', () => {
    expect(first(permit('Early', '2027-06-01'), permit('Unknown', null))).toBe(
      'Next: apply for the Unknown: no lead time is known, so ask now.',
    );
  });

  test('may be an application planned too late, when that is the earliest', () => {
    const planned = { ...permit('Planned', '2027-05-20'), status: 'check' as const, applied: '2027-06-05' };
    expect(last({ permits: [permit('Early', '2027-06-01'), planned], findings: [] })).toBe(
      'Next: apply for the Planned by 20 May 2027, not only on 5 Jun 2027.',
    );
  });
});

describe('a permit that was applied for', () => {
  const [gbao] = pamirTrip.permits;
  const applied = (day: string) => ({
    permits: [{ ...gbao, status: 'check' as const, missing: [], applied: day }],
    findings: [],
  });

  test('is not yet in hand, and may have been too late', () => {
    expect(papers(applied('2027-06-01'))).toContain(
      'GBAO permit: NOT YET IN HAND (needed, days 3-13). Day of the application: 1 Jun 2027. Apply by 21 Jun 2027',
    );
    expect(papers(applied('2027-06-25'))).toContain('Day of the application: 25 Jun 2027, which is too late.');
    expect(last(applied('2027-06-25'))).toBe(
      'Next: apply for the GBAO permit by 21 Jun 2027, not only on 25 Jun 2027.',
    );
    expect(last(applied('2027-06-01'))).not.toContain('GBAO');
  });

  test('on the day it is needed, with no lead time known, is asked for now', () => {
    const soon = { ...gbao, status: 'check' as const, missing: [], applyBy: null, applyByWorst: null };
    const { permits } = { permits: [{ ...soon, applied: gbao.from }] };
    expect(last({ permits, findings: [] })).toBe('Next: apply for the GBAO permit: no lead time is known, so ask now.');
  });
});

describe('the next step', () => {
  test('is a danger of the road before a paper, and an error of the file before both', () => {
    const told = {
      rule: 'TJ511',
      severity: 'error',
      line: 14,
      column: 5,
      subject: 'stop-6',
      message: 'Too high.',
    } as const;
    const high = finding(told);
    expect(last({ findings: [...pamirTrip.findings, high] })).toBe('Next: fix line 14 of pamir.yaml: Too high.');
    const wrong = finding({ ...told, rule: 'TJ412', line: 5, message: 'A visa.' });
    expect(last({ findings: [high, wrong] })).toBe('Next: fix line 14 of pamir.yaml: Too high.');
    const slip = finding({ ...told, rule: 'TJ431', line: 3, message: 'The post is closed.' });
    expect(last({ findings: [high, slip] })).toBe('Next: fix line 3 of pamir.yaml: The post is closed.');
  });
});

describe('the faults', () => {
  test('frame a visa on its line, and what the caller requires; a mere recommendation stands on the list', () => {
    const told = {
      rule: 'TJ411',
      severity: 'error',
      line: 5,
      column: 5,
      subject: 'party-1',
      message: 'A visa is needed.',
    } as const;
    const text = (severity: 'error' | 'warning') =>
      flat(
        brief({
          ...pamirTrip,
          findings: [finding(told), finding({ ...told, rule: 'TJ603', severity, message: 'Required.' })],
        }),
      );
    expect(text('error')).toContain('To mend in pamir.yaml: 2 errors');
    expect(text('error')).toContain('A visa is needed. [TJ411] trips/pamir.yaml:5:5');
    expect(text('error')).toContain('Required. [TJ603]');
    expect(text('warning')).not.toContain('[TJ603]');
  });
});

describe('a border', () => {
  const [entry, exit] = pamirTrip.passages;
  const post: PassageCheck = {
    ...exit,
    ...{ by: 'land', neighbour: 'KG', place: 'Kyzyl-Art', post: 'kyzyl-art', status: 'open', foreigners: true },
    ...{ statusDate: '2025-12-19', hours: '24 hours', words: 'Open on all days.' },
  };
  const out = (more: Partial<PassageCheck>, verbose = false) =>
    papers({ passages: [entry, { ...post, ...more }] }, verbose);

  test('by air names the airport and the day; an entry and its exit share a line', () => {
    expect(papers({})).toContain(
      'In: by air, Dushanbe airport, 3 Jul 2027. Out: by air, Dushanbe airport, 16 Jul 2027.',
    );
  });

  test('is as open as its newest source, with the date', () => {
    expect(out({})).toContain('Out: to Kyrgyzstan, Kyzyl-Art, 16 Jul 2027; open (19 Dec 2025). Hours: 24 hours.');
    expect(out({ status: 'closed' })).toContain('CLOSED (19 Dec 2025).');
    expect(out({ status: 'unverified' })).toContain('not confirmed open (19 Dec 2025)');
    expect(out({ status: 'unknown', statusDate: null })).toContain('not known whether it is open (no dated source)');
    expect(out({ foreigners: null })).toContain(
      'whether foreigners may cross is not known; open to others (19 Dec 2025)',
    );
    expect(out({ foreigners: false })).toContain('NOT for foreigners; open to others (19 Dec 2025)');
    expect(out({ status: null, post: null })).toContain('no border post known there.');
    expect(out({ confidence: 'likely' })).toContain('open (19 Dec 2025), if this is the post');
    expect(out({}, true)).toContain('Open on all days.');
  });

  test('of which the file says nothing says so', () => {
    expect(papers({ passages: [{ ...entry, by: null, place: null }, exit] })).toContain(
      'In: how is not said, 3 Jul 2027.',
    );
  });
});

describe('registration', () => {
  const [registration] = pamirTrip.registration!;

  test('has its day, and where one is then', () => {
    expect(papers({})).toContain('Registration of the stay: by 16 Jul 2027, in Khorog. Stays of 10 days or more are');
  });

  test('names those who must, where not all must', () => {
    expect(papers({ visas: [free, { ...wanted, traveller: 'party-2' }] })).toContain(
      'Registration of the stay (US): by',
    );
  });

  test('that may be needed reads as perhaps, one that is not as such', () => {
    const open = (to: string | null) => papers({ registration: [{ ...registration, needed: 'check', by: null, to }] });
    expect(open(null)).toContain('Registration of the stay: perhaps, the day is not known.');
    expect(open('2027-07-16')).toContain('Registration of the stay: perhaps, ask on arrival.');
    expect(papers({ registration: [] })).toContain('No registration of the stay: nobody in the party has to.');
  });

  test('of several stays is done in one way, which is told once', () => {
    const later = { ...registration, from: '2027-08-01', to: '2027-08-20', by: '2027-08-10', where: null };
    const text = papers({ registration: [registration, later] }, true);
    expect(text.split(registration.how)).toHaveLength(2);
  });

  test('of several stays is told for each', () => {
    const later = { ...registration, from: '2027-08-01', to: '2027-08-20', by: '2027-08-10', where: null };
    const text = papers({ registration: [registration, later] }).replace(/\s+/g, ' ');
    expect(text).toContain('Registration of the stay from 1 Aug 2027 to 20 Aug 2027: by 10 Aug 2027.');
  });
});

describe('the calendar', () => {
  const calendar = (more: Partial<Assessment>, verbose = false) =>
    section(brief({ ...pamirTrip, ...more }, verbose), 'Calendar');
  const at = (asOf: string): Partial<Assessment> => ({
    asOf,
    calendar: pamirTrip.calendar.map((event) => ({ ...event, daysLeft: daysBetween(asOf, event.date) })),
  });

  test('counts down to the next days, those of one day together', () => {
    const text = calendar({});
    expect(text).toMatch(
      /^Calendar, from 22 Nov 2026 14 Jun 2027, in 204 days Apply for the GBAO permit: safer day, for a slow office\./,
    );
    expect(text).toContain(
      '3 Jul 2027, in 223 days The trip begins in Dushanbe. Enter Tajikistan by air, Dushanbe airport.',
    );
    expect(text).toContain('and 2 more: --verbose; for your calendar: --format ics');
    expect(calendar({}, true)).toContain('Tell your contact at home that you are in Kalai-Khumb');
  });

  test('marks what is late, and forgets what is past and done with', () => {
    const late = calendar(at('2027-07-04'));
    expect(late).toContain('14 Jun 2027, 20 days ago Past: Apply');
    expect(late).toContain('21 Jun 2027, 13 days ago LATE: Apply for the GBAO permit.');
    expect(late).not.toContain('The trip begins');
    expect(calendar(at('2027-07-16'))).toContain('16 Jul 2027, today Last day to register');
    expect(calendar(at('2027-07-15'))).toContain('tomorrow');
  });

  test('keeps the deadlines where not all days have room', () => {
    const looks = Array.from({ length: 9 }, (_, at) => {
      const date = addDays('2026-12-01', at);
      return {
        ...pamirTrip.calendar[0],
        id: `review-${at}`,
        kind: 'review' as const,
        date,
        daysLeft: 9 + at,
        text: 'Look',
      };
    });
    const text = calendar({ calendar: [...looks, ...pamirTrip.calendar] });
    expect(text).toContain('Last day to register the stay.');
    expect(text.indexOf('1 Dec 2026')).toBeLessThan(text.indexOf('14 Jun 2027'));
    expect(text.match(/Look/g)).toHaveLength(2);
  });

  test('tells of the last day allowed only where it is near', () => {
    expect(calendar({})).not.toContain('Last day you may stay');
    const near = pamirTrip.calendar.map((event) =>
      event.kind === 'last-day' ? { ...event, date: addDays('2027-07-16', 3) } : event,
    );
    expect(calendar({ calendar: near })).toContain('19 Jul 2027, in 252 days Last day you may stay');
  });

  test('says that there is none without a start', () => {
    expect(flat(brief(faultyTrip))).toContain('No calendar: without `start:` no day can be counted.');
  });
});

describe('what to do', () => {
  test('says what was due, and forgets it once it is done', () => {
    const text = flat(brief({ ...pamirTrip, asOf: '2027-06-20' }, true));
    expect(text).toContain('[ ] Now, was due by 5 Jun 2027: See a doctor');
    expect(text).toContain('[x] By 19 Jun 2027: Carry a satellite phone');
    expect(text).toContain('[ ] By 26 Jun 2027: Register the trip');
  });

  test('puts what is required first, and says so', () => {
    const checklist = pamirTrip.checklist.map((item) =>
      item.id === 'river' ? { ...item, required: 'Nobody comes to fetch you' } : item,
    );
    expect(flat(brief({ ...pamirTrip, checklist }))).toContain("[ ] Required: Stay away from the water's edge.");
    expect(flat(brief({ ...pamirTrip, checklist }, true))).toContain('Nobody comes to fetch you.');
    expect(flat(brief(pamirTrip))).not.toContain("water's edge");
  });
});

test('heights of the nights say how much higher than the night before', () => {
  expect(brief(pamirTrip)).toContain('Alichur, 3,860 m (+1,010)');
  expect(brief(pamirTrip)).toContain('Murghab, 3,618 m, ');
});
