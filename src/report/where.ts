/** What applies at one place, for a person. */
import type { PointAnswer } from '../cli/point.ts';
import type { View } from '../cli/terminal.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Place, ZoneProperties } from '../knowledge/schema.ts';
import { wrap } from '../terminal/wrap.ts';
import { type ZoneLayer, zoneProperties } from '../zones/layer.ts';

export function reportWhere(
  answer: PointAnswer,
  place: Place | null,
  knowledge: Knowledge,
  layers: readonly ZoneLayer[],
  { width, chalk }: View,
): string {
  const { lon, lat, country, zones, borderKm } = answer;
  const countryName = (code: string): string => knowledge.zones[`country-${code.toLowerCase()}`]?.name ?? code;
  const at = `${lat.toFixed(4)} N, ${lon.toFixed(4)} E`;
  const height = place?.altitudeM ? `, ${place.altitudeM} m` : '';
  const head = place ? `${chalk.bold(place.name)} (${place.kind}, ${at}${height})` : chalk.bold(at);
  if (zones === null || borderKm === null) {
    return page([head, ...wrap('Outside the area that tajcheck knows: nothing is known of this point.', width)]);
  }
  const where = country === null ? 'In none of the countries that tajcheck knows.' : `In ${countryName(country)}.`;
  const nearest = Object.entries(borderKm).sort(([, a], [, b]) => a - b)[0];
  const border = `${sayKm(nearest[1])} from the border with ${countryName(nearest[0])}.`;
  const unsure =
    place && place.uncertaintyKm > 0 ? ` The place itself may be off by ${sayKm(place.uncertaintyKm)}.` : '';
  const held = zones.map(({ id, edgeKm }) => ({ zone: zoneProperties(layers, id), edgeKm }));
  const areas = held.filter(({ zone }) => zone.kind !== 'country').map(({ zone, edgeKm }) => describe(zone, edgeKm));
  return page([
    head,
    ...wrap(`${where} ${border}${unsure}`, width),
    ...section(
      'Advice',
      held.flatMap(({ zone }) => adviceIn(zone, knowledge)),
    ),
    ...section(
      'Papers',
      held.flatMap(({ zone }) => papersIn(zone, knowledge)),
    ),
    ...section('Areas', areas),
  ]);

  function section(title: string, lines: readonly string[]): string[] {
    const text = lines.length > 0 ? lines : ['None that tajcheck knows.'];
    return ['', chalk.bold(title), ...text.flatMap((line) => wrap(line, width, 2, 4))];
  }
}

const page = (lines: readonly string[]): string => `${lines.join('\n')}\n`;

const sayKm = (km: number): string => (km < 10 ? `${km.toFixed(1)} km` : `${Math.round(km)} km`);

function adviceIn(zone: ZoneProperties, knowledge: Knowledge): string[] {
  return knowledge.advisories
    .filter((advisory) => advisory.zone === zone.id && advisory.status === 'current')
    .map(({ authority, native, level, area, words, issued }) => {
      const scale = level === null ? 'no level' : `${level} of 4`;
      return `${knowledge.authorities[authority].short}: ${native} (${scale}), ${area}, ${issued}. ${words}`;
    });
}

function papersIn(zone: ZoneProperties, knowledge: Knowledge): string[] {
  return knowledge.permits
    .filter((permit) => permit.zones.includes(zone.id))
    .map(
      ({ name, need, what, id }) =>
        `${name}${need === 'possible' ? ' (perhaps)' : ''}: ${what} [tajcheck explain ${id}]`,
    );
}

function describe({ name, id, basis, uncertaintyKm }: ZoneProperties, edgeKm: number): string {
  const sure =
    basis === 'stated' ? 'extent as stated' : basis === 'derived' ? 'extent worked out' : 'extent approximate';
  const doubt = uncertaintyKm > 0 ? `, ±${sayKm(uncertaintyKm)}` : '';
  return `${name}: ${sayKm(edgeKm)} inside its edge; ${sure}${doubt} [${id}]`;
}
