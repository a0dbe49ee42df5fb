/** Visa terms in words, for reports. What does not apply is told where knowing more, or coming otherwise, would change it. */
import type { VisaCheck } from '../assessment/papers.ts';
import type { VisaRule } from '../knowledge/schema/papers.ts';
import type { Regime } from '../knowledge/schema/parts.ts';
import { type Dispute, type PassedOver, strictnessOf, type Terms } from './terms.ts';

export const regimeWords: Readonly<Record<Regime, string>> = {
  citizen: 'a citizen, who needs no visa',
  'visa-free': 'no visa needed',
  'visa-on-arrival': 'a visa on arrival',
  'e-visa': 'an e-visa, got before travel',
  visa: 'a visa from an embassy, got before travel',
  'not-recognised': 'the passport is not recognised',
};

export const sayRegime = (regime: Regime | null): string => (regime === null ? 'not known' : regimeWords[regime]);

/** `US`; `South Ossetia` for what has no code. */
export function shortName(nationality: string): string {
  if (nationality === '') return 'unknown';
  if (/^[A-Z]{2}$/.test(nationality)) return nationality;
  return nationality.replace(
    /(^|-)(\w)/g,
    (_, dash: string, letter: string) => `${dash && ' '}${letter.toUpperCase()}`,
  );
}

/** `US diplomatic passport, 2 people` */
export function sayHolder({
  nationality,
  passport,
  count,
}: Pick<VisaCheck, 'nationality' | 'passport' | 'count'>): string {
  const kind = passport === 'ordinary' ? '' : ` ${passport}`;
  const paper =
    nationality === 'stateless' ? 'travel document of a stateless person' : `${shortName(nationality)}${kind} passport`;
  return `${paper}${count > 1 ? `, ${count} people` : ''}`;
}

/** `no visa needed for 30 days within 90`; a length that no source gives is said to be missing. */
export function sayTerms(regime: Regime | null, maxDays: number | null, withinDays: number | null): string {
  const words = sayRegime(regime);
  if (regime === null || regime === 'citizen' || regime === 'not-recognised') return words;
  if (maxDays === null) return regime === 'visa' ? words : `${words}; no source says for how many days`;
  return `${words}, for ${maxDays} days${withinDays === null ? '' : ` within ${withinDays}`}`;
}

/** `counted`: the regime that the dispute is held against; of the same one, only the length or the kind is open. */
export function sayDispute({ regime, says }: Dispute, counted: Regime | null): string {
  return regime === counted ? says : `Against that (${sayRegime(regime)}): ${says}`;
}

/** What another source says, and what would hold if the file said more or the trip were another. */
export function hintsOf({ regime, passedOver }: Terms): string[] {
  return passedOver.flatMap(({ rule, why }) =>
    why !== 'passport' && why !== 'ended' && strictnessOf(rule.regime) < strictnessOf(regime)
      ? [sayPassedOver(rule, why)]
      : [],
  );
}

function sayPassedOver(rule: VisaRule, why: PassedOver): string {
  const what = sayTerms(rule.regime, rule.maxDays, rule.withinDays);
  switch (why) {
    case 'age-unknown':
      return `From the age of ${rule.minAge} on: ${what}; the age is not given (\`age:\`).`;
    case 'too-young':
      return `From the age of ${rule.minAge} on only: ${what}.`;
    case 'entry-unsaid':
      return `For some arrivals: ${what}; how you come and go is not said in full (\`entry:\`, \`exit:\`). ${rule.entry!.words}`;
    case 'entry-unmet':
      return `For other arrivals: ${what}. ${rule.entry!.words}`;
    case 'passport':
      return `With another passport (${rule.passports.join(', ')}): ${what}.`;
    case 'not-yet':
      return `From ${rule.from} on: ${what}.`;
    case 'ended':
      return `Until ${rule.until}: ${what}; no longer.`;
  }
}
