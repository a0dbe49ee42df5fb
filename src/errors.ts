/** The command was used wrongly or its input cannot be read at all. Printed plainly; exit 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  /** A break inside a line came from outside, in the name of a file: it is shown and does not break. */
  readonly lines: readonly string[];
  /** What to do about it, on one line. */
  readonly hint: string | undefined;
  constructor(message: string | readonly string[], hint?: string) {
    const lines = typeof message === 'string' ? [message] : message;
    super(lines.join('\n'));
    this.lines = lines;
    this.hint = hint;
  }
}

/** The packaged knowledge is missing, damaged or wrong. Printed plainly; exit 2. */
export class DataError extends Error {
  override readonly name = 'DataError';
}
