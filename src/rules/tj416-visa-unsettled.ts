import type { Finding, Span } from '../finding.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { VisaKind } from '../knowledge/schema/papers.ts';
import { allowanceOn, type VisaJudgement } from '../visas/check-visas.ts';
import { namePassport } from '../visas/passport-name.ts';
import { sayOnce } from '../visas/say-once.ts';
import { mayAskFor } from '../visas/terms.ts';
import { sayDispute, sayRegime, sayTerms } from '../visas/words.ts';
import { findingOn, type Rule } from './rule.ts';

export const visaUnsettled: Rule = {
  id: 'TJ416',
  slug: 'visa-unsettled',
  severity: 'warning',
  title: 'On what terms the passport is let in is not settled',
  what: 'Sources differ on whether this passport needs a visa, on how long it may stay or on how often it may come in, or none of them says. The strictest reading counts, and what is unknown never counts as free.',
  fix: 'Ask an embassy of the country before booking, and keep the answer.',
  check: ({ visas, knowledge }) =>
    sayOnce(
      visas.flatMap((judgement) => {
        const why = whyOpen(judgement);
        const entries = secondEntry(judgement);
        const first = why === null ? (printedDoubt(judgement) ?? offeredDoubt(judgement)) : { why };
        return [
          ...(first === null ? [] : [findDoubt(judgement, first, knowledge)]),
          ...(entries ? [findDoubt(judgement, entries, knowledge)] : []),
        ];
      }),
    ),
};

interface Doubt {
  readonly why: 'differ' | 'unknown' | 'length' | 'printed' | 'unprinted' | 'offered' | 'entries';
  readonly about?: { readonly subject: string; readonly span: Span | null };
  readonly kind?: VisaKind;
  readonly says?: readonly string[];
  readonly sources?: readonly string[];
}

function findDoubt({ traveller, terms, check }: VisaJudgement, doubt: Doubt, knowledge: Knowledge): Finding {
  const { why, kind, says, sources } = doubt;
  const about = doubt.about ?? { subject: traveller.id, span: traveller.spans.nationality ?? traveller.span };
  return findingOn('TJ416', 'warning', about, {
    args: {
      why,
      passport: namePassport(traveller, knowledge),
      terms: sayTerms(check.regime, check.maxDays, check.withinDays),
      // All of them name the same regime: only its length is open.
      agreed: check.regime !== null && (terms?.disputes.every(({ regime }) => regime === check.regime) ?? false),
      regime: sayRegime(check.regime),
      days: check.days,
      visa: kind?.name ?? null,
      says: says ? [...says] : (terms?.disputes ?? []).map((one) => sayDispute(one, terms?.rule?.regime ?? null)),
    },
    sources: [...(sources ?? kind?.sources ?? check.sources)],
  });
}

function whyOpen({ terms, kinds, needsVisa }: VisaJudgement): 'differ' | 'unknown' | 'length' | null {
  // A visa in the file that serves even by the strictest reading settles it; a passport that is refused, too.
  const isSettled = kinds.length > 0 && kinds.every(({ kind }) => mayAskFor(kind, terms?.regime ?? null));
  if (terms === null || isSettled || terms.regime === 'not-recognised') return null;
  if (terms.unsettled) return 'differ';
  if (terms.regime === null) {
    // Where only the way of arriving is in doubt, another rule speaks of it.
    return terms.passedOver.some(({ why }) => why === 'entry-unmet' || why === 'entry-unsaid') ? null : 'unknown';
  }
  return !needsVisa && terms.maxDays === null && terms.regime !== 'citizen' ? 'length' : null;
}

/** A visa in the file without its days, on a stay longer than one source allows on that kind, or where none says. */
function printedDoubt({ kinds, terms, check: { days } }: VisaJudgement): Doubt | null {
  for (const used of kinds) {
    const { visa, kind } = used;
    if (visa.days !== null || terms === null) continue;
    const says = shorterBy(kind, days);
    if (says.length === 0 && allowanceOn(used, terms).maxDays !== null) continue;
    const about = { subject: visa.id, span: visa.span };
    return { why: says.length > 0 ? 'printed' : 'unprinted', about, kind, says };
  }
  return null;
}

/** The visa that is still to be got for the stay is shorter by one source than by the others. */
function offeredDoubt({ kinds, terms, needsVisa, check: { days } }: VisaJudgement): Doubt | null {
  if (kinds.length > 0 || !needsVisa || terms === null || days === null) return null;
  const [kind] = terms.kinds.filter(({ maxDays }) => maxDays !== null && maxDays >= days);
  const says = kind === undefined ? [] : shorterBy(kind, days);
  return says.length > 0 ? { why: 'offered', kind, says } : null;
}

const shorterBy = ({ conflicts }: VisaKind, days: number | null): string[] =>
  conflicts.flatMap(({ maxDays, says }) => (maxDays !== undefined && days !== null && days > maxDays ? [says] : []));

/** Who needs no visa comes in again on the same terms, and one source calls them good for one entry. */
function secondEntry({ rule, kinds, stays, check }: VisaJudgement): Doubt | null {
  const free = stays.filter((stay) => !kinds.some((used) => used.stays.includes(stay)));
  if (rule?.singleEntry === undefined || check.regime !== rule.regime || free.length < 2) return null;
  const { says, sources } = rule.singleEntry;
  return { why: 'entries', about: { subject: free[1].entry.subject, span: free[1].entry.span }, says: [says], sources };
}
