/** What to do, stage by stage, each with a box. The page's script keeps the ticks. */
import type { ChecklistItem } from '../../assessment/to-do.ts';
import { sentence } from '../../sentence.ts';
import { byStage, isUrgent, stages, stageWords } from '../pretty/todo.ts';
import { sayDate } from '../pretty/words.ts';
import { html, type Markup } from './markup.ts';
import { cite } from './notes.ts';
import { type Section, tripKey, type View } from './view.ts';

export function checklistSection(view: View): Section | null {
  const { checklist } = view.assessment;
  if (checklist.length === 0) return null;
  const ordered = checklist.toSorted(
    (a, b) => byStage(a, b) || Number(isUrgent(b)) - Number(isUrgent(a)) || a.priority - b.priority,
  );
  const groups = stages.map((stage) => ({ stage, items: ordered.filter((item) => item.stage === stage) }));
  const body = html`<p class="note" id="ticks" role="status" data-trip="${tripKey(view)}">Boxes that are ticked already stand under <code>mitigations:</code> in the itinerary, or are papers in hand.</p>
${groups.map(({ stage, items }) => items.length > 0 && writeStage(view, stage, items))}`;
  return { id: 'checklist', heading: 'Checklist', body };
}

function writeStage(view: View, stage: ChecklistItem['stage'], items: readonly ChecklistItem[]): Markup {
  // One date for the whole stage is said once.
  const [first, ...other] = new Set(items.map(({ by }) => by));
  const shared = other.length === 0 ? first : null;
  return html`<h3 id="stage-${stage}">${stageWords[stage]}${shared && `, by ${sayDate(shared)}`} <span class="progress" data-stage="${stage}"></span></h3>
<ul class="boxes" aria-labelledby="stage-${stage}">
${items.map((item) => writeItem(view, item, shared === null))}</ul>
`;
}

function writeItem(view: View, item: ChecklistItem, dated: boolean): Markup {
  const { id, text, why, by, who, status, required, sources } = item;
  const isDone = status === 'done';
  const box = isDone
    ? html`<input type="checkbox" checked="" disabled="" />`
    : html`<input type="checkbox" data-item="${id}" />`;
  const must = required !== null && !isDone && html`<span class="must">Required:</span> `;
  const isLate = by !== null && by < view.assessment.asOf && !isDone;
  const date = by !== null && (dated || isLate) ? `${isLate ? 'Now, was due by' : 'By'} ${sayDate(by)}.` : '';
  const reasons = [why, required ?? ''].filter(Boolean).map((reason) => ` ${sentence(reason)}`);
  return html`<li${isUrgent(item) && html` class="first"`}><label>${box}<span>${must}<span class="what">${sentence(text)}</span>${
    date !== '' && html` <span class="by">${date}</span>`
  }</span></label>
<p class="why">${reasons} ${who !== 'traveller' && `For the ${who}. `}${isDone && 'In place, says the itinerary. '}${cite(view, sources)}</p></li>
`;
}
