import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countryCodes, otherPassports } from '../../src/itinerary/countries.ts';
import type { VisaRule } from '../../src/knowledge/schema/papers.ts';
import { strictnessOf, type TermsQuestion, termsFor } from '../../src/visas/terms.ts';
import { knowledge } from '../trip.ts';

const ask = (nationality: string, rest: Partial<TermsQuestion> = {}): TermsQuestion => ({
  nationality,
  age: null,
  passport: 'ordinary',
  entry: null,
  on: '2027-07-03',
  ...rest,
});
const terms = (nationality: string, rest: Partial<TermsQuestion> = {}) => termsFor(ask(nationality, rest), knowledge());

/** One rule for a country of our own making, over whatever is told. */
const rule = (id: string, rest: Partial<VisaRule>): VisaRule => ({
  id,
  regime: 'visa-free',
  nationalities: ['AQ'],
  passports: ['ordinary'],
  ...{ minAge: null, entry: null, maxDays: 30, withinDays: null, before: null, from: null, until: null },
  ...{ words: '', disputes: [], asOf: '2026-11-22', sources: ['wikipedia-visa-policy'] },
  ...rest,
});
const under = (...visaRules: VisaRule[]) => termsFor(ask('AQ'), { ...knowledge(), visaRules });
const dispute = (regime: VisaRule['disputes'][number]['regime']) => [
  { nationalities: ['AQ'], regime, says: 'Otherwise.', sources: ['wikipedia-visa-policy'] },
];

describe('the rule that counts', () => {
  test('is the most favourable of those that apply, and of equals the longest', () => {
    expect(under(rule('a', { regime: 'visa' }), rule('b', {}), rule('c', { maxDays: 60 })).rule!.id).toBe('c');
    expect(under(rule('a', { regime: 'visa', maxDays: null }), rule('b', { regime: 'e-visa' })).regime).toBe('e-visa');
  });

  test('holds from its first day to its last', () => {
    const on = (day: string) => terms('TR', { on: day }).regime;
    expect([on('2021-12-31'), on('2022-01-01'), on('2024-04-19'), on('2024-04-20')]).toEqual([
      null,
      'visa-free',
      'visa-free',
      'visa',
    ]);
  });

  test('counts as the stricter of what its sources say, and unknown is stricter than any visa', () => {
    expect(under(rule('a', { disputes: dispute('visa') }))).toMatchObject({
      regime: 'visa',
      maxDays: null,
      unsettled: true,
    });
    expect(under(rule('a', { disputes: dispute(null) }))).toMatchObject({ regime: null, unsettled: true });
    expect(under(rule('a', { regime: 'e-visa', disputes: dispute('visa-free') }))).toMatchObject({
      regime: 'e-visa',
      maxDays: 30,
      unsettled: true,
    });
    expect(under(rule('a', { regime: 'visa', disputes: dispute('e-visa') }))).toMatchObject({ unsettled: false });
  });

  test('is not disputed for those whom the dispute does not name', () => {
    const others = dispute('visa').map((one) => ({ ...one, nationalities: ['BV'] }));
    expect(under(rule('a', { disputes: others }))).toMatchObject({ regime: 'visa-free', unsettled: false });
  });

  test('is refusal, whatever else is on record', () => {
    expect(under(rule('a', {}), rule('b', { regime: 'not-recognised', maxDays: null })).regime).toBe('not-recognised');
  });

  test('for another passport or age is told of, and not used', () => {
    expect(terms('IN').regime).toBe('e-visa');
    expect(terms('IN').passedOver.map(({ why }) => why)).toEqual(['passport']);
    expect(terms('IN', { passport: 'service' })).toMatchObject({ regime: 'visa-free', maxDays: null });
    expect(terms('CN', { age: 54 }).passedOver.map(({ why }) => why)).toContain('too-young');
    expect(terms('CN').passedOver.map(({ why }) => why)).toContain('age-unknown');
    expect(terms('CN', { age: 55 })).toMatchObject({ regime: 'visa-free', maxDays: 14 });
    expect(terms('CN', { passport: 'public-affairs' })).toMatchObject({ regime: 'visa-free', maxDays: 30 });
  });
});

