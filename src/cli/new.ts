/** `tajcheck new` and `tajcheck edit`: the itinerary by question and answer. */
import { type Draft, newDraft, openDraft } from '../dialogue/draft.ts';
import { answersOf } from '../dialogue/read-answers.ts';
import { UsageError } from '../errors.ts';
import type { ColourFlag } from '../terminal/colour.ts';
import { escapeForTerminal } from '../terminal/escape.ts';
import { type Ask, isGoBack, isLeave } from './dialogue/ask.ts';
import { askCheckIn } from './dialogue/ask-check-in.ts';
import { askEntry, askExit } from './dialogue/ask-gate.ts';
import { askInPlace, askInsurance } from './dialogue/ask-in-place.ts';
import { askPapers } from './dialogue/ask-papers.ts';
import { askParty } from './dialogue/ask-party.ts';
import { askStops } from './dialogue/ask-stops.ts';
import { askStart, askTitle, askTravel } from './dialogue/ask-trip.ts';
import { bytesOf, offerPage, saveNew, sayBriefing, sayNext } from './dialogue/ending.ts';
import { watchLeaving } from './dialogue/leave.ts';
import { needTerminal } from './dialogue/need-terminal.ts';
import { reviewTrip } from './dialogue/review.ts';
import { openSession, type Session } from './dialogue/session.ts';
import { type Step, takeSteps, tryStep } from './dialogue/steps.ts';
import { writeOver } from './dialogue/write-trip.ts';
import { exitCodes } from './exit.ts';
import { sayNotUnderstood } from './not-understood.ts';
import { requireOwnPlace } from './output-place.ts';
import { entryAt, isFolder } from './paths.ts';
import { readItinerary } from './read-itinerary.ts';
import type { SettingFlags } from './settings.ts';
import { todayOr } from './today.ts';

export interface DialogueOptions extends Pick<SettingFlags, 'config' | 'zones'> {
  /** False with `--no-input`. */
  readonly input: boolean;
  readonly asOf?: string;
  readonly color?: ColourFlag;
}

const welcome = `A trip to Tajikistan, question by question. After each stop you see at once what it brings.
Keys: letters search a list, the arrows move in it, a number jumps, Enter takes. Esc goes back one question.
Ctrl-C leaves at any time; what you have entered is kept. Everything can be changed at the end.`;

/** The questions of a new trip, in order. */
const questions: readonly Step[] = [
  askParty, askStart, askTravel, askEntry, askStops, askExit, askPapers, askInsurance, askInPlace, askCheckIn, askTitle,
]; // biome-ignore format: reads as the list it is

export async function newTrip(file: string | undefined, options: DialogueOptions): Promise<number> {
  needTerminal('new', options.input);
  const asOf = todayOr(options.asOf);
  if (file !== undefined) requireOwnPlace(file);
  const ask = await makeAsk(options);
  const opened = await open(ask, emptyDraft(), file ?? null, asOf, options);
  ask.say(welcome);
  return hold(opened, async (session, settle) => {
    if (file !== undefined && entryAt(file) !== null) {
      ask.say(
        `${escapeForTerminal(file)} is there already: at the end you are asked before it is written over. tajcheck edit changes it.`,
      );
    }
    await takeSteps(session, questions);
    const saved = await untilSaved(session, 'All is right: show the briefing and save', () => saveNew(session));
    settle();
    await finish(session, saved);
  });
}

export async function editTrip(file: string, options: DialogueOptions): Promise<number> {
  needTerminal('edit', options.input);
  const asOf = todayOr(options.asOf);
  if (file === '-') throw new UsageError('tajcheck edit changes a file, and standard input is none.');
  const source = readItinerary(file);
  const bytes = bytesOf(file);
  const known = { bytes, mark: bytes.subarray(0, 3).toString('hex') === 'efbbbf' ? '\ufeff' : '' };
  requireOwnPlace(file);
  const opened = openDraft(source);
  const ask = await makeAsk(options);
  const session = await open(ask, 'draft' in opened ? opened.draft : emptyDraft(), file, asOf, options);
  const assessed = await session.assess(source);
  const isBegun = 'draft' in opened && answersOf(opened.draft).faults.length === 0;
  if (!('draft' in opened) || (!assessed.understood && !isBegun)) {
    const findings = 'draft' in opened ? (assessed.understood ? [] : assessed.findings) : opened.faults;
    sayNotUnderstood({ name: file, source, findings, knowledge: session.knowledge, color: options.color });
    return exitCodes.notRun;
  }
  return hold(session, async (own, settle) => {
    ask.say(`${escapeForTerminal(file)}: every answer can be changed here. Comments and order stay as they are.
Keys: the arrows move, a number jumps, Enter takes. Esc goes back, Ctrl-C leaves and keeps what was changed.`);
    const saved = await untilSaved(own, 'Nothing more: on to the end', () => saveChanges(own, file, known));
    settle();
    if (saved === null) ask.say(`${escapeForTerminal(file)} stays as it is.`);
    else await finish(own, saved);
  });
}

