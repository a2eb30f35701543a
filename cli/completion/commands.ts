import type { Command } from 'commander';
import { CHECKS } from '../../src/analysis/checks/all';
import { SHELLS } from '../program';

/** What may stand after an option, or as an argument: words, a file, or anything. */
export type Values = readonly string[] | 'file' | 'any' | 'none';

export interface CompletedOption {
  readonly flag: string;
  readonly description: string;
  readonly values: Values;
}

export interface CompletedCommand {
  readonly name: string;
  readonly description: string;
  readonly argument: Values;
  readonly options: readonly CompletedOption[];
}

const ARGUMENTS: { readonly [command: string]: Values } = { check: 'file', explain: CHECKS.map(({ id }) => id), completion: SHELLS };

/** The commands as the shells complete them, read from the command line itself. */
export function describe(root: Command): readonly CompletedCommand[] {
  return root.commands.map(command => ({
    name: command.name(),
    description: command.description(),
    argument: ARGUMENTS[command.name()],
    options: command.options.map(({ long, description, argChoices, flags }) => ({
      flag: long!,
      description,
      values: argChoices ?? (/<(path|file)>/.test(flags) ? 'file' : flags.includes('<id>') ? CHECKS.map(({ id }) => id) : 'any'),
    })),
  }));
}
