/**
 * Who is let in on what terms, written down here from the sources by hand and not read from the data: the lists of 2022
 * and 2024, the data set of 2026-02-17, advice of governments, and the encyclopaedia's text.
 */
import { describe, expect, it, test } from 'vitest';
import { countryCodes, otherPassports } from '../../src/itinerary/countries.ts';
import type { PassportKind } from '../../src/itinerary/itinerary.ts';
import type { Regime } from '../../src/knowledge/schema/parts.ts';
import { type Terms, type TermsQuestion, termsFor } from '../../src/visas/terms.ts';
import { knowledge } from '../trip.ts';

const { visaRules, places, sources } = knowledge();

const byLand = { by: 'land', place: 'Dusti', from: 'Denau' } as const;
const toDushanbe = { by: 'air', place: 'Dushanbe', from: 'Istanbul' } as const;
const fromTehran = { by: 'air', place: 'Dushanbe airport', from: 'Tehran (IKA)' } as const;

const ask = (nationality: string, question: Partial<TermsQuestion> = {}): Terms =>
  termsFor({ nationality, age: 30, passport: 'ordinary', entry: byLand, on: '2027-07-03', ...question }, knowledge());

/** Nationalities, regime, days; null days: no source gives a length. Aged 30, ordinary passport, by land. */
type Row = readonly [string, Regime | null, number | null];

const byLandAt30: readonly Row[] = [
  // The 52 of 2022, less Brunei and Türkiye.
  ['AE AR AT AU BE BH CA CH CL CU CZ DE DK DO EC EE ES FI FR GR HR HU ID IS IT', 'visa-free', 30],
  ['JM JO JP KR KW LI LK LT LU LV MC MV MY NL NO NZ PH PL PT QA SA SE SG TH US', 'visa-free', 30],
  // The 24 of 2024, less the Vatican.
  ['AD BA BG BR BS CR CY IE KN LC ME MH MN MT MX OM RO RS SB SI SK SM VC', 'visa-free', 30],
  ['AM AZ UA', 'visa-free', 90],
  ['BY', 'visa-free', 90],
  ['UZ', 'visa-free', 30],
  ['GE KG KZ MD RU', 'visa-free', null],
  ['GB', 'e-visa', 60],
  ['BN', 'e-visa', 60],
  ['AG AO BD BF BI BJ BO BT BZ CF CG CI CM CO CV DJ ER ET FM GA GD GH GM GN GQ GT GW GY HK HN IN IQ', 'e-visa', 60],
  [
    'KE KH KI KP LR LS LY ML MM MO MR MU MW MZ NA NE NG NP NR PE PG PK PS PW PY SC SN SR SV SZ TD TT TW TZ UY',
    'e-visa',
    60,
  ],
  // 55 and older only; at 30 what the data set says.
  ['AL BB CN DM FJ LA MG MK NI PA', 'e-visa', 60],
  ['VU', 'visa', null],
  // By land nobody gets a visa on arrival.
  ['DZ LB MA TN VN EG IL TM VE ZA YE VA', 'visa', null],
  ['AF BW CD HT KM RW SD SL SO SS ST SY TG TL TO TV UG WS ZM ZW XK', 'visa', null],
  ['TR', 'visa', null],
  ['IR', 'visa', null],
  ['TJ', 'citizen', null],
  ['EH abkhazia somaliland south-ossetia transnistria', 'not-recognised', null],
  // Some may have an e-visa, and nobody says what holds for the others.
  ['stateless', null, null],
  ['AQ GG PR RE', null, null],
];

const flat = (rows: readonly Row[]) =>
  rows.flatMap(([codes, regime, days]) => codes.split(' ').map((code) => [code, regime, days] as const));

describe('terms at the age of 30, by land, on an ordinary passport', () => {
  it('covers the 198 passports of the data set, and those beside it', () => {
    const codes = flat(byLandAt30).map(([code]) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.length).toBe(198 + 7 + 4);
  });

  test.each(flat(byLandAt30))('%s: %s, %s days', (code, regime, days) => {
    expect(ask(code)).toMatchObject({ regime, maxDays: days });
  });

  test('an e-visa counts 60 days within 90', () => {
    expect(ask('IN').withinDays).toBe(90);
    expect(ask('GB').withinDays).toBe(90);
  });
});

describe('visa on arrival', () => {
  test.each(['EG', 'IL', 'TM', 'VE', 'ZA', 'YE', 'VA', 'DZ', 'LB', 'MA', 'TN', 'VN'])(
    '%s: 45 days, at Dushanbe airport, got before the flight',
    (code) => {
      const terms = ask(code, { entry: toDushanbe });
      expect(terms).toMatchObject({ regime: 'visa-on-arrival', maxDays: 45 });
      expect(terms.before).not.toBeNull();
      expect(ask(code, { entry: { ...toDushanbe, place: 'Khujand airport' } }).regime).toBe('visa');
      expect(ask(code, { entry: null }).regime).toBe('visa');
    },
  );

  test('Yemen needs a travel authorisation', () => {
    expect(ask('YE', { entry: toDushanbe }).before).toMatch(/travel authorisation/);
  });
});

