/** The page on the founding documents names only records that exist, and all that rest on one of the five. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { founding } from './founding.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

interface DataRecord {
  readonly id: string;
}
const list = (file: string): DataRecord[] => parse(read(`data/${file}`));

/** Every kind of record that the page may name. */
const kinds: Readonly<Record<string, readonly DataRecord[]>> = {
  advisory: list('advisories.yaml'),
  authority: list('authorities.yaml'),
  contact: list('contacts.yaml'),
  mitigation: list('mitigations.yaml'),
  permit: list('permits.yaml'),
  place: list('places.yaml'),
  post: list('posts.yaml'),
  source: list('sources.yaml'),
  'visa kind': list('visas/kinds.yaml'),
  'visa rule': list('visas/rules.yaml'),
  zone: parse(read('data/zones.yaml')).zones,
};

const page = read('docs/provenance.md');
const chapters = page.split(/^## /m).slice(1);
/** The lines above the table name the document. */
const chapterOf = (source: string): string | undefined =>
  chapters.find((text) => text.split('\n|')[0].includes(`\`source ${source}\``));
const rowsOf = (chapter: string): string[][] =>
  chapter
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| fact '))
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
const namesIn = (text: string): string[] => [...text.matchAll(/`([^`\n]+)`/g)].map(([, name]) => name);

/** `visa rule e-visa` is the record `e-visa` of the kind `visa rule`. */
function split(name: string): [kind: string, id: string] {
  const at = name.lastIndexOf(' ');
  return [name.slice(0, at), name.slice(at + 1)];
}

test('there is one chapter for each of the five documents, headed by who wrote it', () => {
  expect(chapters).toHaveLength(founding.length);
  for (const source of founding) {
    const chapter = chapterOf(source);
    expect(chapter, source).toBeDefined();
    expect(rowsOf(chapter!).length, source).toBeGreaterThan(5);
  }
  expect(new Set(founding.map(chapterOf)).size).toBe(founding.length);
});

test('every record that the tables name exists', () => {
  const named = chapters.flatMap(namesIn);
  expect(named.length).toBeGreaterThan(100);
  const unknown = named.filter((name) => {
    const [kind, id] = split(name);
    return !kinds[kind]?.some((record) => record.id === id);
  });
  expect(unknown).toEqual([]);
});

test('every fact has a record, or a reason why it has none', () => {
  for (const [fact, records, note, ...more] of chapters.flatMap(rowsOf)) {
    expect(fact).toMatch(/\S/);
    expect(more, fact).toEqual([]);
    if (namesIn(records).length === 0) expect(note, fact).toMatch(/^None: .{10}/);
    else expect(note, fact).not.toMatch(/^None/);
  }
});

describe.each(founding)('%s', (source) => {
  const citing = Object.entries(kinds)
    .filter(([kind]) => kind !== 'source')
    .flatMap(([kind, records]) => {
      return records.filter((record) => cites(record, source)).map(({ id }) => `${kind} ${id}`);
    });

  test('is cited by some record', () => {
    expect(citing).not.toEqual([]);
  });

  test('has every record that rests on it in its table', () => {
    const named = rowsOf(chapterOf(source)!).flatMap(([, records]) => namesIn(records));
    expect(citing.filter((record) => !named.includes(record))).toEqual([]);
  });
});

/** Whether any list called `sources`, however deep in the record, names it. */
function cites(value: unknown, source: string): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, part]) => {
    return key === 'sources' && Array.isArray(part) ? part.includes(source) : cites(part, source);
  });
}

test('names no path of the documents', () => {
  expect(page).not.toMatch(/\.txt\b/);
  for (const [, link] of page.matchAll(/\]\(([^)]*)\)/g)) expect(link).toMatch(/^https?:/);
});
