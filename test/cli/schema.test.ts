import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Editor, openEditor } from './language-server.ts';
import { run } from './run.ts';

const root = join(import.meta.dirname, '../..');
const read = (name: string) => JSON.parse(readFileSync(join(root, `data/schema/${name}.schema.json`), 'utf8'));

interface Node {
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
}
const schema = read('itinerary') as Node & { definitions: Record<string, Node> };
const { definitions } = schema;

/** Every key of the file, with the path to it. */
function keysOf(node: Node, path = ''): [path: string, key: Node][] {
  const inner = [node.items, ...(node.anyOf ?? [])].flatMap((part) => (part ? keysOf(part, path) : []));
  const own = Object.entries(node.properties ?? {}).flatMap(([key, value]): [string, Node][] => [
    [`${path}${key}`, value],
    ...keysOf(value, `${path}${key}.`),
  ]);
  return [...own, ...inner];
}
const newAjv = () => new Ajv({ strict: true, allowUnionTypes: true }).addVocabulary(['enumDescriptions']);

describe('the schema that editors read', () => {
  const keys = keysOf(schema);

  test('is of all keys, and small enough to be loaded while one types', () => {
    expect(keys.map(([path]) => path)).toEqual(
      expect.arrayContaining(['stops.place', 'stops.at.lat', 'party.passport.blankPages', 'visas.entries', 'exit.to']),
    );
    expect(JSON.stringify(schema).length).toBeLessThan(150_000);
  });

  test.each(keys)('%s is described, with examples that fit', (_path, key) => {
    expect(key.description).toMatch(/\.$/);
    const examples = key.examples ?? [];
    expect(examples).not.toEqual([]);
    const validate = newAjv().compile({ ...key, definitions });
    for (const example of examples) expect(validate(example), JSON.stringify([example, validate.errors])).toBe(true);
  });

  test('every word that it offers is explained, and each stands once', () => {
    const lists = Object.entries(definitions);
    expect(lists.map(([name]) => name).sort()).toEqual([
      'districts',
      'equipment',
      'mitigations',
      'nationalities',
      'permits',
      'places',
      'visaKinds',
    ]);
    for (const [name, { enum: words = [], enumDescriptions: meanings = [] }] of lists) {
      expect(words.length, name).toBeGreaterThan(0);
      expect(new Set(words).size, name).toBe(words.length);
      expect(meanings.length, name).toBe(words.length);
      expect(
        meanings.every((meaning) => /\S/.test(meaning)),
        name,
      ).toBe(true);
    }
    expect(definitions.places.enum).toEqual(expect.arrayContaining(['Khorog', 'Bulunkul']));
    expect(definitions.districts.enum).toEqual(expect.arrayContaining(['darvoz', 'murghab']));
  });

  const validate = newAjv().compile(schema);
  const examples = readdirSync(join(root, 'examples')).filter((name) => name.endsWith('.yaml'));
  test.each(examples)('examples/%s fits', (name) => {
    const trip = parse(readFileSync(join(root, 'examples', name), 'utf8'));
    expect(validate(trip), JSON.stringify(validate.errors)).toBe(true);
  });

  test('offers without ordering: other names and spellings stay valid, wrong shapes do not', () => {
    expect(validate({ stops: [{ place: 'Homestay of Gulnora', at: { lat: 37, lon: 72 } }, 'Хоруғ'] })).toBe(true);
    expect(validate({ stops: ['Khorog'], party: [{ nationality: 'gb' }] })).toBe(true);
    expect(validate({ stops: ['Khorog'], permits: [{ type: 'something new', districts: 'Хорог' }] })).toBe(true);
    expect(validate({ stops: ['Khorog'], equipment: ['tent'], mitigations: ['own list'] })).toBe(true);
    expect(validate({ stops: [{ plaec: 'Khorog' }] })).toBe(false);
    expect(validate({ stops: ['Khorog'], party: [{ nationality: 'Britain' }] })).toBe(false);
    expect(validate({ stops: [7] })).toBe(false);
  });
});

