/** Boxes to tick, in the order in which they fall due. */
import type { ChecklistItem } from '../../assessment/to-do.ts';
import type { Assessment } from '../../assessment.ts';
import { groupBy } from '../../group-by.ts';
import { capitalise, sentence } from '../../sentence.ts';
import { escapeProse as prose } from '../escape-markdown.ts';
import { cite, type Notes } from './notes.ts';
import { sayDay } from './papers.ts';

const stageWords: Record<ChecklistItem['stage'], string> = {
  'before-booking': 'Before booking',
  'before-departure': 'Before departure',
  'on-arrival': 'On arrival',
  'on-the-road': 'On the road',
};

const howToTick = [
  'To tick a line for good, add its id to `mitigations:` in the itinerary. Permits and visas are ticked by being',
  'listed there.',
];

/** What must be settled before anything is paid comes first, though it has no day of its own; the rest by day. */
export function writeChecklist({ checklist, asOf }: Assessment, notes: Notes): string[] {
  if (checklist.length === 0) return [];
  const groups = [
    ...groupBy(checklist, ({ by, stage }) => {
      return by === null ? stageWords[stage] : `By ${sayDay(by)}${by < asOf ? ', which is past' : ''}`;
    }),
  ];
  const isFirst = ([heading]: [string, ChecklistItem[]]) => heading === stageWords['before-booking'];
  const ordered = [...groups.filter(isFirst), ...groups.filter((group) => !isFirst(group))];
  return [
    ...['', '## Checklist', '', ...howToTick],
    ...ordered.flatMap(([heading, items]) => [
      '',
      `### ${heading}`,
      '',
      ...items.map((item) => writeItem(item, notes)),
    ]),
  ];
}

function writeItem({ id, text, why, who, status, required, sources }: ChecklistItem, notes: Notes): string {
  const must = required === null ? '' : ` **Required:** ${prose(sentence(required))}`;
  const reason = why === '' ? '' : ` ${prose(sentence(why))}`;
  const box = status === 'done' ? '[x]' : '[ ]';
  return `- ${box} **${prose(sentence(text))}**${reason}${must} ${capitalise(who)}. \`${id}\`${cite(sources, notes)}`;
}
