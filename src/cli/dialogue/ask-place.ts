/** A place by search over the gazetteer, or one of the traveller's own by latitude and longitude. */
import type { StopAnswer } from '../../dialogue/edits/stops.ts';
import { nextPlaces } from '../../dialogue/search/next-places.ts';
import { type Near, type PlaceChoice, searchPlaces } from '../../dialogue/search/places.ts';
import { limits } from '../../itinerary/limits.ts';
import type { Session } from './session.ts';

/** `from`: the stop that one comes from; the places near it come first. */
export async function askPlace(session: Session, question: string, label: string, from: number): Promise<PlaceAnswer> {
  const near = await nearOf(session, from);
  const been = (await session.judge())?.assessment.stops.map(({ name }) => name);
  const offered = nextPlaces(near, session.trip().travel, session.knowledge, been);
  const found = await session.ask.search<PlaceChoice>({
    question,
    label,
    hint: 'Type letters of its name, in any spelling or script; or latitude, longitude: 37.03, 72.66.',
    find: (written) =>
      (written === '' ? offered : searchPlaces(written, session.knowledge, near)).map((choice) => ({
        value: choice,
        name: `${choice.isNear ? 'Perhaps ' : ''}${choice.label}, ${choice.detail}`,
        detail: `${choice.label}, ${choice.detail}`,
        short: choice.label,
      })),
    nothing: 'No place is known by this name. Take away some letters, or give latitude, longitude.',
  });
  if (found.at === null) return { place: found.place };
  const name = await session.ask.text({
    question: 'What is this place called?',
    label: 'Name',
    preset: found.place,
    check: (text) => (text.length <= limits.text ? null : `At most ${limits.text} letters.`),
  });
  return { place: name, at: found.at };
}

interface PlaceAnswer extends Pick<StopAnswer, 'at'> {
  readonly place: string;
}

async function nearOf(session: Session, at: number): Promise<Near | null> {
  const judged = at < 0 ? null : await session.judge();
  const stop = judged?.assessment.stops.find(({ id }) => id === `stop-${at + 1}`);
  return stop && stop.lon !== null && stop.lat !== null ? { name: stop.name, position: [stop.lon, stop.lat] } : null;
}
