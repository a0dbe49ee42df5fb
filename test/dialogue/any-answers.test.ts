/**
 * The questions without a terminal: a traveller who answers anything that may be answered, goes back, and leaves at any
 * moment. How it looks is tested in a terminal; here it is what becomes of the draft.
 */
import { Chalk } from 'chalk';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { type Ask, GoBack, isGoBack, isLeave, Leave } from '../../src/cli/dialogue/ask.ts';
import { askCheckIn } from '../../src/cli/dialogue/ask-check-in.ts';
import { askEntry, askExit } from '../../src/cli/dialogue/ask-gate.ts';
import { askInPlace, askInsurance } from '../../src/cli/dialogue/ask-in-place.ts';
import { askPapers } from '../../src/cli/dialogue/ask-papers.ts';
import { askParty } from '../../src/cli/dialogue/ask-party.ts';
import { askStops } from '../../src/cli/dialogue/ask-stops.ts';
import { askStart, askTitle, askTravel } from '../../src/cli/dialogue/ask-trip.ts';
import { reviewTrip } from '../../src/cli/dialogue/review.ts';
import { openSession, type Session } from '../../src/cli/dialogue/session.ts';
import { takeSteps, tryStep } from '../../src/cli/dialogue/steps.ts';
import { newDraft, openDraft } from '../../src/dialogue/draft.ts';
import { answersOf } from '../../src/dialogue/read-answers.ts';

// Only where the packed file lies differs.
vi.mock('../../src/cli/load-knowledge.ts', async () => ({ loadKnowledge: (await import('../trip.ts')).knowledge }));

const steps = [
  ...[askParty, askStart, askTravel, askEntry, askStops, askExit],
  ...[askPapers, askInsurance, askInPlace, askCheckIn, askTitle],
];

/** What people type, right and wrong. */
const typed = [
  ...['', '-', '2', '0', '41', '2027-07-03', '3 July 2027', '2027-08-30', '20:00', '12', '+992 37 229 20 00'],
  ...['No', 'null', '# name', 'Anna: "the tall"', '2031-01-31', '-1', 'x'.repeat(300)],
];
const searched = ['', 'g', 'хор', 'dush', 'osh', 'kz', '37.1, 72.5', 'isk', 'q'];

interface Told {
  readonly said: string[];
}

/** Each number decides one answer; with the last one the traveller leaves. */
function anybody(tape: readonly number[]): Ask & Told {
  let at = 0;
  const said: string[] = [];
  const next = (): number => {
    if (at >= tape.length) throw new Leave();
    const number = tape[at++];
    if (number % 23 === 0) throw new GoBack();
    return number;
  };
  const pick = <T>(items: readonly T[]): T => items[next() % items.length];
  return {
    said,
    choose: async ({ choices }) => pick(choices).value,
    search: async ({ find }) => {
      const found = find(pick(searched));
      if (found.length === 0) throw new GoBack();
      return pick(found).value;
    },
    text: async ({ check, preset }) => {
      const written = pick([...typed, preset ?? '']);
      // A terminal asks again until the answer may be taken.
      if ((check?.(written) ?? null) !== null) throw new GoBack();
      return written;
    },
    tick: async ({ choices }) => {
      const number = next();
      return choices.filter((_, item) => (number >> (item % 12)) & 1).map(({ value }) => value);
    },
    yes: async () => next() % 2 === 0,
    say: (text) => void said.push(...(typeof text === 'string' ? [text] : text(80))),
    head: (text) => void said.push(text),
    chalk: new Chalk({ level: 0 }),
    width: () => 80,
  };
}

function sessionOf(ask: Ask, text?: string): Session {
  const opened = text === undefined ? { draft: newDraft(null) } : openDraft(text);
  if (!('draft' in opened)) throw new Error('refused');
  return openSession({ ask, asOf: '2026-11-22', file: null, draft: opened.draft, flags: { zones: [], require: [] } });
}

/** The draft is an itinerary at any moment: it opens, nothing in it is a fault, and with a stop it can be judged. */
async function expectSound(session: Session): Promise<void> {
  const { text } = session.draft;
  expect(openDraft(text)).toHaveProperty('draft');
  const answers = answersOf(session.draft);
  expect(answers.faults).toEqual([]);
  if (answers.stops.length > 0) expect(await session.assess(text)).toMatchObject({ understood: true });
}

async function untilLeft(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    // Esc at the list itself leads out of it.
    if (!isLeave(error) && !isGoBack(error)) throw error;
  }
}

const tape = fc.array(fc.nat({ max: 9999 }), { minLength: 20, maxLength: 160, size: 'max' });

test('whatever is answered, and wherever one leaves, the draft is an itinerary', async () => {
  await fc.assert(
    fc.asyncProperty(tape, async (numbers) => {
      const session = sessionOf(anybody(numbers));
      await untilLeft(() => takeSteps(session, steps));
      await expectSound(session);
    }),
    { numRuns: 40 },
  );
});

const trip = `# Ours. Keep this line.
title: Pamir   # by heart
start: 2027-07-03
party: [{ nationality: DE }, { nationality: US, count: 2 }]
travel: 4x4
stops:
  - { place: Dushanbe, nights: 1 }
  # The bridge first.
  - { place: Khorog, nights: 2, via: [Rushan] }
  - Murghab
permits:
  - { type: gbao, from: 2027-07-01, to: 2027-08-10 }
`;

test('whatever is changed in the list of a trip that is there, it stays one, and its first comment stands', async () => {
  await fc.assert(
    fc.asyncProperty(tape, async (numbers) => {
      const session = sessionOf(anybody(numbers), trip);
      await untilLeft(() => reviewTrip(session, 'done'));
      await expectSound(session);
      expect(session.draft.text.startsWith('# Ours. Keep this line.\n')).toBe(true);
    }),
    { numRuns: 40 },
  );
});

test('papers, insurance and what is in place are asked about a whole trip, and judged by what was answered', async () => {
  await fc.assert(
    fc.asyncProperty(tape, async (numbers) => {
      const session = sessionOf(anybody(numbers), trip);
      await untilLeft(() => takeSteps(session, [askPapers, askInsurance, askInPlace, askCheckIn, askExit]));
      await expectSound(session);
    }),
    { numRuns: 30 },
  );
});

test('Esc in the middle of one change leaves the draft as it was', async () => {
  const session = sessionOf(anybody([]), trip);
  await tryStep(session, async () => {
    throw new GoBack();
  });
  expect(session.draft.text).toBe(trip);
});
