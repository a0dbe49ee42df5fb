/** Two assessments written by hand: a whole Pamir trip, and a file with faults in it. */
import type { AppliedAdvisory, AuthorityVerdict } from '../../src/assessment/advice.ts';
import type { AssessedLeg, AssessedStop, LegCrossing } from '../../src/assessment/way.ts';
import type { Assessment, ReportedFinding, ReportedSource, ReportedZone } from '../../src/assessment.ts';
import { addDays, daysBetween } from '../../src/dates.ts';
import type { Level } from '../../src/knowledge/schema/parts.ts';

const START = '2027-07-03';
const FILE = 'trips/pamir.yaml';

export const pamirSource = `tajcheck: 1
title: Pamir Highway and the Wakhan
start: 2027-07-03
party:
  - { nationality: US, age: 41, count: 2 }
travel: 4x4
stops:
  - { place: Dushanbe, nights: 2 }
  - { place: Kalai-Khumb, nights: 1 }
  - { place: Khorog, nights: 2 }
  - { place: Ishkashim, nights: 1 }
  - { place: Langar, nights: 2 }
  - { place: Alichur, nights: 1 }
  - { place: Murghab, nights: 2 }
permits:
  - { type: gbao, districts: [darvoz, vanj, rushan, shughnan], from: 2027-07-01, to: 2027-08-10 }
mitigations: [satellite-phone]
`;

export const faultySource = `tajcheck: 1
title: Weekend in Zeravshan
stops:
  - { place: Dushanbe, nights: 1 }
  - { place: Iskandarkull, nigths: 2 }
  - { place: Panjakent, nights: two }
\t- { place: Khujand, at: { lat: 69.62, lon: 40.28 }, nights: 1, by: car, via: [Aini, Istaravshan, Gulakandoz, Somewhere Else] }
`;

const authorities = {
  'us-state': { name: 'US Department of State', short: 'United States' },
  'uk-fcdo': { name: 'Foreign, Commonwealth & Development Office', short: 'United Kingdom' },
  'ca-gac': { name: 'Global Affairs Canada', short: 'Canada' },
  'au-dfat': { name: 'Department of Foreign Affairs and Trade', short: 'Australia' },
  'ie-dfa': { name: 'Department of Foreign Affairs', short: 'Ireland' },
  'de-aa': { name: 'Auswärtiges Amt', short: 'Germany' },
  'nz-mfat': { name: 'Ministry of Foreign Affairs and Trade', short: 'New Zealand' },
  'ch-fdfa': { name: 'Federal Department of Foreign Affairs', short: 'Switzerland' },
};

function zone(id: string, name: string, more: Partial<ReportedZone> = {}): ReportedZone {
  const plain = { kind: 'advisory', authority: null, restriction: 'caution', basis: 'stated', rule: '' } as const;
  return { id, name, ...plain, uncertaintyKm: 0, sources: ['a-source'], asOf: '2026-09-04', own: null, ...more };
}

const drawn = {
  basis: 'approximate',
  uncertaintyKm: 10,
  rule: 'No distance is given; drawn at 20 km, the widest that any source uses for this border',
} as const;

const zones: ReportedZone[] = [
  zone('country-tj', 'Tajikistan', { kind: 'country' }),
  zone('country-af', 'Afghanistan', { kind: 'country' }),
  zone('country-kg', 'Kyrgyzstan', { kind: 'country' }),
  zone('gbao', 'Gorno-Badakhshan (GBAO)', { kind: 'permit' }),
  zone('af-border-us', 'Afghan border (United States)', {
    authority: 'us-state',
    basis: 'derived',
    uncertaintyKm: 1,
    rule: 'within 5 miles of the border, the last distance the US stated (27 November 2023)',
  }),
  zone('af-border-ca', 'Afghan border (Canada)', { authority: 'ca-gac' }),
  zone('af-border-au', 'Afghan border (Australia)', { authority: 'au-dfat', ...drawn }),
  zone('af-border-uk', 'Afghan border (United Kingdom)', { authority: 'uk-fcdo', ...drawn }),
  zone('af-border-de', 'Afghan border (Germany)', { authority: 'de-aa', ...drawn }),
  zone('af-border-ie', 'Afghan border (Ireland)', { authority: 'ie-dfa', ...drawn }),
  zone('af-border-nz', 'Afghan border (New Zealand)', { authority: 'nz-mfat', ...drawn }),
  zone('af-border-ch', 'Afghan border (Switzerland)', { authority: 'ch-fdfa', ...drawn }),
  zone('mines-af-border', 'Mined ground along the Afghan border', {
    kind: 'hazard',
    basis: 'approximate',
    uncertaintyKm: 5,
  }),
  zone('kalai-khumb-khorog', 'Minefields beside the Kalai-Khumb to Khorog road', {
    kind: 'hazard',
    basis: 'approximate',
    uncertaintyKm: 3,
  }),
  zone('tajik-national-park', 'Tajik National Park', { kind: 'permit', basis: 'approximate', uncertaintyKm: 10 }),
  zone('kg-border-uk', 'Kyrgyz border (United Kingdom)', { authority: 'uk-fcdo', ...drawn }),
];