describe('from the age of 55', () => {
  const all = 'AL BB CN DM DZ FJ LA LB MA MG MK NI PA TN VN VU'.split(' ');

  test.each(all)('%s: 14 days at 55, by any way', (code) => {
    expect(ask(code, { age: 55 })).toMatchObject({ regime: 'visa-free', maxDays: 14 });
    expect(ask(code, { age: 80, entry: null })).toMatchObject({ regime: 'visa-free', maxDays: 14 });
  });

  test.each(all)('%s: not at 54, nor at an unknown age', (code) => {
    for (const age of [54, null]) {
      const { regime } = ask(code, { age, entry: toDushanbe });
      const below = 'DZ LB MA TN VN'.includes(code) ? 'visa-on-arrival' : code === 'VU' ? 'visa' : 'e-visa';
      expect(regime).toBe(below);
    }
  });

  test('not before 1 May 2024', () => {
    expect(ask('MK', { age: 60, on: '2024-04-30' }).regime).toBe('e-visa');
    expect(ask('MK', { age: 60, on: '2024-05-01' }).regime).toBe('visa-free');
  });
});

describe('dates', () => {
  test('Türkiye: visa free from 2022 to 19 April 2024', () => {
    expect(ask('TR', { on: '2021-12-31' }).regime).toBeNull();
    expect(ask('TR', { on: '2022-01-01' })).toMatchObject({ regime: 'visa-free', maxDays: 30 });
    expect(ask('TR', { on: '2024-04-19' }).regime).toBe('visa-free');
    expect(ask('TR', { on: '2024-04-20' }).regime).toBe('visa');
  });

  test('the lists of 2022 and 2024', () => {
    expect(ask('DE', { on: '2021-12-31' }).regime).toBeNull();
    expect(ask('DE', { on: '2022-01-01' }).regime).toBe('visa-free');
    expect(ask('IE', { on: '2024-04-30' }).regime).toBeNull();
    expect(ask('IE', { on: '2024-05-01' }).regime).toBe('visa-free');
  });
});

describe('Iran', () => {
  const home = { by: 'air', to: 'Тегеран' } as const;

  test('visa free for 30 days within 90, from Tehran to Dushanbe by air', () => {
    const terms = { regime: 'visa-free', maxDays: 30, withinDays: 90 };
    expect(ask('IR', { entry: fromTehran, exit: home })).toMatchObject(terms);
    for (const from of ['تهران', 'Teheran', 'Тегеран']) {
      expect(ask('IR', { entry: { ...fromTehran, from }, exit: home })).toMatchObject(terms);
    }
  });

  test('a visa by every other way', () => {
    expect(ask('IR', { entry: { ...fromTehran, from: 'Istanbul' }, exit: home }).regime).toBe('visa');
    expect(ask('IR', { entry: { ...fromTehran, place: 'Khujand airport' }, exit: home }).regime).toBe('visa');
    expect(ask('IR', { entry: { ...fromTehran, by: 'land' }, exit: home }).regime).toBe('visa');
    expect(ask('IR', { entry: fromTehran, exit: { by: 'land', to: 'Osh' } }).regime).toBe('visa');
    expect(ask('IR', { entry: null }).regime).toBe('visa');
    expect(ask('IR', { entry: fromTehran, exit: home, on: '2024-08-09' }).regime).toBe('visa');
  });
});

const official: readonly (readonly [string, PassportKind, Regime | null, number | null])[] = [
  ['BN', 'diplomatic', 'visa-free', 14],
  ['BN', 'service', 'visa-free', 14],
  ['CN', 'diplomatic', 'visa-free', null],
  ['CN', 'service', 'visa-free', null],
  ['CN', 'public-affairs', 'visa-free', 30],
  ['HU', 'service', 'visa-free', 30],
  ['IN', 'diplomatic', 'visa-free', null],
  ['IN', 'service', 'visa-free', null],
  ['IR', 'service', 'visa-free', null],
  ['KP', 'diplomatic', 'visa-free', null],
  ['KR', 'service', 'visa-free', 30],
  ['MA', 'service', 'visa-free', null],
  ['PK', 'service', 'visa-free', null],
  ['PS', 'diplomatic', 'visa-free', 30],
  ['PS', 'service', 'visa-free', 30],
  ['RO', 'diplomatic', 'visa-free', 30],
  ['SG', 'diplomatic', 'visa-free', 30],
  ['TR', 'service', 'visa-free', null],
  ['AF', 'diplomatic', 'visa-free', null],
  ['AF', 'service', null, null],
  ['IT', 'diplomatic', 'visa-free', 30],
  ['JO', 'diplomatic', 'visa-free', 30],
  ['TM', 'diplomatic', 'visa-free', null],
  ['TM', 'service', null, null],
  ['UZ', 'diplomatic', 'visa-free', null],
  ['UZ', 'service', null, null],
  // Signed, not ratified.
  ['VE', 'diplomatic', null, null],
  ['VE', 'service', null, null],
  ['GB', 'diplomatic', null, null],
  ['US', 'diplomatic', 'visa-free', 30],
  ['TJ', 'diplomatic', 'citizen', null],
  ['transnistria', 'diplomatic', 'not-recognised', null],
];

