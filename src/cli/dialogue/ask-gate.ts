/** How the country is entered before the first stop, and left after the last. */
import { setGate } from '../../dialogue/edits/gates.ts';
import type { Gate } from '../../itinerary/itinerary.ts';
import { countryName } from '../../knowledge/country.ts';
import { normaliseName } from '../../places/normalise-name.ts';
import { sayDate } from '../../report/pretty/words.ts';
import { capitalise } from '../../sentence.ts';
import type { Choice } from './ask.ts';
import { askOptional } from './ask-optional.ts';
import { checkLength } from './check-answers.ts';
import type { Session } from './session.ts';

type End = 'entry' | 'exit';

const words = {
  entry: {
    head: 'How you come into the country',
    question: 'How do you come into the country?',
    label: 'You come in',
    airport: 'At which airport do you land?',
    post: 'Over which border post do you come in?',
    beyond: 'From where do you come?',
    from: 'From',
  },
  exit: {
    head: 'How you leave the country',
    question: 'How do you leave the country?',
    label: 'You leave',
    airport: 'From which airport do you fly?',
    post: 'Over which border post do you leave?',
    beyond: 'Where do you go from there?',
    from: 'To',
  },
} as const;

export function sayGate(gate: Gate | null, end: End): string {
  if (gate === null) return 'not said; read off the stops as far as they tell';
  const place = gate.place ?? 'at a place not said';
  const beyond = gate.beyond === null ? '' : `, ${end === 'entry' ? 'from' : 'to'} ${gate.beyond}`;
  return `${place}${gate.by === null ? '' : gate.by === 'air' ? ' by air' : ` by ${gate.by}`}${beyond}`;
}

export const askEntry = (session: Session): Promise<void> => askGate(session, 'entry');
export const askExit = (session: Session): Promise<void> => askGate(session, 'exit');

async function askGate(session: Session, end: End): Promise<void> {
  const { ask } = session;
  const said = words[end];
  const before = session.trip()[end];
  ask.head(said.head);
  const how = await ask.choose({
    question: said.question,
    label: said.label,
    choices: [
      { value: 'open', name: 'Not settled yet, or the stops say it' },
      { value: 'air', name: 'By air' },
      { value: 'land', name: 'By land, over a border post' },
    ],
    preset: before === null ? 'open' : before.by === 'air' ? 'air' : 'land',
  });
  if (how === 'open') {
    session.draft = setGate(session.draft, end, null);
    return;
  }
  const isSame = before !== null && (before.by === 'air') === (how === 'air');
  const place =
    how === 'air'
      ? await askAirport(session, said.airport, isSame ? before.place : null)
      : await askPost(session, said.post, isSame ? before.place : null);
  const beyond = await askOptional(ask, {
    question: said.beyond,
    label: said.from,
    hint: 'A city or a country.',
    before: before?.beyond ?? null,
    check: checkLength,
  });
  // What carries one over a land border is asked of nobody, and stays as the file has it.
  const by = how === 'air' ? 'air' : isSame ? undefined : null;
  session.draft = setGate(session.draft, end, { place, by, beyond });
}

/** What Enter alone takes: an airport or a border post must be chosen, not come by itself. */
const unsettled: readonly Choice<string | null>[] = [{ value: null, name: 'Not settled yet' }];
/** Unless the file names one, in whatever words. */
const keptOf = (before: string | null): readonly Choice<string | null>[] =>
  before === null ? [] : [{ value: before, name: `As it is: ${before}`, short: before }];

/** Null: not settled. */
function askAirport({ ask, knowledge }: Session, question: string, before: string | null): Promise<string | null> {
  const airports = knowledge.places.filter(
    ({ kind, country }) => kind === 'airport' && country === knowledge.entry.country,
  );
  const others = airports.some(({ name }) => name === before) ? [] : keptOf(before);
  const choices = [...others, ...unsettled, ...airports.map(({ name }) => ({ value: name, name }))];
  return ask.choose<string | null>({ question, label: 'Airport', choices, preset: before });
}

/** Null: not settled. */
async function askPost(session: Session, question: string, before: string | null): Promise<string | null> {
  const { ask, knowledge } = session;
  const posts = knowledge.posts.map((post) => {
    const place = knowledge.places.find(({ id }) => id === post.places[0]);
    const country = countryName(post.neighbour, knowledge);
    const state = post.status === 'unknown' ? 'state not known' : post.status;
    return {
      post,
      choice: {
        value: place?.name ?? post.name,
        name: `${post.name}, to ${country}: ${state}`,
        detail: `${post.name}, to ${country}. ${capitalise(state)}${post.statusDate ? `, by a source of ${sayDate(post.statusDate)}` : ''}. ${post.words}`,
        short: post.name,
      } satisfies Choice<string | null>,
      key: normaliseName(`${post.name} ${country} ${place?.names.join(' ') ?? ''}`),
    };
  });
  return ask.search({
    question,
    label: 'Border post',
    hint: 'Type letters of the post or of the country behind it.',
    find: (written) => [
      ...(written === '' ? [...keptOf(before), ...unsettled] : []),
      ...posts.filter(({ key }) => key.includes(normaliseName(written))).map(({ choice }) => choice),
    ],
    nothing: 'No border post has a name like this. Take away some letters.',
  });
}
