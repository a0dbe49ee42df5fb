/** The end: the briefing, the file, and the page for the phone. */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { UsageError } from '../../errors.ts';
import { reportPretty } from '../../report/pretty.ts';
import { shellWord } from '../../shell-word.ts';
import { escapeForTerminal } from '../../terminal/escape.ts';
import { requireOwnPlace } from '../output-place.ts';
import { entryAt, isFolder } from '../paths.ts';
import { isAsciiOnly } from '../terminal.ts';
import type { Session } from './session.ts';
import { writeNew, writeOver } from './write-trip.ts';

export async function sayBriefing(session: Session): Promise<void> {
  const judged = await session.judge();
  if (judged === null) return;
  const { ask, draft, knowledge } = session;
  const view = { chalk: ask.chalk, ascii: isAsciiOnly(), source: draft.text, knowledge };
  ask.say((width) => ['', ...reportPretty(judged.assessment, { ...view, width }).split('\n')]);
}

/** Asks for a name until the file is written; `preset` is the name that Enter takes. */
export async function saveNew(session: Session): Promise<string> {
  const { ask } = session;
  let path = session.file;
  for (;;) {
    path ??= await askName(session);
    try {
      const done = await writeAt(session, path);
      if (done) return path;
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      ask.say(escapeForTerminal(error.message));
    }
    path = null;
  }
}

async function askName(session: Session): Promise<string> {
  const written = await session.ask.text({
    question: 'Under which name is the trip saved?',
    label: 'Saved as',
    hint: 'A file in this folder, or a path.',
    preset: freeName(nameFor(session.trip().title)),
    check: (text) => {
      if (text === '') return 'It needs a name.';
      return isFolder(text) ? 'This is a folder. Add the name of the file.' : null;
    },
    say: withEnding,
  });
  return withEnding(written);
}

const withEnding = (name: string): string => (/\.ya?ml$/i.test(name) ? name : `${name}.yaml`);

const nameFor = (title: string | null): string =>
  (title ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40) || 'trip';

function freeName(name: string): string {
  for (let number = 1; ; number += 1) {
    const path = `${name}${number === 1 ? '' : `-${number}`}.yaml`;
    if (entryAt(path) === null) return path;
  }
}

/** False: something is there, and is to stay. */
async function writeAt(session: Session, path: string): Promise<boolean> {
  const { ask, draft } = session;
  requireOwnPlace(path);
  if (entryAt(path) === null) {
    writeNew(path, draft.text);
    return true;
  }
  const isWanted = await ask.yes({
    question: `${escapeForTerminal(path)} is there already. Write over it?`,
    label: 'Write over it',
    preset: false,
  });
  if (isWanted) writeOver(path, draft.text, null);
  return isWanted;
}

/** Beside the itinerary, or at once in the browser. */
export async function offerPage(session: Session, file: string): Promise<void> {
  const { ask } = session;
  const judged = await session.judge();
  if (judged === null) return;
  const path = `${file.replace(/\.ya?ml$/i, '')}.html`;
  const what = await ask.choose({
    question: 'Write the trip page, with map and checklist, for your phone?',
    label: 'The page',
    choices: [
      {
        value: 'write',
        name: `Yes, as ${basename(path)}`,
        detail: `Yes, as ${escapeForTerminal(path)}: one file that needs no network`,
      },
      { value: 'open', name: 'Yes, and open it in the browser now' },
      { value: 'no', name: 'No' },
    ],
  });
  if (what === 'no') return;
  if (entryAt(path) !== null) {
    const isWanted = await ask.yes({
      question: `${escapeForTerminal(path)} is there already. Write over it?`,
      label: 'Write over it',
      preset: false,
    });
    if (!isWanted) return;
  }
  const { makePage, openPage } = await import('../page.ts');
  try {
    requireOwnPlace(path);
    writeFileSync(path, makePage(judged.drawn));
    ask.say(`The page is ${escapeForTerminal(path)}. Send it to your phone, or print it.`);
    if (what === 'open') await openPage(judged.drawn);
  } catch (error) {
    ask.say(`The page cannot be written: ${escapeForTerminal((error as Error).message)}`);
  }
}

export function sayNext({ ask }: Session, file: string): void {
  const name = shellWord(file);
  ask.say(`${escapeForTerminal(file)} is saved. From now on:
  tajcheck plan ${name}    the briefing again, as of that day
  tajcheck edit ${name}    change it, question by question`);
}

export const bytesOf = (path: string): Buffer => readFileSync(path);
