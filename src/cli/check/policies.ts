/** Which policies judge the files of a run, and what they ignore. */
import { join } from 'node:path';
import type { PolicyUse } from '../../check/checked-file.ts';
import { compareText } from '../../compare.ts';
import { POLICY_NAME } from '../find-policy.ts';
import { shownPath } from '../paths.ts';
import { repositoryRoot } from '../repository.ts';
import type { FileSettings } from '../settings.ts';

/** `judging`: of each file. `ignored`: file and policy. The one at the root first, then by name, and none last. */
export function policiesOf(judging: readonly FileSettings[], ignored: ReadonlyMap<string, string>): PolicyUse[] {
  const used = new Map<string | null, { files: number; ignored: number }>();
  const count = (path: string | null, what: 'files' | 'ignored'): void => {
    const counts = used.get(path) ?? { files: 0, ignored: 0 };
    counts[what]++;
    used.set(path, counts);
  };
  for (const { policyFile } of judging) count(policyFile, 'files');
  for (const path of ignored.values()) count(path, 'ignored');
  return [...used].map(([path, counts]) => tellUse(path, counts)).sort(rootFirst);
}

function tellUse(path: string | null, counts: { files: number; ignored: number }): PolicyUse {
  if (path === null) return { file: null, isAtRoot: false, ...counts };
  return { file: shownPath(path), isAtRoot: path === join(repositoryRoot(path), POLICY_NAME), ...counts };
}

function rootFirst(a: PolicyUse, b: PolicyUse): number {
  const last = Number(a.file === null) - Number(b.file === null);
  return last || Number(b.isAtRoot) - Number(a.isAtRoot) || compareText(a.file ?? '', b.file ?? '');
}
