/** The list on which every answer can be changed: reached at the end, and from between the stops. */
import { moveStop, removeStop } from '../../dialogue/edits/stops.ts';
import type { Choice } from './ask.ts';
import { askCheckIn } from './ask-check-in.ts';
import { askEntry, askExit, sayGate } from './ask-gate.ts';
import { askInPlace, askInsurance } from './ask-in-place.ts';
import { askPapers } from './ask-papers.ts';
import { addOne, changeParty, sayTraveller } from './ask-party.ts';
import { askNewStop, changeNights, changePlace, changeWay, sayStop } from './ask-stop.ts';
import { askStart, askTitle, askTravel, sayDay, sayVehicle } from './ask-trip.ts';
import { sayStopAndWay } from './say-stop.ts';
import type { Session } from './session.ts';
import { type Step, tryStep } from './steps.ts';

/** `done`: what ends it, in words. */
export async function reviewTrip(session: Session, done: string, hint?: string): Promise<void> {
  for (;;) {
    const step = await session.ask.choose<Step | null>({
      question: 'Your trip so far. What is to change?',
      hint,
      choices: [{ value: null, name: done }, ...listAnswers(session)],
      quiet: true,
    });
    if (step === null) return;
    await tryStep(session, step);
  }
}

function listAnswers(session: Session): Choice<Step>[] {
  const trip = session.trip();
  const papers = trip.permits.length + trip.visas.length;
  return [
    ...trip.party.map((traveller, at) => ({
      value: (own: Session) => changeParty(own, at),
      name: `Who: ${sayTraveller(session, traveller)}`,
    })),
    { value: addOne, name: 'Who: add somebody with another passport' },
    { value: askStart, name: `First day: ${trip.start === null ? 'not known' : sayDay(trip.start)}` },
    { value: askTravel, name: `How you travel: ${trip.travel === null ? 'not said' : sayVehicle(trip.travel)}` },
    { value: askEntry, name: `You come in: ${sayGate(trip.entry, 'entry')}` },
    ...trip.stops.map((stop, at) => ({
      value: (own: Session) => changeStop(own, at),
      name: `Stop ${at + 1}: ${sayStop(stop)}`,
    })),
    { value: (own: Session) => askNewStop(own, trip.stops.length), name: 'Stop: add one at the end' },
    { value: askExit, name: `You leave: ${sayGate(trip.exit, 'exit')}` },
    ...(trip.stops.length === 0
      ? []
      : [
          { value: askPapers, name: `Papers: ${papers === 0 ? 'none in hand' : papers}` },
          { value: askInsurance, name: 'Insurance' },
          {
            value: askInPlace,
            name: `In place: ${trip.mitigations.length === 0 ? 'nothing yet' : `${trip.mitigations.length} of the checklist`}`,
          },
        ]),
    {
      value: askCheckIn,
      name: `Somebody at home: ${trip.checkIn === null ? 'nothing agreed' : (trip.checkIn.with ?? 'agreed')}`,
    },
    { value: askTitle, name: `Name of the trip: ${trip.title ?? 'none'}` },
  ];
}

async function changeStop(session: Session, at: number): Promise<void> {
  const { ask } = session;
  const { stops } = session.trip();
  const name = sayStop(stops[at]);
  const last = stops.length - 1;
  const step = await ask.choose<Step>({
    question: `Stop ${at + 1}: ${name}. What is to change?`,
    quiet: true,
    choices: [
      { value: (own) => changeNights(own, at), name: 'The nights' },
      ...(at > 0 ? [{ value: (own: Session) => changeWay(own, at), name: 'The way there' }] : []),
      { value: (own) => changePlace(own, at), name: 'Another place instead' },
      { value: (own) => askNewStop(own, at), name: 'Put a stop before it' },
      { value: (own) => askNewStop(own, at + 1), name: 'Put a stop after it' },
      ...(at > 0 ? [{ value: shift(at, at - 1), name: 'Move it one stop earlier' }] : []),
      ...(at < last ? [{ value: shift(at, at + 1), name: 'Move it one stop later' }] : []),
      ...(last > 0 ? [{ value: takeOut(at), name: 'Take it out' }] : []),
    ],
  });
  await step(session);
}

const shift =
  (from: number, to: number): Step =>
  async (session) => {
    const { place } = session.trip().stops[from];
    const before = session.draft;
    session.draft = moveStop(before, from, to);
    session.ask.say(`${place} is stop ${to + 1} now.`);
    await sayStopAndWay(session, to, before);
  };

const takeOut =
  (at: number): Step =>
  async (session) => {
    const { place } = session.trip().stops[at];
    const before = session.draft;
    session.draft = removeStop(before, at);
    session.ask.say(`${place} is taken out.`);
    // The way to the stop after it is another now.
    if (at > 0 && at < session.trip().stops.length) await sayStopAndWay(session, at, before);
  };
