/** One stop: where, how many nights, and how one gets there; then what it brings. */
import { changeStop, insertStop } from '../../dialogue/edits/stops.ts';
import type { ItineraryStop } from '../../itinerary/itinerary.ts';
import { ranges } from '../../itinerary/limits.ts';
import { count } from '../../report/pretty/words.ts';
import { askPlace } from './ask-place.ts';
import { askWay } from './ask-way.ts';
import { checkWhole } from './check-answers.ts';
import { sayStopAndWay } from './say-stop.ts';
import type { Session } from './session.ts';

export function sayStop({ place, nights, at }: ItineraryStop): string {
  const name = place || (at === null ? 'a place that cannot be read' : `${at[1]}, ${at[0]}`);
  return `${name}, ${nights === 0 ? 'passed through' : count(nights, 'night')}`;
}

const nameOf = ({ place, at }: ItineraryStop): string => place || (at === null ? 'the stop' : `${at[1]}, ${at[0]}`);

/** A new stop; `at` counts from 0. */
export async function askNewStop(session: Session, at: number): Promise<void> {
  const place = await askPlace(
    session,
    at === 0 ? 'What is the first stop?' : 'What is the next stop?',
    `Stop ${at + 1}`,
    at - 1,
  );
  const nights = await askNights(session, place.place, 1);
  const stop = { ...place, nights };
  const way = (await askWay(session, insertStop(session.draft, at, stop), at, null)) ?? {};
  const before = session.draft;
  session.draft = insertStop(before, at, { ...stop, ...way });
  await sayStopAndWay(session, at, before);
}

async function askNights({ ask }: Session, place: string, preset: number): Promise<number> {
  const written = await ask.text({
    question: `How many nights in ${place}?`,
    label: 'Nights',
    hint: '0 is passing through.',
    preset: String(preset),
    check: checkWhole(ranges.nights),
  });
  return Number(written);
}

export async function changeNights(session: Session, at: number): Promise<void> {
  const stop = session.trip().stops[at];
  session.draft = changeStop(session.draft, at, { nights: await askNights(session, nameOf(stop), stop.nights) });
}

export async function changePlace(session: Session, at: number): Promise<void> {
  const place = await askPlace(
    session,
    `Which place instead of ${nameOf(session.trip().stops[at])}?`,
    `Stop ${at + 1}`,
    at - 1,
  );
  const before = session.draft;
  session.draft = changeStop(before, at, { ...place, at: place.at ?? null });
  await sayStopAndWay(session, at, before);
}

export async function changeWay(session: Session, at: number): Promise<void> {
  const before = session.draft;
  const bare = changeStop(before, at, { via: [], by: null, track: null });
  const way = await askWay(session, bare, at, session.trip().stops[at]);
  if (way === null) return;
  session.draft = changeStop(bare, at, way);
  await sayStopAndWay(session, at, before);
}
