import { NAME } from './about';
import { CommandSpec, COMMANDS, OptionSpec } from './commands';

const HELP_OPTION = '-h, --help';

/** What `node-daemons --help` prints. */
export function help(): string {
  return `${NAME}: what is wrong with the DaemonSets of a cluster, before anything is applied

Usage:
  ${NAME} COMMAND

Commands:
${columns(COMMANDS.map(command => [usage(command), command.description]))}

Options:
${columns([[HELP_OPTION, 'print this, or the help of a command'], ['-V, --version', 'print the version']])}

Examples:
  node-daemons check manifests/
  node-daemons explain ND301
`;
}

/** What `--help` of a command prints. */
export function helpOf(command: CommandSpec): string {
  const { description, argument, options, examples } = command;
  return `${description}

Usage:
  ${NAME} ${usage(command)}${options.length === 0 ? '' : ' [OPTION]…'}

Arguments:
${columns([[argument.name, argument.description]])}

Options:
${columns([...options.map(option => [`--${option.name} ${option.value}`, describe(option)]), [HELP_OPTION, 'print this']])}
${examples === undefined ? '' : `\n${examples}\n`}`;
}

function usage({ name, argument }: CommandSpec): string {
  const argued = `${argument.name}${argument.isRepeatable ? '…' : ''}`;
  return `${name} ${argument.isOptional ? `[${argued}]` : argued}`;
}

function describe({ description, values }: OptionSpec): string {
  return typeof values === 'string' ? description : `${description}: ${values.join(', ')} (default: ${values[0]})`;
}

function columns(rows: readonly (readonly string[])[]): string {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`).join('\n');
}