type Row = readonly [
  authority: string,
  zone: string,
  area: string,
  native: string,
  level: Level | null,
  issued: string,
];
const rows: Row[] = [
  ['us-state', 'country-tj', 'Tajikistan', 'Exercise increased caution', 2, '2026-09-04'],
  ['us-state', 'af-border-us', 'Border with Afghanistan', 'Reconsider travel', 3, '2026-09-04'],
  ['us-state', 'gbao', 'Gorno-Badakhshan', 'Reconsider travel', 3, '2026-09-04'],
  ['ca-gac', 'country-tj', 'Tajikistan', 'Exercise a high degree of caution', 2, '2026-07-29'],
  ['ca-gac', 'af-border-ca', 'Within 10 km of the Afghan border', 'Avoid all travel', 4, '2026-07-29'],
  ['ca-gac', 'gbao', 'Gorno-Badakhshan', 'Avoid non-essential travel', 3, '2026-07-29'],
  ['au-dfat', 'country-tj', 'Tajikistan', 'Exercise a high degree of caution', 2, '2026-01-21'],
  ['au-dfat', 'af-border-au', 'Border region with Afghanistan', 'Do not travel', 4, '2026-01-21'],
  ['au-dfat', 'gbao', 'Gorno-Badakhshan', 'Reconsider your need to travel', 3, '2026-01-21'],
  ['de-aa', 'af-border-de', 'Areas near the Afghan border', 'Von Reisen wird abgeraten', 3, '2024-11-20'],
  ['ie-dfa', 'country-tj', 'Tajikistan', 'High degree of caution', 2, '2026-03-23'],
  ['ie-dfa', 'af-border-ie', 'Tajik-Afghan border', 'Travel not recommended', 3, '2026-03-23'],
  ['nz-mfat', 'country-tj', 'Tajikistan', 'Exercise increased caution', 2, '2024-03-22'],
  ['nz-mfat', 'af-border-nz', 'Areas bordering Afghanistan', 'Avoid non-essential travel', 3, '2024-03-22'],
  ['nz-mfat', 'gbao', 'Gorno-Badakhshan', 'Avoid non-essential travel', 3, '2024-03-22'],
  ['ch-fdfa', 'af-border-ch', 'Afghan border area', 'Advises against tourist travel', 3, '2024-09-24'],
  ['uk-fcdo', 'af-border-uk', 'Afghan border', 'No advice against travel', null, '2026-08-19'],
  ['us-state', 'mines-af-border', 'Afghan border', 'Landmines', null, '2026-09-04'],
  ['de-aa', 'kalai-khumb-khorog', 'Kalai-Khumb to Khorog', 'Minefields', null, '2024-11-20'],
];

function advise(inside: readonly string[]): AppliedAdvisory[] {
  return rows
    .filter(([, zoneId]) => inside.includes(zoneId))
    .map(([authority, zoneId, area, native, level, issued]) => ({
      id: `${authority}-${zoneId}`,
      authority,
      zone: zoneId,
      area,
      native,
      level,
      words: 'Words of its own.',
      issued,
      source: `${authority}-${issued}`,
      confidence: 'certain' as const,
    }));
}

const border = zones.filter(({ id }) => id.startsWith('af-border')).map(({ id }) => id);
const home = ['country-tj'];
const pamir = ['country-tj', 'gbao'];
const river = [...pamir, ...border, 'mines-af-border'];

