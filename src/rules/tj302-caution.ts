import { groupBy } from '../group-by.ts';
import { judgeAdvice, verdictArgs } from '../policy/judge-advice.ts';
import { findingAt, type Rule, surest } from './rule.ts';
import { AGAINST } from './tj301-advised-against.ts';

export const caution: Rule = {
  id: 'TJ302',
  slug: 'caution',
  severity: 'info',
  title: 'A government asks for caution there',
  what: 'A government gives advice for an area of the trip without advising against it. With a policy that accepts less than its level there: an error. Advice without a level is never held against one.',
  fix: 'Read it and keep to it.',
  check: ({ touches, policy }) => {
    const advised = touches.flatMap((touch) =>
      touch.advisories
        .filter((advisory) => (advisory.level ?? 0) < AGAINST)
        .map((advisory) => ({ touch, advisory, confidence: touch.confidence })),
    );
    return [...groupBy(advised, ({ advisory }) => advisory.id).values()].map((group) => {
      const { advisory, touch } = surest(group);
      const verdict = judgeAdvice(advisory, policy);
      return findingAt('TJ302', verdict?.severity ?? 'info', touch, {
        authority: advisory.authority,
        args: {
          advisory: advisory.id,
          area: advisory.area,
          native: advisory.native,
          level: advisory.level,
          issued: advisory.issued,
          words: advisory.words,
          ...verdictArgs(verdict),
        },
        sources: advisory.sources,
      });
    });
  },
};
