/** One input of `check` from its place on disk to its findings. Runs in the main thread and in every other. */
import { existsSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { checkFile, type FileToCheck } from '../../check/check-file.ts';
import type { CheckedFile } from '../../check/checked-file.ts';
import { decodeItinerary } from '../../itinerary/decode.ts';
import { limits } from '../../itinerary/limits.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { trackLoader } from '../load-track.ts';
import { slashed } from '../paths.ts';
import { readRegularFile } from '../read-regular-file.ts';
import { realPathInside } from '../repository.ts';
import { type FileSettings, type SettingFlags, settingsFor } from '../settings.ts';

/** Plain data, sent from one thread to another. */
export interface Target {
  /** As shown to people. */
  readonly file: string;
  /** Where it lies, in full; the policy and the tracks are looked for from here. */
  readonly location: string;
  /** What standard input held; else the file at `location` is read. */
  readonly bytes?: Uint8Array;
}

/** What is the same for every file of a run; plain data too. */
export interface CheckSetup {
  readonly asOf: string;
  readonly version: string;
  readonly flags: SettingFlags;
  readonly ignoreSuppressions: boolean;
}

/** Throws `UsageError` when the policy that holds for the file is wrong. */
export async function checkTarget(target: Target, setup: CheckSetup, knowledge: Knowledge): Promise<CheckedFile> {
  const settings = await settingsFor(target.location, setup.flags, knowledge);
  const { asOf, version, ignoreSuppressions } = setup;
  const { policy, ownZones, failOn, root } = settings;
  const loadTrack = trackLoader(target.location);
  const read = { ...nameTarget(target, settings), content: readTarget(target, root) };
  return checkFile(read, { asOf, version, knowledge, policy, ownZones, failOn, loadTrack, ignoreSuppressions });
}

/** The name for people and, from the repository's root, the one for machines. */
export function nameTarget({ file, location }: Target, { root }: Pick<FileSettings, 'root'>) {
  // The root has its links followed; a file that is a link keeps its own name.
  const own = realPathInside(root, dirname(location)) ?? dirname(location);
  return { file, path: slashed(relative(root, join(own, basename(location)))) };
}

function readTarget({ location, bytes }: Target, root: string): FileToCheck['content'] {
  if (bytes) return decodeItinerary(bytes);
  const real = realPathInside(root, location);
  if (real === null) return { problem: existsSync(location) ? 'outside' : 'not-found' };
  const read = readRegularFile(real, limits.bytes);
  return 'problem' in read ? read : decodeItinerary(read);
}
