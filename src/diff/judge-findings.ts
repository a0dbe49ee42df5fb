/** Which findings came, went, or weigh otherwise. */
import type { Assessment, ReportedFinding } from '../assessment.ts';
import { sureness } from '../finding.ts';
import { groupBy } from '../group-by.ts';
import type { Level } from '../knowledge/schema/parts.ts';
import type { Alignment } from './align.ts';
import type { Because, DifferenceOf } from './difference.ts';
import { effectOf } from './difference.ts';
import { type Pair, pairInRounds, type Round } from './pair-off.ts';

type Finding = ReportedFinding;

/** The graver, the higher. */
const weight = { error: 2, warning: 1, info: 0 } as const;

/** `guessed` are the legs that are a guess now and were none. */
export function judgeFindings(
  before: Assessment,
  after: Assessment,
  alignment: Alignment,
  guessed: ReadonlySet<string>,
): DifferenceOf<'finding'>[] {
  const sides = { left: before.findings, right: after.findings };
  const { pairs, left, right } = pairInRounds(sides, rounds(alignment));
  const [waysBefore, waysAfter] = [
    waysOf(before, alignment.nameBefore, alignment),
    waysOf(after, (id) => id, alignment),
  ];
  const gone = left.map((finding) => {
    const isSameWay = isOnWay(finding, alignment.nameBefore(finding.subject), waysAfter, alignment);
    return tell(finding, null, judgeGone(finding, { isSameWay, alignment, guessed }));
  });
  const come = right.map((finding) => {
    return tell(null, finding, judgeNew(finding, isOnWay(finding, finding.subject, waysBefore, alignment)));
  });
  const both = pairs.map((pair) =>
    tell(pair.before, pair.after, [
      ...judgeLevel(levelIn(before, pair.before), levelIn(after, pair.after), pair),
      ...judgePair(pair.before, pair.after, guessed),
    ]),
  );
  return [...come, ...gone, ...both].filter(({ because }) => because.length > 0);
}

function tell(before: Finding | null, after: Finding | null, because: Because[]): DifferenceOf<'finding'> {
  return { kind: 'finding', effect: effectOf(because), because, before, after };
}

/** What is told on each part of the way that the stops now cut otherwise, and the zones there. */
interface Ways {
  readonly findings: ReadonlyMap<string, Finding[]>;
  readonly zones: ReadonlySet<string>;
}

function waysOf(assessment: Assessment, name: (subject: string) => string, { sectionOf }: Alignment): Ways {
  const cut = assessment.findings.filter(({ subject }) => sectionOf(name(subject)) !== null);
  const zones = assessment.legs.flatMap(({ id, crossings, corridorZones }) => {
    const inside = [...(crossings ?? []).map(({ zone }) => zone), ...corridorZones];
    return inside.map((zone) => `${sectionOf(name(id))} ${zone}`);
  });
  return { findings: groupBy(cut, ({ subject }) => sectionOf(name(subject)) ?? ''), zones: new Set(zones) };
}

/**
 * A stop more on the same road makes two legs of one, and says nothing new: the other trip runs through the same zone
 * there, and the same authority says as much of it.
 */
function isOnWay(finding: Finding, leg: string, { findings, zones }: Ways, { sectionOf }: Alignment): boolean {
  const section = sectionOf(leg);
  if (section === null || finding.zone === null || !zones.has(`${section} ${finding.zone}`)) return false;
  return (findings.get(section) ?? []).some(
    ({ rule, authority, severity, confidence, suppressed }) =>
      rule === finding.rule &&
      authority === finding.authority &&
      suppressed === null &&
      weight[severity] >= weight[finding.severity] &&
      sureness[confidence] <= sureness[finding.confidence],
  );
}

