/** What a stop and the way to it bring, at once and in words. */
import { stopConsequences } from '../../dialogue/consequences.ts';
import type { Draft } from '../../dialogue/draft.ts';
import { escapeForTerminal } from '../../terminal/escape.ts';
import { wrap } from '../../terminal/wrap.ts';
import type { Session } from './session.ts';

/** `before`: the draft without it, or as it was before the change. */
export async function sayStopAndWay(session: Session, at: number, before: Draft): Promise<void> {
  const { ask, knowledge } = session;
  const was = await session.judge(before);
  const is = await session.judge();
  if (is === null) return;
  const id = `stop-${at + 1}`;
  const brought = stopConsequences(was?.assessment ?? null, is.assessment, id, knowledge);
  if (brought.length === 0) return;
  const name = is.assessment.stops.find((stop) => stop.id === id)?.name ?? id;
  const lines = brought.map(({ tone, text }) => {
    const said = escapeForTerminal(text);
    return tone === 'stop' ? ask.chalk.bold(`Take heed: ${said}`) : said;
  });
  ask.say((width) => [
    ...wrap(`${escapeForTerminal(name)} brings:`, width),
    ...lines.flatMap((line) => wrap(`- ${line}`, width, 2, 4)),
    '',
  ]);
}
