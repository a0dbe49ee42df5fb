/** What to do, stage by stage, the weightiest first. */
import type { ChecklistItem } from '../../assessment.ts';
import { compareText } from '../../compare.ts';
import { wrap } from '../../terminal/wrap.ts';
import type { Page } from './page.ts';
import { cutTail, writeSection } from './page.ts';
import { sayDate, sentence } from './words.ts';

const stages: readonly ChecklistItem['stage'][] = ['before-booking', 'before-departure', 'on-arrival', 'on-the-road'];
const stageWords: Record<ChecklistItem['stage'], string> = {
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
    (a, b) => byStatus(a, b) || a.priority - b.priority || byStage(a, b),
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

function isUrgent({ priority, status }: ChecklistItem): boolean {
  return priority === 1 && status === 'open';
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

function writeItem(page: Page, { text, why, by, status }: ChecklistItem, dated: boolean): string[] {
  const date = dated && by ? `By ${sayDate(by)}: ` : '';
  const reason = page.verbose && why ? ` ${sentence(why)}` : '';
  return wrap(`${status === 'done' ? '[x]' : '[ ]'} ${date}${sentence(text)}${reason}`, page.width, 2, 6);
}

function byStage(a: ChecklistItem, b: ChecklistItem): number {
  return stages.indexOf(a.stage) - stages.indexOf(b.stage) || compareText(a.by ?? '9', b.by ?? '9');
}

/** What is done makes room for what is open. */
function byStatus(a: ChecklistItem, b: ChecklistItem): number {
  return Number(a.status === 'done') - Number(b.status === 'done');
}
