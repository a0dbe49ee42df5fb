import { groupBy } from '../group-by.ts';
import { isSure, type VisaFault } from '../visas/held.ts';
import { namePassport } from '../visas/passport-name.ts';
import { sayOnce } from '../visas/say-once.ts';
import { findingOn, type Rule } from './rule.ts';

export const visaDates: Rule = {
  id: 'TJ412',
  slug: 'visa-dates',
  severity: 'error',
  title: 'The visa does not cover the whole stay',
  what: 'The visa that the stay needs begins after the entry, ends before the exit, or was used up by an earlier entry. What the file does not say of it, and a trip without days, is a warning; so is a visa that is applied for and not yet in hand, and from the day of entry an error.',
  fix: 'Change the dates of the trip or get another visa; say the dates and entries that are missing. Take `applied:` out once the visa is in hand.',
  dependsOnToday:
    'A visa that is applied for is a warning until the day of entry; on a trip without days, a visa fails once its last day is past.',
  check: ({ visas, knowledge, asOf }) =>
    sayOnce(
      visas.flatMap(({ faults, check, traveller }) =>
        // One finding for each visa: what is sure comes first.
        [...groupBy(faults, ({ visa }) => visa.id).values()].map((own) => {
          const fault = own.find(isSure) ?? own[0];
          const { visa, why, key, stay } = fault;
          return findingOn(
            'TJ412',
            isSure(fault) || isOverdue(fault, asOf) ? 'error' : 'warning',
            { subject: visa.id, span: (key === null ? undefined : visa.spans[key]) ?? visa.span },
            {
              args: {
                why,
                passport: namePassport(traveller, knowledge),
                type: visa.type,
                from: visa.from,
                to: visa.to,
                applied: visa.applied,
                due: visa.applied !== null && visa.applied > asOf,
                entry: stay.from,
                exit: stay.to,
              },
              sources: check.sources,
            },
          );
        }),
      ),
    ),
};

/** Whoever is in already, and has the visa still to come, has none. */
const isOverdue = ({ why, stay }: VisaFault, asOf: string): boolean =>
  why === 'planned' && stay.from !== null && stay.from <= asOf;
