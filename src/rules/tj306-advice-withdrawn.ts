import { groupBy } from '../group-by.ts';
import { findingAt, type Rule, surest } from './rule.ts';

export const adviceWithdrawn: Rule = {
  id: 'TJ306',
  slug: 'advice-withdrawn',
  severity: 'info',
  title: 'A government has withdrawn its advice for an area of the trip',
  what: 'Older advice for this area no longer stands in the text now in force. It is kept because others still quote it, and because the reason may return.',
  fix: 'Nothing, but know why it was there.',
  check: ({ touches, knowledge }) => {
    const gone = knowledge.advisories.filter(({ status }) => status === 'withdrawn');
    const withdrawn = touches.flatMap((touch) =>
      gone.filter((advisory) => advisory.zone === touch.zone).map((advisory) => ({ ...touch, advisory })),
    );
    return [...groupBy(withdrawn, ({ advisory }) => advisory.id).values()].map((group) => {
      const { advisory, ...touch } = surest(group);
      return findingAt('TJ306', 'info', touch, {
        authority: advisory.authority,
        args: {
          advisory: advisory.id,
          area: advisory.area,
          native: advisory.native,
          issued: advisory.issued,
          ended: advisory.ended,
          note: advisory.note ?? null,
        },
        sources: advisory.sources,
      });
    });
  },
};
