import { CompletedCommand, Offer } from './completed-command';

/** A script that bash evaluates. */
export function bash(commands: readonly CompletedCommand[]): string {
  const options = commands.flatMap(command => command.options.map(({ flag, values }) => `    ${command.name}:${flag}) ${reply(values)}; return ;;`));
  const args = commands.map(({ name, argument, options: own }) =>
    `    ${name}) if [[ $word == -* ]]; then ${reply([...own.map(({ flag }) => flag), '--help'])}; else ${reply(argument)}; fi ;;`);
  return `_node_daemons() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} command=\${COMP_WORDS[1]}
  COMPREPLY=()
  if (( COMP_CWORD == 1 )); then
    ${reply([...commands.map(({ name }) => name), '--help', '--version'])}
    return
  fi
  case $command:$before in
${options.join('\n')}
  esac
  case $command in
${args.join('\n')}
  esac
}
complete -o filenames -F _node_daemons node-daemons
`;
}

function reply(values: Offer): string {
  switch (values) {
    case 'file': return 'mapfile -t COMPREPLY < <(compgen -f -- "$word")';
    case 'text': return ':';
    default: return `mapfile -t COMPREPLY < <(compgen -W '${values.join(' ')}' -- "$word")`;
  }
}
