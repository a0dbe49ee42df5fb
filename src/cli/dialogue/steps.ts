/** Questions one after the other; Esc goes back to the one before. */
import { isGoBack } from './ask.ts';
import type { Session } from './session.ts';

export type Step = (session: Session) => Promise<void>;

export async function takeSteps(session: Session, steps: readonly Step[]): Promise<void> {
  for (let at = 0; at < steps.length; ) {
    try {
      await steps[at](session);
      at += 1;
    } catch (error) {
      if (!isGoBack(error)) throw error;
      if (at === 0) session.ask.say('This is the first question. Ctrl-C leaves.');
      else session.ask.say('Back to the question before.');
      at = Math.max(0, at - 1);
    }
  }
}

/** One change out of a list; Esc gives it up, and nothing is changed. */
export async function tryStep(session: Session, step: Step): Promise<void> {
  try {
    await step(session);
  } catch (error) {
    if (!isGoBack(error)) throw error;
    session.ask.say('Nothing changed.');
  }
}
