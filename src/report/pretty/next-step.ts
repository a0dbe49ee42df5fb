/** The last line: the one next thing to do, on one line. */

import type { PermitCheck, VisaCheck } from '../../assessment/papers.ts';
import type { Assessment, ReportedFinding } from '../../assessment.ts';
import { compareText } from '../../compare.ts';
import { addDays } from '../../dates.ts';
import { cropText, textWidth } from '../../terminal/width.ts';
import { isMendable } from './faults.ts';
import type { Page } from './page.ts';
import { baseName, sayDate } from './words.ts';

/** Advice is read again this many days before the start. */
const LAST_LOOK_DAYS = 7;

/** The same thing said at length and in brief; the longest that fits is taken. */
export function writeNextStep(page: Page): string {
  const wordings = nextStep(page.assessment).map((wording) => `Next: ${wording}`);
  const fitting = wordings.find((wording) => textWidth(wording) <= page.width);
  return page.chalk.bold(fitting ?? cropText(wordings[wordings.length - 1], page.width));
}

function nextStep(assessment: Assessment): string[] {
  const { findings, stops, permits, visas } = assessment;
  const faults = findings
    .filter((finding) => !finding.suppressed && isMendable(finding) && finding.severity !== 'info')
    .sort((a, b) => (a.line ?? Number.MAX_SAFE_INTEGER) - (b.line ?? Number.MAX_SAFE_INTEGER));
  // A paper that is missing is a fault of the trip, not of the file; a comment that silences nothing can wait.
  const slips = faults.filter(({ rule }) => !/^TJ(11[3-6]|40[12347]|41[1234]|420|603)$/.test(rule));
  const error = slips.find(({ severity }) => severity === 'error');
  if (error) return sayFix(error);

  const unknown = stops.find(({ lon, country }) => lon === null && country === null);
  if (unknown)
    return [
      `say where “${unknown.name}” is (at: { lat: …, lon: … }) and check again.`,
      'say where the unknown stop is and check again.',
    ];

  // A pass under snow, a night too high.
  const danger = findings.find(({ rule, severity, suppressed }) => {
    return severity === 'error' && !suppressed && rule.startsWith('TJ5');
  });
  if (danger) return sayFix(danger);

  const wanted = [...permits.flatMap(wantedPermit), ...visas.flatMap(wantedVisa)].sort((a, b) =>
    compareText(firstDay(a), firstDay(b)),
  );
  if (wanted.length > 0) return sayApply(wanted[0], assessment);

  const unconfirmed = permits.find(
    ({ status, need, applied }) => status === 'check' && need === 'certain' && applied === null,
  );
  if (unconfirmed) return sayAsk(unconfirmed);
  const unsettled = visas.find(({ status }) => status === 'check');
  if (unsettled) return sayAskVisa(unsettled);
  if (faults.length > 0) return sayFix(faults[0]);
  return sayLookAgain(assessment);
}

function sayFix({ line, file, message }: ReportedFinding): string[] {
  if (line === null) return [`mend ${baseName(file)}: ${message}`, `mend it: ${message}`];
  return [`fix line ${line} of ${baseName(file)}: ${message}`, `fix line ${line}: ${message}`];
}

/** A paper still to be got, and by when. */
interface Wanted {
  readonly what: string;
  readonly applyBy: string | null;
  readonly applyByWorst: string | null;
  /** The day planned, which is too late. */
  readonly notOn?: string;
}

/** What nobody knows the last day of comes before all days. */
const firstDay = ({ applyBy, applyByWorst }: Wanted): string => applyByWorst ?? applyBy ?? '';

function wantedPermit({ name, status, from, applied, applyBy, applyByWorst }: PermitCheck): Wanted[] {
  if (status === 'not-needed') return [];
  const due = applyBy ?? (from === null ? null : addDays(from, -1));
  if (applied !== null && due !== null && applied > due) {
    return [{ what: `apply for the ${name}`, notOn: applied, applyBy, applyByWorst }];
  }
  if (status !== 'missing' && status !== 'incomplete' && status !== 'outside-validity') return [];
  const what = status === 'missing' ? `apply for the ${name}` : `have the ${name} put right`;
  return [{ what, applyBy, applyByWorst }];
}

function wantedVisa({ nationality, status, applyBy, applyByWorst }: VisaCheck): Wanted[] {
  const what = {
    missing: `apply for the visa (${nationality} passport)`,
    'outside-validity': `get a visa for all days (${nationality} passport)`,
    'too-short': `get a longer visa or shorten the stay (${nationality} passport)`,
    refused: `find another passport to enter on than ${nationality}`,
    held: null,
    'not-needed': null,
    check: null,
  }[status];
  return what === null ? [] : [{ what, applyBy, applyByWorst }];
}

function sayApply({ what, applyBy, applyByWorst, notOn }: Wanted, { asOf, itinerary }: Assessment): string[] {
  if (applyBy === null) {
    if (applyByWorst !== null)
      return [applyByWorst < asOf ? `${what}: ask now.` : `${what} by ${sayDate(applyByWorst)}.`];
    return itinerary.start === null
      ? [`${what}; without a start date the last day for it is not known.`, `${what}: ask now.`]
      : [`${what}: no lead time is known, so ask now.`, `${what}: ask now.`];
  }
  if (applyBy < asOf)
    return [`${what} now: the usual last day, ${sayDate(applyBy)}, is past.`, `${what} now: it is late.`];
  const by = `${what} by ${sayDate(applyBy)}`;
  if (notOn !== undefined) return [`${by}, not only on ${sayDate(notOn)}.`, `${by}.`];
  return applyByWorst === null || applyByWorst === applyBy
    ? [`${by}.`]
    : [`${by}, better by ${sayDate(applyByWorst)}.`, `${by}.`];
}

function sayAskVisa({ nationality }: VisaCheck): string[] {
  const whose = `with a ${nationality || 'not readable'} passport`;
  return [`ask the embassy on what terms you are let in ${whose}.`, 'ask the embassy on what terms you are let in.'];
}

function sayAsk({ name, issuer }: PermitCheck): string[] {
  return [`ask whether your way needs the ${name}: ${issuer}.`, `ask whether your way needs the ${name}.`];
}

/** Advice changes: the first source that falls due, or a week before the start, whichever comes first. */
function sayLookAgain({ asOf, itinerary: { start }, sources, stops, legs, findings }: Assessment): string[] {
  const due = sources
    .map(({ reviewBy }) => reviewBy)
    .filter((day) => day >= asOf)
    .sort(compareText)[0];
  const before = start === null ? null : addDays(start, -LAST_LOOK_DAYS);
  const isWhole = stops.every(({ zones }) => zones !== null) && legs.every(({ crossings }) => crossings !== null);
  const isSilenced = findings.some(({ severity, suppressed }) => severity === 'error' && suppressed !== null);
  const known = isSilenced
    ? 'no fault but those silenced'
    : isWhole
      ? 'nothing known is missing'
      : 'no fault in the file';
  if (before !== null && before < asOf)
    return [`${known}; check again on the day you leave: advice changes.`, 'check again on the day you leave.'];
  if (due !== undefined && (before === null || due < before)) {
    return [`${known}; check again by ${sayDate(due)}: a source falls due.`, `check again by ${sayDate(due)}.`];
  }
  return before === null
    ? [`${known}; check again a week before you leave: advice changes.`, 'check again a week before you leave.']
    : [`${known}; check again by ${sayDate(before)}: a week to go.`, `check again by ${sayDate(before)}.`];
}
