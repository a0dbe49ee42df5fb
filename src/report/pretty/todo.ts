/** What to do, stage by stage, the weightiest first. */
import type { ChecklistItem } from '../../assessment/to-do.ts';
import { compareText } from '../../compare.ts';
import { sentence } from '../../sentence.ts';
import { wrap } from '../../terminal/wrap.ts';
import type { Page } from './page.ts';
import { cutTail, writeSection } from './page.ts';
import { sayDate } from './words.ts';

export const stages: readonly ChecklistItem['stage'][] = [
  'before-booking',
  'before-departure',
  'on-arrival',
  'on-the-road',
];
export const stageWords: Record<ChecklistItem['stage'], string> = {
  'before-booking': 'Before booking',
  'before-departure': 'Before departure',
  'on-arrival': 'On arrival',
  'on-the-road': 'On the road',
};
const MOST_ITEMS = 6;
/** Things that could save a life or the trip are not cut for the sake of a short page. */
const MOST_URGENT = 15;

export function writeTodo(page: Page): string[] {
  const weighed = [...page.assessment.checklist].sort(
    (a, b) => byStatus(a, b) || Number(isUrgent(b)) - Number(isUrgent(a)) || a.priority - b.priority || byStage(a, b),
  );
  const { shown, more } = cutTail(
    page,
    weighed,
    Math.max(MOST_ITEMS, Math.min(weighed.filter(isUrgent).length, MOST_URGENT)),
  );
  const urgent = weighed.slice(shown.length).filter(isUrgent).length;
  const ordered = [...shown].sort((a, b) => byStage(a, b) || a.priority - b.priority);
  return writeSection(page, 'What to do', [
    ...stages.flatMap((stage) =>
      writeStage(
        page,
        stage,
        ordered.filter((item) => item.stage === stage),
      ),
    ),
    ...(more > 0
      ? wrap(`and ${more} more${urgent > 0 ? `, ${urgent} of them as important` : ''}: --verbose`, page.width, 2)
      : []),
  ]);
}

export function isUrgent({ priority, required, status }: ChecklistItem): boolean {
  return (priority === 1 || required !== null) && status === 'open';
}

function writeStage(page: Page, stage: ChecklistItem['stage'], items: readonly ChecklistItem[]): string[] {
  if (items.length === 0) return [];
  const dates = [...new Set(items.map(({ by }) => by))];
  // One date for the whole stage is said once.
  const shared = dates.length === 1 ? dates[0] : null;
  return [
    ...wrap(`${stageWords[stage]}${shared ? `, by ${sayDate(shared)}` : ''}:`, page.width, 2),
    ...items.flatMap((item) => writeItem(page, item, shared === null)),
  ];
}

function writeItem(page: Page, item: ChecklistItem, dated: boolean): string[] {
  const { text, why, by, status, who, required } = item;
  const isLate = by !== null && by < page.assessment.asOf && status === 'open';
  const date = dated && by ? `${isLate ? 'Now, was due by' : 'By'} ${sayDate(by)}: ` : '';
  const must = required !== null && status === 'open' ? `${page.chalk.yellow('Required:')} ` : '';
  const doer = page.verbose ? ` (${who})` : '';
  const reason = page.verbose ? [why, required ?? ''].filter(Boolean).map((said) => ` ${sentence(said)}`) : [];
  const line = `${status === 'done' ? '[x]' : '[ ]'} ${must}${date}${sentence(text)}${doer}${reason.join('')}`;
  return wrap(line, page.width, 2, 6);
}

export function byStage(a: ChecklistItem, b: ChecklistItem): number {
  return stages.indexOf(a.stage) - stages.indexOf(b.stage) || compareText(a.by ?? '9', b.by ?? '9');
}

/** What is done makes room for what is open. */
function byStatus(a: ChecklistItem, b: ChecklistItem): number {
  return Number(a.status === 'done') - Number(b.status === 'done');
}
