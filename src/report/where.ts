/** What applies at one place, for a person: each authority at its highest, dangers, papers, and the areas it lies in. */
import type { PointAnswer } from '../cli/point.ts';
import type { View } from '../cli/terminal.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Advisory, Place, ZoneProperties } from '../knowledge/schema.ts';
import { escapeForTerminal } from '../terminal/escape.ts';
import { padEnd, textWidth } from '../terminal/width.ts';
import { wrap } from '../terminal/wrap.ts';
import { type ZoneLayer, zoneProperties } from '../zones/layer.ts';
import { commonName, distanceOf, groupFamilies, sayLengths } from './family.ts';
import { capitalise, list, paintLevel, sayDate, sayKm, sayNative } from './pretty/words.ts';

/** A zone that holds the place, with the distance to its edge. */
interface Held extends ZoneProperties {
  readonly edgeKm: number;
}

export function reportWhere(
  answer: PointAnswer,
  place: Place | null,
  knowledge: Knowledge,
  layers: readonly ZoneLayer[],
  { width, chalk }: View,
): string {
  const { lon, lat, country, zones, borderKm } = answer;
  const countryName = (code: string): string => knowledge.zones[`country-${code.toLowerCase()}`]?.name ?? code;
  const nameOf = (authority: string): string => knowledge.authorities[authority]?.short ?? authority;
  const at = `${lat.toFixed(4)} N, ${lon.toFixed(4)} E`;
  const height = place?.altitudeM ? `, ${place.altitudeM} m` : '';
  const head = place ? `${chalk.bold(place.name)} (${place.kind}, ${at}${height})` : chalk.bold(at);
  if (zones === null || borderKm === null) {
    return page([head, ...wrap('Outside the area that tajcheck knows: nothing is known of this point.', width)]);
  }
  const held = zones.map(({ id, edgeKm }): Held => {
    const zone = zoneProperties(layers, id);
    // A zone of the reader's own is named by whoever wrote its file.
    return { ...zone, id: escapeForTerminal(zone.id), name: escapeForTerminal(zone.name), edgeKm };
  });
  const where = country === null ? 'In none of the countries that tajcheck knows.' : `In ${countryName(country)}.`;
  const nearest = Object.entries(borderKm).sort(([, a], [, b]) => a - b)[0];
  const border = `${sayKm(nearest[1])} from the border with ${countryName(nearest[0])}.`;
  const unsure =
    place && place.uncertaintyKm > 0 ? ` The place itself may be off by ${sayKm(place.uncertaintyKm)}.` : '';
  const inside = new Set(held.map(({ id }) => id));
  const advice = knowledge.advisories.filter(({ zone, status }) => status === 'current' && inside.has(zone));
  const papers = knowledge.permits.filter((permit) => permit.zones.some((zone) => inside.has(zone)));
  const more = [...papers.map(({ id }) => id), ...held.map(({ id }) => id)].find((id) => !id.startsWith('country-'));
  return page([
    head,
    ...wrap(`${where} ${border}${unsure}`, width),
    ...section('The highest advice of each authority', sayAdvice()),
    ...section('Dangers', sayDangers()),
    ...section(
      'Papers',
      papers.map(({ name, need }) => `${name}${need === 'possible' ? ' (perhaps; sources disagree)' : ''}`),
    ),
    ...section('Areas, with the distance to the edge', sayAreas()),
    ...(more === undefined ? [] : ['', ...wrap(`More: tajcheck explain ${more}`, width)]),
  ]);

  function section(title: string, lines: readonly string[]): string[] {
    const text = lines.length > 0 ? lines : ['None that tajcheck knows.'];
    const hang = title.startsWith('The highest') ? 4 + labelWidth() : 4;
    return ['', chalk.bold(title), ...text.flatMap((line) => wrap(line, width, 2, hang))];
  }

  function labelWidth(): number {
    return Math.max(0, ...advice.map(({ authority }) => textWidth(nameOf(authority))));
  }

  function sayAdvice(): string[] {
    return highestOfEach(advice, held).map(({ authority, native, level, area, zone, issued }) => {
      const words = paintLevel(chalk, level, sayNative(native, level));
      const edge = held.some((one) => one.id === zone && isNearEdge(one, place)) ? ' (near its edge)' : '';
      return `${padEnd(nameOf(authority), labelWidth())}  ${words}: ${area}${edge}, ${sayDate(issued)}`;
    });
  }

  function sayDangers(): string[] {
    return held
      .filter(({ kind }) => kind === 'hazard')
      .map(({ id, name, reasons }) => {
        const who = [...new Set(advice.filter(({ zone }) => zone === id).map(({ authority }) => nameOf(authority)))];
        const what = capitalise(reasons.map((reason) => reason.replaceAll('-', ' ')).join(', ') || 'danger');
        return `${chalk.bold(what)}: ${name}${who.length > 0 ? `, by ${list(who)}` : ''}`;
      });
  }

  function sayAreas(): string[] {
    return groupFamilies(held.filter(({ kind }) => kind !== 'country')).map((family) => {
      const lengths = family.map((zone) => ({ zone, km: zone.edgeKm }));
      const owner = (zone: Held) => `${nameOf(zone.authority ?? 'all')}${distanceOf(zone)}`;
      const name = commonName(family.map((zone) => zone.name));
      return `${name}: ${sayLengths(lengths, owner)}, ${sayBasis(family)} [${family[0].id}]`;
    });
  }
}

const page = (lines: readonly string[]): string => `${lines.join('\n')}\n`;

/** One statement of each authority, the highest first; of equals the one that the place lies deepest in. */
function highestOfEach(advice: readonly Advisory[], held: readonly Held[]): Advisory[] {
  const depth = ({ zone }: Advisory): number => {
    const own = held.find(({ id }) => id === zone);
    return own === undefined || own.kind === 'country' ? 0 : own.edgeKm;
  };
  const highest = new Map<string, Advisory>();
  for (const advisory of advice) {
    const before = highest.get(advisory.authority);
    const step = (advisory.level ?? 0) - (before?.level ?? 0);
    if (!before || step > 0 || (step === 0 && depth(advisory) > depth(before)))
      highest.set(advisory.authority, advisory);
  }
  return [...highest.values()].sort((a, b) => (b.level ?? 0) - (a.level ?? 0));
}

function isNearEdge({ edgeKm, uncertaintyKm, kind }: Held, place: Place | null): boolean {
  return kind !== 'country' && edgeKm < uncertaintyKm + (place?.uncertaintyKm ?? 0);
}

const basisWords = { stated: 'stated', derived: 'worked out', approximate: 'drawn roughly' } as const;

/** `worked out, ±3.4 km`; of a family only how far the roughest may be off. */
function sayBasis(family: readonly Held[]): string {
  const doubt = Math.max(...family.map(({ uncertaintyKm }) => uncertaintyKm));
  const basis = family.length === 1 ? basisWords[family[0].basis] : 'at worst';
  return doubt > 0 ? `${basis} ±${sayKm(doubt)}` : basis;
}