type Place = readonly [name: string, nights: number, altitudeM: number, afKm: number, inside: readonly string[]];
const places: Place[] = [
  ['Dushanbe', 2, 806, 151, home],
  ['Kalai-Khumb', 1, 1240, 0.3, river],
  ['Khorog', 2, 2077, 0.9, river],
  ['Ishkashim', 1, 2595, 1.1, river],
  ['Langar', 2, 2850, 0.8, river],
  ['Alichur', 1, 3860, 41, pamir],
  ['Murghab', 2, 3618, 74, pamir],
  ['Karakul', 1, 3935, 139, pamir],
  ['Khorog', 1, 2077, 0.9, river],
];

let nextDate = START;
const stops: AssessedStop[] = places.map(([name, nights, altitudeM, afKm, inside], index) => {
  const from = nextDate;
  nextDate = addDays(from, nights);
  return {
    id: `stop-${index + 1}`,
    name,
    lon: 71,
    lat: 38,
    country: 'TJ',
    from,
    to: nextDate,
    nights,
    altitudeM,
    zones: inside.map((id) => ({ id, edgeKm: 5 })),
    near: [],
    advisories: advise(inside),
    borderKm: { AF: afKm, KG: name === 'Karakul' ? 22 : 300, UZ: 300, CN: 60 },
  };
});

type Way = readonly [
  lengthKm: number,
  hours: number,
  highestM: number,
  stretches: Readonly<Record<string, readonly [number, number]>>,
];
const ways: Way[] = [
  [
    278,
    8,
    3252,
    {
      'country-tj': [0, 278],
      gbao: [240, 278],
      'af-border-us': [262, 278],
      'af-border-ca': [258, 278],
      'af-border-au': [236, 278],
      'mines-af-border': [268, 278],
    },
  ],
  [
    238,
    7,
    2100,
    {
      'country-tj': [0, 238],
      gbao: [0, 238],
      'af-border-us': [0, 238],
      'af-border-ca': [0, 238],
      'af-border-au': [0, 238],
      'mines-af-border': [0, 238],
      'kalai-khumb-khorog': [0, 230],
    },
  ],
  [
    106,
    3,
    2600,
    {
      'country-tj': [0, 106],
      gbao: [0, 106],
      'af-border-us': [0, 106],
      'af-border-ca': [0, 106],
      'af-border-au': [0, 106],
      'mines-af-border': [0, 98],
    },
  ],
  [
    114,
    4,
    2900,
    {
      'country-tj': [0, 114],
      gbao: [0, 114],
      'af-border-us': [0, 114],
      'af-border-ca': [0, 114],
      'af-border-au': [0, 114],
      'mines-af-border': [0, 114],
    },
  ],
  [
    131,
    5,
    4344,
    {
      'country-tj': [0, 131],
      gbao: [0, 131],
      'af-border-us': [0, 71],
      'af-border-ca': [0, 82],
      'af-border-au': [0, 101],
      'mines-af-border': [0, 64],
    },
  ],
  [103, 2, 4137, { 'country-tj': [0, 103], gbao: [0, 103] }],
  [134, 3, 4655, { 'country-tj': [0, 134], gbao: [0, 134], 'tajik-national-park': [60, 128] }],
  [
    445,
    10,
    4655,
    {
      'country-tj': [0, 445],
      gbao: [0, 445],
      'af-border-us': [437, 445],
      'af-border-ca': [435, 445],
      'af-border-au': [420, 445],
    },
  ],
];

const legs: AssessedLeg[] = ways.map(([lengthKm, hours, highestM, stretches], index) => ({
  id: `leg-${index + 1}`,
  from: stops[index].id,
  to: stops[index + 1].id,
  mode: '4x4',
  basis: index === 4 ? 'guess' : 'road',
  date: stops[index + 1].from,
  lengthKm,
  hours: index === 4 ? null : hours,
  highestM,
  corridorKm: index === 4 ? 12 : 0,
  crossings: Object.entries(stretches).flatMap(([id, [entryKm, exitKm]]): LegCrossing[] => {
    // The wide strips all have the width of the first of them.
    const alike =
      id === 'af-border-au'
        ? zones.filter((one) => one.rule === drawn.rule && one.id.startsWith('af-')).map((one) => one.id)
        : [id];
    return alike.map((one) => ({
      zone: one,
      entryKm,
      exitKm,
      insideKm: exitKm - entryKm,
      entry: [71, 38],
      exit: [71, 38],
      entryNear: null,
      exitNear: null,
    }));
  }),
  corridorZones: index === 4 ? ['tajik-national-park'] : [],
  countries: ['TJ'],
  advisories: advise([...Object.keys(stretches), ...('af-border-au' in stretches ? border : [])]),
  road:
    index === 4
      ? null
      : {
          vehicle: '4x4',
          stretches: [],
          passed: [],
          highest:
            index === 0 ? { place: 'khaburabot-pass', name: 'Khaburabot pass', kind: 'pass', altitudeM: 3252 } : null,
          fuel: [],
          others: [],
        },
}));

