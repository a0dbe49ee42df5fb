/** Completion for bash, 3.2 or newer. It needs no other package, and runs no program. */
import { type CommandTree, type CommandWords, takingOptions } from './command-tree.ts';
import type { Value } from './values.ts';
import { nameLists } from './word-lists.ts';

export function bashCompletion(tree: CommandTree): string {
  const lists = nameLists(tree);
  const offer = (value: Value): string => {
    if (value.kind === 'words') return `words=$${lists.nameOf(value.words)}`;
    if (value.kind === 'any') return ':';
    return value.kind === 'file' ? 'paths=f' : 'paths=d';
  };
  const { commands } = tree;
  const taking = takingOptions(tree);
  const lines = (make: (command: CommandWords) => readonly string[]): string => commands.flatMap(make).join('\n');
  return `# Completion of tajcheck for bash, made by: tajcheck completion bash

${lists.entries.map(([name, words]) => `${name}='${words.join(' ')}'`).join('\n')}

_tajcheck() {
  local cur=\${COMP_WORDS[COMP_CWORD]} command='' waits='' words='' paths='' count=0 i word
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    # A value may begin with one dash, and may be left out: --without-permit --verbose.
    [[ $word == --* ]] && waits=''
    if [[ -n $waits ]]; then
      # bash takes the equals sign of --format=json for a word of its own.
      [[ $word == '=' ]] || waits=''
    elif [[ $word == '=' ]]; then
      # That of sarif=FILE.
      waits='='
    elif [[ $word == -?* ]]; then
      case "$command $word" in
        ${taking.map(({ patterns }) => patterns).join(' | ')}) waits=$word ;;
      esac
    elif [[ -z $command ]]; then
      command=$word
    else
      count=$((count + 1))
    fi
  done
  [[ $cur == --* ]] && waits=''
  if [[ $cur == '=' ]]; then
    cur=''
    [[ -n $waits ]] || waits='='
  fi

  if [[ $waits == '=' ]]; then
    paths=f
  elif [[ -n $waits ]]; then
    case "$command $waits" in
${taking.map(({ patterns, value }) => `      ${patterns}) ${offer(value)} ;;`).join('\n')}
    esac
  elif [[ $cur == -* ]]; then
    case "$command" in
      '') words='${tree.options.flatMap(({ flags }) => flags).join(' ')}' ;;
${lines(({ name, options }) => [`      ${name}) words='${options.flatMap(({ flags }) => flags).join(' ')}' ;;`])}
    esac
  elif [[ -z $command ]]; then
    words='${commands.map(({ name }) => name).join(' ')}'
  else
    case "$command $count" in
${lines(({ name, args }) =>
  args.map(
    ({ value, variadic }, index) => `      ${variadic ? `'${name} '*` : `'${name} ${index}'`}) ${offer(value)} ;;`,
  ),
)}
    esac
  fi

  if [[ -n $paths ]]; then
    compopt -o filenames 2>/dev/null
    while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen "-$paths" -- "$cur")
  elif [[ -n $words ]]; then
    while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -W "$words" -- "$cur")
  fi
}

complete -F _tajcheck tajcheck
`;
}
