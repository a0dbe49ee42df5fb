/** The file of a baseline: where it is, read and written. */
import { realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { Baseline } from '../../baseline/baseline.ts';
import { openBaseline } from '../../baseline/read-baseline.ts';
import { UsageError } from '../../errors.ts';
import { entryAt, shownPath, slashed } from '../paths.ts';
import { readRegularFile } from '../read-regular-file.ts';
import { replaceFile } from '../replace-file.ts';
import { realPathInside, repositoryRoot } from '../repository.ts';
import type { FileSettings } from '../settings.ts';

const baselineName = 'tajcheck-baseline.json';

/** Where the baseline of a file is, or would be. */
export interface BaselinePlace {
  /** In full. */
  readonly location: string;
  /** It was asked for by name: that it is not there is a fault. */
  readonly isNamed: boolean;
}

/** `flag`: `--baseline FILE`, or false for `--no-baseline`. Null: none is wanted. */
export function findBaseline(
  flag: string | boolean | undefined,
  { policyFile, root, baseline }: Pick<FileSettings, 'policyFile' | 'root' | 'baseline'>,
): BaselinePlace | null {
  if (flag === false) return null;
  if (typeof flag === 'string') return { location: resolve(flag), isNamed: true };
  if (baseline !== null) return { location: baseline, isNamed: true };
  return { location: join(policyFile === null ? root : dirname(policyFile), baselineName), isNamed: false };
}

export interface OpenBaseline {
  readonly location: string;
  /** As shown to people. */
  readonly file: string;
  /** Empty where there is none. */
  readonly baseline: Baseline;
  readonly source: string;
}

/** Throws `UsageError` for one that is named and not there, and for one that is damaged. */
export function readBaseline({ location, isNamed }: BaselinePlace): OpenBaseline {
  const file = shownPath(location);
  const source = readText(location, file);
  if (source === null) {
    if (isNamed) throw new UsageError(`There is no baseline ${file}.`, 'Write it with --write-baseline.');
    return { location, file, baseline: new Map(), source: '' };
  }
  return { location, file, baseline: openBaseline(source, file), source };
}

/** The same, for a baseline that is about to be written: it need not be there yet. */
export const readBaselineToWrite = (place: BaselinePlace): OpenBaseline => readBaseline({ ...place, isNamed: false });

/** A long baseline of a large repository is some megabytes. */
const MOST_BYTES = 64 * 1024 * 1024;

function readText(location: string, file: string): string | null {
  const real = isLink(location) ? realPathInside(repositoryRoot(location), location) : location;
  if (real === null) throw new UsageError(`The baseline ${file} is a link that leads out of the repository.`);
  const read = readRegularFile(real, MOST_BYTES);
  if ('problem' in read) {
    if (read.problem === 'not-found') return null;
    throw new UsageError(`The baseline ${file} cannot be read: ${problems[read.problem]}.`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(read);
  } catch {
    throw new UsageError(`The baseline ${file} cannot be read: it is not UTF-8 text.`);
  }
}

const problems = {
  'not-a-file': 'it is no plain file',
  'too-large': 'it is larger than 64 MiB',
  unreadable: 'it may not be read',
} as const;

/** Whole or not at all: a run that is ended half way leaves the old one. Returns whether the file changed. */
export function writeBaseline({ location, file, source }: OpenBaseline, text: string): boolean {
  if (text === source) return false;
  const target = isLink(location) ? realpathSync(location) : location;
  try {
    replaceFile(target, text);
  } catch (error) {
    throw new UsageError(
      `The baseline ${file} cannot be written: ${(error as NodeJS.ErrnoException).code ?? String(error)}.`,
    );
  }
  return true;
}

const isLink = (location: string): boolean => entryAt(location)?.isSymbolicLink() ?? false;

/**
 * The path by which a baseline names an itinerary; null for one that does not lie below the baseline's folder: that
 * one can have no entry.
 */
export const pathInBaseline = ({ location }: Pick<OpenBaseline, 'location'>, itinerary: string): string | null =>
  pathBelow(dirname(resolve(location)), itinerary);

/** From a folder to what lies below it, with `/`, links to either folder followed; null when it does not lie below. */
export function pathBelow(folder: string, path: string): string | null {
  const own = join(followed(dirname(resolve(path))), basename(path));
  const below = slashed(relative(followed(folder), own));
  return /^\.\.(\/|$)|^\/|^[A-Za-z]:|^$/.test(below) ? null : below;
}

/** Is there still something at a path that the baseline names? What may not be looked at is not gone. */
export function isStillThere({ location }: Pick<OpenBaseline, 'location'>, path: string): boolean {
  try {
    return entryAt(join(dirname(location), path)) !== null;
  } catch {
    return true;
  }
}

/** With its links followed, as far as it is there. */
function followed(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}
