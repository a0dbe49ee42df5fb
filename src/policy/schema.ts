/**
 * The policy as a zod schema over the words of the knowledge. The reader judges by it and the JSON Schema that editors
 * complete from is made of it, so the two cannot differ. Loaded only where a policy is read.
 *
 * The `error` of a value says what it must be; `read-policy.ts` puts the rest of the sentence around it.
 */
import * as z from 'zod';
import { findHidden } from '../itinerary/hidden-characters.ts';
import { limits } from '../itinerary/limits.ts';
import { thresholds } from './policy.ts';
import { type PolicyWords, severitiesFor, visaDemand } from './words.ts';

/** Working days of margin, days of a suppression: more would be a slip. */
const policyRanges = { margin: [0, 365], maxDays: [1, 3660] } as const;

const list = <T extends z.ZodType>(entry: T, what: string, least = 0) =>
  z
    .array(entry, what)
    .min(least, `${what} with at least one entry`)
    .max(limits.entries, `${what} of ${limits.entries} entries at most`);

const whole = ([least, most]: readonly [number, number], what: string) => {
  const words = `a whole number of ${what} from ${least} to ${most}`;
  return z.int(words).min(least, words).max(most, words);
};

const pathWords = 'a path with /, below the folder of the policy or beside it';
const path = z
  .string(pathWords)
  .regex(/^(?![\\/~]|[A-Za-z]:)[^\\]*\S[^\\]*$/, pathWords)
  .max(limits.text, pathWords)
  .refine((written) => findHidden(written) === -1, pathWords);

