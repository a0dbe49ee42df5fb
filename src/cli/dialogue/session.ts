/** One dialogue: the draft, which is the text that will be saved, and what it is judged by. */
import { type Assessed, assess } from '../../assess.ts';
import type { Assessment } from '../../assessment.ts';
import type { Draft } from '../../dialogue/draft.ts';
import { type Answers, answersOf } from '../../dialogue/read-answers.ts';
import type { DrawnTrip } from '../../drawing/drawn-trip.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { loadKnowledge } from '../load-knowledge.ts';
import { trackLoader } from '../load-track.ts';
import { shownPath } from '../paths.ts';
import { type SettingFlags, settingsFor } from '../settings.ts';
import type { Ask } from './ask.ts';

export interface Session {
  readonly ask: Ask;
  readonly knowledge: Knowledge;
  readonly asOf: string;
  /** Where it was opened, or is to be saved; null: not said yet. */
  file: string | null;
  /** The itinerary as it stands now. */
  draft: Draft;
  /** What the draft says, also before its first stop. */
  trip(): Answers;
  /** The draft judged as `plan` would judge it; null: it cannot be understood, as before its first stop. */
  judge(draft?: Draft): Promise<Judged | null>;
  assess(text: string): Promise<Assessed>;
}

interface Judged {
  readonly assessment: Assessment;
  readonly drawn: DrawnTrip;
}

interface SessionStart {
  readonly ask: Ask;
  readonly asOf: string;
  readonly file: string | null;
  readonly draft: Draft;
  readonly flags: SettingFlags;
}

export function openSession({ ask, asOf, file, draft, flags }: SessionStart): Session {
  const knowledge = loadKnowledge();
  let judged: { readonly text: string; readonly file: string | null; readonly is: Judged | null } | undefined;
  const session: Session = {
    ask,
    knowledge,
    asOf,
    file,
    draft,
    trip: () => answersOf(session.draft),
    async assess(text) {
      const name = session.file ?? 'trip.yaml';
      const { policy, policyFile, ownZones } = await settingsFor(name, flags, knowledge);
      return assess(text, {
        file: name,
        asOf,
        version: __VERSION__,
        knowledge,
        loadTrack: trackLoader(name),
        ownZones,
        policy,
        policyFile: policyFile === null ? null : shownPath(policyFile),
      });
    },
    async judge({ text } = session.draft) {
      if (judged?.text === text && judged.file === session.file) return judged.is;
      const assessed = await session.assess(text);
      const { ownZones } = await settingsFor(session.file ?? 'trip.yaml', flags, knowledge);
      const is = assessed.understood
        ? {
            assessment: assessed.assessment,
            drawn: { assessment: assessed.assessment, lines: assessed.lines, knowledge, ownZones },
          }
        : null;
      judged = { text, file: session.file, is };
      return is;
    },
  };
  return session;
}