describe('diplomatic, service and other official passports', () => {
  test.each(official)('%s %s: %s, %s days', (code, passport, regime, days) => {
    expect(ask(code, { passport })).toMatchObject({ regime, maxDays: days });
  });
});

describe('sources that differ', () => {
  test.each(['BN', 'VA', 'TR', 'GB', 'AF', 'SD', 'UG', 'HT', 'SY', 'ZW', 'IR'])(
    '%s: said, and not visa free',
    (code) => {
      const terms = ask(code, { entry: toDushanbe });
      expect(terms.disputes.length).toBeGreaterThan(0);
      expect(terms.regime).not.toBe('visa-free');
    },
  );

  test.each(['BY', 'GE', 'KZ', 'KG', 'MD', 'RU'])('%s: the length is said to be open', (code) => {
    expect(ask(code)).toMatchObject({ regime: 'visa-free', unsettled: true });
  });

  test('no dispute over the regime reads as visa free', () => {
    const disputed = visaRules.flatMap((rule) =>
      rule.disputes
        .filter(({ regime }) => regime !== rule.regime)
        .flatMap(({ nationalities }) =>
          nationalities.map((nationality) => ({ nationality, passport: rule.passports[0] })),
        ),
    );
    expect(disputed.length).toBeGreaterThan(20);
    for (const { nationality, passport } of disputed) {
      expect(ask(nationality, { passport, entry: toDushanbe }).regime, nationality).not.toBe('visa-free');
    }
  });

  test('nobody disputes the lists of the government for those who are left on them', () => {
    for (const id of ['visa-free-2022', 'visa-free-2024']) {
      expect(visaRules.find((rule) => rule.id === id)!.disputes).toEqual([]);
    }
    expect(ask('FR').unsettled).toBe(false);
  });
});

/** No source read names these passports; most of their people hold another. */
const unknown =
  'AI AQ AS AW AX BL BM BQ BV CC CK CW CX FK FO GF GG GI GL GP GS GU HM IM IO JE KY MF MP MQ MS NC NF NU PF PM PN PR RE ' +
  'SH SJ SX TC TF TK UM VG VI WF YT';

describe('data/visas/rules.yaml', () => {
  it('names every code and passport there is, or leaves it unknown on purpose', () => {
    const named = new Set(visaRules.flatMap(({ nationalities }) => nationalities));
    const left = [...countryCodes, ...otherPassports].filter((code) => !named.has(code));
    expect(left).toEqual(unknown.split(' '));
  });

  it('names nobody twice in a record, and disputes only for those in it', () => {
    for (const { id, nationalities, disputes } of visaRules) {
      expect(new Set(nationalities).size, id).toBe(nationalities.length);
      for (const dispute of disputes) expect(nationalities, id).toEqual(expect.arrayContaining(dispute.nationalities));
    }
  });

  it('gives one passport two regimes only by age, by the way of arriving or by date', () => {
    const clashes = visaRules.flatMap((one, at) =>
      visaRules.slice(at + 1).filter((other) => {
        const sameDays = (one.from ?? '') <= (other.until ?? '9') && (other.from ?? '') <= (one.until ?? '9');
        const sameEntry = JSON.stringify(one.entry) === JSON.stringify(other.entry);
        const shared = one.nationalities.some((code) => other.nationalities.includes(code));
        const sameKind = one.passports.some((kind) => other.passports.includes(kind));
        return shared && sameKind && sameDays && sameEntry && one.minAge === other.minAge;
      }),
    );
    expect(clashes.map(({ id }) => id)).toEqual([]);
  });

  it('lands at places that are airports, and ends after it begins', () => {
    for (const { id, entry: condition, from, until } of visaRules) {
      if (condition?.place) expect(places.find((place) => place.id === condition.place)?.kind, id).toBe('airport');
      if (from && until) expect(from <= until, id).toBe(true);
    }
  });

  it('is not newer than what it was read in', () => {
    for (const { id, asOf, sources: cited } of visaRules) {
      const dates = cited.map((source) => sources[source].published ?? sources[source].retrieved);
      expect(asOf <= [...dates].sort().at(-1)!, id).toBe(true);
    }
  });
});
