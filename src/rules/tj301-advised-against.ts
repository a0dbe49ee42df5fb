import { sureness } from '../finding.ts';
import { groupBy } from '../group-by.ts';
import type { Advisory } from '../knowledge/schema/advice.ts';
import type { Level } from '../knowledge/schema/parts.ts';
import { type AdviceVerdict, judgeAdvice, verdictArgs } from '../policy/judge-advice.ts';
import { findingAt, type Rule } from './rule.ts';
import type { Touch } from './trip.ts';

/** Levels from here on advise against going. */
export const AGAINST: Level = 3;

export const advisedAgainst: Rule = {
  id: 'TJ301',
  slug: 'advised-against',
  severity: 'warning',
  title: 'A government advises against going there',
  what: 'A stop or leg lies in an area that a government advises against: level 3 or 4 on the scale of 1 to 4, its own words beside it. With a policy: an error above the level that it accepts there, also where the way is only guessed; a note up to that level, and from an authority that does not gate. Each piece of advice is held against the level of its own zone.',
  fix: 'Read the advice in full, decide whether to go, and check that your insurance holds there.',
  check: ({ touches, policy }) => {
    const advised = touches.flatMap((touch) =>
      touch.advisories
        .filter((advisory) => (advisory.level ?? 0) >= AGAINST)
        .map((advisory): Advised => ({ touch, advisory, verdict: judgeAdvice(advisory, policy) })),
    );
    // One finding for each stop or leg and authority: its highest advice there. What the policy accepts hides nothing
    // that it does not.
    const groups = groupBy(
      advised,
      ({ touch, advisory, verdict }) =>
        `${touch.subject} ${advisory.authority} ${verdict?.policy} ${verdict?.accepted}`,
    );
    return [...groups.values()].map((group) => {
      const { touch, advisory, verdict } = group.reduce((a, b) => (outweighs(b, a) ? b : a));
      return findingAt('TJ301', verdict?.severity ?? 'warning', touch, {
        authority: advisory.authority,
        args: {
          advisory: advisory.id,
          area: advisory.area,
          native: advisory.native,
          level: advisory.level,
          issued: advisory.issued,
          insideKm: touch.insideKm === null ? null : Math.round(touch.insideKm * 10) / 10,
          ...verdictArgs(verdict),
        },
        sources: advisory.sources,
      });
    });
  },
};

interface Advised {
  readonly touch: Touch;
  readonly advisory: Advisory;
  readonly verdict: AdviceVerdict | null;
}

/** The higher level; of equal levels the surer place. */
function outweighs(a: Advised, b: Advised): boolean {
  const higher = (a.advisory.level ?? 0) - (b.advisory.level ?? 0);
  return higher > 0 || (higher === 0 && sureness[a.touch.confidence] < sureness[b.touch.confidence]);
}
