/** One word for a POSIX shell, to be copied; what a terminal would act on is left to whoever prints it. */
export const shellWord = (text: string): string =>
  /^[\w./@%+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
