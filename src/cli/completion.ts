/** `tajcheck completion SHELL`: a script made from the command tree and the data. It runs nothing when it completes. */
import type { Command } from 'commander';
import { bashCompletion } from '../completion/bash.ts';
import { readTree } from '../completion/command-tree.ts';
import { fishCompletion } from '../completion/fish.ts';
import { valueKinds } from '../completion/values.ts';
import { zshCompletion } from '../completion/zsh.ts';
import { exitCodes } from './exit.ts';
import { loadKnowledge } from './load-knowledge.ts';

const scripts = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion };

export function printCompletion(program: Command, shell: keyof typeof scripts): number {
  process.stdout.write(scripts[shell](readTree(program, valueKinds(loadKnowledge()))));
  return exitCodes.clean;
}
