/** Writes the JSON Schemas that ship in `data/schema/` from the zod schemas. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { itineraryJsonSchema } from '../src/itinerary/schema.ts';
import { compileKnowledge } from '../src/knowledge/compile-knowledge.ts';
import { policyJsonSchema } from '../src/policy/schema.ts';
import { policyWords } from '../src/policy/words.ts';
import { assessmentJsonSchema } from '../src/report/assessment-schema.ts';
import { checkJsonSchema } from '../src/report/check-schema.ts';
import { diffJsonSchema } from '../src/report/diff/diff-schema.ts';
import { rules } from '../src/rules/registry.ts';
import { zonesJsonSchema } from '../src/zones/zones-schema.ts';
import { editorWords } from './editor-words.ts';
import { readData } from './read-data.ts';

const knowledge = compileKnowledge(readData());
const schemas = {
  itinerary: itineraryJsonSchema(editorWords(knowledge)),
  config: policyJsonSchema(policyWords(knowledge, rules)),
  assessment: assessmentJsonSchema(),
  check: checkJsonSchema(),
  diff: diffJsonSchema(),
  zones: zonesJsonSchema(knowledge.mitigations.map(({ id }) => id)),
};
for (const [name, schema] of Object.entries(schemas)) {
  const path = join(import.meta.dirname, '..', 'data', 'schema', `${name}.schema.json`);
  writeFileSync(path, `${JSON.stringify(schema, null, 2)}\n`);
}
