/** The last line: the one next thing to do, on one line. */
import type { Assessment, PermitCheck, ReportedFinding } from '../../assessment.ts';
import { cropText, textWidth } from '../../terminal/width.ts';
import type { Page } from './page.ts';
import { byStage } from './todo.ts';
import { baseName, compareDates, sayDate } from './words.ts';

/** The same thing said at length and in brief; the longest that fits is taken. */
export function writeNextStep(page: Page): string {
  const wordings = nextStep(page.assessment).map((wording) => `Next: ${wording}`);
  const fitting = wordings.find((wording) => textWidth(wording) <= page.width);
  return page.chalk.bold(fitting ?? cropText(wordings[wordings.length - 1], page.width));
}

function nextStep(assessment: Assessment): string[] {
  const open = assessment.findings.filter(({ suppressed }) => !suppressed);
  const errors = open.filter(({ severity }) => severity === 'error').sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  const unreadable = errors.find(({ rule }) => /^TJ[12]/.test(rule));
  if (unreadable) return sayFix(unreadable);

  const unknown = assessment.stops.find(({ lon }) => lon === null);
  if (unknown)
    return [
      `say where “${unknown.name}” is (at: { lat: …, lon: … }) and check again.`,
      'say where the unknown stop is and check again.',
    ];

  const wanted = assessment.permits.filter(
    ({ status }) => status === 'missing' || status === 'incomplete' || status === 'outside-validity',
  );
  const permit = wanted.sort((a, b) => needRank(a) - needRank(b) || compareDates(a.applyBy, b.applyBy))[0];
  if (permit?.need === 'certain') return sayApply(permit, assessment.asOf);
  if (errors.length > 0) return sayFix(errors[0]);

  const items = assessment.checklist.filter(({ status }) => status === 'open');
  const item = items.sort((a, b) => a.priority - b.priority || byStage(a, b))[0];
  if (item?.priority === 1) return sayDo(item.text, item.by);
  if (permit) return sayApply(permit, assessment.asOf);
  if (item) return sayDo(item.text, item.by);
  return [
    'run this again a week before you leave and on the day: advice changes.',
    'check again before you leave: advice changes.',
  ];
}

function sayFix({ line, file, message }: ReportedFinding): string[] {
  const where = line === null ? `mend ${baseName(file)}` : `fix line ${line} of ${baseName(file)}`;
  return [`${where}: ${message}`];
}

function sayApply({ name, applyBy, applyByWorst, status }: PermitCheck, asOf: string): string[] {
  const what = status === 'missing' ? `apply for the ${name}` : `have the ${name} put right`;
  if (applyBy === null) return [`${what}: no lead time is known, so ask now.`, `${what}: ask now.`];
  if (applyBy < asOf)
    return [`${what} now: the usual last day, ${sayDate(applyBy)}, is past.`, `${what} now: it is late.`];
  const by = `${what} by ${sayDate(applyBy)}`;
  return applyByWorst === null || applyByWorst === applyBy
    ? [`${by}.`]
    : [`${by}, better by ${sayDate(applyByWorst)}.`, `${by}.`];
}

function sayDo(text: string, by: string | null): string[] {
  const plain = text.replace(/\.$/, '');
  return by === null ? [`${plain}.`] : [`${plain}, by ${sayDate(by)}.`, `by ${sayDate(by)}: ${plain}.`];
}

function needRank({ need }: PermitCheck): number {
  return need === 'certain' ? 0 : 1;
}
