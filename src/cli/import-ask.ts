/** Asks which place is meant, on a terminal. */
import { describePlace } from '../dialogue/search/describe-place.ts';
import { searchPlaces } from '../dialogue/search/places.ts';
import { agrees } from '../import/match-place.ts';
import { doubtWords } from '../import/message.ts';
import type { Answer, Ask, Question } from '../import/settle-place.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { ColourFlag } from '../terminal/colour.ts';
import { escapeForTerminal } from '../terminal/escape.ts';
import { type Choice, isGoBack } from './dialogue/ask.ts';
import { makeAsk } from './dialogue/prompts.ts';

export function askOnTerminal(knowledge: Knowledge, flag: ColourFlag | undefined): Ask {
  const ask = makeAsk(flag);
  return async (question) => {
    const name =
      question.written === '' ? question.where : escapeForTerminal(`${question.written} (${question.where})`);
    ask.head(name);
    for (const doubt of question.doubts) ask.say(escapeForTerminal(doubtWords(doubt)));
    for (;;) {
      try {
        const answer = await ask.choose<Answer | 'search'>({
          question: 'Which place is meant?',
          label: name,
          choices: choicesFor(question, knowledge),
        });
        if (answer !== 'search') return answer;
        return await ask.search<Answer>({
          question: 'Its name',
          label: name,
          hint: 'Type letters of it, in any spelling or script. Esc goes back.',
          nothing: 'No place is known by this name. Take away some letters.',
          find: (written) =>
            searchPlaces(written, knowledge)
              .filter(({ id }) => id !== null)
              .map(({ place, label, detail }) => ({
                value: { kind: 'name', name: place },
                name: label,
                detail: `${label}, ${detail}`,
              })),
        });
      } catch (error) {
        if (!isGoBack(error)) throw error;
      }
    }
  };
}

function choicesFor({ choices, at, doubts }: Question, knowledge: Knowledge): Choice<Answer | 'search'>[] {
  const isSwapped = doubts.some((doubt) => doubt.code === 'swapped');
  const isExchanged = doubts.some((doubt) => doubt.code === 'swapped' && doubt.exchanged);
  const isAbroad = doubts.some(({ code }) => code === 'outside');
  return [
    ...choices.map(
      (place): Choice<Answer> => ({
        value: { kind: 'place', place },
        name: place.name,
        detail: `${place.name}, ${describePlace(place, knowledge, null)}${at !== null && !agrees(place, at) ? '; the point is left out' : ''}`,
      }),
    ),
    ...(isExchanged ? [{ value: { kind: 'keep' } as const, name: 'Exchanged, as the name tells' }] : []),
    ...(isSwapped && !isExchanged
      ? [{ value: { kind: 'exchange' } as const, name: 'Exchange latitude and longitude' }]
      : []),
    ...(at !== null && !isSwapped
      ? [
          {
            value: { kind: 'keep' } as const,
            name: isAbroad ? 'The point is right' : 'A place of my own, at the point in the file',
          },
        ]
      : []),
    { value: 'search', name: 'Another place, by its name' },
    { value: { kind: 'leave' }, name: 'I do not know: mark it in the itinerary' },
  ];
}
