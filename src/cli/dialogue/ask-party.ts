/** Who travels: a passport, and how many have one. */
import { addTraveller, changeTraveller, removeTraveller, type TravellerAnswer } from '../../dialogue/edits/party.ts';
import { countryLabel, searchCountries } from '../../dialogue/search/countries.ts';
import type { Traveller } from '../../itinerary/itinerary.ts';
import { ranges } from '../../itinerary/limits.ts';
import { count } from '../../report/pretty/words.ts';
import { askOptional } from './ask-optional.ts';
import { checkWhole } from './check-answers.ts';
import type { Session } from './session.ts';

/** As the lists of the dialogue name one line of the party. */
export function sayTraveller(session: Session, { nationality, age, count: many }: Traveller): string {
  const name = nationality === '' ? 'a passport that cannot be read' : countryLabel(nationality, session.knowledge);
  return `${count(many, 'traveller')}, passport of ${name}${age === null ? '' : `, aged ${age}`}`;
}

export async function askParty(session: Session): Promise<void> {
  const { ask } = session;
  ask.head('Who travels');
  const lines = session.trip().party.length;
  await askFirst(session, lines > 0 ? 0 : null);
  while (
    await ask.yes({ question: 'Does anybody travel on another passport?', label: 'Another passport', preset: false })
  ) {
    await addOne(session);
  }
}

/** Whoever was entered before is asked about again, not added once more. */
async function askFirst(session: Session, at: number | null): Promise<void> {
  if (at === null) await addOne(session);
  else await changeOne(session, at);
}

export async function addOne(session: Session): Promise<void> {
  const answer = await askTraveller(session, null);
  session.draft = addTraveller(session.draft, answer);
}

async function changeOne(session: Session, at: number): Promise<void> {
  const answer = await askTraveller(session, session.trip().party[at]);
  session.draft = changeTraveller(session.draft, at, answer);
}

async function askTraveller(
  session: Session,
  before: Traveller | null,
): Promise<TravellerAnswer & { readonly nationality: string }> {
  const { ask, knowledge } = session;
  const party = session.trip().party;
  const isFirst = party.length === 0 || party[0].id === before?.id;
  const nationality = await ask.search({
    question: isFirst ? 'Which country’s passport do you travel on?' : 'Which country’s passport do they travel on?',
    label: 'Passport',
    hint: 'Type some letters of the country.',
    find: (written) =>
      (written === '' ? [] : searchCountries(written, knowledge)).map(({ code, label, by }) => ({
        value: code,
        name: by === null ? label : `${label}, also ${by}`,
        detail: label,
        short: label,
      })),
    initial: before?.nationality ? countryLabel(before.nationality, knowledge).replace(/ \(.*/, '') : undefined,
    nothing: 'No country has a name like this. Take away some letters.',
  });
  const many = await ask.text({
    question: 'How many travellers have this passport?',
    label: 'Travellers with it',
    preset: String(before?.count ?? 1),
    check: checkWhole(ranges.count),
  });
  const least = knowledge.visaRules.find(
    (rule) => rule.minAge !== null && rule.nationalities.includes(nationality),
  )?.minAge;
  // Asked only where it makes a difference.
  const age = least === undefined || least === null ? undefined : await askAge(session, least, before?.age ?? null);
  return { nationality, count: Number(many) === 1 ? null : Number(many), age };
}

async function askAge({ ask }: Session, least: number, before: number | null): Promise<number | null> {
  const written = await askOptional(ask, {
    question: 'How old are they?',
    label: 'Age',
    hint: `From ${least} years on, this passport may need no visa. With different ages, give the youngest.`,
    before: before === null ? null : String(before),
    check: checkWhole(ranges.age),
  });
  return written === null ? null : Number(written);
}

export async function changeParty(session: Session, at: number): Promise<void> {
  const { ask } = session;
  const party = session.trip().party;
  const choices = [
    { value: 'change', name: 'Another passport, number or age' },
    ...(party.length > 1 ? [{ value: 'remove', name: 'They do not travel: take them out' }] : []),
  ];
  const what =
    choices.length === 1
      ? 'change'
      : await ask.choose({ question: `${sayTraveller(session, party[at])}: what is to change?`, choices, quiet: true });
  if (what === 'remove') session.draft = removeTraveller(session.draft, at);
  else await changeOne(session, at);
}