/** The surest first. The words count without their numbers, which days and kilometres change. */
function rounds({ nameBefore, sectionOf }: Alignment): Round<Finding>[] {
  const round = (name: (finding: Finding, subject: string) => string | null): Round<Finding> => ({
    before: (finding) => name(finding, nameBefore(finding.subject)),
    after: (finding) => name(finding, finding.subject),
  });
  const area = ({ rule, zone, authority }: Finding) => [rule, zone, authority].join('\n');
  return [
    round((finding, subject) => [finding.fingerprint, subject, finding.message].join('\n')),
    round((finding, subject) => [finding.fingerprint, subject].join('\n')),
    round((finding, subject) => [area(finding), subject, words(finding)].join('\n')),
    round(({ fingerprint }) => fingerprint),
    // The same advice, now so high that another rule tells it.
    round(({ rule, zone, authority }, subject) =>
      zone === null || authority === null ? null : [rule.slice(0, 3), subject, zone, authority].join('\n'),
    ),
    // The same government there, now of another of its areas.
    round(({ rule, authority }, subject) =>
      authority === null ? null : [rule.slice(0, 3), subject, authority].join('\n'),
    ),
    // A leg cut in two, or two made one.
    round((finding, subject) => {
      const section = sectionOf(subject);
      return section === null ? null : [area(finding), section].join('\n');
    }),
  ];
}

const words = ({ message }: Finding): string => message.replace(/\d+/g, '#');

const weighs = ({ severity, suppressed }: Finding): boolean => suppressed === null && weight[severity] > 0;

function judgeNew(finding: Finding, isSameWay: boolean): Because[] {
  if (isSameWay) return [{ effect: 'changed', reason: 'same-way' }];
  return [{ effect: weighs(finding) ? 'worse' : 'changed', reason: 'new' }];
}

interface Gone {
  readonly isSameWay: boolean;
  readonly alignment: Alignment;
  readonly guessed: ReadonlySet<string>;
}

function judgeGone(finding: Finding, { isSameWay, alignment, guessed }: Gone): Because[] {
  if (isSameWay) return [{ effect: 'changed', reason: 'same-way' }];
  if (guessed.has(alignment.nameBefore(finding.subject))) {
    return [
      { effect: 'changed', reason: 'gone' },
      { effect: 'changed', reason: 'perhaps-hidden' },
    ];
  }
  return [
    { effect: weighs(finding) ? 'better' : 'changed', reason: 'gone' },
    ...(alignment.isGone(finding.subject) ? [{ effect: 'changed', reason: 'left-out' } as const] : []),
  ];
}

/** What the authority of a finding says there, of its area. */
function levelIn({ stops, legs }: Assessment, { subject, zone, authority }: Finding): Level | null {
  const there = [...stops, ...legs].find(({ id }) => id === subject)?.advisories ?? [];
  const levels = there.flatMap((one) => (one.zone === zone && one.authority === authority ? (one.level ?? []) : []));
  return levels.length === 0 ? null : (Math.max(...levels) as Level);
}

/** Of one and the same area the advice itself is told, once for all stops. */
function judgeLevel(before: Level | null, after: Level | null, pair: Pair<Finding>): Because[] {
  if (pair.before.zone === pair.after.zone || before === after) return [];
  if (pair.before.suppressed !== null || pair.after.suppressed !== null)
    return [{ effect: 'changed', reason: 'level' }];
  if (after === null) return [{ effect: 'worse', reason: 'level-unknown' }];
  return [{ effect: before === null || after > before ? 'worse' : 'better', reason: 'level' }];
}

/** To silence a finding makes no trip better. */
function judgePair(before: Finding, after: Finding, guessed: ReadonlySet<string>): Because[] {
  const because: Because[] = [];
  if (before.suppressed === null && after.suppressed !== null) because.push({ effect: 'changed', reason: 'silenced' });
  if (before.suppressed !== null && after.suppressed === null) {
    because.push({ effect: weighs(after) ? 'worse' : 'changed', reason: 'counts-again' });
  }
  const counts = before.suppressed === null && after.suppressed === null;
  const heavier = weight[after.severity] - weight[before.severity];
  if (heavier !== 0) {
    because.push({ effect: !counts ? 'changed' : heavier > 0 ? 'worse' : 'better', reason: 'severity' });
  }
  const surer = sureness[before.confidence] - sureness[after.confidence];
  if (surer !== 0) {
    // Of a guess nothing is ever sure.
    const matters = counts && (weighs(before) || weighs(after)) && (surer > 0 || !guessed.has(after.subject));
    because.push({ effect: !matters ? 'changed' : surer > 0 ? 'worse' : 'better', reason: 'confidence' });
  }
  if (before.message !== after.message && because.length === 0) because.push({ effect: 'changed', reason: 'words' });
  return because;
}
