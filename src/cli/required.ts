/** `--require`: what of the checklist must be done. A word that is not known would demand nothing, and is refused. */
import { UsageError } from '../errors.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';

export function checkRequired(written: readonly string[], { mitigations, permits }: Knowledge): readonly string[] {
  const known = new Set([
    ...['required', 'all', ...mitigations.map(({ id }) => id)],
    ...permits.map(({ id }) => `permit-${id}`),
  ]);
  for (const id of written) {
    if (known.has(id) || /^visa-party-[1-9]\d*$/.test(id)) continue;
    throw new UsageError(
      `--require ${id} is not known.`,
      'Use required, all, or the id of a line of the checklist: --format markdown shows them.',
    );
  }
  return written;
}
