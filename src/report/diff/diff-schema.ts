/** The shape of `diff --format json` as a zod schema: the JSON Schema that ships is made of it. */
import { z } from 'zod';
import { type Diff, effects, reasons } from '../../diff/difference.ts';
import { assessmentSchema } from '../assessment-schema.ts';
import { passage, permit, registration, visa } from '../schema/papers.ts';
import { date, km, level } from '../schema/parts.ts';
import { leg, stop } from '../schema/way.ts';

const { findings, checklist, notChecked, authorities, tool, policy } = assessmentSchema.shape;

const counts = z.strictObject({ error: z.int().min(0), warning: z.int().min(0), info: z.int().min(0) });

const side = z.strictObject({
  start: date.nullable(),
  end: date.nullable(),
  days: z.int().nullable(),
  level: level.describe('Highest that anybody gives'),
  findings: counts.describe('Open ones'),
  label: z.string().describe('How it was asked for: main:tours/wakhan.trip.yaml'),
  file: z.string(),
  title: z.string().nullable(),
  asOf: date.describe('The day taken as today'),
  tool,
  policy,
  understood: z.boolean().describe('False: the file cannot be read as an itinerary; its findings say why'),
});

const dates = z.strictObject({ start: date.nullable(), end: date.nullable(), days: z.int().nullable() });

const advice = z.strictObject({
  authority: z.string(),
  zone: z.string(),
  area: z.string(),
  native: z.string(),
  level,
  issued: date,
  source: z.string(),
  where: z.array(z.string()).describe('Stops and legs of that side'),
});

const inside = z.array(z.strictObject({ zone: z.string(), name: z.string(), km }));

const effect = z.enum(effects);
const because = z
  .array(z.strictObject({ effect, reason: z.enum(reasons) }))
  .min(1)
  .describe('The rules by which it is called worse, better or neither');

const difference = <Kind extends string, Thing extends z.ZodType>(kind: Kind, thing: Thing) =>
  z.strictObject({
    kind: z.literal(kind),
    effect,
    because,
    before: thing.nullable().describe('Null: only on the trip after'),
    after: thing.nullable().describe('Null: only on the trip before'),
  });

export const diffSchema = z.strictObject({
  schema: z.literal('tajcheck-diff-v1'),
  before: side.nullable().describe('Null: there was none, the trip is new'),
  after: side,
  counts: z.strictObject({ worse: z.int().min(0), better: z.int().min(0), changed: z.int().min(0) }),
  unseen: z
    .array(z.string())
    .describe(
      'What cannot be seen after and could be before; while there is any, what is gone does not count as better',
    ),
  differences: z
    .array(
      z.discriminatedUnion('kind', [
        difference('dates', dates),
        difference('finding', findings.element),
        difference('advice', advice),
        difference('inside', inside),
        difference('permit', permit),
        difference('visa', visa),
        difference('passage', passage),
        difference('registration', registration),
        difference('stop', stop),
        difference('leg', leg),
        difference('todo', checklist.element),
        difference('not-checked', notChecked.element),
      ]),
    )
    .describe('Worse first, then better'),
  authorities,
}) satisfies z.ZodType<Diff>;

export function diffJsonSchema(): object {
  return {
    ...z.toJSONSchema(diffSchema, { reused: 'ref' }),
    $id: 'urn:tajcheck:schema:diff-v1',
    title: 'tajcheck diff, version 1',
    description: 'What `tajcheck diff --format json` prints. Unknown is null, and never counts as better.',
  };
}