function verdicts(): Record<string, AuthorityVerdict> {
  const found: Record<string, AuthorityVerdict> = {};
  for (const subject of [...stops, ...legs]) {
    for (const { authority, level, native, area, zone: zoneId, issued, source } of subject.advisories ?? []) {
      const before = found[authority];
      if (before && (before.level ?? 0) > (level ?? 0)) continue;
      if (before && before.zone === zoneId) before.where.push(subject.id);
      else if (!before || (level ?? 0) > (before.level ?? 0)) {
        found[authority] = {
          level,
          native,
          area,
          zone: zoneId,
          where: [subject.id],
          confidence: 'certain',
          issued,
          source,
        };
      }
    }
  }
  return found;
}

function source(publisher: string, title: string, published: string | null, stale = false): ReportedSource {
  const id = `${publisher}-${title}-${published}`.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return {
    id,
    publisher,
    title,
    url: `https://example.org/${id}`,
    published,
    retrieved: '2026-11-22',
    reviewBy: '2027-05-22',
    stale,
  };
}

export const pamirTrip: Assessment = {
  schema: 'tajcheck-assessment-v1',
  tool: { version: '0.1.0', dataVersion: '2026-11-22' },
  asOf: '2026-11-22',
  policy: null,
  itinerary: { file: FILE, title: 'Pamir Highway and the Wakhan', start: START, end: '2027-07-16', days: 14 },
  travel: '4x4',
  party: [
    {
      ...{ id: 'party-1', name: null, nationality: 'US', also: [], age: 41, count: 2 },
      passport: { kind: 'ordinary', expires: null },
    },
  ],
  checkIn: null,
  overall: { level: 4, byAuthority: verdicts() },
  stops,
  legs,
  permits: [
    {
      type: 'gbao',
      name: 'GBAO permit',
      status: 'incomplete',
      need: 'certain',
      districts: ['Darvoz', 'Vanj', 'Rushan', 'Shughnan', 'Ishkashim', 'Murghab'],
      missing: ['Ishkashim', 'Murghab'],
      from: '2027-07-05',
      to: '2027-07-16',
      where: [...stops.slice(1), ...legs].map(({ id }) => id),
      applyBy: '2027-06-21',
      applyByWorst: '2027-06-14',
      marginDays: 0,
      workingDaysLeft: 150,
      applied: null,
      channels: [],
      fee: { min: 20, max: 100, currency: 'TJS', per: 'person' },
      feeNote: 'At OVIR; sources disagree on the sum. With an e-Visa it is US$20 instead.',
      issuer: 'Tajik embassies, the Consular Department of the Ministry of Foreign Affairs, and OVIR',
      how: [
        'With an e-Visa (evisa.tj)',
        'Tajik embassy or consulate',
        'Consular Department, Dushanbe',
        'OVIR, 5 Mirzo Tursunzoda Street, Dushanbe',
      ],
      warnings: [
        'Issuing can stop at short notice when there is unrest.',
        'Sources disagree whether districts must be named.',
      ],
      sources: ['us-state-advisory-2026-09-04'],
    },
    {
      type: 'tajik-national-park',
      name: 'Tajik National Park permit',
      status: 'check',
      need: 'possible',
      districts: [],
      missing: [],
      from: '2027-07-13',
      to: '2027-07-13',
      where: ['leg-7'],
      applyBy: null,
      applyByWorst: null,
      marginDays: 0,
      workingDaysLeft: null,
      applied: null,
      channels: [],
      fee: { min: 20, max: 20, currency: 'TJS', per: 'person and day' },
      feeNote: null,
      issuer: 'Park directorate',
      how: [],
      warnings: [],
      sources: ['visitpamirs'],
    },
  ],
  visas: [
    {
      traveller: 'party-1',
      nationality: 'US',
      passport: 'ordinary',
      count: 2,
      regime: 'visa-free',
      maxDays: 30,
      withinDays: null,
      status: 'not-needed',
      days: 14,
      words: ['No visa for stays of up to 30 days.'],
      conflicts: [],
      options: [],
      applyBy: null,
      applyByWorst: null,
      sources: ['us-state-country-2025-07-18'],
    },
  ],
  passages: [passage('entry', START), passage('exit', '2027-07-16')],
  registration: [
    {
      needed: 'yes',
      from: START,
      to: '2027-07-16',
      travellers: ['party-1'],
      by: '2027-07-16',
      where: 'stop-9',
      why: 'Stays of 10 days or more are registered. The count is in working days.',
      how: 'At an office of OVIR.',
      fees: [],
      conflicts: [],
      sources: ['mfa-tj-2022-01-07'],
    },
  ],
  nights: stops.map(({ id, altitudeM, nights }, at) => {
    return { stop: id, altitudeM, gainM: at === 0 ? null : altitudeM! - stops[at - 1].altitudeM!, nights };
  }),
  calendar: [
    event(
      'apply-gbao-worst',
      'apply-by-worst',
      '2027-06-14',
      'Apply for the GBAO permit: safer day, for a slow office',
    ),
    event('apply-gbao', 'apply-by', '2027-06-21', 'Apply for the GBAO permit'),
    event('departure', 'departure', START, 'The trip begins in Dushanbe'),
    event('entry', 'entry', START, 'Enter Tajikistan by air, Dushanbe airport'),
    event('check-in-stop-2', 'check-in', '2027-07-05', 'Tell your contact at home that you are in Kalai-Khumb'),
    event('register', 'register-by', '2027-07-16', 'Last day to register the stay'),
    event('last-day-party-1', 'last-day', '2027-08-01', 'Last day you may stay (US passport, 2 people)'),
  ],
  findings: [
    finding({
      rule: 'TJ402',
      severity: 'error',
      ...spanOf(pamirSource, '[darvoz, vanj, rushan, shughnan]'),
      subject: 'permit-1',
      message: 'The GBAO permit does not list Ishkashim and Murghab, which the trip enters on days 6 to 15',
      help: 'Ask for a permit that names all districts, or leave these places out.',
    }),
    finding({
      rule: 'TJ301',
      severity: 'warning',
      line: 9,
      column: 5,
      endColumn: 16,
      subject: 'stop-2',
      message: 'Kalai-Khumb lies in an area where Canada says: avoid all travel',
    }),
    finding({
      rule: 'TJ303',
      severity: 'warning',
      line: 9,
      column: 5,
      subject: 'leg-1',
      message: 'Mined ground along the Afghan border: mines reported. The area is drawn generously.',
    }),
    finding({
      rule: 'TJ502',
      severity: 'warning',
      line: 13,
      column: 5,
      endColumn: 12,
      subject: 'stop-6',
      message: 'You sleep 1,010 m higher than the night before; above 2,750 m the advice is at most 500 m a night',
    }),
    finding({
      rule: 'TJ902',
      severity: 'warning',
      line: null,
      column: null,
      subject: 'trip',
      message: 'The German advice used here is two years old and past its review date',
    }),
  ],
  checklist: [
    item(
      'medevac-insurance',
      'Buy insurance that covers evacuation by air, your highest pass and areas your government advises against.',
      'before-booking',
      1,
      '2027-05-03',
    ),
    item(
      'satellite-phone',
      'Carry a satellite phone or messenger; there is no signal for days.',
      'before-departure',
      1,
      '2027-06-19',
      'done',
    ),
    item('register-embassy', 'Register the trip with your embassy.', 'before-departure', 2, '2027-06-26'),
    item(
      'alpine-consultation',
      'See a doctor who knows altitude before sleeping above 2,300 m.',
      'before-departure',
      2,
      '2027-06-05',
    ),
    item(
      'cash-usd',
      'Bring clean dollar notes for the whole Pamir stretch; there are hardly any cash machines.',
      'before-departure',
      2,
      null,
    ),
    item(
      'ovir-registration',
      'Register with OVIR if you stay longer than 10 days without an e-Visa.',
      'on-arrival',
      1,
      '2027-07-13',
    ),
    item(
      'mine-stay-on-road',
      'Keep to the road surface or a path in daily use. Stay off shoulders, ditches and unmarked trails, for photographs and toilet stops too.',
      'on-the-road',
      1,
      null,
    ),
    item(
      'mine-do-not-touch',
      'Touch nothing that looks like ammunition, and no unknown metal.',
      'on-the-road',
      1,
      null,
    ),
    item(
      'after-dark',
      'Be indoors before dusk near the Afghan border. After dark do not drive, cycle, camp or stay outside there.',
      'on-the-road',
      1,
      null,
    ),
    item(
      'ask',
      'Ask the homestay, the driver and the border guards about the last few days before each border stretch. Wait or turn back if they say so.',
      'on-the-road',
      1,
      null,
    ),
    item('camps', 'Do not stop near mining camps, road works or border posts along the river.', 'on-the-road', 2, null),
    item(
      'company',
      'Travel the border road with others, best with a local driver or guide.',
      'before-departure',
      2,
      null,
    ),
    item('vary', 'Vary the times and places at which you stop near the border.', 'on-the-road', 3, null),
    item('photos', 'No photographs of border posts, soldiers or bridges.', 'on-the-road', 3, null),
    item('river', "Stay away from the water's edge.", 'on-the-road', 3, null),
  ],
  contacts: [
    {
      name: 'Ambulance',
      numbers: ['103', '03'],
      what: 'from a mobile or a landline; no English spoken',
      serves: null,
      sources: [],
    },
    { name: 'Tourist police', numbers: ['0200'], what: 'anywhere in the country', serves: null, sources: [] },
    {
      name: 'US Embassy Dushanbe',
      numbers: ['+992 37 229 2000'],
      what: 'emergencies of US citizens, day and night',
      serves: ['US'],
      sources: [],
    },
  ],
  notChecked: [
    { subject: 'neighbours’ papers', why: 'this version does not check the visas of neighbours' },
    { subject: 'weather, snow and the state of the road today', why: 'the data ship with the program' },
    { subject: 'leg-5', why: 'no road is known there, so a straight line was used' },
    { subject: 'anything published after 22 November 2026', why: 'tajcheck works offline' },
  ],
  zones,
  authorities,
  sources: [
    source('US Department of State', 'Tajikistan Travel Advisory', '2026-09-04'),
    source('US Department of State', 'Country information', '2025-07-18', true),
    source('US Department of State', 'Tajikistan Travel Advisory', '2023-11-27', true),
    source('Global Affairs Canada', 'Travel advice for Tajikistan', '2026-07-29'),
    source('Department of Foreign Affairs and Trade (Australia)', 'Tajikistan', '2026-01-21'),
    source('Auswärtiges Amt', 'Tadschikistan: Reise- und Sicherheitshinweise', '2024-11-20', true),
    source('Foreign, Commonwealth & Development Office', 'Regional risks', '2026-08-19'),
    source('Foreign, Commonwealth & Development Office', 'Entry requirements', '2026-07-09'),
    source('Department of Foreign Affairs (Ireland)', 'Tajikistan', '2026-03-23'),
    source('Ministry of Foreign Affairs and Trade (New Zealand)', 'Tajikistan', '2024-03-22', true),
    source('Federal Department of Foreign Affairs (Switzerland)', 'Tadjikistan', '2024-09-24', true),
    source('Visit Pamirs', 'Permits and fees', null),
    source('GeoNames', 'Gazetteer', null),
    source('OpenStreetMap contributors', 'Borders by timezone-boundary-builder', '2026-01-01'),
  ],
};

