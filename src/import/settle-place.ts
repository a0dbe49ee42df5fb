/** Which place is meant where that is not certain: somebody is asked, and the answer looked at like the file. */
import type { Position } from '../itinerary/itinerary.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Place } from '../knowledge/schema/places.ts';
import { type Doubt, isAboutPlace } from './doubt.ts';
import { agrees, known, type Match, matchPlace } from './match-place.ts';

export interface Question {
  readonly where: string;
  readonly written: string;
  readonly doubts: readonly Doubt[];
  /** Places to choose from. */
  readonly choices: readonly Place[];
  /** The point that the file gives. */
  readonly at: Position | null;
}

export type Answer =
  | { readonly kind: 'place'; readonly place: Place }
  /** Another name to look up. */
  | { readonly kind: 'name'; readonly name: string }
  /** As it was matched: the point is right, and the name is the traveller's own. */
  | { readonly kind: 'keep' }
  /** Latitude and longitude are the wrong way round. */
  | { readonly kind: 'exchange' }
  /** Marked in the file. */
  | { readonly kind: 'leave' };

export type Ask = (question: Question) => Promise<Answer>;

/** The same name at the same point is asked about once. */
export function rememberAnswers(ask: Ask): Ask {
  const answers = new Map<string, Answer>();
  return async (question) => {
    const key = JSON.stringify([question.written, question.at]);
    const answer = answers.get(key) ?? (await ask(question));
    answers.set(key, answer);
    return answer;
  };
}

/** Asks until the answer leaves no doubt about the place, or the doubt is left. */
export async function settle(
  where: string,
  name: string,
  at: Position | null,
  match: Match,
  knowledge: Knowledge,
  ask: Ask,
): Promise<Match> {
  const doubts = match.doubts.filter(isAboutPlace);
  if (doubts.length === 0) return match;
  const answer = await ask({ where, written: name, doubts, choices: doubts.flatMap(placesIn), at });
  switch (answer.kind) {
    case 'place':
      // A point elsewhere is not of the place that was chosen.
      return known(answer.place, knowledge, at !== null && agrees(answer.place, at) ? at : null);
    case 'name':
      return settle(where, answer.name, at, matchPlace(answer.name, at, knowledge), knowledge, ask);
    case 'exchange': {
      const there: Position | null = at && [at[1], at[0]];
      return settle(where, name, there, matchPlace(name, there, knowledge), knowledge, ask);
    }
    case 'keep':
      return { ...match, doubts: match.doubts.filter((doubt) => !isAboutPlace(doubt)) };
    case 'leave':
      return match;
  }
}

export async function settleVia(where: string, written: string, knowledge: Knowledge, ask: Ask) {
  const { place, doubts } = await settle(where, written, null, matchPlace(written, null, knowledge), knowledge, ask);
  return {
    name: place,
    doubts: doubts.map(
      (doubt): Doubt => (isAboutPlace(doubt) ? { code: 'via', name: place, suggestions: placesIn(doubt) } : doubt),
    ),
  };
}

function placesIn(doubt: Doubt): readonly Place[] {
  switch (doubt.code) {
    case 'unknown':
    case 'via':
      return doubt.suggestions;
    case 'ambiguous':
      return doubt.candidates;
    case 'far':
      return [doubt.place];
    default:
      return [];
  }
}
