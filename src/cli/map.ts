/** `tajcheck map FILE`: the map of a trip as a picture. */
import { assess } from '../assess.ts';
import { UsageError } from '../errors.ts';
import { drawSvg } from '../map/draw-svg.ts';
import { makeScene } from '../map/make-scene.ts';
import { exitCodes } from './exit.ts';
import { loadKnowledge } from './load-knowledge.ts';
import { loadBasemap } from './load-page.ts';
import { trackLoader } from './load-track.ts';
import { sayNotUnderstood } from './not-understood.ts';
import { parseOutputs, writeOutput } from './output.ts';
import { requirePlaces } from './output-place.ts';
import { readItinerary } from './read-itinerary.ts';
import { renderPng } from './render-png.ts';
import { type SettingFlags, settingsFor } from './settings.ts';
import { todayOr } from './today.ts';

export interface MapOptions extends Omit<SettingFlags, 'require'> {
  readonly format: readonly string[];
  readonly width: string;
  readonly theme: 'light' | 'dark';
  readonly asOf?: string;
}

/** Pixels: what can be read on a watch, and what a wall takes. */
const NARROWEST = 320;
const WIDEST = 8000;

export async function map(file: string, options: MapOptions): Promise<number> {
  const outputs = parseOutputs(options.format, ['svg', 'png'] as const, 'svg');
  if (outputs.some(({ format, path }) => format === 'png' && path === null) && process.stdout.isTTY) {
    throw new UsageError('A PNG is not for the terminal.', 'Write it to a file: --format png=trip.png');
  }
  const width = widthOf(options.width);
  const asOf = todayOr(options.asOf);
  requirePlaces(outputs, [file]);
  const source = readItinerary(file);
  const name = file === '-' ? 'stdin' : file;
  const knowledge = loadKnowledge();
  const { policy, ownZones } = await settingsFor(file, { ...options, require: [] }, knowledge);
  const settings = {
    file: name,
    asOf,
    version: __VERSION__,
    knowledge,
    loadTrack: trackLoader(file),
    ownZones,
    policy,
  };
  const assessed = await assess(source, settings);
  if (!assessed.understood) {
    sayNotUnderstood({ name, source, findings: assessed.findings, knowledge, color: undefined });
    return exitCodes.notRun;
  }
  const { assessment, lines } = assessed;
  const scene = makeScene({ assessment, lines, knowledge, ownZones }, loadBasemap());
  const svg = drawSvg(scene, { width, theme: options.theme, title: assessment.itinerary.title });
  for (const { format, path } of outputs) writeOutput(path, format === 'svg' ? svg : await renderPng(svg));
  return exitCodes.clean;
}

function widthOf(written: string): number {
  const width = Number(written);
  if (Number.isInteger(width) && width >= NARROWEST && width <= WIDEST) return width;
  throw new UsageError(`--width ${written} is no width.`, `Pixels, ${NARROWEST} to ${WIDEST}: --width 1200`);
}
