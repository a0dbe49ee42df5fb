/** Legs that run otherwise, take longer or meet a road in another season. */
import type { AssessedLeg, AssessedRoad } from '../../assessment/way.ts';
import type { ChangesPage } from '../changes.ts';
import { getsDay, movesAlong, sayMoved, sayPair } from '../changes.ts';
import { count, list, sayDate, sayKm, sayMetres } from '../pretty/words.ts';

/** Only stops that do not simply move with the trip. */
export function sayStops(page: ChangesPage): string[] {
  const told = page.changes.changed.stops.filter(({ before, after }) => !movesAlong(page, before.from, after.from));
  const dated = told.filter(({ before, after }) => getsDay(page, before.from, after.from));
  const day = (date: string | null) => (date === null ? 'day not known' : sayDate(date));
  return [
    ...told.flatMap((pair) =>
      dated.includes(pair) ? [] : sayPair(pair.after.name, day(pair.before.from), day(pair.after.from)),
    ),
    ...(dated.length > 0 ? [sayMoved(page, count(dated.length, 'stop'), dated.length)] : []),
  ];
}

export function sayLegs({ changes, names }: ChangesPage): string[] {
  return changes.changed.legs.flatMap(({ before, after }) => {
    const parts = [
      ...sayPair('taken', sayLeg(before), sayLeg(after)),
      ...sayPair(
        'top',
        before.highestM === null ? 'not known' : sayMetres(before.highestM),
        after.highestM === null ? 'not known' : sayMetres(after.highestM),
      ),
      ...sayWay(before.road, after.road),
      ...sayOpenings(before.road, after.road),
    ];
    return parts.length > 0 ? [`${names.get(after.id)}: ${parts.join('; ')}`] : [];
  });
}

const bases: Readonly<Record<AssessedLeg['basis'], string>> = {
  track: 'by your track',
  road: 'by road',
  flight: 'in a straight line',
  guess: 'in a straight line, a guess',
  unknown: 'way not known',
};

/** `4x4, 281 km by road, about 9.5 h`. */
function sayLeg({ mode, basis, lengthKm, hours, corridorKm }: AssessedLeg): string {
  const length = lengthKm === null ? 'length not known' : sayKm(lengthKm);
  const doubt = corridorKm ? ` \u00b1${sayKm(corridorKm)}` : '';
  const about = hours === null ? '' : hours < 1 ? 'under 1 h' : `about ${Math.round(hours * 10) / 10} h`;
  const time = about || 'hours not known';
  return `${mode ?? 'not said how'}, ${length} ${bases[basis]}${doubt}, ${time}`;
}

function sayWay(before: AssessedRoad | null, after: AssessedRoad | null): string[] {
  const [old, now] = [before, after].map(
    (road) => new Map((road?.passed ?? []).map(({ place, name }) => [place, name])),
  );
  const comes = [...now].filter(([place]) => !old.has(place)).map(([, name]) => name);
  const goes = [...old].filter(([place]) => !now.has(place)).map(([, name]) => name);
  return [
    ...(comes.length > 0 ? [`now through ${some(comes)}`] : []),
    ...(goes.length > 0 ? [`no longer through ${some(goes)}`] : []),
  ];
}

/** Enough of a way to know it by. */
const MOST_PLACES = 5;

function some(places: readonly string[]): string {
  if (places.length <= MOST_PLACES + 1) return list(places);
  return `${places.slice(0, MOST_PLACES).join(', ')} and ${places.length - MOST_PLACES} more places`;
}

/** Of roads on both ways. */
function sayOpenings(before: AssessedRoad | null, after: AssessedRoad | null): string[] {
  const old = new Map((before?.stretches ?? []).map(({ section, opening }) => [section, opening]));
  const said = (after?.stretches ?? []).flatMap(({ section, name, opening }) =>
    sayPair(name, old.get(section) ?? opening, opening),
  );
  return [...new Set(said)];
}
