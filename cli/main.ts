import { NAME, REPOSITORY, VERSION } from './about';
import { Format } from './check/options';
import { check } from './check/run';
import { COMMANDS } from './commands';
import { completion } from './completion/completion';
import { ExitCode } from './exit-code';
import { explain } from './explain';
import { help, helpOf } from './help';
import { Io } from './io';
import { didYouMean } from './nearest';
import { parse, Parsed } from './parse';
import { printable } from './printable';
import { UsageError } from './usage-error';

/** The command line as a function: never throws, and says what went wrong in one line. */
export async function main(words: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await answer(words, io);
  } catch (error) {
    io.stderr(`${NAME}: ${printable(error instanceof UsageError ? error.message : faultOf(error))}\n`);
    return ExitCode.BAD;
  }
}

async function answer([word, ...rest]: readonly string[], io: Io): Promise<ExitCode> {
  switch (word) {
    case undefined:
      io.stderr(help());
      return ExitCode.BAD;
    case '--help':
    case '-h':
      io.stdout(help());
      return ExitCode.FINE;
    case '--version':
    case '-V':
      io.stdout(`${VERSION}\n`);
      return ExitCode.FINE;
  }
  const command = COMMANDS.find(({ name }) => name === word);
  if (command === undefined) {
    const known = [...COMMANDS.map(({ name }) => name), '--help', '--version'];
    throw new UsageError(`there is no command '${word}'${didYouMean(word, known) || `: '${NAME} --help' lists them`}`);
  }
  const parsed = parse(command, rest);
  if (parsed.isHelp) {
    io.stdout(helpOf(command));
    return ExitCode.FINE;
  }
  return run(command.name, parsed, io);
}

function run(command: string, { args, options }: Parsed, io: Io): ExitCode | Promise<ExitCode> {
  const valueOf = (name: string) => options.get(name)?.[0];
  switch (command) {
    case 'check': return check(args, {
      cluster: valueOf('cluster'),
      baseline: valueOf('baseline'),
      kubernetesVersion: valueOf('kubernetes-version'),
      format: valueOf('format') as Format | undefined ?? 'text',
      failOn: valueOf('fail-on') === 'warning' ? 'warning' : 'error',
      ignore: options.get('ignore'),
      config: valueOf('config'),
    }, io);
    case 'explain': return explain(args[0], io);
    default: return completion(args[0], io);
  }
}

function faultOf(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return `this is a fault of ${NAME} (${reason}): please report it with the command and its input at ${REPOSITORY}/issues`;
}
