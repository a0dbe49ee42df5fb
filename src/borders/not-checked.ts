/** What of the borders this run did not look at. */
import type { Passage } from './passages.ts';

export function listUncheckedPassages({ passages }: { readonly passages: readonly Passage[] }) {
  // What is not known of a leg is told of the leg.
  const atEnds = passages.filter(({ subject }) => !subject.startsWith('leg'));
  return atEnds.flatMap(({ kind, by, place }) => {
    const [done, way] = kind === 'entry' ? ['entered', 'from there to the first'] : ['left', 'there from the last'];
    if (by === null) {
      const why = `The file does not say how the country is ${done} (\`${kind}:\`): no border post was checked there, nor the way ${way} stop.`;
      return [{ subject: kind, why }];
    }
    if (by === 'land' || place !== null) return [];
    const why = `The file does not say by which airport the country is ${done} (\`${kind}:\`): the way ${way} stop was not checked.`;
    return [{ subject: kind, why }];
  });
}
