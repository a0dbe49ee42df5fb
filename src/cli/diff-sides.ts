/** What `diff` compares: an itinerary, judged now; or an assessment as it was saved. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AssessOptions, assess } from '../assess.ts';
import type { Assessment } from '../assessment.ts';
import type { Side } from '../diff/diff-trips.ts';
import { withLaterFields } from '../diff/older-assessment.ts';
import { withoutTrip } from '../diff/without-trip.ts';
import { DataError, UsageError } from '../errors.ts';
import { decodeText } from '../itinerary/decode.ts';
import { type Knowledge, unpackKnowledge } from '../knowledge/knowledge.ts';
import { byPlace, reportFinding } from '../rules/report-finding.ts';
import { readItinerary } from './read-itinerary.ts';
import { readRegularFile } from './read-regular-file.ts';

/** Bytes of a saved assessment; one of 500 stops has some 20 MB. */
const MAX_SAVED = 64_000_000;

export type Input = { readonly saved: Assessment } | { readonly text: string };

/** A file is a saved assessment when it says so; else it is an itinerary, which may be written as JSON too. */
export async function readInput(path: string): Promise<Input> {
  const bytes = path === '-' ? null : readRegularFile(path, MAX_SAVED);
  if (bytes === null || 'problem' in bytes) return readText(readItinerary(path), path);
  const decoded = bytes[0] === 0x7b || bytes[0] === 0xef ? decodeText(bytes) : null;
  const saved = decoded !== null && 'text' in decoded ? await readSaved(decoded.text, path) : null;
  return saved === null ? { text: readItinerary(path) } : { saved };
}

async function readText(text: string, path: string): Promise<Input> {
  const saved = await readSaved(text, path);
  return saved === null ? { text } : { saved };
}

/** Null: it does not say that it is anything of ours. */
async function readSaved(text: string, path: string): Promise<Assessment | null> {
  if (!text.trimStart().startsWith('{')) return null;
  let value: unknown;
  try {
    value = JSON.parse(text.trim());
  } catch {
    return null;
  }
  const schema = value !== null && typeof value === 'object' && 'schema' in value ? value.schema : null;
  if (typeof schema !== 'string' || !schema.startsWith('tajcheck-')) return null;
  const hint = 'Save one with: tajcheck plan trip.yaml --format json=approved.json';
  if (schema !== 'tajcheck-assessment-v1') throw new UsageError(`${path} is ${schema}, not an assessment.`, hint);
  const { assessmentSchema } = await import('../report/assessment-schema.ts');
  const checked = assessmentSchema.safeParse(withLaterFields(value as object));
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  throw new UsageError(
    `${path} is no whole assessment: ${issue.path.join('.') || 'the file'}: ${issue.message}.`,
    `It was changed, or saved by another version of tajcheck. ${hint}`,
  );
}

export async function judge(text: string, label: string, options: AssessOptions): Promise<Side> {
  const { file, asOf, version, knowledge, policyFile } = options;
  const assessed = await assess(text, options);
  if (assessed.understood) return { label, assessment: assessed.assessment, understood: true };
  const context = { file, knowledge, itinerary: null };
  const findings = assessed.findings.map((finding) => reportFinding(finding, context)).sort(byPlace);
  const authorities = Object.fromEntries(
    Object.values(knowledge.authorities).map(({ id, name, short }) => [id, { name, short }]),
  );
  const tool = { version, dataVersion: knowledge.version };
  const policy = policyFile ? { file: policyFile } : null;
  const itinerary = { file, title: null, start: null, end: null, days: null };
  return {
    label,
    assessment: withoutTrip({ tool, asOf, itinerary, authorities, policy }, findings),
    understood: false,
  };
}

/** The knowledge of another installation: its folder, or its `dist/`. */
export function loadOtherKnowledge(folder: string, own: Knowledge): Knowledge {
  const found = [folder, join(folder, 'dist')].map((place) => readIfThere(join(place, 'knowledge.bin')));
  const bytes = found.find((one) => one !== null);
  if (!bytes) {
    throw new UsageError(
      `--data: there is no knowledge.bin in ${folder} or in its dist.`,
      'Name the folder of an installed package: --data old/node_modules/tajcheck',
    );
  }
  const other = unpack(bytes, folder);
  const lacking = Object.keys(own).filter((key) => !(key in other));
  if (lacking.length > 0) throw otherFormat(folder);
  return other;
}

function readIfThere(path: string): Uint8Array | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

function unpack(bytes: Uint8Array, folder: string): Knowledge {
  try {
    // In memory of its own: numbers of four and eight bytes are read where they lie.
    return unpackKnowledge(new Uint8Array(bytes));
  } catch {
    throw otherFormat(folder);
  }
}

export const otherFormat = (folder: string): DataError =>
  new DataError(
    `The knowledge in ${folder} is damaged or of another format, made by another version of tajcheck. Compare with an assessment that was saved then: plan --format json.`,
  );
