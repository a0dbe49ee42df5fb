/** Two judgements of a trip compared: what got worse, what got better, which papers change. */
import type { Assessment } from '../assessment.ts';
import { severities } from '../finding.ts';
import { reaches, type Threshold } from '../policy/policy.ts';
import { summarise } from '../what-if/compare.ts';
import { align } from './align.ts';
import { blindSpots, withDoubt } from './blind-spots.ts';
import { type Diff, type Difference, type DiffSide, effects, type Kind, type Reason } from './difference.ts';
import { judgeAdvice, judgeInside } from './judge-advice.ts';
import { judgeFindings } from './judge-findings.ts';
import { judgePapers } from './judge-papers.ts';
import { judgeDates, judgeLegs, judgeNotChecked, judgeStops, judgeTodo, newlyGuessed } from './judge-way.ts';
import { withoutTrip } from './without-trip.ts';

/** One side of the comparison. */
export interface Side {
  /** How it was asked for. */
  readonly label: string;
  readonly assessment: Assessment;
  readonly understood: boolean;
}

/** `before` is null where the trip is new. `sameText`: both sides judge the same file. */
export function diffTrips(before: Side | null, after: Side, sameText = false): Diff {
  const old = before?.assessment ?? withoutTrip(after.assessment);
  const now = after.assessment;
  const alignment = align(old, now, sameText);
  const unseen = after.understood ? blindSpots(old, now, alignment) : [`all of ${now.itinerary.file}`];
  const advice = judgeAdvice(old, now, alignment);
  const guessed = newlyGuessed(old, now, alignment);
  const findings = judgeFindings(old, now, alignment, guessed);
  const whole = before === null || !before.understood || !after.understood;
  const found: Difference[] = [
    ...findings.map((finding) => asPaper(asAdvised(finding, advice), findings)),
    // What a finding says already is not told twice.
    ...advice.filter((one) => !isToldBy(one, findings)),
    ...judgeInside(old, now, guessed.size > 0),
    ...judgePapers(old, now, alignment),
    ...judgeDates(old, now),
    ...judgeStops(old, now, alignment),
    ...judgeLegs(old, now, alignment),
    ...judgeTodo(old, now, alignment),
    ...judgeNotChecked(old, now, alignment),
  ];
  // Of a trip that is on one side only, its findings say all.
  const kinds: readonly Kind[] = ['finding', 'permit', 'visa', 'passage', 'registration'];
  const told = whole ? found.filter(({ kind }) => kinds.includes(kind)) : found;
  const judged = unseen.length > 0 ? told.map(withDoubt) : told;
  const count = (wanted: string) => judged.filter(({ effect }) => effect === wanted).length;
  return {
    schema: 'tajcheck-diff-v1',
    before: before === null ? null : sideOf(before),
    after: sideOf(after),
    counts: { worse: count('worse'), better: count('better'), changed: count('changed') },
    unseen,
    differences: [...judged].sort((a, b) => effects.indexOf(a.effect) - effects.indexOf(b.effect) || gravest(a, b)),
    authorities: { ...old.authorities, ...now.authorities },
  };
}

function sideOf({ label, assessment, understood }: Side): DiffSide {
  const { itinerary, asOf, tool, policy } = assessment;
  return {
    label,
    file: itinerary.file,
    title: itinerary.title,
    asOf,
    tool,
    policy,
    understood,
    ...summarise(assessment),
  };
}

/** A finding of advice that nobody gives any more, though the trip still goes there, is not gone for the better. */
function asAdvised(difference: Difference, advice: readonly Difference[]): Difference {
  const { kind, before, after, effect } = difference;
  if (kind !== 'finding' || before === null || after !== null || effect !== 'better') return difference;
  const silent = advice.some(
    (one) =>
      one.kind === 'advice' &&
      one.because.some(({ reason }) => reason === 'no-longer-told') &&
      one.before?.zone === before.zone &&
      one.before.authority === before.authority,
  );
  return silent
    ? { ...difference, effect: 'changed', because: [{ effect: 'changed', reason: 'no-longer-told' }] }
    : difference;
}

/** What was said of a paper is not gone for the better when something graver is said of such papers now. */
function asPaper(difference: Difference, findings: readonly Difference[]): Difference {
  const { kind, before, after, effect } = difference;
  if (kind !== 'finding' || before === null || after !== null || effect !== 'better') return difference;
  // TJ40x is of permits, TJ41x and TJ42x of visas, passports and registration.
  const family = before.rule.slice(0, 4);
  const isGraver = findings.some(
    (one) =>
      one.kind === 'finding' &&
      one.effect === 'worse' &&
      one.after?.rule.startsWith(family) &&
      severities.indexOf(one.after.severity) < severities.indexOf(before.severity),
  );
  if (!family.startsWith('TJ4') || !isGraver) return difference;
  return { ...difference, effect: 'changed', because: [{ effect: 'changed', reason: 'graver-now' }] };
}

/** Advice that comes or goes, and findings that come or go with it. */
function isToldBy(advice: Difference, findings: readonly Difference[]): boolean {
  if (advice.kind !== 'advice' || (advice.before !== null && advice.after !== null)) return false;
  const { zone, authority } = (advice.before ?? advice.after)!;
  return findings.some((one) => {
    if (one.kind !== 'finding' || one.effect !== advice.effect) return false;
    if ((one.before === null) !== (advice.before === null) || (one.after === null) !== (advice.after === null))
      return false;
    const told = (one.after ?? one.before)!;
    return told.zone === zone && told.authority === authority;
  });
}

/** Errors first. */
function gravest(a: Difference, b: Difference): number {
  const weight = ({ kind, before, after }: Difference) =>
    kind === 'finding' ? severities.indexOf((after ?? before)!.severity) : severities.length;
  return weight(a) - weight(b);
}

/** Is a finding at or above the threshold new, raised, or no longer silenced? Advice whose level rises raises its own. */
export function failsAt({ differences }: Diff, failOn: Threshold): boolean {
  const isWorse = ({ because }: Difference, reasons: readonly Reason[]) =>
    because.some(({ effect, reason }) => effect === 'worse' && reasons.includes(reason));
  const levels: readonly Reason[] = ['level', 'level-unknown'];
  const areas = differences.flatMap((one) => (one.kind === 'advice' && isWorse(one, levels) ? (one.after ?? []) : []));
  return differences.some((one) => {
    if (one.kind !== 'finding' || one.after === null) return false;
    const { severity, suppressed, zone, authority } = one.after;
    if (suppressed !== null || !reaches(severity, failOn)) return false;
    return (
      one.because.some(({ reason }) => reason === 'new' || reason === 'counts-again') ||
      isWorse(one, ['severity', ...levels]) ||
      areas.some((area) => area.zone === zone && area.authority === authority)
    );
  });
}
