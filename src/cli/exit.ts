/** What the exit code means, everywhere. */
export const exitCodes = {
  /** Nothing at or above `--fail-on`. */
  clean: 0,
  /** Findings at or above `--fail-on`, or lines of a stream that could not be read. */
  findings: 1,
  /** The command could not be run: wrong use, unreadable input, damaged data. */
  notRun: 2,
} as const;
