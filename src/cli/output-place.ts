/**
 * Where a report may be written: where it was asked for, and nowhere else. A link in the repository is somebody else's
 * word, often from a pull request, and must not turn a report against other files of the machine, or against the trips.
 */
import { relative, resolve, sep } from 'node:path';
import { UsageError } from '../errors.ts';
import { isInside, reallyAt, repositoryRoot } from './repository.ts';

/** Both, for each output to a file. `read`: files that the command reads; `-` is none. */
export function requirePlaces(outputs: readonly { readonly path: string | null }[], read: readonly string[]): void {
  for (const { path } of outputs) {
    if (path === null) continue;
    requireOwnPlace(path);
    refuseToOverwrite(
      path,
      read.filter((file) => file !== '-'),
    );
  }
}

/** Throws `UsageError` for a path in the repository that leads out of it, links followed. */
export function requireOwnPlace(path: string): void {
  const root = repositoryRoot('-');
  if (relative(root, resolve(path)).split(sep)[0] === '..' || isInside(root, path)) return;
  throw new UsageError(`${path} leads out of the repository, and is not written.`);
}

/** Throws `UsageError` for one of the files that a command reads: a slip in `--format` must not cost a trip. */
export function refuseToOverwrite(path: string, read: Iterable<string>): void {
  for (const each of read) {
    if (whereIs(each) === whereIs(path)) throw new UsageError(`${path} is read here, and is not overwritten.`);
  }
}

/** Links followed, as far as it is there. */
export function whereIs(path: string): string {
  try {
    return reallyAt(resolve(path));
  } catch {
    return resolve(path);
  }
}
