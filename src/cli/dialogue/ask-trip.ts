/** What is asked once for the whole trip: its first day, how it is travelled, what it is called. */
import { setStart, setTitle, setTravel } from '../../dialogue/edits/trip.ts';
import { type TravelMode, travelModes } from '../../itinerary/itinerary.ts';
import { sayDate, sayWeekday } from '../../report/pretty/words.ts';
import type { Ask } from './ask.ts';
import { askOptional } from './ask-optional.ts';
import { checkDay, checkLength, dayOf } from './check-answers.ts';
import type { Session } from './session.ts';

const vehicles: Readonly<Record<TravelMode, string>> = {
  '4x4': '4x4, with or without a driver',
  car: 'Car without four-wheel drive',
  bus: 'Bus, minibus or shared taxi',
  motorbike: 'Motorbike',
  bicycle: 'Bicycle',
  foot: 'On foot',
  air: 'Aeroplane',
};

export const sayVehicle = (mode: TravelMode): string => vehicles[mode].split(',')[0];

export function askVehicle(ask: Ask, question: string, label: string, preset: TravelMode): Promise<TravelMode> {
  const choices = travelModes.map((value) => ({ value, name: vehicles[value] }));
  return ask.choose({ question, label, choices, preset });
}

export const sayDay = (iso: string): string => `${sayWeekday(iso)} ${iso.slice(0, 4)}`;

export async function askStart(session: Session): Promise<void> {
  const { ask, asOf } = session;
  ask.head('When');
  const { start } = session.trip();
  const written = await askOptional(ask, {
    question: 'On which day do you arrive at the first stop?',
    label: 'First day',
    hint: `Such as 3 July ${Number(asOf.slice(0, 4)) + 1}, or ${Number(asOf.slice(0, 4)) + 1}-07-03.`,
    before: start === null ? null : sayDate(start),
    check: checkDay,
    say: (text) => sayDay(dayOf(text)!),
    none: 'not known yet; nothing that needs a date is checked',
  });
  const day = written === null ? null : dayOf(written);
  if (day !== null && day < asOf)
    ask.say(`${sayDay(day)} is in the past. It stays as you wrote it; correct it where it is a slip.`);
  session.draft = setStart(session.draft, day);
}

export async function askTravel(session: Session): Promise<void> {
  session.ask.head('How you travel');
  const mode = await askVehicle(
    session.ask,
    'What do you travel in, most of the way?',
    'How you travel',
    session.trip().travel ?? '4x4',
  );
  session.draft = setTravel(session.draft, mode);
}

export async function askTitle(session: Session): Promise<void> {
  const { title } = session.trip();
  const written = await askOptional(session.ask, {
    question: 'What is the trip called?',
    label: 'Name of the trip',
    before: title,
    check: checkLength,
    none: 'no name',
  });
  session.draft = setTitle(session.draft, written);
}
