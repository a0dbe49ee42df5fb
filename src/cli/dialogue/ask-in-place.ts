/** Insurance, and what else of the checklist is in place before the trip and vouched for. */

import type { ChecklistItem } from '../../assessment/to-do.ts';
import { setMitigations } from '../../dialogue/edits/lists.ts';
import type { Session } from './session.ts';

/** Of the third rank, and of what is done on the way, the briefing tells; nobody wants to be asked all of it. */
const LAST_PRIORITY = 2;

const isInsurance = ({ id }: { readonly id: string }): boolean => /\binsurance\b/.test(id);

export async function askInsurance(session: Session): Promise<void> {
  session.ask.head('Insurance');
  await askTicks(session, 'Which of these does your insurance do for sure?', 'Insurance', isInsurance);
}

export async function askInPlace(session: Session): Promise<void> {
  session.ask.head('What is in place');
  await askTicks(
    session,
    'Which of these are done already, and you vouch for them?',
    'In place',
    (item) => !isInsurance(item) && item.priority <= LAST_PRIORITY && item.stage.startsWith('before'),
  );
}

async function askTicks(
  session: Session,
  question: string,
  label: string,
  isAsked: (item: ChecklistItem) => boolean,
): Promise<void> {
  const { ask, knowledge } = session;
  const judged = await session.judge();
  const known = new Set(knowledge.mitigations.map(({ id }) => id));
  const items = (judged?.assessment.checklist ?? [])
    .filter((item) => (known.has(item.id) || item.status === 'done') && isAsked(item))
    .toSorted((a, b) => a.priority - b.priority);
  if (items.length === 0) {
    ask.say('The checklist of this trip asks for nothing here.');
    return;
  }
  const before = session.trip().mitigations;
  const ticked = await ask.tick({
    question,
    label,
    hint: 'Space ticks one and takes its tick away, Enter goes on. None is an answer too.',
    choices: items.map(({ id, text, why, required }) => ({
      value: id,
      name: text,
      detail: `${text}${required === null ? '' : ` Required: ${required}`} ${why}`,
    })),
    ticked: before,
  });
  const asked = new Set(items.map(({ id }) => id));
  session.draft = setMitigations(session.draft, [...before.filter((id) => !asked.has(id)), ...ticked]);
}
