import type { ReportedFinding } from '../../assessment.ts';

const silencers = { comment: 'a comment', baseline: 'the baseline', policy: 'the policy' } as const;

/** By what a finding is silenced, until when and why; nothing for one that counts. */
export function saySilenced({ suppressed }: ReportedFinding): string[] {
  if (suppressed === null) return [];
  const { by, until, reason } = suppressed;
  return [`[silenced by ${silencers[by]}${until === null ? '' : ` until ${until}`}${reason ? `: ${reason}` : ''}]`];
}
