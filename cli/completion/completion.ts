import { bash } from './bash';
import { fish } from './fish';
import { zsh } from './zsh';
import { ALL_CHECKS } from '../check/known-ids';
import { COMMANDS, Values } from '../commands';
import { ExitCode } from '../exit-code';
import { Io } from '../io';

const SCRIPTS = { bash, zsh, fish };

/** `node-daemons completion` */
export function completion(shell: string, io: Io): ExitCode {
  const commands = COMMANDS.map(({ name, description, argument, options }) => ({
    name,
    description,
    argument: offered(argument.values),
    options: options.map(option => ({ flag: `--${option.name}`, description: option.description, isRepeatable: option.isRepeatable, values: offered(option.values) })),
  }));
  io.stdout(SCRIPTS[shell as keyof typeof SCRIPTS](commands));
  return ExitCode.FINE;
}

function offered(values: Values) {
  return values === 'check' ? ALL_CHECKS.map(({ id }) => id) : values;
}
