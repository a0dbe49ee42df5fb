/** A line of text that one may leave out, or take away again once it is said. */
import type { Ask } from './ask.ts';

interface OptionalQuestion {
  readonly question: string;
  readonly label: string;
  readonly hint?: string;
  /** What stands there now; null: nothing. */
  readonly before: string | null;
  /** Never called with nothing. */
  readonly check: (written: string) => string | null;
  /** Said for an answer; left out: as written. */
  readonly say?: (written: string) => string;
  /** Said for none. */
  readonly none?: string;
}

/** Enter alone keeps what stands there, so that something else must take it away. */
const TAKE_AWAY = '-';

/** Null: not said. */
export async function askOptional(ask: Ask, question: OptionalQuestion): Promise<string | null> {
  const { before, check, say, none = 'not said' } = question;
  const isNone = (text: string): boolean => text === '' || (text === TAKE_AWAY && before !== null);
  const keys = before === null ? `Enter alone: ${none}.` : `Enter alone: as it is. ${TAKE_AWAY} and Enter: ${none}.`;
  const written = await ask.text({
    question: question.question,
    label: question.label,
    hint: [question.hint, keys].filter(Boolean).join(' '),
    preset: before ?? undefined,
    check: (text) => (isNone(text) ? null : check(text)),
    say: (text) => (isNone(text) ? none : (say?.(text) ?? text)),
  });
  return isNone(written) ? null : written;
}
