/** Where results go. `--format json` prints; `--format json=trip.json` writes a file. */
import { writeFileSync } from 'node:fs';
import { UsageError } from '../errors.ts';

export interface Output<Format extends string> {
  readonly format: Format;
  /** Null: standard output. */
  readonly path: string | null;
}

/** Reads the values of a repeated `--format`. At most one format may go to standard output. */
export function parseOutputs<Format extends string>(
  written: readonly string[],
  formats: readonly Format[],
  preset: Format,
): Output<Format>[] {
  const outputs = (written.length === 0 ? [preset] : written).map((value): Output<Format> => {
    const [name, ...rest] = value.split('=');
    const format = formats.find((known) => known === name);
    if (!format) throw new UsageError(`There is no format ${name}.`, `Formats: ${formats.join(', ')}.`);
    return { format, path: rest.length > 0 ? rest.join('=') : null };
  });
  if (outputs.filter((output) => output.path === null).length > 1) {
    throw new UsageError('Only one format can be printed.', 'Send the others to files: --format json=trip.json');
  }
  return outputs;
}

export function writeOutput(path: string | null, content: string | Uint8Array): void {
  if (path === null) process.stdout.write(content);
  else {
    try {
      writeFileSync(path, content);
    } catch (error) {
      throw new UsageError(`${path} cannot be written (${(error as NodeJS.ErrnoException).code}).`);
    }
  }
}
