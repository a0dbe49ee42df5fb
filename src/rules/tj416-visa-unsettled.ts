import type { VisaJudgement } from '../visas/check-visas.ts';
import { sayOnce } from '../visas/say-once.ts';
import { sayDispute, sayRegime, sayTerms } from '../visas/words.ts';
import { findingOn, type Rule } from './rule.ts';

export const visaUnsettled: Rule = {
  id: 'TJ416',
  slug: 'visa-unsettled',
  severity: 'warning',
  title: 'On what terms the passport is let in is not settled',
  what: 'Sources differ on whether this passport needs a visa or on how long it may stay, or none of them says. The strictest reading counts, and what is unknown never counts as free.',
  fix: 'Ask a Tajik embassy before booking, and keep the answer.',
  check: ({ visas }) =>
    sayOnce(
      visas.flatMap((judgement) => {
        const { traveller, terms, check } = judgement;
        const why = whyOpen(judgement);
        const doubt = why === null ? printedDoubt(judgement) : null;
        if (why === null && doubt === null) return [];
        const about = doubt
          ? { subject: doubt.visa.id, span: doubt.visa.span }
          : { subject: traveller.id, span: traveller.spans.nationality ?? traveller.span };
        return [
          findingOn('TJ416', 'warning', about, {
            args: {
              why: why ?? 'printed',
              nationality: traveller.nationality,
              kind: traveller.passport.kind,
              terms: sayTerms(check.regime, check.maxDays, check.withinDays),
              // All of them name the same regime: only its length is open.
              agreed:
                check.regime !== null && (terms?.disputes.every(({ regime }) => regime === check.regime) ?? false),
              regime: sayRegime(check.regime),
              days: check.days,
              visa: doubt?.kind.name ?? null,
              says: doubt ? doubt.shorter.map(({ says }) => says) : (terms?.disputes ?? []).map(sayDispute),
            },
            sources: doubt ? doubt.kind.sources : check.sources,
          }),
        ];
      }),
    ),
};

function whyOpen({ terms, kinds, needsVisa }: VisaJudgement): 'differ' | 'unknown' | 'length' | null {
  // A visa in the file that serves even by the strictest reading settles it; a passport that is refused, too.
  if (terms === null || kinds.length > 0 || terms.regime === 'not-recognised') return null;
  if (terms.unsettled) return 'differ';
  if (terms.regime === null) {
    // Where only the way of arriving is in doubt, another rule speaks of it.
    return terms.passedOver.some(({ why }) => why === 'entry-unmet' || why === 'entry-unsaid') ? null : 'unknown';
  }
  return !needsVisa && terms.maxDays === null && terms.regime !== 'citizen' ? 'length' : null;
}

/** A visa in the file without its days, on a stay longer than one of the sources allows on that kind. */
function printedDoubt({ kinds, check: { days } }: VisaJudgement) {
  for (const { visa, kind } of kinds) {
    const shorter = kind.conflicts.filter(({ maxDays }) => maxDays !== undefined && days !== null && days > maxDays);
    if (visa.days === null && shorter.length > 0) return { visa, kind, shorter };
  }
  return null;
}
