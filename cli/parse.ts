import { parseArgs } from 'util';
import { CommandSpec, OptionSpec, Values } from './commands';
import { didYouMean, oneOf } from './nearest';
import { UsageError } from './usage-error';

export interface Parsed {
  readonly args: readonly string[];
  /** Values by the name of their option. */
  readonly options: ReadonlyMap<string, readonly string[]>;
  readonly isHelp: boolean;
}

/** The arguments of a command; the first mistake is said with its repair. */
export function parse(command: CommandSpec, words: readonly string[]): Parsed {
  const { tokens } = parseArgs({
    args: [...words],
    strict: false,
    tokens: true,
    options: { help: { type: 'boolean', short: 'h' }, ...Object.fromEntries(command.options.map(({ name }) => [name, { type: 'string' as const }])) },
  });
  const args: string[] = [];
  const options = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind === 'positional') {
      args.push(token.value);
    } else if (token.kind === 'option' && token.name === 'help') {
      return { args, options, isHelp: true };
    } else if (token.kind === 'option') {
      const option = optionOf(command, token.name, token.rawName);
      const value = valueOf(option, token.value, token.inlineValue === true);
      const others = options.get(option.name) ?? [];
      if (others.length > 0 && !option.isRepeatable) {
        throw new UsageError(`--${option.name} can be given only once`);
      }
      options.set(option.name, [...others, value]);
    }
  }
  assertArguments(command, args);
  return { args, options, isHelp: false };
}

function optionOf({ name, options }: CommandSpec, flag: string, typed: string): OptionSpec {
  const option = options.find(known => known.name === flag);
  if (option === undefined) {
    const flags = [...options.map(known => `--${known.name}`), '--help'];
    throw new UsageError(`'${name}' has no option '${typed}'${didYouMean(typed, flags) || `: 'node-daemons ${name} --help' lists them`}`);
  }
  return option;
}

function valueOf({ name, value: placeholder, values }: OptionSpec, value: string | undefined, isInline: boolean): string {
  // What looks like an option is one that was meant, not a value.
  if (value === undefined || value === '' || !isInline && value.startsWith('--')) {
    throw new UsageError(`--${name} needs a value: --${name} ${placeholder}`);
  }
  assertOneOf(`--${name}`, value, values);
  return value;
}

function assertArguments({ name, argument }: CommandSpec, args: readonly string[]): void {
  if (args.length === 0 && !argument.isOptional) {
    throw new UsageError(`'${name}' needs ${argument.name}: ${argument.description}`);
  }
  if (args.length > 1 && !argument.isRepeatable) {
    throw new UsageError(`'${name}' takes one ${argument.name}, got ${args.map(arg => `'${arg}'`).join(', ')}`);
  }
  args.forEach(arg => assertOneOf(argument.name, arg, argument.values));
}

function assertOneOf(what: string, word: string, values: Values): void {
  if (typeof values !== 'string' && !values.includes(word)) {
    throw new UsageError(`${what} must be ${oneOf(values)}, got '${word}'${didYouMean(word, values)}`);
  }
}