function passage(kind: 'entry' | 'exit', date: string): Assessment['passages'][number] {
  return {
    ...{ kind, subject: kind, date, by: 'air', neighbour: null, place: 'Dushanbe airport', post: null },
    ...{
      status: null,
      foreigners: null,
      statusDate: null,
      words: null,
      hours: null,
      confidence: 'certain',
      sources: [],
    },
  };
}

function event(
  id: string,
  kind: Assessment['calendar'][number]['kind'],
  date: string,
  text: string,
): Assessment['calendar'][number] {
  const daysLeft = daysBetween('2026-11-22', date);
  return { id, kind, date, text, why: 'Because it matters.', who: 'traveller', daysLeft, sources: [] };
}

type Told = Pick<ReportedFinding, 'rule' | 'severity' | 'line' | 'column' | 'subject' | 'message'> &
  Partial<ReportedFinding>;

export function finding(told: Told): ReportedFinding {
  return {
    slug: 'a-slug',
    confidence: 'certain',
    help: '',
    file: FILE,
    endLine: told.line,
    endColumn: null,
    zone: null,
    authority: null,
    sources: [],
    fingerprint: `${told.rule}-${told.subject}`,
    suppressed: null,
    dependsOnToday: false,
    ...told,
  };
}

function item(
  id: string,
  text: string,
  stage: Assessment['checklist'][number]['stage'],
  priority: 1 | 2 | 3,
  by: string | null,
  status: 'open' | 'done' = 'open',
): Assessment['checklist'][number] {
  const rest = { who: 'traveller', required: null } as const;
  return { id, text, why: 'Because it matters.', by, stage, priority, status, ...rest, where: ['trip'], sources: [] };
}

