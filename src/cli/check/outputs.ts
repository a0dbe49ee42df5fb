/** The reports of a run and where each goes: written piece by piece, so that a thousand files take no more memory. */

import { once } from 'node:events';
import { accessSync, closeSync, constants, existsSync, openSync, statSync, writeSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { CheckReporter } from '../../check/checked-file.ts';
import { UsageError } from '../../errors.ts';
import { compactReporter } from '../../report/check/compact.ts';
import type { View } from '../../report/where.ts';
import { type Output, parseOutputs } from '../output.ts';
import { requireOwnPlace, whereIs } from '../output-place.ts';

const formats = ['compact', 'pretty', 'json', 'sarif', 'junit', 'github', 'gitlab', 'markdown'] as const;
export type CheckFormat = (typeof formats)[number];

/** Made when it is asked for: most runs need one of them. */
const reporters: Readonly<Record<CheckFormat, (view: View) => Promise<CheckReporter>>> = {
  compact: async () => compactReporter(),
  pretty: async (view) => (await import('../../report/check/pretty.ts')).prettyReporter(view),
  json: async () => (await import('../../report/check/json.ts')).jsonReporter(),
  sarif: async () => (await import('../../report/check/sarif.ts')).sarifReporter(),
  junit: async () => (await import('../../report/check/junit.ts')).junitReporter(),
  github: async () => (await import('../../report/check/github.ts')).githubReporter(),
  gitlab: async () => (await import('../../report/check/gitlab.ts')).gitlabReporter(),
  markdown: async () => (await import('../../report/check/markdown.ts')).markdownReporter(),
};

/** `json-v1` is JSON by the name of its version, for who wants to be told when there is another. */
const byName = (value: string): string => value.replace(/^json-v1(?==|$)/, 'json');

/** Refuses what cannot be written before any work is done; nothing is touched yet. */
export function readOutputs(written: readonly string[]): Output<CheckFormat>[] {
  const outputs = parseOutputs(written.map(byName), formats, 'compact');
  const seen = new Set<string>();
  for (const { format, path } of outputs) {
    if (path === null) continue;
    if (path === '') throw new UsageError(`--format ${format}= names no file.`);
    requireOwnPlace(path);
    if (seen.has(whereIs(path))) throw new UsageError(`Two formats are to be written to ${path}.`);
    seen.add(whereIs(path));
    requireWritable(path);
  }
  return outputs;
}

export function requireWritable(path: string): void {
  try {
    const isThere = existsSync(path);
    if (isThere && statSync(path).isDirectory()) throw new UsageError(`${path} cannot be written: it is a folder.`);
    accessSync(isThere ? path : dirname(resolve(path)), constants.W_OK);
  } catch (error) {
    throw error instanceof UsageError ? error : cannotWrite(path, error);
  }
}

const cannotWrite = (path: string, error: unknown): UsageError =>
  new UsageError(`${path} cannot be written (${(error as NodeJS.ErrnoException).code}).`);

export interface Report {
  readonly reporter: CheckReporter;
  readonly write: (text: string) => Promise<void> | void;
  readonly close: () => void;
}

/** `viewFor` gives the page of an output: the terminal, or plain text for a file. */
export async function openReport(output: Output<CheckFormat>, viewFor: (path: string | null) => View): Promise<Report> {
  const { format, path } = output;
  const reporter = await reporters[format](viewFor(path));
  return { reporter, ...(path === null ? printed() : filed(path)) };
}

function filed(path: string): Omit<Report, 'reporter'> {
  try {
    const file = openSync(path, 'w');
    return { write: (text) => writeWhole(file, path, text), close: () => closeSync(file) };
  } catch (error) {
    throw cannotWrite(path, error);
  }
}

function writeWhole(file: number, path: string, text: string): void {
  const bytes = Buffer.from(text);
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
  } catch (error) {
    throw cannotWrite(path, error);
  }
}

/** A reader that has seen enough (`… | head`) ends neither the check nor the other reports. */
function printed(): Omit<Report, 'reporter'> {
  const { stdout } = process;
  let isGone = false;
  const leave = (error: NodeJS.ErrnoException): void => {
    if (error.code !== 'EPIPE') throw error;
    isGone = true;
  };
  stdout.removeAllListeners('error');
  stdout.on('error', leave);
  const write = async (text: string): Promise<void> => {
    if (isGone || text === '' || stdout.write(text)) return;
    await once(stdout, 'drain').catch(leave);
  };
  return { write, close: () => {} };
}
