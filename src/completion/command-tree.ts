/** What the command line takes, as plain lists: read off commander's tree, so that help and completion cannot differ. */
import type { Argument, Command, Option } from 'commander';
import type { Value, ValueKinds } from './values.ts';
import { valueFor } from './values.ts';

export interface OptionWords {
  /** `-v`, `--verbose`. */
  readonly flags: readonly string[];
  readonly about: string;
  /** Null: it takes none. */
  readonly value: Value | null;
  /** The value may be left out. */
  readonly optional: boolean;
}

export interface ArgumentWords {
  readonly value: Value;
  /** It takes all that follow. */
  readonly variadic: boolean;
}

export interface CommandWords {
  readonly name: string;
  readonly about: string;
  readonly options: readonly OptionWords[];
  readonly args: readonly ArgumentWords[];
}

export interface CommandTree {
  /** Of the program itself, before any command. */
  readonly options: readonly OptionWords[];
  readonly commands: readonly CommandWords[];
}

const help: OptionWords = { flags: ['-h', '--help'], about: 'print help', value: null, optional: false };

export function readTree(program: Command, kinds: ValueKinds): CommandTree {
  const commands = program.commands.map(
    (command): CommandWords => ({
      name: command.name(),
      about: command.description(),
      options: [...command.options.map((option) => optionWords(option, kinds)), help],
      args: command.registeredArguments.map((argument) => argumentWords(argument, kinds)),
    }),
  );
  const names: Value = { kind: 'words', words: commands.map(({ name }) => name) };
  return {
    options: [...program.options.map((option) => optionWords(option, kinds)), help],
    // Commander's own, which is not in its tree.
    commands: [
      ...commands,
      { name: 'help', about: 'print the help of a command', options: [], args: [{ value: names, variadic: false }] },
    ],
  };
}

/** Options that take a value, each with a pattern of `case` for `command flag`, as bash and zsh both read it. */
export function takingOptions({ commands }: CommandTree): { patterns: string; value: Value }[] {
  return commands.flatMap(({ name, options }) =>
    options.flatMap(({ flags, value }) =>
      value === null ? [] : [{ patterns: flags.map((flag) => `'${name} ${flag}'`).join(' | '), value }],
    ),
  );
}

function optionWords(option: Option, kinds: ValueKinds): OptionWords {
  const flags = [option.short, option.long].filter((flag) => flag !== undefined);
  const placeholder = /[<[]([a-z-]+)/.exec(option.flags)?.[1];
  const written = { placeholder, choices: option.argChoices, about: option.description, flag: option.long };
  return {
    flags,
    about: option.description,
    value: placeholder === undefined ? null : valueFor(written, kinds),
    optional: option.optional,
  };
}

function argumentWords(argument: Argument, kinds: ValueKinds): ArgumentWords {
  const written = { placeholder: argument.name(), choices: argument.argChoices, about: argument.description };
  return { value: valueFor(written, kinds), variadic: argument.variadic };
}
