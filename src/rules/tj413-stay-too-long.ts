import type { VisaJudgement } from '../visas/check-visas.ts';
import { namePassport } from '../visas/passport-name.ts';
import { sayOnce } from '../visas/say-once.ts';
import { findingOn, type Rule } from './rule.ts';
import type { Trip } from './trip.ts';

export const stayTooLong: Rule = {
  id: 'TJ413',
  slug: 'stay-too-long',
  severity: 'error',
  title: 'The stay is longer than the passport or the visa allows',
  what: 'The days in the country, the day of entry and the day of exit among them, are more than the terms of entry or the visa in the file give. Leaving a day late is an overstay.',
  fix: 'Leave by the last day allowed, or get a visa for longer before you travel.',
  check: (trip) =>
    sayOnce(
      trip.visas.flatMap((judgement) => {
        const { excess, check, traveller } = judgement;
        if (excess === null) return [];
        const { visa, maxDays, withinDays, lastDay, over } = excess;
        const longer = visa === null ? judgement.terms?.kinds.find((kind) => (kind.maxDays ?? 0) > maxDays) : undefined;
        const less = longer?.conflicts.flatMap((conflict) => conflict.maxDays ?? []) ?? [];
        return [
          findingOn('TJ413', 'error', placeOf(judgement, trip), {
            args: {
              passport: namePassport(traveller, trip.knowledge),
              ...{ maxDays, withinDays, lastDay, over },
              days: check.days,
              visa: visa?.type ?? null,
              longer: longer?.name ?? null,
              longerDays: longer?.maxDays ?? null,
              lessDays: less.length > 0 ? Math.min(...less) : null,
              overstay: trip.knowledge.entry.overstay.words,
            },
            sources: [...new Set([...check.sources, ...trip.knowledge.entry.overstay.sources])],
          }),
        ];
      }),
    ),
};

/** The days printed on the visa; else the stop in which the last day allowed falls. */
function placeOf({ excess, traveller }: VisaJudgement, { stops }: Trip) {
  const { visa, lastDay } = excess!;
  if (visa?.spans.days !== undefined) return { subject: visa.id, span: visa.spans.days };
  const stop = stops.findLast(({ from, to }) => lastDay !== null && from !== null && from <= lastDay && lastDay <= to!);
  if (stop === undefined) return { subject: traveller.id, span: traveller.spans.nationality ?? traveller.span };
  return { subject: stop.stop.id, span: stop.stop.spans.nights ?? stop.stop.span };
}
