import { CommanderError } from 'commander';
import { NAME, REPOSITORY } from './about';
import { ExitCode } from './exit-code';
import { Io } from './io';
import { printable } from './printable';
import { program } from './program';
import { UsageError } from './usage-error';

/** The command line as a function: never throws, and says what went wrong in one line. */
export async function main(args: readonly string[], io: Io): Promise<ExitCode> {
  try {
    let code = ExitCode.FINE;
    const root = program(io, answer => { code = answer; });
    if (args.length === 0) {
      io.stderr(root.helpInformation());
      return ExitCode.BAD;
    }
    await root.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) {
      return ExitCode.FINE;
    }
    io.stderr(`${NAME}: ${printable(wordsOf(error))}\n`);
    return ExitCode.BAD;
  }
}

function wordsOf(error: unknown): string {
  if (error instanceof UsageError) {
    return error.message;
  }
  if (error instanceof CommanderError) {
    const message = error.message.replace(/^error: /, '').replace(/\n\(Did (.*)\)$/, ': did $1');
    return message.endsWith('?') ? message : `${message}: see ${NAME} --help`;
  }
  const reason = error instanceof Error ? error.message : String(error);
  return `this is a fault of ${NAME} (${reason}): please report it with the command and its input at ${REPOSITORY}/issues`;
}
