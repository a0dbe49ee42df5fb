/** One question put by inquirer: Esc, Ctrl-C and the end of the terminal end it; another width draws it anew. */
import inquirer from 'inquirer';
import { GoBack, Leave } from './ask.ts';
import { onResize } from './resize.ts';
import type { Spoken } from './spoken.ts';
import type { Kept } from './theme.ts';

/** Asks until there is an answer; `make` makes the question anew from what is kept of it. */
export async function runQuestion<Answer>(
  type: string,
  make: (kept: Kept) => Record<string, unknown>,
  spoken: Spoken,
): Promise<Answer> {
  const { stdin } = process;
  const kept: Kept = { line: '', marked: -1, ticked: null };
  spoken.ask();
  for (;;) {
    const stop = new AbortController();
    const interrupt = (why: string): void => {
      if (!stop.signal.aborted) stop.abort(why);
    };
    const onKey = (_: unknown, key: { name?: string; ctrl?: boolean } | undefined): void => {
      if (key?.name === 'escape') interrupt('back');
      // Also right behind an answer, when the question takes no key any more.
      if (key?.ctrl && (key.name === 'c' || key.name === 'd')) {
        isLeft = true;
        interrupt('leave');
      }
    };
    const onEnd = (): void => interrupt('leave');
    const forgetResize = onResize(() => {
      // The checkbox shows what is ticked to nobody but its own check, which Enter calls.
      if (type === 'checkbox') {
        const collect = { name: 'return', ctrl: false, meta: false, shift: false, sequence: '\r' };
        redrawing = true;
        stdin.emit('keypress', '\r', collect);
      }
      setImmediate(() => interrupt('resized'));
    });
    let redrawing = false;
    let isLeft = false;
    stdin.on('keypress', onKey);
    stdin.once('end', onEnd);
    try {
      const question = make(kept);
      const validate = question.validate as ((value: never) => unknown) | undefined;
      const prompt = inquirer.createPromptModule({ signal: stop.signal, clearPromptOnDone: true });
      const { answer } = await prompt([
        {
          ...question,
          type,
          name: 'answer',
          ...(type === 'checkbox' && {
            validate: (ticked: { value: unknown }[]) => {
              kept.ticked = ticked.map(({ value }) => value);
              return !redrawing;
            },
          }),
          ...(validate && { validate }),
        } as never,
      ]);
      if (isLeft) throw new Leave();
      return answer as Answer;
    } catch (error) {
      if (stop.signal.reason === 'back') throw new GoBack();
      if (stop.signal.reason === 'resized') {
        spoken.again();
        continue;
      }
      const isOurs = stop.signal.aborted || (error instanceof Error && error.name === 'ExitPromptError');
      throw isOurs ? new Leave() : error;
    } finally {
      forgetResize();
      stdin.off('keypress', onKey);
      stdin.off('end', onEnd);
    }
  }
}
