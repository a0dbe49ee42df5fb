/** Runs the pipeline on a text, with the real data, as the command line does. */

import { readFileSync } from 'node:fs';
import { type AssessOptions, assess } from '../src/assess.ts';
import type { Assessment } from '../src/assessment.ts';
import { compileRoads } from '../src/knowledge/compile-roads.ts';
import { type Knowledge, unpackKnowledge } from '../src/knowledge/knowledge.ts';
import { assessmentSchema } from '../src/report/assessment-schema.ts';
import type { TrackResult } from '../src/route/track.ts';

let packaged: Knowledge | undefined;

/** The packaged knowledge, as the build that comes before all tests has made it from `data/`. */
export function knowledge(): Knowledge {
  packaged ??= unpackKnowledge(readFileSync(new URL('../dist/knowledge.bin', import.meta.url)));
  return packaged;
}

/** The same with no roads: every way that is not given is a guess. */
export function withoutRoads(): Pick<AssessOptions, 'knowledge'> {
  const roads = compileRoads([], { places: [], borders: {}, isIn: () => true });
  return { knowledge: { ...knowledge(), roads } };
}

/** Tracks by the path that the itinerary writes. */
export type Tracks = Readonly<Record<string, TrackResult>>;

/** The assessment, which always fits its schema. Fails when the text is no itinerary. */
export async function assessText(
  text: string,
  tracks: Tracks = {},
  options: Partial<AssessOptions> = {},
): Promise<Assessment> {
  const assessed = await assess(text, {
    file: 'trip.yaml',
    asOf: '2026-11-22',
    version: '0.0.0',
    knowledge: knowledge(),
    loadTrack: async (path) =>
      tracks[path] ?? { rule: 'TJ108', args: { path, code: 'not-found', line: null, column: null } },
    ...options,
  });
  if (!assessed.understood) throw new Error(`not understood: ${JSON.stringify(assessed.findings)}`);
  assessmentSchema.parse(assessed.assessment);
  return assessed.assessment;
}

/** Numbers of the rules that found something, without repeats, in order. */
export function rulesIn(assessment: Assessment): string[] {
  return [...new Set(assessment.findings.map((finding) => finding.rule))].sort();
}

export function find(assessment: Assessment, rule: string) {
  return assessment.findings.filter((finding) => finding.rule === rule);
}
