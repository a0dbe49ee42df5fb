/**
 * The shape of `check --format json` as a zod schema. The JSON Schema that ships is made of it, and tests hold every
 * output to it. Not loaded when files are checked.
 */
import { z } from 'zod';
import type { CheckSummary, PolicyUse } from '../check/checked-file.ts';
import { thresholds } from '../policy/policy.ts';
import { assessmentSchema } from './assessment-schema.ts';

const { tool, asOf, findings, overall } = assessmentSchema.shape;
const { title, start, end, days } = assessmentSchema.shape.itinerary.shape;
const { level, byAuthority } = overall.shape;

const amount = z.int().min(0);
const bySeverity = z.strictObject({ error: amount, warning: amount, info: amount });

const checkedFile = z.strictObject({
  file: z.string().describe('As shown to people: relative to the folder where the check ran'),
  path: z.string().describe("From the repository's root, with /"),
  kind: z.enum(['itinerary', 'baseline']).describe('baseline: the findings are about what the baseline lists'),
  status: z
    .enum(['assessed', 'not-understood', 'unreadable'])
    .describe('Only what is assessed was judged; of the others nothing may be taken for safe'),
  fails: z.boolean().describe('An open finding stands at or above failOn, or the file could not be read'),
  failOn: z.enum(thresholds),
  trip: z
    .strictObject({ title, start, end, days, level, byAuthority })
    .nullable()
    .describe('Null where the file is not understood'),
  findings: findings.describe('All of them by place in the file, silenced ones and those below every threshold too'),
});

/** A line of the output, as it is written. */
export type CheckedFileJson = z.infer<typeof checkedFile>;

const summary = z.strictObject({
  files: amount,
  failing: amount,
  open: bySeverity.describe('Findings that are not silenced'),
  shown: bySeverity.describe('Of those, the ones that formats for people show'),
  silenced: z.strictObject({ comment: amount, baseline: amount, policy: amount }),
  dependOnToday: amount.describe('Open findings of rules that depend on today'),
}) satisfies z.ZodType<CheckSummary>;

const policy = z.strictObject({
  file: z.string().nullable().describe('As shown to people; null where files are judged without a policy'),
  isAtRoot: z.boolean().describe('It stands at the root of the repository'),
  files: amount.describe('Files that it judges'),
  ignored: amount.describe('Files that were not checked, because it ignores them'),
}) satisfies z.ZodType<PolicyUse>;

export const checkSchema = z.strictObject({
  schema: z.literal('tajcheck-check-v1'),
  tool,
  asOf,
  policies: z.array(policy).describe('Which policies hold for the files of the run'),
  files: z.array(checkedFile),
  summary,
});

export function checkJsonSchema(): object {
  return {
    ...z.toJSONSchema(checkSchema),
    $id: 'urn:tajcheck:schema:check-v1',
    title: 'tajcheck check, version 1',
    description: 'What `tajcheck check --format json` prints. Unknown is null; checked and none is an empty list.',
  };
}
