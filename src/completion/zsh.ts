/** Completion for zsh: to be sourced, or to lie as `_tajcheck` in a folder of `fpath`. */
import { type CommandTree, type OptionWords, takingOptions } from './command-tree.ts';
import type { Value } from './values.ts';
import { nameLists } from './word-lists.ts';

/** Inside single quotes. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
/** `word:what it is`, as `_describe` reads it. */
const described = (word: string, about: string): string => quoted(`${word}:${about.replaceAll(':', '\\:')}`);

export function zshCompletion(tree: CommandTree): string {
  const lists = nameLists(tree);
  const offer = (value: Value): string => {
    if (value.kind === 'words') return `compadd -- $${lists.nameOf(value.words)}`;
    if (value.kind === 'any') return '_message value';
    return value.kind === 'file' ? '_files' : '_files -/';
  };
  const { commands } = tree;
  const taking = takingOptions(tree);
  const optionList = (options: readonly OptionWords[]): string =>
    options.flatMap(({ flags, about }) => flags.map((flag) => described(flag, about))).join(' ');
  return `#compdef tajcheck
# Completion of tajcheck for zsh, made by: tajcheck completion zsh

_tajcheck() {
  local command='' waits='' word i count=0
  local -a found
${lists.entries.map(([name, words]) => `  local -a ${name}=(${words.join(' ')})`).join('\n')}
  for ((i = 2; i < CURRENT; i++)); do
    word=\${words[i]}
    # A value may begin with one dash, and may be left out: --without-permit --verbose.
    [[ $word == --* ]] && waits=''
    if [[ -n $waits ]]; then
      waits=''
    elif [[ $word == --*=* ]]; then
      :
    elif [[ $word == -?* ]]; then
      case "$command $word" in
        ${taking.map(({ patterns }) => patterns).join(' | ')}) waits=$word ;;
      esac
    elif [[ -z $command ]]; then
      command=$word
    else
      ((count += 1))
    fi
  done
  [[ $PREFIX == --* ]] && waits=''
  if [[ $PREFIX == --*=* ]]; then
    waits=\${PREFIX%%=*}
    compset -P 1 '*='
  fi

  if [[ -n $waits && $PREFIX == *=* ]]; then
    # sarif=FILE
    compset -P 1 '*='
    _files
  elif [[ -n $waits ]]; then
    case "$command $waits" in
${taking.map(({ patterns, value }) => `      ${patterns}) ${offer(value)} ;;`).join('\n')}
    esac
  elif [[ $PREFIX == -* ]]; then
    case "$command" in
      '') found=(${optionList(tree.options)}) ;;
${commands.map(({ name, options }) => `      ${name}) found=(${optionList(options)}) ;;`).join('\n')}
    esac
    _describe -o option found
  elif [[ -z $command ]]; then
    found=(${commands.map(({ name, about }) => described(name, about)).join(' ')})
    _describe command found
  else
    case "$command $count" in
${commands
  .flatMap(({ name, args }) =>
    args.map(
      ({ value, variadic }, index) => `      ${variadic ? `'${name} '*` : `'${name} ${index}'`}) ${offer(value)} ;;`,
    ),
  )
  .join('\n')}
    esac
  fi
}

if [[ $funcstack[1] == _tajcheck ]]; then
  _tajcheck "$@"
else
  compdef _tajcheck tajcheck
fi
`;
}
