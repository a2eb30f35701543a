import { CompletedCommand, Offer } from './completed-command';

/** A script for a directory of zsh's fpath, or to be evaluated after compinit. */
export function zsh(commands: readonly CompletedCommand[]): string {
  const cases = commands.map(({ name, argument, options }) => {
    const specs = [
      ...options.map(({ flag, description, isRepeatable, values }) => quoted(`${isRepeatable ? '*' : ''}${flag}[${escaped(description)}]:value:${action(values)}`)),
      quoted(`*:argument:${action(argument)}`),
    ];
    return `    ${name}) _arguments ${specs.join(' ')} ;;`;
  });
  return `#compdef node-daemons
_node_daemons() {
  if (( CURRENT == 2 )); then
    local -a commands=(${commands.map(({ name, description }) => quoted(`${name}:${description}`)).join(' ')})
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${cases.join('\n')}
  esac
}
if [[ $funcstack[1] == _node-daemons ]]; then _node_daemons "$@"; else compdef _node_daemons node-daemons; fi
`;
}

function action(values: Offer): string {
  return values === 'file' ? '_files' : typeof values === 'string' ? ' ' : `(${values.join(' ')})`;
}

function escaped(description: string): string {
  return description.replace(/[[\]:\\]/g, letter => `\\${letter}`);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
