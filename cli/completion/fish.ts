import { CompletedCommand, Offer } from './completed-command';

/** A script for fish's directory of completions. */
export function fish(commands: readonly CompletedCommand[]): string {
  const names = commands.map(({ name }) => name).join(' ');
  return [
    'complete -c node-daemons -f',
    ...commands.map(({ name, description }) => line(`__fish_use_subcommand' -a '${name}`, description)),
    ...commands.flatMap(({ name, argument, options }) => [
      `complete -c node-daemons -n '__fish_seen_subcommand_from ${name}${notBehind(options)}'${argumentsOf(argument)}`,
      ...options.map(({ flag, description, values }) => `${line(`__fish_seen_subcommand_from ${name}' -l '${flag.slice(2)}`, description)} -r${argumentsOf(values)}`),
    ]),
    line(`not __fish_seen_subcommand_from ${names}' -l 'version`, 'print the version'),
    '',
  ].join('\n');
}

/** An option's own values stand alone. */
function notBehind(options: CompletedCommand['options']): string {
  return options.length === 0 ? '' : `; and not __fish_prev_arg_in ${options.map(({ flag }) => flag).join(' ')}`;
}

function line(condition: string, description: string): string {
  return `complete -c node-daemons -n '${condition}' -d '${description.replace(/[\\']/g, letter => `\\${letter}`)}'`;
}

function argumentsOf(values: Offer): string {
  return values === 'file' ? ' -F' : typeof values === 'string' ? '' : ` -a '${values.join(' ')}'`;
}
