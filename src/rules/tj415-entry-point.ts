import type { Stay } from '../borders/passages.ts';
import type { Finding } from '../finding.ts';
import type { VisaRule } from '../knowledge/schema/papers.ts';
import { arrivalMeets } from '../visas/arrival.ts';
import type { VisaJudgement } from '../visas/check-visas.ts';
import { namePassport } from '../visas/passport-name.ts';
import { sayOnce } from '../visas/say-once.ts';
import { strictnessOf } from '../visas/terms.ts';
import { sayDispute, sayTerms } from '../visas/words.ts';
import { findingOn, type Rule } from './rule.ts';
import type { Trip } from './trip.ts';

export const entryPoint: Rule = {
  id: 'TJ415',
  slug: 'entry-point',
  severity: 'error',
  title: 'The terms of entry hold for another way of arriving',
  what: 'This passport is let in more freely only at one airport, or on one flight. An error when the file says that the country is entered otherwise, a warning when it does not say how. A warning too where the country is entered by land, or it is not said how, on a visa of which no source says which crossings take it.',
  fix: 'Say with `entry:` and `exit:` how you come and go; if it is another way, get a visa that may be used there.',
  check: (trip) =>
    sayOnce(trip.visas.flatMap((judgement) => [...otherWay(judgement, trip), ...atLand(judgement, trip)])),
};

function otherWay({ terms, traveller, kinds, stays, check }: VisaJudgement, trip: Trip): Finding[] {
  // Whoever holds a visa that serves does not enter on these terms.
  if (terms === null || kinds.length > 0) return [];
  const better = terms.passedOver.filter(
    ({ rule, why }) =>
      (why === 'entry-unmet' || why === 'entry-unsaid') && strictnessOf(rule.regime) < strictnessOf(terms.regime),
  );
  if (better.length === 0) return [];
  const { rule, why } = better.find((one) => one.why === 'entry-unsaid') ?? better[0];
  const disputes = rule.disputes.filter((one) => one.nationalities.includes(traveller.nationality));
  return [
    findingOn('TJ415', why === 'entry-unmet' ? 'error' : 'warning', placeOf(rule.entry!, stays, trip), {
      args: {
        passport: namePassport(traveller, trip.knowledge),
        terms: sayTerms(rule.regime, rule.maxDays, rule.withinDays),
        words: rule.entry!.words,
        unmet: why === 'entry-unmet',
        known: check.regime !== null,
        before: rule.before,
        says: disputes.map((one) => sayDispute(one, rule.regime)),
        visa: null,
      },
      sources: rule.sources,
    }),
  ];
}

/** A visa in the file that no source says is good at a land crossing, where the way in is one or may be. */
function atLand({ kinds, traveller }: VisaJudgement, { knowledge }: Trip): Finding[] {
  return kinds.flatMap(({ kind, stays }) => {
    if (kind.anyCrossing === true) return [];
    const overland = stays.map(({ entry }) => entry).filter(({ by }) => by !== 'air');
    return overland.map(({ subject, span, place, by }) => {
      const passport = namePassport(traveller, knowledge);
      const args = { passport, visa: kind.name, place, where: kind.where, isLand: by === 'land' };
      return findingOn('TJ415', 'warning', { subject, span }, { args, sources: kind.sources });
    });
  });
}

/** The first way in, or else out, that is not as the terms ask; of what the file says of it, the part that decides. */
function placeOf(condition: NonNullable<VisaRule['entry']>, stays: readonly Stay[], { itinerary, knowledge }: Trip) {
  const isMet = ({ entry }: Pick<Stay, 'entry'>): boolean => {
    const arrival = { by: entry.by, place: entry.place, from: entry.beyond };
    return arrivalMeets(condition, arrival, undefined, knowledge) === true;
  };
  const { entry, exit } = stays.find((stay) => !isMet(stay)) ?? stays[0];
  const end = isMet({ entry }) ? 'exit' : 'entry';
  const { subject, span, by } = end === 'exit' ? exit : entry;
  const spans = subject === end ? (itinerary[end]?.spans ?? {}) : {};
  const said = by === condition.by ? (spans.from ?? spans.to ?? spans.place) : spans.by;
  return { subject, span: said ?? span };
}
