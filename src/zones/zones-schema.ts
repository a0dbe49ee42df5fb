/**
 * A file of own zones as a JSON Schema, for editors: what each property means while one types. `own-rules.ts` and
 * `check-geojson.ts` judge a file; tests hold the two to one another.
 */
import { severities } from '../finding.ts';
import { restrictions } from './own-rules.ts';

const line = (most: number) => ({ type: ['string', 'null'], minLength: 1, maxLength: most });
const day = { type: ['string', 'null'], pattern: '^\\d{4}-\\d{2}-\\d{2}$', examples: ['2027-06-01'] };

/** `mitigations`: ids of the checklist, offered beside ids of the operator's own. */
export function zonesJsonSchema(mitigations: readonly string[]): object {
  const properties = {
    id: {
      type: ['string', 'number', 'null'],
      description: 'Name for machines, of this zone alone. Left out: own-1, own-2 … by place in the file.',
      examples: ['upper-bartang'],
    },
    name: { ...line(200), description: 'Name for people. Left out: the id.', examples: ['Upper Bartang'] },
    restriction: {
      enum: [...restrictions, null],
      default: 'caution',
      description:
        'prohibited: an error. authorisation: an error until all of require is vouched for. caution: a warning. none: a note.',
    },
    words: {
      ...line(1000),
      description: 'What to do; shown to people wherever the zone is.',
      examples: ['Ask the dispatcher in Khorog the evening before.'],
    },
    severity: {
      enum: [...severities, null],
      description: 'Instead of what the restriction means.',
    },
    require: {
      type: ['array', 'null'],
      minItems: 1,
      maxItems: 20,
      items: { anyOf: [{ enum: mitigations }, { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 60 }] },
      description:
        'Ids that the itinerary must list under mitigations: those of the checklist, or your own. With authorisation and caution; of an authorisation without it, the zone’s own id.',
      examples: [['dispatcher-ok', 'satellite-phone']],
    },
    months: {
      type: ['array', 'null'],
      minItems: 1,
      uniqueItems: true,
      items: { type: 'integer', minimum: 1, maximum: 12 },
      description: 'Months of each year in which the zone holds. Left out: all.',
      examples: [[12, 1, 2]],
    },
    from: { ...day, description: 'First day on which the zone holds.' },
    until: { ...day, description: 'Last day on which the zone holds.' },
    uncertaintyKm: {
      type: 'number',
      minimum: 0,
      maximum: 100,
      default: 0,
      description: 'How far the drawing may be off; so far outside the edge counts as perhaps inside.',
    },
    source: { ...line(300), description: 'Where you have it from.', examples: ['Our log of the roads, June 2027'] },
    url: { ...line(2000), pattern: '^https?://', description: 'Its page.', examples: ['https://example.org/roads'] },
  };
  const position = { type: 'array', minItems: 2, maxItems: 3, items: { type: 'number' } };
  const polygon = { type: 'array', minItems: 1, items: { type: 'array', minItems: 4, items: position } };
  const shape = (type: string, coordinates: object) => ({
    type: 'object',
    required: ['type', 'coordinates'],
    properties: {
      type: { const: type, description: 'Kind of geometry: Polygon or MultiPolygon.' },
      coordinates: { ...coordinates, description: 'Rings of positions: the outline first, then holes.' },
    },
  });
  const feature = {
    type: 'object',
    required: ['type', 'properties', 'geometry'],
    additionalProperties: false,
    properties: {
      type: { const: 'Feature', description: 'One zone.' },
      id: { type: ['string', 'number'], description: 'In place of id under properties.', examples: ['upper-bartang'] },
      bbox: {
        type: 'array',
        description: 'Left behind by map editors; it is passed over.',
        examples: [[72, 38, 72.9, 38.6]],
      },
      properties: {
        type: ['object', 'null'],
        description: 'The name and the rules of the zone.',
        examples: [{ id: 'upper-bartang', restriction: 'prohibited' }],
        properties,
        patternProperties: { '^(stroke|fill|marker)(-(width|opacity|color|size|symbol))?$': {} },
        additionalProperties: false,
      },
      geometry: {
        description:
          'Longitude and latitude in degrees (WGS 84), in that order; each ring closed by its first position.',
        anyOf: [shape('Polygon', polygon), shape('MultiPolygon', { type: 'array', minItems: 1, items: polygon })],
      },
    },
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'urn:tajcheck:schema:zones-v1',
    title: 'tajcheck zones of your own, version 1',
    description: 'GeoJSON with areas and your rules for them: docs/own-zones.md.',
    type: 'object',
    required: ['type', 'features'],
    properties: {
      type: { const: 'FeatureCollection', description: 'A collection of zones.' },
      features: { type: 'array', minItems: 1, maxItems: 255, items: feature, description: 'The zones.' },
    },
  };
}