describe('in an editor (the YAML language server)', () => {
  let editor: Editor;
  beforeAll(async () => {
    editor = await openEditor('itinerary');
  });
  afterAll(() => editor.close());

  const offered = async (text: string): Promise<Record<string, unknown>> => {
    const { items } = await editor.ask('completion', text);
    return Object.fromEntries(
      items.map(({ label, documentation }: { label: string; documentation?: { value?: string } | string }) => [
        label,
        typeof documentation === 'string' ? documentation : documentation?.value,
      ]),
    );
  };
  const hover = async (text: string): Promise<string> => (await editor.ask('hover', text)).contents.value;

  test.each([
    ['stops:\n  - { place: Kho| }\n'],
    ['stops:\n  - place: Kho|\n'],
    ['stops:\n  - Kho|\n'],
    ['stops:\n  - place: Murghab\n    via: [Kho|]\n'],
    ['stops: [Khorog]\nentry: Kho|\n'],
    ['stops: [Khorog]\nexit: { place: Kho| }\n'],
  ])('places are offered: %j', async (text) => {
    const places = await offered(text);
    expect(places).toHaveProperty('Khorog', expect.stringContaining('Tajikistan'));
    expect(places).toHaveProperty(['Bulunkul']);
  });

  test.each([
    ['keys', 'stops: [Khorog]\nper|\n', 'permits', 'Permits in hand'],
    ['vehicles', 'stops: [Khorog]\ntravel: b|\n', 'bicycle', 'travelled'],
    ['kinds of permit', 'permits:\n  - type: g|\n', 'gbao', 'Gorno-Badakhshan'],
    ['districts', 'permits:\n  - type: gbao\n    districts: [mur|]\n', 'murghab', 'district of the GBAO permit'],
    ['kinds of visa', 'visas:\n  - type: e|\n', 'e-visa', 'e-Visa'],
    ['passports', 'party:\n  - nationality: G|\n', 'GB', 'United Kingdom'],
    ['things that need a paper', 'equipment:\n  - d|\n', 'drone', 'paper of its own'],
    ['the checklist', 'mitigations: [mine|]\n', 'mine-stay-on-road', 'Keep to the road'],
  ])('%s are offered and explained', async (_what, text, word, meaning) => {
    expect(await offered(text)).toHaveProperty(word, expect.stringContaining(meaning));
  });

  test('hovering tells what a word means, before all other words', async () => {
    const district = await hover('permits:\n  - type: gbao\n    districts: [mur|ghab]\n');
    expect(district).toMatch(/Allowed Values:\s+\* `murghab`: Murghab, a district of the GBAO permit/);
    expect(await hover('stops:\n  - place: Kho|rog\n')).toMatch(/\* `Khorog`: city in Tajikistan, district shughnan/);
    expect(await hover('mitigations: [mine-do-|not-touch]\n')).toContain('Touch nothing that could be ammunition');
    expect(await hover('stops:\n  - place: Khorog\n    nig|hts: 2\n')).toContain('Nights spent here.');
  });

  test('a trip without a fault has no mark, an unknown name neither, a wrong key has one', async () => {
    const trip = readFileSync(join(root, 'examples/pamir-highway.yaml'), 'utf8').replace(/^#.*\n/, '');
    expect(await editor.faults(trip)).toEqual([]);
    expect(await editor.faults('stops: [{ place: Homestay, at: { lat: 37, lon: 72 } }]\n')).toEqual([]);
    expect(await editor.faults('stops: [{ place: Khorog, nihgts: 2 }]\n')).not.toEqual([]);
  });
});

test('the policy is completed and explained as well', async () => {
  const editor = await openEditor('config');
  const { items } = await editor.ask('completion', 'maxLevel: 3\nauth|\n');
  expect(items.map(({ label }: { label: string }) => label)).toEqual(
    expect.arrayContaining(['authorities', 'ownZones']),
  );
  const authorities = await editor.ask('completion', 'authorities: [|]\n');
  expect(authorities.items.map(({ label }: { label: string }) => label)).toContain('uk-fcdo');
  expect((await editor.ask('hover', 'severities:\n  TJ3|04: info\n')).contents.value).toMatch(/disagree/i);
  expect(await editor.faults('severities: { TJ304: loud }\n')).not.toEqual([]);
  expect(await editor.faults('maxLevel: 3\nzones: { gbao: { maxLevel: 4 } }\n')).toEqual([]);
  editor.close();
});

test.each(['itinerary', 'config', 'zones', 'assessment', 'check', 'diff'])(
  'tajcheck schema %s prints the file that ships',
  (name) => {
    const { status, stdout } = run(['schema', name]);
    expect(status).toBe(0);
    expect(stdout).toBe(readFileSync(join(root, `data/schema/${name}.schema.json`), 'utf8'));
    expect(JSON.parse(stdout)).toHaveProperty('$schema');
  },
);
