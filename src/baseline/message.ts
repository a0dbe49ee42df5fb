/** The words about baselines. */
import type { Finding } from '../finding.ts';

export function formatBaselineFinding({ rule, args }: Finding): string | null {
  if (rule !== 'TJ116') return null;
  const { path, count, over, why } = args as Readonly<Record<string, string | number>>;
  if (why === 'gone') return `${path} is gone, and its ${args.key} is excused still.`;
  return count === over
    ? `${args.key} is no longer found in ${path}.`
    : `${args.key} is excused ${times(Number(count))} in ${path}, and found ${times(Number(count) - Number(over))}.`;
}

const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);
