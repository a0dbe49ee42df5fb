/** `tajcheck route FROM TO`: the way by road between two places, with its zones. */
import { assess } from '../assess.ts';
import type { Assessment } from '../assessment.ts';
import { UsageError } from '../errors.ts';
import { faultOfDate } from '../itinerary/iso-date.ts';
import { travelModes } from '../itinerary/itinerary.ts';
import { writeJson } from '../report/escape-json.ts';
import { reportRoute } from '../report/route.ts';
import type { ColourFlag } from '../terminal/colour.ts';
import { escapeForTerminal } from '../terminal/escape.ts';
import { exitCodes } from './exit.ts';
import { loadKnowledge } from './load-knowledge.ts';
import { loadOwnZones } from './load-own-zones.ts';
import { locate } from './locate.ts';
import { parseOutputs, writeOutput } from './output.ts';
import { viewOf } from './terminal.ts';
import { todayOr } from './today.ts';

export interface RouteOptions {
  readonly via: readonly string[];
  readonly by: string;
  readonly on?: string;
  readonly format: readonly string[];
  readonly zones: readonly string[];
  readonly color?: ColourFlag;
}

const formats = ['pretty', 'json', 'geojson', 'gpx'] as const;
/** In the air there is no road. */
export const roadModes = travelModes.filter((mode) => mode !== 'air');

export async function route(from: string, to: string, options: RouteOptions): Promise<number> {
  const outputs = parseOutputs(options.format, formats, 'pretty');
  if (!roadModes.some((mode) => mode === options.by)) {
    throw new UsageError(`--by ${escapeForTerminal(options.by)} is not known.`, `Use ${roadModes.join(', ')}.`);
  }
  if (options.on !== undefined && faultOfDate(options.on) !== null) {
    throw new UsageError(`--on ${escapeForTerminal(options.on)} is no date.`, 'Write it as YYYY-MM-DD.');
  }
  const knowledge = loadKnowledge();
  const ownZones = await loadOwnZones(options.zones, knowledge);
  // A trip of two stops, so that the way is found and judged as in any other trip. JSON is YAML.
  const end = (written: string) => {
    const { position, place } = locate(written, knowledge);
    return place ? { place: place.id } : { place: written.trim(), at: { lat: position[1], lon: position[0] } };
  };
  const via = options.via.map((written) => {
    const { place } = locate(written, knowledge);
    if (place === null) throw new UsageError('--via takes the name of a place.', 'Find one: tajcheck places TEXT');
    return place.id;
  });
  const trip = { tajcheck: 1, start: options.on, travel: options.by, stops: [end(from), { ...end(to), via }] };
  const assessed = await assess(JSON.stringify(trip), {
    file: 'route',
    asOf: todayOr(undefined),
    version: __VERSION__,
    knowledge,
    loadTrack: async () => ({ rule: 'TJ108', args: {} }),
    ownZones,
  });
  if (!assessed.understood) throw new Error(`the two stops were not understood: ${assessed.findings[0]?.rule}`);
  const { assessment, lines } = assessed;
  const drawn = { assessment, lines, knowledge, ownZones };
  for (const { format, path } of outputs) {
    const view = path === null ? viewOf(process.stdout, options.color) : viewOf(process.stdout, 'never');
    const reporters = {
      pretty: () => reportRoute(assessment, view),
      json: () => `${writeJson(routeOf(assessment), 2)}\n`,
      geojson: async () => (await import('../report/trip-geojson.ts')).reportTripGeojson(drawn),
      gpx: async () => (await import('../report/trip-gpx.ts')).reportTripGpx(drawn),
    };
    writeOutput(path, await reporters[format]());
  }
  return exitCodes.clean;
}

/** The leg, its ends, what was found about them and on what it rests: as in the assessment of a trip. */
const routeOf = ({ tool, asOf, stops, legs, findings, zones, sources }: Assessment) => {
  const own = findings.filter(({ subject }) => subject !== 'trip');
  return { tool, asOf, stops, leg: legs[0], findings: own, zones, sources };
};
