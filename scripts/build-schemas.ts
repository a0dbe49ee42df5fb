/** Writes the JSON Schemas that ship in `data/schema/` from the zod schemas. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { itineraryJsonSchema } from '../src/itinerary/schema.ts';
import { assessmentJsonSchema } from '../src/report/assessment-schema.ts';

const schemas = { itinerary: itineraryJsonSchema(), assessment: assessmentJsonSchema() };
for (const [name, schema] of Object.entries(schemas)) {
  const path = join(import.meta.dirname, '..', 'data', 'schema', `${name}.schema.json`);
  writeFileSync(path, `${JSON.stringify(schema, null, 2)}\n`);
}
