import { deadlineArgs } from '../visas/deadline.ts';
import { hintsOf, sayDispute, sayRegime } from '../visas/words.ts';
import { findingOn, type Rule } from './rule.ts';

export const visaMissing: Rule = {
  id: 'TJ411',
  slug: 'visa-missing',
  severity: 'error',
  title: 'A visa that the passport needs is not in the itinerary',
  what: 'By the strictest of the sources this passport is not let in without a visa or an authorisation got before travel, and `visas:` lists none that serves for it.',
  fix: 'Apply in time, then list it under `visas:` with its type, its dates and its days.',
  check: ({ visas, asOf }) =>
    visas
      .filter(({ check }) => check.status === 'missing')
      .map(({ check, terms, traveller, unfit, stays }) =>
        findingOn(
          'TJ411',
          'error',
          { subject: traveller.id, span: traveller.spans.nationality ?? traveller.span },
          {
            args: {
              nationality: traveller.nationality,
              kind: traveller.passport.kind,
              needed: `${sayRegime(check.regime)}${terms?.before ? ', prepared before travel' : ''}`,
              before: terms?.before ?? null,
              maxDays: check.maxDays,
              days: check.days,
              unfit: unfit.map(({ kind }) => kind.name),
              // What leaves the terms open has a rule of its own.
              hints:
                terms === null ? [] : [...hintsOf(terms), ...(terms.unsettled ? [] : terms.disputes.map(sayDispute))],
              ...deadlineArgs(check, asOf),
              // Without days in the trip there is nothing to count back from.
              published: stays[0]?.from == null || check.applyBy !== null || check.applyByWorst !== null,
            },
            sources: check.sources,
          },
        ),
      ),
};
