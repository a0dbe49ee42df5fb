import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../cli/run.ts';
import { openTerminal, ptyOrNull } from '../pty.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'tajcheck-refuse-'));

describe('where nobody can be asked', () => {
  it.each([[['new']], [['edit', 'trip.yaml']]])('%j without a terminal asks nothing, and says what to do', (args) => {
    const cwd = folder();
    writeFileSync(join(cwd, 'trip.yaml'), 'stops: [Khorog]\n');
    const { status, stdout, stderr } = run(args, { cwd, input: 'y\n' });
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('needs a terminal');
    expect(stderr).toContain('tajcheck import');
    expect(readdirSync(cwd)).toEqual(['trip.yaml']);
  });

  it.each([[[]], [['--no-input']]])('%j prints the help', (args) => {
    const { status, stderr } = run(args);
    expect(status).toBe(2);
    expect(stderr).toContain('Usage: tajcheck');
  });
});

describe.skipIf(ptyOrNull() === null)('on a terminal', () => {
  it.each([
    ['new, told not to ask', ['new', '--no-input'], {}, '--no-input'],
    ['edit, told not to ask', ['edit', 'trip.yaml', '--no-input'], {}, '--no-input'],
    ['the bare command, told not to ask', ['--no-input'], {}, 'Usage: tajcheck'],
    ['a terminal whose cursor stays', ['new'], { TERM: 'dumb' }, 'TERM=dumb'],
    ['the bare command there', [], { TERM: 'dumb' }, 'Usage: tajcheck'],
  ])('%s', { timeout: 60_000 }, async (_, args, env, said) => {
    const cwd = folder();
    writeFileSync(join(cwd, 'trip.yaml'), 'stops: [Khorog]\n');
    const terminal = openTerminal(args, { cwd, env });
    expect(await terminal.ended()).toBe(2);
    expect(terminal.shown()).toContain(said);
    expect(readdirSync(cwd)).toEqual(['trip.yaml']);
  });

  it('asks nothing where the policy cannot be used', { timeout: 60_000 }, async () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'tajcheck.config.yaml'), 'tajcheck: 1\nrequire: [nonsense]\n');
    const terminal = openTerminal(['new', 'trip.yaml'], { cwd });
    expect(await terminal.ended()).toBe(2);
    expect(terminal.shown()).toContain('cannot be used');
    expect(terminal.question()).toBe('');
    expect(readdirSync(cwd)).toEqual(['tajcheck.config.yaml']);
  });

  it('asks nothing when only the output is a pipe', { timeout: 60_000 }, async () => {
    const cwd = folder();
    const program = join(import.meta.dirname, '../../bin/tajcheck.js');
    const command = ['sh', '-c', `"${process.execPath}" "${program}" new | cat; echo over`];
    const terminal = openTerminal([], { cwd, command });
    await terminal.ended();
    expect(terminal.shown()).toContain('needs a terminal');
    expect(terminal.shown()).toContain('over');
  });
});
