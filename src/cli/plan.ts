/** `tajcheck plan FILE`: the briefing for one trip. */
import { assess } from '../assess.ts';
import { fails } from '../check/checked-file.ts';
import { UsageError } from '../errors.ts';
import type { Finding } from '../finding.ts';
import { reportCompact } from '../report/compact.ts';
import { frameSource } from '../report/frame.ts';
import { reportJson } from '../report/json.ts';
import { reportPretty } from '../report/pretty.ts';
import { formatFinding } from '../rules/message.ts';
import { ruleOf } from '../rules/registry.ts';
import type { ColourFlag } from '../terminal/colour.ts';
import { escapeForTerminal } from '../terminal/escape.ts';
import { exitCodes } from './exit.ts';
import { loadKnowledge } from './load-knowledge.ts';
import { trackLoader } from './load-track.ts';
import { parseOutputs, writeOutput } from './output.ts';
import { requirePlaces } from './output-place.ts';
import { shownPath } from './paths.ts';
import { readChange, type WrittenChange } from './read-change.ts';
import { readItinerary } from './read-itinerary.ts';
import { type SettingFlags, settingsFor, thresholdOf } from './settings.ts';
import { viewOf } from './terminal.ts';
import { momentOr, todayOr } from './today.ts';

export interface PlanOptions extends WrittenChange, SettingFlags {
  readonly format: readonly string[];
  readonly failOn: string;
  readonly asOf?: string;
  readonly color?: ColourFlag;
  readonly verbose?: boolean;
}

const formats = ['pretty', 'compact', 'json', 'ics', 'markdown'] as const;

export async function plan(file: string, options: PlanOptions): Promise<number> {
  const outputs = parseOutputs(options.format, formats, 'pretty');
  // What `check` fails on is not for the briefing, which is read: plan fails on nothing unless asked here.
  const failOn = thresholdOf(options.failOn, '--fail-on');
  const change = readChange(options);
  const asOf = todayOr(options.asOf);
  requirePlaces(outputs, [file]);
  const source = readItinerary(file);
  const name = file === '-' ? 'stdin' : file;
  const knowledge = loadKnowledge();
  const { policy, policyFile, ownZones } = await settingsFor(file, options, knowledge);
  const settings = {
    file: name,
    asOf,
    version: __VERSION__,
    knowledge,
    loadTrack: trackLoader(file),
    ownZones,
    policy,
    policyFile: policyFile === null ? null : shownPath(policyFile),
  };
  const assessed = await assess(source, settings);
  if (!assessed.understood) {
    const { width, chalk } = viewOf(process.stderr, options.color);
    for (const finding of assessed.findings) {
      const message = formatFinding(finding, knowledge);
      process.stderr.write(
        `${chalk.bold(`${escapeForTerminal(name)}${placeOf(finding)}`)}: ${escapeForTerminal(message)}\n`,
      );
      if (finding.span)
        for (const line of frameSource(source, finding.span, width)) process.stderr.write(`  ${line}\n`);
      process.stderr.write(`  ${ruleOf(finding.rule).fix} [${finding.rule}]\n`);
    }
    process.stderr.write('The itinerary cannot be understood; nothing was checked.\n');
    return exitCodes.notRun;
  }
  const { assessment } = assessed;
  if (change !== null) {
    const { answerWhatIf } = await import('./what-if.ts');
    const asked = { source, settings, before: assessment, change, outputs, color: options.color };
    const changed = await answerWhatIf({ ...asked, verbose: options.verbose });
    return fails(changed.findings, failOn) ? exitCodes.findings : exitCodes.clean;
  }
  if (assessment.itinerary.start === null && outputs.some(({ format }) => format === 'ics')) {
    throw new UsageError('--format ics: the trip has no dates.', 'Write its first day: start: YYYY-MM-DD');
  }
  for (const { format, path } of outputs) {
    const view = path === null ? viewOf(process.stdout, options.color) : viewOf(process.stdout, 'never');
    const reporters = {
      pretty: () => reportPretty(assessment, { ...view, source, verbose: options.verbose ?? false }),
      compact: () => reportCompact(assessment),
      json: () => reportJson(assessment),
      // Seldom asked for, and the calendar brings a library with it.
      ics: async () => (await import('../report/ics.ts')).reportIcs(assessment, { writtenAt: momentOr(options.asOf) }),
      markdown: async () => (await import('../report/markdown.ts')).reportMarkdown(assessment),
    };
    writeOutput(path, await reporters[format]());
  }
  return fails(assessment.findings, failOn) ? exitCodes.findings : exitCodes.clean;
}

const placeOf = ({ span }: Finding): string => (span ? `:${span.line}:${span.column}` : '');