/** What was read of the file before it is written. */
interface Known {
  readonly bytes: Uint8Array;
  /** The mark of UTF-8 that some editors put first; it is no part of the text. */
  readonly mark: string;
}

/** The path; null: nothing is to be saved. */
async function saveChanges(session: Session, file: string, { bytes, mark }: Known): Promise<string | null> {
  const { ask, draft } = session;
  if (draft.text === draft.origin) {
    ask.say('Nothing was changed.');
    return null;
  }
  const name = escapeForTerminal(file);
  const where = await ask.choose({
    question: `Save the changes to ${name}?`,
    label: 'The changes',
    choices: [
      { value: 'here', name: `Yes, to ${name}` },
      { value: 'elsewhere', name: 'Under another name' },
      { value: 'nowhere', name: 'No, drop them' },
    ],
  });
  if (where === 'nowhere') return null;
  if (where === 'elsewhere') {
    session.file = null;
    return saveNew(session);
  }
  writeOver(file, mark + draft.text, bytes);
  return file;
}

/** The list of answers, the briefing of what was made, and the file; Esc at the file leads back to the list. */
async function untilSaved<Saved>(session: Session, done: string, save: () => Promise<Saved>): Promise<Saved> {
  for (;;) {
    try {
      await reviewTrip(session, done);
      await sayBriefing(session);
      return await save();
    } catch (error) {
      if (!isGoBack(error)) throw error;
    }
  }
}

/** After the file: how to go on, and the page. */
async function finish(session: Session, saved: string): Promise<void> {
  const policyOf = async () => (await session.judge())?.assessment.policy?.file ?? null;
  const before = await policyOf();
  session.file = saved;
  const after = await policyOf();
  sayNext(session, saved);
  if (before !== after) {
    const name = after === null ? 'no policy holds' : `the policy ${escapeForTerminal(after)} holds`;
    session.ask.say(`In that folder ${name}, and not the one that the briefing above is judged by.`);
  }
  await tryStep(session, (own) => offerPage(own, saved));
}

/** Editors complete from the schema where a project has the package; elsewhere its path would lead to nothing. */
const emptyDraft = (): Draft => (isFolder('node_modules/tajcheck') ? newDraft() : newDraft(null));

async function makeAsk({ color }: DialogueOptions): Promise<Ask> {
  // Inquirer is large, and only these questions need it.
  return (await import('./dialogue/prompts.ts')).makeAsk(color);
}

async function open(
  ask: Ask,
  draft: Draft,
  file: string | null,
  asOf: string,
  options: DialogueOptions,
): Promise<Session> {
  const flags = { config: options.config, zones: options.zones, require: [] };
  const session = openSession({ ask, asOf, file, draft, flags });
  // A policy or zones that cannot be used end it before anything is asked, and not after the first stop.
  await session.assess(draft.text);
  return session;
}

/** Runs the dialogue; whoever leaves in the middle leaves with a file. */
async function hold(session: Session, run: (session: Session, settle: () => void) => Promise<void>): Promise<number> {
  const leaving = watchLeaving(
    () => (session.draft.text === session.draft.origin ? null : session.draft.text),
    () => session.file,
  );
  try {
    await run(session, leaving.settle);
    leaving.settle();
    return exitCodes.clean;
  } catch (error) {
    if (isLeave(error) || isGoBack(error)) return leaving.leave();
    leaving.leave();
    throw error;
  }
}
