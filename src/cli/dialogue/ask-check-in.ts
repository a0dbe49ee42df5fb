/** Whom one calls at home, and when that somebody should worry: what the trip sheet for an emergency says. */
import { setCheckIn } from '../../dialogue/edits/check-in.ts';
import { ranges } from '../../itinerary/limits.ts';
import { timeOfDay } from '../../itinerary/read-check-in.ts';
import { askOptional } from './ask-optional.ts';
import { checkLength, checkWhole } from './check-answers.ts';
import type { Session } from './session.ts';

export async function askCheckIn(session: Session): Promise<void> {
  const { ask } = session;
  const before = session.trip().checkIn;
  ask.head('Somebody at home');
  const isAgreed = await ask.yes({
    question: 'Is it agreed whom you call on the way, and when?',
    label: 'Calls agreed',
    hint: 'The trip sheet for an emergency says so.',
    preset: before !== null,
  });
  if (!isAgreed) {
    session.draft = setCheckIn(session.draft, null);
    return;
  }
  const optional = (question: string, label: string, before: string | null, check: (text: string) => string | null) =>
    askOptional(ask, { question, label, before, check });
  const who = await optional('Who is it?', 'Who', before?.with ?? null, checkLength);
  const phone = await optional('By which number?', 'Number', before?.phone ?? null, checkLength);
  const at = await optional('At what time of each day?', 'Time', before?.at ?? null, (text) =>
    timeOfDay.test(text) ? null : 'Write hours and minutes: 19:30.',
  );
  const late = await optional(
    'After how many hours without a word should they raise the alarm?',
    'Alarm after, hours',
    before?.lateHours == null ? null : String(before.lateHours),
    checkWhole(ranges.lateHours),
  );
  const lateHours = late === null ? null : Number(late);
  const isSaid = [who, phone, at, lateHours].some((answer) => answer !== null);
  if (!isSaid) ask.say('Nothing of it is said, so the trip sheet cannot say it.');
  session.draft = setCheckIn(session.draft, isSaid ? { with: who, phone, at, lateHours } : null);
}
