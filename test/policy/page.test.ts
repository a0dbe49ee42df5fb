/** The page on the policy names every key, and its example is a policy that uses them all. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { policyJsonSchema } from '../../src/policy/schema.ts';
import { policyFrom, words } from './policy-from.ts';

const page = readFileSync(new URL('../../docs/policy.md', import.meta.url), 'utf8');
const [, example] = /^```yaml\n([\s\S]*?)^```$/m.exec(page)!;

interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly enum?: readonly unknown[];
  readonly type?: string;
}
const ids = { zones: 'ID', severities: 'RULE', leadMargins: 'ID' } as const;

/** `zones.ID.maxLevel`: ids of the data stand for themselves. */
function keysOf(node: Node, path = ''): string[] {
  if (node.items) return keysOf(node.items, path);
  const own = Object.entries(node.properties ?? {}).flatMap(([key, value]) => {
    const name = path in ids && key !== 'default' ? ids[path as keyof typeof ids] : key;
    const inner = keysOf(value, path === '' ? name : `${path}.${name}`);
    return inner.length > 0 ? inner : [path === '' ? name : `${path}.${name}`];
  });
  return [...new Set(own)];
}
const schema = policyJsonSchema(words()) as Node;

test('the table has a row for every key, and no other', () => {
  const [, table] = page.split('## Keys');
  const rows = [...table.split('\n## ')[0].matchAll(/^\| `([^`]+)` \|/gm)].map(([, key]) => key);
  expect(rows.sort()).toEqual(keysOf(schema).sort());
});

test('the example is accepted, and writes every key', () => {
  const { policy, lines, failOn } = policyFrom(example);
  expect(failOn).toBe('warning');
  expect(policy.zoneLevels).toEqual({ gbao: 4 });
  for (const key of Object.keys(schema.properties ?? {})) expect(Object.keys(lines), key).toContain(key);
  const inner = keysOf(schema).filter((key) => key.startsWith('suppressions.'));
  for (const key of [...inner, 'leadMargins.default']) expect(Object.keys(lines), key).toContain(key);
});

test('every key of the schema is described to editors, with an example where its values are not listed', () => {
  const isShown = ({ description, examples, enum: listed, type }: Node) =>
    description && (examples || listed || type === 'boolean');
  const bare = (node: Node, path: string): string[] =>
    Object.entries(node.properties ?? {}).flatMap(([key, value]) => [
      ...(isShown(value) ? [] : [`${path}${key}`]),
      ...bare(value, `${path}${key}.`),
      ...(value.items ? bare(value.items, `${path}${key}.`) : []),
    ]);
  expect(bare(schema, '')).toEqual([]);
});
