import { findingAt, type Rule } from './rule.ts';

export const permitSuspension: Rule = {
  id: 'TJ408',
  slug: 'permit-suspension',
  severity: 'warning',
  title: 'The permit has been stopped at short notice before',
  what: 'The trip needs a permit that the government has stopped issuing, or has suspended, in the past. Holding it today does not promise that it holds on the day.',
  fix: 'Ask the issuer whether permits are given before you pay for anything, and keep a second route that does without.',
  check: ({ permits, knowledge }) =>
    permits
      .filter(({ permit, check, touches }) => permit.suspension && check.status !== 'not-needed' && touches.length > 0)
      .map(({ permit, check, touches }) => {
        const { history, now } = permit.suspension!;
        const last = history[history.length - 1];
        return findingAt('TJ408', 'warning', touches[0], {
          args: {
            permit: check.type,
            name: check.name,
            date: last.date,
            what: last.what,
            publisher: knowledge.sources[last.sources[0]].publisher,
            now: now.says,
            asOf: now.asOf,
          },
          sources: [...new Set([...last.sources, ...now.sources])],
        });
      }),
};