describe('a way of arriving', () => {
  const iran = (entry: TermsQuestion['entry'], exit?: TermsQuestion['exit']) => terms('IR', { entry, exit }).regime;
  const flight = { by: 'air', place: 'Dushanbe', from: 'Tehran (IKA)' } as const;

  test('is met by the airport of the town, and by the city in any of its names', () => {
    expect(iran(flight)).toBe('visa-free');
    expect(iran({ ...flight, place: 'DYU', from: 'تهران' })).toBe('visa-free');
    expect(iran(flight, { by: 'air', to: 'Тегеран' })).toBe('visa-free');
  });

  test('is not met by another airport, city or way, nor by another way back', () => {
    for (const entry of [
      { ...flight, place: 'Khujand' },
      { ...flight, from: 'Istanbul' },
      { ...flight, by: 'land' as const },
      { ...flight, by: null },
      { ...flight, place: null },
      { ...flight, place: 'Nowhere at all' },
      { ...flight, from: null },
      null,
    ]) {
      expect(iran(entry), JSON.stringify(entry)).not.toBe('visa-free');
    }
    expect(iran(flight, { by: 'land', to: 'Tehran' })).not.toBe('visa-free');
    expect(iran(flight, null)).not.toBe('visa-free');
  });

  test('that is plainly another is told from one that is not said', () => {
    const why = (entry: TermsQuestion['entry']) =>
      terms('IR', { entry }).passedOver.find((one) => one.rule.entry !== null)!.why;
    expect(why({ by: 'land', place: null, from: null })).toBe('entry-unmet');
    expect(why({ by: 'air', place: null, from: null })).toBe('entry-unsaid');
  });
});

describe('every passport', () => {
  const anybody = fc.record({
    nationality: fc.constantFrom(...countryCodes, ...otherPassports),
    age: fc.option(fc.integer({ min: 0, max: 120 })),
    passport: fc.constantFrom('ordinary', 'diplomatic', 'service', 'public-affairs'),
    entry: fc.constantFrom(
      null,
      { by: 'land', place: null, from: null },
      { by: 'air', place: 'dushanbe-airport', from: 'Tehran' },
    ),
    on: fc.constantFrom('2021-06-01', '2023-06-01', '2024-04-20', '2027-07-03'),
  }) as fc.Arbitrary<TermsQuestion>;

  test('is free of a visa only where a rule in force says so and no source is stricter', () => {
    fc.assert(
      fc.property(anybody, (question) => {
        const { regime, rule: counted, disputes } = termsFor(question, knowledge());
        if (regime === null || strictnessOf(regime) > strictnessOf('visa-free')) return;
        expect(counted!.nationalities).toContain(question.nationality);
        expect(counted!.passports).toContain(question.passport);
        expect(counted!.from === null || counted!.from <= question.on).toBe(true);
        expect(counted!.until === null || question.on <= counted!.until).toBe(true);
        for (const other of disputes) expect(strictnessOf(other.regime)).toBeLessThanOrEqual(strictnessOf(regime));
      }),
    );
  });

  test('gains nothing by saying less', () => {
    fc.assert(
      fc.property(anybody, (question) => {
        const said = strictnessOf(termsFor(question, knowledge()).regime);
        const unsaid = strictnessOf(termsFor({ ...question, age: null, entry: null }, knowledge()).regime);
        expect(unsaid).toBeGreaterThanOrEqual(said);
      }),
    );
  });

  test('that needs a visa may ask for one', () => {
    for (const nationality of [...countryCodes, ...otherPassports]) {
      const { regime, kinds } = terms(nationality);
      expect(kinds.length > 0, nationality).toBe(regime !== 'citizen' && regime !== 'not-recognised');
    }
  });
});
