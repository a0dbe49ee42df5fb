import { namePassport } from '../visas/passport-name.ts';
import { sayOnce } from '../visas/say-once.ts';
import { lengthOf } from '../visas/stay-length.ts';
import { findingOn, type Rule } from './rule.ts';

export const overstayEdge: Rule = {
  id: 'TJ423',
  slug: 'overstay-edge',
  severity: 'info',
  title: 'The trip ends on the last day allowed',
  what: 'The day of exit is the last day that the terms of entry or the visa allow. A road that is shut for one day, or a flight that is put off, makes it an overstay.',
  fix: 'Plan to leave a day or more earlier, or get a visa for longer.',
  check: ({ visas, knowledge }) =>
    sayOnce(
      visas.flatMap(({ traveller, check, excess, faults, held, stays }) => {
        if (excess !== null || faults.length > 0) return [];
        const stay = stays.find(
          (one) =>
            (check.maxDays !== null && lengthOf(one) === check.maxDays) ||
            (one.to !== null && held.some(({ to }) => to === one.to)),
        );
        if (stay === undefined) return [];
        const { subject, span } = stay.exit;
        const { words, sources } = knowledge.entry.overstay;
        return [
          findingOn(
            'TJ423',
            'info',
            { subject, span },
            {
              args: { passport: namePassport(traveller, knowledge), exit: stay.to, words },
              sources: [...new Set([...check.sources, ...sources])],
            },
          ),
        ];
      }),
    ),
};
