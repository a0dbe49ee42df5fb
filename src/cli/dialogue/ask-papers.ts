/** Papers held: only those that matter for this trip, as the draft is judged. */
import type { PermitCheck, VisaCheck } from '../../assessment/papers.ts';
import { setEquipment } from '../../dialogue/edits/lists.ts';
import {
  addPermit,
  addVisa,
  changePermit,
  changeVisa,
  type PermitAnswer,
  removePermit,
  removeVisa,
  type VisaAnswer,
} from '../../dialogue/edits/papers.ts';
import { countryLabel } from '../../dialogue/search/countries.ts';
import type { HeldPermit, HeldVisa } from '../../itinerary/itinerary.ts';
import { ranges } from '../../itinerary/limits.ts';
import { list } from '../../report/pretty/words.ts';
import { capitalise } from '../../sentence.ts';
import { askOptional } from './ask-optional.ts';
import { sayDay } from './ask-trip.ts';
import { checkDay, checkWhole, dayOf } from './check-answers.ts';
import type { Session } from './session.ts';

type Held = 'none' | 'applied' | 'held' | 'keep';

export async function askPapers(session: Session): Promise<void> {
  session.ask.head('Papers');
  await askEquipment(session);
  const judged = await session.judge();
  if (judged === null) return;
  const { permits, visas } = judged.assessment;
  const wantedPermits = permits.filter(({ status }) => status !== 'not-needed');
  const wantedVisas = visas.filter(({ status }) => status !== 'not-needed' && status !== 'refused');
  for (const visa of visas)
    session.ask.say(`${countryLabel(visa.nationality, session.knowledge)}: ${visa.words[0] ?? 'not known'}`);
  for (const visa of wantedVisas) await askVisa(session, visa);
  for (const permit of wantedPermits) await askPermit(session, permit);
  if (wantedPermits.length + wantedVisas.length === 0)
    session.ask.say('As far as tajcheck knows, this trip needs no permit and no visa.');
}

/** Things that ask for a paper wherever the trip goes; others that the file names stay in it. */
async function askEquipment(session: Session): Promise<void> {
  const things = session.knowledge.permits.filter(({ equipment }) => equipment !== undefined);
  if (things.length === 0) return;
  const before = session.trip().equipment;
  const known = things.map(({ equipment }) => equipment!);
  const ticked = await session.ask.tick({
    question: 'Do you carry any of these?',
    label: 'You carry',
    hint: 'Space ticks one and takes its tick away, Enter goes on.',
    choices: things.map(({ equipment, what }) => ({
      value: equipment!,
      name: capitalise(equipment!.replaceAll('-', ' ')),
      detail: what,
    })),
    ticked: before,
  });
  session.draft = setEquipment(session.draft, [...before.filter((id) => !known.includes(id)), ...ticked]);
}

async function askPermit(session: Session, permit: PermitCheck): Promise<void> {
  const at = session.trip().permits.findIndex((held) => held?.type === permit.type);
  const before = at === -1 ? null : session.trip().permits[at];
  const need = permit.need === 'certain' ? 'is needed' : 'may be needed';
  const where = permit.districts.length > 0 ? ` for ${list(permit.districts)}` : '';
  session.ask.say(`${permit.name}: ${need}${where}.${sayApplyBy(permit.applyBy)}`);
  const held = await askHeld(session, permit.name, before);
  if (held === 'keep') return;
  if (held === 'none') {
    if (at !== -1) session.draft = removePermit(session.draft, at);
    return;
  }
  const districts = await askDistricts(session, permit, before);
  const answer: PermitAnswer = { type: permit.type, districts, ...(await askDays(session, held, before)) };
  session.draft =
    at === -1 ? addPermit(session.draft, { ...answer, type: permit.type }) : changePermit(session.draft, at, answer);
}

async function askHeld({ ask }: Session, name: string, before: HeldPermit | HeldVisa | null): Promise<Held> {
  return ask.choose<Held>({
    question: `${capitalise(name)}: have you got it?`,
    label: capitalise(name),
    choices: [
      ...(before === null ? [] : [{ value: 'keep' as const, name: 'As it is in the file' }]),
      { value: 'none', name: 'Not yet', detail: 'Not yet. The briefing says what to do, and by when.' },
      { value: 'applied', name: 'Applied for', detail: 'Applied for, or with a day fixed on which you apply' },
      { value: 'held', name: 'Yes, in hand' },
    ],
    preset: before === null ? 'none' : 'keep',
  });
}

