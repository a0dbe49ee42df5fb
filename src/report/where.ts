/** What applies at one place, for a person: each authority at its highest, dangers, papers, and the areas it lies in. */
import type { ChalkInstance } from 'chalk';
import type { BorderKm, CountryCode } from '../assessment/way.ts';
import type { ReportedZone } from '../assessment.ts';
import { countryName } from '../knowledge/country.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Advisory } from '../knowledge/schema/advice.ts';
import type { Place, ZoneProperties } from '../knowledge/schema/places.ts';
import { capitalise } from '../sentence.ts';
import { escapeForTerminal, escapeStrings } from '../terminal/escape.ts';
import { padEnd, textWidth } from '../terminal/width.ts';
import { wrap } from '../terminal/wrap.ts';
import { type ZoneLayer, zoneProperties } from '../zones/layer.ts';
import { reportZone } from '../zones/report-zone.ts';
import { commonName, distanceOf, groupFamilies, sayLengths } from './family.ts';
import { sayOwnRules } from './own-zones.ts';
import { list, paintLevel, sayDate, sayKm, sayNative } from './pretty/words.ts';

export interface PointZone {
  readonly id: string;
  readonly edgeKm: number;
  /** Only where the zone is the reader's own. */
  readonly own?: ReportedZone['own'] & Pick<ReportedZone, 'name' | 'restriction'>;
}

export interface PointAnswer {
  readonly lon: number;
  readonly lat: number;
  /** Null outside every country the data covers. */
  readonly country: CountryCode | null;
  /** Null where the data says nothing; `[]`: looked, and none. */
  readonly zones: PointZone[] | null;
  readonly borderKm: BorderKm | null;
}

/** With the zones outside but nearer than the doubt about their edge and the place; null as for `zones`. */
export interface PlaceAnswer extends PointAnswer {
  readonly near: PointZone[] | null;
}

/** The terminal as the page sees it. */
export interface View {
  readonly width: number;
  readonly chalk: ChalkInstance;
}

/** A zone that holds the place, with the distance to its edge. */
interface Held extends ZoneProperties {
  readonly edgeKm: number;
  readonly own: ReportedZone['own'];
}

