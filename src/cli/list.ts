/** `tajcheck places`, `zones` and `sources`: what is in the data. */
import { normaliseName } from '../places/normalise-name.ts';
import { suggestPlaces } from '../places/suggest-places.ts';
import { writeJson } from '../report/escape-json.ts';
import type { ColourFlag } from '../terminal/colour.ts';
import { wrap } from '../terminal/wrap.ts';
import { exitCodes } from './exit.ts';
import { loadKnowledge } from './load-knowledge.ts';
import { viewOf } from './terminal.ts';

export interface ListOptions {
  readonly format: 'pretty' | 'json';
  readonly color?: ColourFlag;
}

export function listPlaces(text: string | undefined, options: ListOptions): number {
  const knowledge = loadKnowledge();
  const wanted = normaliseName(text ?? '');
  const found = knowledge.places.filter(({ name, names, id }) =>
    [id, name, ...names].some((spelling) => normaliseName(spelling).includes(wanted)),
  );
  const places = found.length > 0 || !text ? found : suggestPlaces(wanted, knowledge);
  if (found.length === 0 && places.length > 0 && options.format === 'pretty') {
    process.stderr.write('No place of that name. Near it:\n');
  }
  return print(places, options, ({ name, names, kind, country, lat, lon, altitudeM }) => {
    const height = altitudeM === null ? 'altitude unknown' : `${altitudeM} m`;
    const others = names.length > 0 ? ` Also ${names.join(', ')}.` : '';
    return [name, `${kind}, ${country}, ${lat.toFixed(4)},${lon.toFixed(4)}, ${height}.${others}`];
  });
}

export function listZones(text: string | undefined, options: ListOptions): number {
  const zones = Object.values(loadKnowledge().zones).filter(({ id, name }) => mentions(text, id, name));
  return print(zones, options, ({ id, name, kind, basis, rule, uncertaintyKm }) => {
    return [id, `${name} (${kind}; ${basis}, ±${uncertaintyKm} km). ${rule}`];
  });
}

export function listSources(text: string | undefined, options: ListOptions): number {
  const sources = Object.values(loadKnowledge().sources).filter(({ id, publisher, title }) =>
    mentions(text, id, publisher, title),
  );
  return print(sources, options, ({ id, publisher, title, url, published, reviewBy }) => {
    return [id, `${publisher}, “${title}”, ${published ?? 'undated'}; review by ${reviewBy}. ${url}`];
  });
}

function mentions(text: string | undefined, ...fields: readonly string[]): boolean {
  const wanted = text?.toLowerCase() ?? '';
  return fields.some((field) => field.toLowerCase().includes(wanted));
}

/** Exit 1 when a search finds nothing, as `grep` does. */
function print<T>(items: readonly T[], options: ListOptions, describe: (item: T) => [string, string]): number {
  if (options.format === 'json') process.stdout.write(`${writeJson(items, 2)}\n`);
  else {
    const { width, chalk } = viewOf(process.stdout, options.color);
    const lines = items.flatMap((item) => {
      const [head, text] = describe(item);
      return [chalk.bold(head), ...wrap(text, width, 2)];
    });
    if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
    else process.stderr.write('Nothing of that name.\n');
  }
  return items.length > 0 ? exitCodes.clean : exitCodes.findings;
}
