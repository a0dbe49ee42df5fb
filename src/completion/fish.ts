/** Completion for fish, 3.0 or newer. */
import type { ArgumentWords, CommandTree, OptionWords } from './command-tree.ts';
import type { Value } from './values.ts';
import { nameLists } from './word-lists.ts';

/** Inside single quotes. */
const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

export function fishCompletion(tree: CommandTree): string {
  const lists = nameLists(tree);
  const offer = (value: Value): string => {
    if (value.kind === 'words') return `-x -a "$${lists.nameOf(value.words)}"`;
    if (value.kind === 'any') return '-x';
    return value.kind === 'file' ? '-r -F' : "-x -a '(__fish_complete_directories)'";
  };
  const option = (where: string, { flags, about, value, optional }: OptionWords): string => {
    const names = flags.map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`));
    const takes = value === null || optional ? '' : ` ${offer(value)}`;
    return `complete -c tajcheck -n ${quoted(where)} ${names.join(' ')}${takes} -d ${quoted(about)}`;
  };
  const argument = (where: string, { value }: ArgumentWords): string =>
    `complete -c tajcheck -n ${quoted(where)} ${value.kind === 'file' ? '-F' : offer(value).replace('-x', '-f')}`;
  const blocks = tree.commands.map(({ name, about, options, args }) => {
    const inside = `__tajcheck_runs ${name}`;
    return [
      `complete -c tajcheck -n __tajcheck_runs_none -f -a ${name} -d ${quoted(about)}`,
      ...options.map((one) => option(inside, one)),
      ...new Set(args.filter(({ value }) => value.kind !== 'any').map((one) => argument(inside, one))),
    ].join('\n');
  });
  return `# Completion of tajcheck for fish, made by: tajcheck completion fish

function __tajcheck_runs_none
    test (count (commandline -opc)) -eq 1
end

function __tajcheck_runs
    set -l tokens (commandline -opc)
    test (count $tokens) -gt 1; and test "$tokens[2]" = "$argv[1]"
end

${lists.entries.map(([name, words]) => `set -g ${name} ${words.join(' ')}`).join('\n')}

complete -c tajcheck -e
complete -c tajcheck -f
${tree.options.map((one) => option('__tajcheck_runs_none', one)).join('\n')}

${blocks.join('\n\n')}
`;
}