const globWords = 'a pattern such as tours/**/*.yaml, below the folder of the policy, with / and without ..';
const starWords = 'a pattern with at most three * in a name and eight in all, and without groups such as +(a|b)';
const glob = z
  .string(globWords)
  // What a long name may be matched against in many ways would take for ever, and a policy may be a stranger's.
  .regex(/^(?!(?:[^*]*\*){9})(?!(?:.*\/)?(?:[^*/]*\*){4})(?!.*[+*?@!]\()/, starWords)
  .regex(/^(?![\\/~!]|[A-Za-z]:)(?!(.*\/)?\.\.(\/|$))[^\\]*\S[^\\]*$/, globWords)
  .max(limits.text, globWords)
  .refine((written) => findHidden(written) === -1, globWords);

const demandWords = 'required, all, or the id of a line of the checklist';

const level = z.literal([1, 2, 3, 4], 'a level from 1 to 4');

/** One of the ids, which editors complete with what each means. */
const oneOf = (ids: Readonly<Record<string, string>>, what: string) =>
  // Not part of JSON Schema; the YAML language server and VS Code show it.
  z.enum(Object.keys(ids), what).meta({ enumDescriptions: Object.values(ids) });

/** Named keys, each with its own description. */
function byId<T extends z.ZodType>(ids: Readonly<Record<string, string>>, value: T, example: unknown, what: string) {
  const keys = Object.entries(ids).map(([id, name]) => {
    return [
      id,
      value
        .optional()
        .describe(name)
        .meta({ examples: [example] }),
    ] as const;
  });
  return z.strictObject(Object.fromEntries(keys), what);
}

/** Made once for the words of a run: it has hundreds of keys, and each folder may have a policy. */
export function policySchema(words: PolicyWords): PolicySchema {
  const schema = schemas.get(words) ?? makeSchema(words);
  schemas.set(words, schema);
  return schema;
}

type PolicySchema = ReturnType<typeof makeSchema>;
const schemas = new WeakMap<PolicyWords, PolicySchema>();

function makeSchema({ rules, authorities, zones, papers, demands }: PolicyWords) {
  const rule = oneOf(
    Object.fromEntries(rules.map(({ id, slug, title }) => [id, `${slug}: ${title}.`])),
    'the number of a rule, such as TJ301',
  );
  const zoneTerms = z.strictObject(
    { maxLevel: level.describe('Highest level accepted in advice about this zone.').meta({ examples: [4] }) },
    'keys such as { maxLevel: 4 }',
  );
  const severities = rules.map((meta) => {
    const allowed = severitiesFor(meta);
    const value = z.enum(allowed, allowed.length > 1 ? `one of ${allowed.join(', ')}` : allowed[0]);
    return [meta.id, value.optional().describe(`${meta.slug}: ${meta.title}.`)] as const;
  });
  const margin = whole(policyRanges.margin, 'working days');
  const demand = z.strictObject(
    {
      level: level
        .optional()
        .describe('From this level on, by an authority that gates, anywhere on the trip. Left out: on every trip.')
        .meta({ examples: [3] }),
      items: list(
        z.union([oneOf(demands, demandWords), z.string(demandWords).regex(visaDemand, demandWords)], demandWords),
        'a list',
        1,
      )
        .describe('`required` for what the data require, `all` for every open line, or ids of the checklist.')
        .meta({ examples: [['required'], ['medevac-insurance', 'satellite-phone']] }),
    },
    'keys such as { level: 3, items: [required] }',
  );

  return z
    .strictObject(
      {
        tajcheck: z
          .literal(1, '1, the version of this file format')
          .optional()
          .describe('Version of this file format.')
          .meta({ examples: [1] }),
        files: list(glob, 'a list of patterns')
          .optional()
          .describe(
            'Itineraries that a folder stands for, besides *.trip.yaml and *.trip.yml: patterns from the folder of the policy.',
          )
          .meta({ examples: [['tours/**/*.yaml']] }),
        ignore: list(glob, 'a list of patterns')
          .optional()
          .describe('Files left out when a folder or a pattern is checked: patterns from the folder of the policy.')
          .meta({ examples: [['tours/archive/**']] }),
        failOn: z
          .enum(thresholds, `one of ${thresholds.join(', ')}`)
          .optional()
          .describe('`check` fails on findings of this severity and above.')
          .meta({ default: 'error', examples: ['warning'] }),
        authorities: list(oneOf(authorities, 'the id of an authority'), 'a list of authorities', 1)
          .optional()
          .describe('Whose advice decides. That of others is still shown, as a note. Left out: everybody’s.')
          .meta({ examples: [['uk-fcdo', 'de-aa']] }),
        maxLevel: level
          .optional()
          .describe('Highest level accepted: advice above it is an error, up to it a note. Left out: none is set.')
          .meta({ examples: [3] }),
        zones: byId(zones, zoneTerms, { maxLevel: 4 }, 'keys such as gbao: { maxLevel: 4 }')
          .optional()
          .describe('Highest level accepted in advice about one zone; it counts before maxLevel.')
          .meta({ examples: [{ gbao: { maxLevel: 4 } }] }),
        severities: z
          .strictObject(Object.fromEntries(severities), 'keys such as TJ304: warning')
          .optional()
          .describe('Severity by rule, or off. What is off is still listed as silenced, and named as not checked.')
          .meta({ examples: [{ TJ304: 'warning', TJ505: 'off' }] }),
        require: list(demand, 'a list')
          .optional()
          .describe('What of the checklist must be done: an error while it is open.')
          .meta({ examples: [[{ items: ['required'] }, { level: 3, items: ['medevac-insurance'] }]] }),
        leadMargins: byId({ default: 'All other permits and visas', ...papers }, margin, 5, 'keys such as default: 5')
          .optional()
          .describe(
            'Working days wanted on top of the lead time of a permit or visa, by its id; default for all others.',
          )
          .meta({ examples: [{ default: 5, gbao: 10 }] }),
        ownZones: list(path, 'a list of files')
          .optional()
          .describe('GeoJSON files with zones of your own: paths from the folder of the policy, in its repository.')
          .meta({ examples: [['zones/no-go.geojson']] }),
        suppressions: z
          .strictObject(
            {
              allowed: z
                .boolean('true or false')
                .optional()
                .describe('May a comment in an itinerary silence a finding?')
                .meta({ default: true, examples: [false] }),
              never: list(rule, 'a list of rules')
                .optional()
                .describe('Rules that no comment may silence.')
                .meta({ examples: [['TJ301', 'TJ401']] }),
              maxDays: whole(policyRanges.maxDays, 'days')
                .optional()
                .describe('A comment may silence a finding for so many days from today at most. Left out: no limit.')
                .meta({ examples: [90] }),
            },
            'keys such as { maxDays: 90 }',
          )
          .optional()
          .describe('What comments in an itinerary may silence.')
          .meta({ examples: [{ never: ['TJ301'], maxDays: 90 }] }),
        baseline: path
          .optional()
          .describe('The baseline: a path from the folder of the policy. Left out: tajcheck-baseline.json beside it.')
          .meta({ examples: ['tajcheck-baseline.json'] }),
      },
      'keys with values, such as maxLevel: 3',
    )
    .meta({
      title: 'tajcheck policy',
      description: 'What an operator accepts and demands of itineraries: tajcheck.config.yaml.',
    });
}

export type WrittenPolicy = z.output<PolicySchema>;

/** What ships and what editors read: JSON Schema draft 7, which most YAML editors speak. */
export function policyJsonSchema(words: PolicyWords): Record<string, unknown> {
  return z.toJSONSchema(policySchema(words), { target: 'draft-7', io: 'input' });
}
