/** `tajcheck plan FILE --depart …`: how the judgement differs when the trip is another one than the file has it. */
import { type AssessOptions, assess } from '../assess.ts';
import type { Assessment } from '../assessment.ts';
import { UsageError } from '../errors.ts';
import { reportChanges } from '../report/changes.ts';
import { writeJson } from '../report/escape-json.ts';
import type { ColourFlag } from '../terminal/colour.ts';
import type { Change } from '../what-if/change.ts';
import { changeItinerary } from '../what-if/change-itinerary.ts';
import { compareAssessments } from '../what-if/compare.ts';
import { type Output, writeOutput } from './output.ts';
import { viewOf } from './terminal.ts';

interface WhatIf {
  readonly source: string;
  readonly settings: AssessOptions;
  /** The trip as the file has it. */
  readonly before: Assessment;
  readonly change: Change;
  readonly outputs: readonly Output<string>[];
  readonly color?: ColourFlag;
  readonly verbose?: boolean;
}

/** Prints the differences, and gives the trip as it would be. */
export async function answerWhatIf(asked: WhatIf): Promise<Assessment> {
  const { source, settings, before, change, outputs, color, verbose = false } = asked;
  const other = outputs.find(({ format }) => format !== 'pretty' && format !== 'json');
  if (other) {
    throw new UsageError(`--format ${other.format} does not go with a what-if.`, 'It is printed as pretty or json.');
  }
  const { permits } = settings.knowledge;
  const assessed = await assess(source, {
    ...settings,
    change: (itinerary, faults) => changeItinerary(itinerary, change, faults, permits),
  });
  // The same text was understood a moment ago.
  if (!assessed.understood) throw new Error('the changed trip was not understood');
  const { assessment } = assessed;
  const changes = compareAssessments(before, assessment, change);
  for (const { format, path } of outputs) {
    const view = viewOf(process.stdout, path === null ? color : 'never');
    const text =
      format === 'json' ? `${writeJson(changes, 2)}\n` : reportChanges(changes, assessment, { ...view, verbose });
    writeOutput(path, text);
  }
  return assessment;
}
