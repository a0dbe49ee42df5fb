/**
 * Known words as editors want them: as an `enum` to complete from, each with a sentence to show, beside the type that the
 * key has anyway. So an editor offers Khorog, and a homestay that nobody knows is still no fault.
 */

/** A word and what it means. */
export type Word = readonly [word: string, meaning: string];

type WordList = 'places' | 'nationalities' | 'permits' | 'districts' | 'visaKinds' | 'equipment' | 'mitigations';
export type Words = Readonly<Record<WordList, readonly Word[]>>;

type Schema = Record<string, unknown>;

/** Puts the lists where the schema names one in `words`; without lists, only takes those names away. */
export function offerWords(schema: Schema, words: Words | undefined): Schema {
  const filled = fill(schema, words) as Schema;
  if (words === undefined) return filled;
  const definitions = Object.entries(words).map(([name, known]) => [
    name,
    // Not part of JSON Schema; the YAML language server and VS Code show them.
    { enum: known.map(([word]) => word), enumDescriptions: known.map(([, meaning]) => meaning) },
  ]);
  return { ...filled, definitions: Object.fromEntries(definitions) };
}

function fill(node: unknown, words: Words | undefined): unknown {
  if (Array.isArray(node)) return node.map((item) => fill(item, words));
  if (typeof node !== 'object' || node === null) return node;
  const { words: list, ...schema } = node as Schema;
  // A group of keys, a value in an example: a key of that name would be one of the file's own.
  if (typeof list !== 'string') {
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, fill(value, words)]));
  }
  if (words === undefined) return schema;
  const { type, pattern, ...told } = schema;
  return { ...told, anyOf: [{ $ref: `#/definitions/${list}` }, { type, pattern }] };
}
