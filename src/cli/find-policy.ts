/** Which policy holds for a file: the nearest from its folder up to the root of its repository. */
import { dirname, join, resolve } from 'node:path';
import { UsageError } from '../errors.ts';
import { entryAt, shownPath } from './paths.ts';
import { isInside, realPathInside, repositoryRoot } from './repository.ts';

export const POLICY_NAME = 'tajcheck.config.yaml';

/** Names that somebody may take for it. Passed over, they would demand nothing. */
const misnamed = ['tajcheck.config.yml', '.tajcheck.config.yaml', 'tajcheck.config.json'];

/** Path of the policy, links followed in its folder; null: there is none. */
export function findPolicy(file: string): string | null {
  const root = repositoryRoot(file);
  for (let folder = folderOf(file, root); ; folder = dirname(folder)) {
    const path = join(folder, POLICY_NAME);
    // A link to nothing is there too.
    if (entryAt(path)) {
      if (isInside(root, path)) return path;
      throw new UsageError(
        `The policy ${shownPath(path)} is a link that leads out of the repository, or to nothing.`,
        'Keep the policy in the repository, or name one with --config.',
      );
    }
    const other = misnamed.find((name) => entryAt(join(folder, name)));
    if (other) {
      throw new UsageError(
        `${shownPath(join(folder, other))} is not read.`,
        `A policy is called ${POLICY_NAME}: rename it, or name it with --config.`,
      );
    }
    if (folder === root || folder === dirname(folder)) return null;
  }
}

/** Links followed; the folder need not be there. */
const folderOf = (file: string, root: string): string =>
  realPathInside(root, file === '-' ? process.cwd() : dirname(resolve(file))) ?? root;
