/** The built program as a process. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const program = join(import.meta.dirname, '../../bin/tajcheck.js');

export interface RunOptions {
  input?: string | Buffer;
  env?: Record<string, string>;
  cwd?: string;
}

export function run(args: readonly string[], { input, env, cwd }: RunOptions = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    input: input ?? '',
    cwd,
    env: { PATH: process.env.PATH ?? '', NO_COLOR: '1', ...env },
    maxBuffer: 1 << 28,
  });
  return { status, stdout: stdout.toString(), stderr: stderr.toString() };
}
