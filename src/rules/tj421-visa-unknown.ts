import type { Finding } from '../finding.ts';
import { didYouMean } from '../itinerary/did-you-mean.ts';
import { kindOf } from '../visas/held.ts';
import { namePassport } from '../visas/passport-name.ts';
import { findingOn, type Rule } from './rule.ts';

export const visaUnknown: Rule = {
  id: 'TJ421',
  slug: 'visa-unknown',
  severity: 'error',
  title: 'The itinerary lists a visa that tajcheck cannot place',
  what: 'The kind of visa is not known, which is an error because what is not understood cannot count as held; or it is for a nationality that nobody in the party has, which is a warning.',
  fix: 'Use one of the kinds that `tajcheck visa` prints, and the nationality of the passport it is in.',
  check: ({ itinerary, knowledge }) =>
    itinerary.visas.flatMap((visa): Finding[] => {
      const at = (key: string) => ({ subject: visa.id, span: visa.spans[key] ?? visa.span });
      const known = knowledge.visaKinds.flatMap(({ id, aliases }) => [id, ...aliases]);
      const isOurs = itinerary.party.some(({ nationality }) => nationality === visa.nationality);
      // It may be for the one whose nationality cannot be read.
      const confidence = itinerary.party.some(({ nationality }) => nationality === '') ? 'possible' : 'certain';
      const { type: written, nationality } = visa;
      return [
        ...(kindOf(visa, knowledge.visaKinds) === null
          ? [findingOn('TJ421', 'error', at('type'), { args: { written, known: didYouMean(written, known) } })]
          : []),
        ...(itinerary.party.length > 0 && !isOurs
          ? [
              findingOn('TJ421', 'warning', at('nationality'), {
                confidence,
                args: {
                  written: null,
                  passport: namePassport(
                    { nationality, passport: { kind: 'ordinary', expires: null, blankPages: null } },
                    knowledge,
                  ),
                },
              }),
            ]
          : []),
      ];
    }),
};
