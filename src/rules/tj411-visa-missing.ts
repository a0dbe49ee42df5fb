import { surenessOfStay } from '../borders/passages.ts';
import { namePassport } from '../visas/passport-name.ts';
import { hintsOf, sayDispute, sayRegime } from '../visas/words.ts';
import { findingOn, type Rule, surest } from './rule.ts';

export const visaMissing: Rule = {
  id: 'TJ411',
  slug: 'visa-missing',
  severity: 'error',
  title: 'A visa that the passport needs is not in the itinerary',
  what: 'By the strictest of the sources this passport is not let in without a visa or an authorisation got before travel, and `visas:` lists none that serves for it.',
  fix: 'Apply in time, then list it under `visas:` with its type, its dates and its days.',
  check: ({ visas, knowledge }) =>
    visas
      .filter(({ check }) => check.status === 'missing')
      .map(({ check, terms, traveller, unfit, stays }) => {
        const { confidence } = surest(stays.map((stay) => ({ confidence: surenessOfStay(stay) })));
        return findingOn(
          'TJ411',
          // A way through the country that is only guessed at asks for no visa for certain.
          confidence === 'possible' ? 'warning' : 'error',
          { subject: traveller.id, span: traveller.spans.nationality ?? traveller.span },
          {
            confidence,
            args: {
              passport: namePassport(traveller, knowledge),
              needed: `${sayRegime(check.regime)}${terms?.before ? ', prepared before travel' : ''}`,
              before: terms?.before ?? null,
              maxDays: check.maxDays,
              days: check.days,
              unfit: unfit.map(({ kind }) => kind.name),
              // What leaves the terms open has a rule of its own.
              hints:
                terms === null
                  ? []
                  : [
                      ...hintsOf(terms),
                      ...(terms.unsettled
                        ? []
                        : terms.disputes.map((one) => sayDispute(one, terms.rule?.regime ?? null))),
                    ],
              applyBy: check.applyBy,
              worst: check.applyByWorst,
              margin: check.options.find(({ applyBy }) => applyBy === check.applyBy)?.marginDays ?? 0,
              // Without days in the trip there is nothing to count back from.
              published: stays[0]?.from == null || check.applyBy !== null || check.applyByWorst !== null,
            },
            sources: check.sources,
          },
        );
      }),
};
