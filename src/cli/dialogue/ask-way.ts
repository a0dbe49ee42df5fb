/** How one gets to a stop: the way that is found, another that is known, or through places of one's own. */
import type { AssessedLeg } from '../../assessment/way.ts';
import type { StopAnswer } from '../../dialogue/edits/stops.ts';
import type { ItineraryStop, TravelMode } from '../../itinerary/itinerary.ts';
import { placesById } from '../../places/gazetteer.ts';
import { list, sayKm } from '../../report/pretty/words.ts';
import { askPlace } from './ask-place.ts';
import { askVehicle, sayVehicle } from './ask-trip.ts';
import type { Session } from './session.ts';

type Way = Pick<StopAnswer, 'via' | 'by'>;

const hasWay = ({ via, by, track }: ItineraryStop): boolean => via.length > 0 || by !== null || track !== null;

function sayOwnWay({ via, by, track }: ItineraryStop): string {
  const parts = [
    ...(by === null ? [] : [sayVehicle(by)]),
    ...(via.length === 0 ? [] : [`through ${list(via)}`]),
    ...(track === null ? [] : [`by the track ${track}`]),
  ];
  return parts.join(', ');
}

/**
 * `tried` has the stop in it already, with the way that is found for it; `before` is the stop as it was. Nothing is
 * asked of the first stop. Null: the way stays.
 */
export async function askWay(
  session: Session,
  tried: Session['draft'],
  at: number,
  before: ItineraryStop | null,
): Promise<Way | null> {
  if (at === 0) return {};
  const judged = await session.judge(tried);
  const leg = judged?.assessment.legs.find(({ to }) => to === `stop-${at + 1}`);
  if (!leg) return {};
  const { ask } = session;
  const name = (id: string): string => judged?.assessment.stops.find((stop) => stop.id === id)?.name ?? id;
  const others = (leg.road?.others ?? []).filter(({ by }) => by !== null).slice(0, 3);
  const choices = [
    ...(before !== null && hasWay(before) ? [{ value: 'keep', name: `As it is: ${sayOwnWay(before)}` }] : []),
    { value: 'found', name: `As found: ${sayWay(leg)}`, short: sayWay(leg), detail: sayWayInFull(session, leg) },
    ...others.map(({ by, lengthKm, shut }) => ({
      value: `by ${by}`,
      name: `By ${by}: ${sayKm(lengthKm)}${shut.length > 0 ? ', shut that month' : ''}`,
      detail: `By ${by}: ${sayKm(lengthKm)} by road${shut.length > 0 ? `. A source says that this is shut in the month of travel: ${list(shut)}` : ''}`,
    })),
    { value: 'via', name: 'Through a place that I name', detail: 'Through a place that you name next' },
    {
      value: 'mode',
      name: 'By something else: bus, aeroplane, on foot …',
      detail: 'By something else than the rest of the trip',
    },
  ];
  const what = await ask.choose({
    question: `How do you get from ${name(leg.from)} to ${name(leg.to)}?`,
    label: 'The way',
    choices,
    preset: before !== null && hasWay(before) ? 'keep' : 'found',
  });
  if (what === 'keep') return null;
  const other = others.find(({ by }) => `by ${by}` === what);
  if (other) return { via: [other.by!] };
  if (what === 'via') return { via: await askVia(session, at) };
  if (what === 'mode') {
    const travel = session.trip().travel;
    const by = await askVehicle(
      ask,
      `How do you travel to ${name(leg.to)}?`,
      'To there',
      before?.by ?? travel ?? '4x4',
    );
    return { by: by === travel ? null : by };
  }
  return {};
}

async function askVia(session: Session, at: number): Promise<string[]> {
  const via: string[] = [];
  do {
    const found = await askPlace(session, 'Through which place?', 'Through', at - 1);
    if (found.at)
      session.ask.say(
        'The way can only go through places that are known by name. Make it a stop without nights instead.',
      );
    else via.push(found.place);
  } while (await session.ask.yes({ question: 'Through another place after that?', label: 'Another', preset: false }));
  return via;
}

/** In a few words for a line of a list. */
function sayWay(leg: AssessedLeg): string {
  const mode = leg.mode === null ? '' : `${sayVehicle(leg.mode as TravelMode)}, `;
  if (leg.basis === 'unknown') return `${mode}way not known`;
  const length = leg.lengthKm === null ? 'length not known' : sayKm(leg.lengthKm);
  const through = leg.road?.passed.at(Math.floor((leg.road?.passed.length ?? 0) / 2))?.name;
  if (leg.basis === 'guess') return `${mode}no road known, guessed`;
  if (leg.basis === 'flight') return `${mode}${length} by air`;
  if (leg.basis === 'track') return `${mode}${length} by your track`;
  return `${mode}${length}${through ? ` through ${through}` : ''}`;
}

/** So many places of a long way tell which it is. */
const TOLD = 6;

/** Its towns and passes: those that a map shows. */
function sayWayInFull({ knowledge }: Session, leg: AssessedLeg): string {
  const known = placesById(knowledge);
  const passed = (leg.road?.passed ?? []).filter(({ place }) => told.has(known.get(place)?.kind ?? '')).slice(1, -1);
  const some = passed.filter(
    (_, at) => Math.floor((at * TOLD) / passed.length) !== Math.floor(((at - 1) * TOLD) / passed.length),
  );
  return some.length === 0
    ? sayWay(leg)
    : `${sayKm(leg.lengthKm ?? 0)} by road through ${list(some.map(({ name }) => name))}`;
}
const told: ReadonlySet<string> = new Set(['city', 'town', 'pass', 'tunnel', 'border-post']);