/** Where a piece of text stands in a source, as findings say it. */
function spanOf(source: string, text: string): Pick<ReportedFinding, 'line' | 'column' | 'endLine' | 'endColumn'> {
  const line = source.split('\n').findIndex((one) => one.includes(text)) + 1;
  const column = source.split('\n')[line - 1].indexOf(text) + 1;
  return { line, column, endLine: line, endColumn: column + text.length };
}

/** A file that can be read only in part: nothing in it may look safe. */
export const faultyTrip: Assessment = {
  ...pamirTrip,
  itinerary: { file: FILE, title: null, start: null, end: null, days: null },
  overall: { level: null, byAuthority: {} },
  stops: [
    { ...stops[0], id: 'stop-1', from: null, to: null, nights: 1, advisories: advise(home) },
    {
      ...stops[0],
      id: 'stop-2',
      name: 'Iskandarkull',
      lon: null,
      lat: null,
      country: null,
      from: null,
      to: null,
      nights: 0,
      altitudeM: null,
      zones: null,
      near: [],
      advisories: null,
      borderKm: null,
    },
  ],
  legs: [
    {
      ...legs[0],
      id: 'leg-1',
      from: 'stop-1',
      to: 'stop-2',
      basis: 'unknown',
      date: null,
      lengthKm: null,
      hours: null,
      highestM: null,
      corridorKm: null,
      crossings: null,
      corridorZones: [],
      countries: [],
      advisories: null,
    },
  ],
  permits: [],
  visas: [],
  passages: [],
  registration: null,
  nights: [],
  calendar: [],
  findings: [
    finding({
      rule: 'TJ201',
      severity: 'error',
      ...spanOf(faultySource, 'Iskandarkull'),
      subject: 'stop-2',
      message: 'No place is called “Iskandarkull”',
      help: 'Did you mean Iskanderkul?',
    }),
    finding({
      rule: 'TJ103',
      severity: 'error',
      ...spanOf(faultySource, 'nigths'),
      subject: 'stop-2',
      message: 'The key “nigths” is not known',
      help: 'Did you mean nights?',
    }),
    finding({
      rule: 'TJ102',
      severity: 'error',
      ...spanOf(faultySource, 'two'),
      subject: 'stop-3',
      message: 'Nights must be a whole number',
    }),
    finding({
      rule: 'TJ107',
      severity: 'warning',
      ...spanOf(faultySource, '{ lat: 69.62, lon: 40.28 }'),
      subject: 'stop-4',
      message: 'Latitude and longitude look swapped',
    }),
    finding({
      rule: 'TJ202',
      severity: 'warning',
      ...spanOf(faultySource, 'Somewhere Else'),
      subject: 'stop-4',
      message: 'No place is called “Somewhere Else”',
    }),
    finding({
      rule: 'TJ203',
      severity: 'warning',
      line: null,
      column: null,
      subject: 'trip',
      message: 'The trip has no start date, so nothing that needs a date was checked',
    }),
  ],
  checklist: [],
  contacts: [],
  notChecked: [{ subject: 'stop-2', why: 'its place is not known' }],
  sources: [],
};