export function reportWhere(
  answer: PlaceAnswer,
  place: Place | null,
  knowledge: Knowledge,
  layers: readonly ZoneLayer[],
  { width, chalk }: View,
): string {
  const { lon, lat, country, zones, borderKm } = answer;
  const nameOf = (authority: string): string => knowledge.authorities[authority]?.short ?? authority;
  const at = `${lat.toFixed(4)} N, ${lon.toFixed(4)} E`;
  const height = place?.altitudeM ? `, ${place.altitudeM} m` : '';
  const head = place ? `${chalk.bold(place.name)} (${place.kind}, ${at}${height})` : chalk.bold(at);
  const describe = ({ id, edgeKm }: { id: string; edgeKm: number }): Held => {
    const zone = zoneProperties(layers, id);
    // A zone of the reader's own is named by whoever wrote its file.
    const own = escapeStrings(reportZone(layers, id).own);
    return { ...zone, id: escapeForTerminal(zone.id), name: escapeForTerminal(zone.name), edgeKm, own };
  };
  const holding = (zones ?? []).map(describe);
  const near = (answer.near ?? []).map(describe);
  // Those of the reader's own stand by themselves.
  const [held, beside] = [holding, near].map((all) => all.filter(({ own }) => own === null));
  if (zones === null || borderKm === null) {
    const unknown = wrap('Outside the area that tajcheck knows: nothing is known of this point.', width);
    return page([head, ...unknown, ...sayOwn(), ...sayBeside()]);
  }
  const where =
    country === null ? 'In none of the countries that tajcheck knows.' : `In ${countryName(country, knowledge)}.`;
  const nearest = Object.entries(borderKm).sort(([, a], [, b]) => a - b)[0];
  const border = `${sayKm(nearest[1])} from the border with ${countryName(nearest[0], knowledge)}.`;
  const unsure =
    place && place.uncertaintyKm > 0 ? ` The place itself may be off by ${sayKm(place.uncertaintyKm)}.` : '';
  const all = [...held, ...beside];
  const counted = new Map(all.map((zone) => [zone.id, zone]));
  const advice = knowledge.advisories.filter(({ zone, status }) => status === 'current' && counted.has(zone));
  const papers = knowledge.permits.filter((permit) => permit.zones.some((zone) => counted.has(zone)));
  const more = [...papers.map(({ id }) => id), ...all.map(({ id }) => id)].find((id) => !id.startsWith('country-'));
  return page([
    head,
    ...wrap(`${where} ${border}${unsure}`, width),
    ...sayOwn(),
    ...section('The highest advice of each authority', sayAdvice()),
    ...section('Dangers', sayDangers()),
    ...section(
      'Papers',
      papers.map(({ name, need, zones: areas }) => {
        const outside = areas.every((zone) => !held.some(({ id }) => id === zone)) ? OUTSIDE : '';
        return `${name}${need === 'possible' ? ' (perhaps; sources disagree)' : ''}${outside}`;
      }),
    ),
    ...sayHeld(),
    ...sayBeside(),
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
    return highestOfEach(advice, depthOf).map(({ authority, native, level, area, zone, issued }) => {
      const words = paintLevel(chalk, level, sayNative(native, level));
      const own = counted.get(zone)!;
      const edge = beside.includes(own) ? OUTSIDE : isNearEdge(own, place) ? ' (near its edge)' : '';
      return `${padEnd(nameOf(authority), labelWidth())}  ${words}: ${area}${edge}, ${sayDate(issued)}`;
    });
  }

  function sayDangers(): string[] {
    return all
      .filter(({ kind }) => kind === 'hazard')
      .map((zone) => {
        const { id, name, reasons } = zone;
        const who = [
          ...new Set(advice.filter((advisory) => advisory.zone === id).map(({ authority }) => nameOf(authority))),
        ];
        const what = capitalise(reasons.map((reason) => reason.replaceAll('-', ' ')).join(', ') || 'danger');
        const outside = beside.includes(zone) ? OUTSIDE : '';
        return `${chalk.bold(what)}: ${name}${outside}${who.length > 0 ? `, by ${list(who)}` : ''}`;
      });
  }

  /** Kilometres inside the area; a country is wide, and an area beside the place comes last. */
  function depthOf(id: string): number {
    const zone = counted.get(id)!;
    if (beside.includes(zone)) return -zone.edgeKm;
    return zone.kind === 'country' ? 0 : zone.edgeKm;
  }

  /** Where a file of them was given, that none holds is worth saying. */
  function sayOwn(): string[] {
    if (!layers.some(({ own }) => own !== undefined)) return [];
    const lines = [...holding, ...near].flatMap(({ id, name, restriction, own, edgeKm }) => {
      if (own === null) return [];
      const edge = holding.some((zone) => zone.id === id) ? `, ${sayKm(edgeKm)} inside its edge` : OUTSIDE;
      return `${chalk.bold(name)} (${own.file})${edge}. ${sayOwnRules({ restriction, own })} [${id}]`;
    });
    return section('Your own zones', lines.length > 0 ? lines : ['None of them holds this place.']);
  }

  /** Countries are no area here. Where areas lie beside the place, "none" would read as free of them. */
  function sayHeld(): string[] {
    const lines = sayAreas(held);
    return lines.length === 0 && beside.length > 0 ? [] : section('Areas, with the distance to the edge', lines);
  }

  function sayBeside(): string[] {
    return beside.length > 0 ? section('Near, count it as inside', sayAreas(beside)) : [];
  }

  function sayAreas(areas: readonly Held[]): string[] {
    return groupFamilies(areas.filter(({ kind }) => kind !== 'country')).map((family) => {
      const lengths = family.map((zone) => ({ zone, km: zone.edgeKm }));
      const owner = (zone: Held) => `${nameOf(zone.authority ?? 'all')}${distanceOf(zone)}`;
      const name = commonName(family.map((zone) => zone.name));
      return `${name}: ${sayLengths(lengths, owner)}, ${sayBasis(family)} [${family[0].id}]`;
    });
  }
}

const OUTSIDE = ' (just outside the drawn area, within its doubt)';

const page = (lines: readonly string[]): string => `${lines.join('\n')}\n`;

/** One statement of each authority, the highest first; of equals the one that the place lies deepest in. */
function highestOfEach(advice: readonly Advisory[], depthOf: (zone: string) => number): Advisory[] {
  const highest = new Map<string, Advisory>();
  for (const advisory of advice) {
    const before = highest.get(advisory.authority);
    const step = (advisory.level ?? 0) - (before?.level ?? 0);
    if (!before || step > 0 || (step === 0 && depthOf(advisory.zone) > depthOf(before.zone)))
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
