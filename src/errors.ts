/** The command was used wrongly or its input cannot be read at all. Printed plainly; exit 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  /** What to do about it. */
  readonly hint: string | undefined;
  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}

/** The packaged knowledge is missing, damaged or wrong. Printed plainly; exit 2. */
export class DataError extends Error {
  override readonly name = 'DataError';
}
