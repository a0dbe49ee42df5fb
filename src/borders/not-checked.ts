/** What of the borders this run did not look at. */
import type { Passage } from './passages.ts';

export function listUncheckedPassages({ passages }: { readonly passages: readonly Passage[] }) {
  const unsaid = passages.filter(({ by, subject }) => by === null && subject.startsWith('stop'));
  return unsaid.map(({ kind }) => ({
    subject: kind,
    why: `The file does not say how the country is ${kind === 'entry' ? 'entered' : 'left'} (\`${kind}:\`): no border post was checked there.`,
  }));
}
