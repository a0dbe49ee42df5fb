/** The words about zones of the reader's own: whose they are, what they ask, and in which file. */
import type { Finding } from '../finding.ts';
import { sentence } from '../sentence.ts';

/** `inside`: `, 12 km inside`; `hedge`: how sure it is. */
export function formatOwnZoneFinding({ args }: Finding, inside: string, hedge: string): string {
  const [missing, vouched] = [args.missing, args.vouched].map((ids) => (ids as readonly string[]).join(', '));
  const asks =
    args.value === 'prohibited'
      ? ' is not to be entered'
      : missing !== ''
        ? ` requires ${missing} under \`mitigations:\``
        : vouched !== ''
          ? ` is entered with ${vouched}`
          : ' is entered';
  const words = typeof args.words === 'string' ? ` ${sentence(args.words)}` : '';
  const season =
    typeof args.season === 'string' ? ` It holds ${args.season}; the day is not known, so it is taken to hold.` : '';
  return `Your own zone “${args.name}” (${args.file})${asks}${inside}${hedge}.${words}${season}`;
}
