import { Command, Option } from 'commander';
import { NAME, VERSION } from './about';
import { FAIL_ON, FORMATS } from './check/options';
import { ExitCode } from './exit-code';
import { CHECK_EXAMPLES, CHECK_PATHS, EXAMPLES, EXIT_CODES } from './help';
import { Io } from './io';
import { lazy } from './lazy';
import { didYouMean, oneOf } from './nearest';
import { UsageError } from './usage-error';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** The commands and their options; what they answer goes to `done`. */
export function program(io: Io, done: (code: ExitCode) => void): Command {
  const root = new Command(NAME)
    .description('What is wrong with the DaemonSets of a cluster, before anything is applied.')
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this')
    .helpCommand(false)
    .addHelpText('after', EXAMPLES)
    .configureOutput({ writeOut: io.stdout, writeErr: () => {}, getOutHelpWidth: () => 100, getOutHasColors: () => false })
    .configureHelp({ showGlobalOptions: false })
    .exitOverride();
  root.command('check')
    .description('say what is wrong with the manifests of files and directories')
    .argument('<path...>', CHECK_PATHS)
    .option('--cluster <path>', 'what the cluster has already, as kubectl get -o json prints it: it takes part in every comparison')
    .option('--baseline <path>', 'the manifests as they were before: what cannot be changed, and what restarts pods')
    .option('--kubernetes-version <version>', 'the oldest Kubernetes that the manifests must work with, such as 1.34')
    .addOption(oneOfOption('--format <format>', 'how findings are written', FORMATS))
    .addOption(oneOfOption('--fail-on <severity>', 'the least severity that makes the exit code 1', FAIL_ON))
    .addOption(new Option('--ignore <id>', 'leave out a check; may be repeated').argParser((id, others: readonly string[] = []) => [...others, id]))
    .option('--config <file>', 'what is acknowledged of the manifests of others (default: node-daemons.yaml, where there is one)')
    .addHelpText('after', `${CHECK_EXAMPLES}\n${EXIT_CODES}`)
    .action(async (paths, options) => done(await lazy.check(paths, options, io)));
  root.command('explain')
    .description('print the text of a check, or the list of all')
    .argument('[id]', 'such as ND301')
    .action(id => done(lazy.explain(id, io)));
  root.command('completion')
    .description('print the completion of a shell')
    .argument('<shell>', oneOf(SHELLS).replaceAll("'", ''), shell => oneOfWords('the shell', shell, SHELLS))
    .action(shell => done(lazy.completion(shell, io)));
  return root;
}

function oneOfOption(flags: string, description: string, allowed: readonly string[]): Option {
  return new Option(flags, description).choices(allowed).default(allowed[0], allowed[0]).argParser(value => oneOfWords(flags.split(' ')[0], value, allowed));
}

function oneOfWords(what: string, word: string, allowed: readonly string[]): string {
  if (!allowed.includes(word)) {
    throw new UsageError(`${what} must be ${oneOf(allowed)}, got '${word}'${didYouMean(word, allowed)}`);
  }
  return word;
}