async function askDistricts(
  { ask, knowledge }: Session,
  { type, districts: entered }: PermitCheck,
  before: HeldPermit | null,
): Promise<string[] | undefined> {
  const known = knowledge.permits.find(({ id }) => id === type)?.districts ?? [];
  if (known.length === 0) return undefined;
  const ids = await ask.tick({
    question: 'Which districts are printed on it?',
    label: 'Districts',
    hint: 'Space ticks one and takes its tick away, Enter goes on. None: not known, which is not the same as all.',
    choices: known.map(({ id, name }) => ({
      value: id,
      name: entered.includes(name) ? `${name}, on your way` : name,
      short: name,
    })),
    ticked: before?.districts ?? [],
  });
  return ids;
}

async function askDays(session: Session, held: Held, before: HeldPermit | HeldVisa | null) {
  if (held === 'applied') {
    const applied = await askDay(session, 'On which day do you apply, or did you?', 'Applied', before?.applied ?? null);
    return { applied, from: before?.from ?? null, to: before?.to ?? null };
  }
  const from = await askDay(
    session,
    'From which day is it valid, as printed on it?',
    'Valid from',
    before?.from ?? null,
  );
  const to = await askDay(
    session,
    'Until which day is it valid, as printed on it?',
    'Valid until',
    before?.to ?? null,
    from,
  );
  return { applied: null, from, to };
}

/** Null: not said. */
async function askDay(
  { ask }: Session,
  question: string,
  label: string,
  before: string | null,
  notBefore: string | null = null,
): Promise<string | null> {
  const check = (text: string): string | null => {
    const fault = checkDay(text);
    if (fault !== null || notBefore === null || dayOf(text)! >= notBefore) return fault;
    return `This is before ${sayDay(notBefore)}, the day it begins.`;
  };
  const say = (text: string): string => sayDay(dayOf(text)!);
  const written = await askOptional(ask, { question, label, before, check, say, none: 'not known' });
  return written === null ? null : dayOf(written);
}

async function askVisa(session: Session, visa: VisaCheck): Promise<void> {
  const name = countryLabel(visa.nationality, session.knowledge);
  const at = session.trip().visas.findIndex((held) => held?.nationality === visa.nationality);
  const before = at === -1 ? null : session.trip().visas[at];
  session.ask.say(
    `A visa for ${name} is ${visa.status === 'check' ? 'perhaps needed' : 'needed'}.${sayApplyBy(visa.applyBy)}`,
  );
  const held = await askHeld(session, `visa for the passport of ${name}`, before);
  if (held === 'keep') return;
  if (held === 'none') {
    if (at !== -1) session.draft = removeVisa(session.draft, at);
    return;
  }
  const type = await session.ask.choose({
    question: 'Which kind of visa is it?',
    label: 'Visa',
    choices: session.knowledge.visaKinds.map(({ id, name }) => ({ value: id, name })),
    preset: before?.type,
  });
  const days = await askDays(session, held, before);
  const stay = held === 'held' ? await askStay(session, before?.days ?? null) : (before?.days ?? null);
  const answer: VisaAnswer = { nationality: visa.nationality, type, ...days, days: stay };
  session.draft =
    at === -1
      ? addVisa(session.draft, { ...answer, nationality: visa.nationality, type })
      : changeVisa(session.draft, at, answer);
}

async function askStay({ ask }: Session, before: number | null): Promise<number | null> {
  const written = await askOptional(ask, {
    question: 'For how many days of stay is it?',
    label: 'Days of stay',
    hint: 'As printed on it.',
    before: before === null ? null : String(before),
    check: checkWhole(ranges.days),
    none: 'not known',
  });
  return written === null ? null : Number(written);
}

const sayApplyBy = (day: string | null): string => (day === null ? '' : ` Apply by ${sayDay(day)}.`);
