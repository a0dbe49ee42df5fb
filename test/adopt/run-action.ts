/**
 * The action's steps, as far as they run without the hosting service: each `run:` of action.yml in bash as a runner
 * starts it, in a repository of its own, with the environment that the service would give. Not run here: setup-node and
 * `npm ci`; the folder of the action is this one, which is installed and built.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '../..');
export const action = parse(readFileSync(join(root, 'action.yml'), 'utf8'));
interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly env?: Record<string, string>;
  readonly 'working-directory'?: string;
}
export const steps: Step[] = action.runs.steps;
export const check = steps.find(({ id }) => id === 'check')!;

/** The check step with these inputs, the others at their defaults. */
export function runCheck(workspace: string, inputs: Record<string, string> = {}) {
  const known = action.inputs as Record<string, { default: string }>;
  const valueIn = (text: string): string =>
    text.replace(/^\$\{\{ inputs\.([a-z-]+) \}\}$/, (_, name: string) => {
      if (!(name in known)) throw new Error(`no input ${name}`);
      return inputs[name] ?? known[name].default;
    });
  for (const name of Object.keys(inputs)) if (!(name in known)) throw new Error(`no input ${name}`);
  const service = mkdtempSync(join(tmpdir(), 'tajcheck-runner-'));
  writeFileSync(join(service, 'step.sh'), check.run!);
  writeFileSync(join(service, 'output'), '');
  writeFileSync(join(service, 'summary'), 'what stood there before\n');
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-eo', 'pipefail', join(service, 'step.sh')],
    {
      cwd: join(workspace, valueIn(check['working-directory']!)),
      env: {
        PATH: process.env.PATH,
        TMPDIR: service,
        GITHUB_ACTIONS: 'true',
        GITHUB_ACTION_PATH: root,
        GITHUB_WORKSPACE: workspace,
        GITHUB_OUTPUT: join(service, 'output'),
        GITHUB_STEP_SUMMARY: join(service, 'summary'),
        ...Object.fromEntries(Object.entries(check.env!).map(([name, text]) => [name, valueIn(text)])),
      },
    },
  );
  const lines = readFileSync(join(service, 'output'), 'utf8').split('\n').slice(0, -1);
  return {
    status,
    stdout: stdout.toString(),
    stderr: stderr.toString(),
    summary: readFileSync(join(service, 'summary'), 'utf8'),
    outputs: Object.fromEntries(
      lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
    ),
    left: readdirSync(service).sort(),
  };
}
