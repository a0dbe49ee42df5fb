/** Variables of the environment that stand for flags. */

/** An empty variable counts as not set: that is how shells and build machines take one away. */
export function fromEnvironment(name: 'TAJCHECK_CONFIG' | 'TAJCHECK_FAIL_ON' | 'TAJCHECK_AS_OF'): string | undefined {
  return process.env[name] || undefined;
}

/** `--as-of`, or else TAJCHECK_AS_OF. */
export const asOfGiven = (flag: string | undefined): string | undefined => flag ?? fromEnvironment('TAJCHECK_AS_OF');
