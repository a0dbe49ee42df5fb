/** `tajcheck plan FILE`: the briefing for one trip. */
import { assess } from '../assess.ts';
import { fails } from '../check/checked-file.ts';
import { UsageError } from '../errors.ts';
import { reportCompact } from '../report/compact.ts';
import { reportJson } from '../report/json.ts';
import { reportPretty } from '../report/pretty.ts';
import type { ColourFlag } from '../terminal/colour.ts';
import { exitCodes } from './exit.ts';
import { loadKnowledge } from './load-knowledge.ts';
import { trackLoader } from './load-track.ts';
import { sayNotUnderstood } from './not-understood.ts';
import { parseOutputs, writeOutput } from './output.ts';
import { requirePlaces } from './output-place.ts';
import { shownPath } from './paths.ts';
import { readChange, type WrittenChange } from './read-change.ts';
import { readItinerary } from './read-itinerary.ts';
import { type SettingFlags, settingsFor, thresholdOf } from './settings.ts';
import { isAsciiOnly, viewOf } from './terminal.ts';
import { momentOr, todayOr } from './today.ts';

export interface PlanOptions extends WrittenChange, SettingFlags {
  readonly format: readonly string[];
  readonly failOn: string;
  readonly asOf?: string;
  readonly color?: ColourFlag;
  readonly verbose?: boolean;
  readonly open?: boolean;
}

const formats = ['pretty', 'compact', 'json', 'html', 'markdown', 'sheet', 'ics', 'geojson', 'kml', 'gpx'] as const;

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
    sayNotUnderstood({ name, source, findings: assessed.findings, knowledge, color: options.color });
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
  const drawn = { assessment, lines: assessed.lines, knowledge, ownZones };
  for (const { format, path } of outputs) {
    const view = path === null ? viewOf(process.stdout, options.color) : viewOf(process.stdout, 'never');
    const reporters = {
      pretty: () =>
        reportPretty(assessment, {
          ...view,
          source,
          verbose: options.verbose ?? false,
          knowledge,
          ascii: isAsciiOnly(),
        }),
      compact: () => reportCompact(assessment),
      json: () => reportJson(assessment),
      // Seldom asked for, and the calendar brings a library with it.
      ics: async () => (await import('../report/ics.ts')).reportIcs(assessment, { writtenAt: momentOr(options.asOf) }),
      markdown: async () => (await import('../report/markdown.ts')).reportMarkdown(assessment),
      sheet: async () => (await import('../report/sheet.ts')).reportSheet(assessment),
      geojson: async () => (await import('../report/trip-geojson.ts')).reportTripGeojson(drawn),
      kml: async () => (await import('../report/kml.ts')).reportKml(drawn),
      gpx: async () => (await import('../report/trip-gpx.ts')).reportTripGpx(drawn),
      html: async () => (await import('./page.ts')).makePage(drawn),
    };
    writeOutput(path, await reporters[format]());
  }
  if (options.open) await (await import('./page.ts')).openPage(drawn);
  return fails(assessment.findings, failOn) ? exitCodes.findings : exitCodes.clean;
}
