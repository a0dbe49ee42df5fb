/** Lists of words under names of their own: that of the places stands in a script once, not at each use. */
import type { CommandTree } from './command-tree.ts';
import type { Value } from './values.ts';

interface WordLists {
  readonly entries: readonly (readonly [name: string, words: readonly string[]])[];
  nameOf(words: readonly string[]): string;
}

/** What no shell gives a meaning to, at the beginning or inside of a word. */
const plain = /^[\w+-][\w.+-]*$/;

export function nameLists({ commands }: CommandTree): WordLists {
  const byText = new Map<string, readonly string[]>();
  const values = commands.flatMap(({ options, args }): (Value | null)[] =>
    [...options, ...args].map(({ value }) => value),
  );
  for (const value of values) {
    if (value?.kind !== 'words') continue;
    const odd = value.words.find((word) => !plain.test(word));
    if (odd !== undefined) throw new Error(`A shell would read more than a word in ${odd}`);
    byText.set(value.words.join(' '), value.words);
  }
  const names = new Map([...byText.keys()].map((text, index) => [text, `_tajcheck_words_${index + 1}`]));
  return {
    entries: [...byText].map(([text, words]) => [names.get(text)!, words]),
    nameOf: (words) => names.get(words.join(' '))!,
  };
}
