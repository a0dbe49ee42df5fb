/** Stop after stop, until there is no more; between them anything before can be changed. */
import { askNewStop } from './ask-stop.ts';
import { reviewTrip } from './review.ts';
import type { Session } from './session.ts';
import { tryStep } from './steps.ts';

export async function askStops(session: Session): Promise<void> {
  const { ask } = session;
  ask.head('The stops, in the order of travel');
  while (session.trip().stops.length === 0) await askNewStop(session, 0);
  for (;;) {
    const { stops } = session.trip();
    const what = await ask.choose({
      question: `${stops.length === 1 ? 'One stop' : `${stops.length} stops`} so far. And then?`,
      quiet: true,
      choices: [
        { value: 'next', name: 'The next stop' },
        { value: 'change', name: 'Change something' },
        { value: 'done', name: 'That was the last stop' },
      ],
    });
    if (what === 'done') return;
    if (what === 'change') await reviewTrip(session, 'Nothing more: on with the stops');
    else await tryStep(session, (own) => askNewStop(own, stops.length));
  }
}
