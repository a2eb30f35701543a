import type { PlacedContainer } from './daemon';

/** A word of a command line and where the manifest has it. */
export interface Argument {
  readonly text: string;
  /** Path of the word, such as `spec.template.spec.containers[0].args[1]`. */
  readonly field: string;
}

/** What a container starts: its command, then its arguments. An image's own command is not known. */
export function commandLine({ container: { command = [], args = [] }, field }: PlacedContainer): Argument[] {
  return [
    ...command.map((text, position) => ({ text, field: `${field}.command[${position}]` })),
    ...args.map((text, position) => ({ text, field: `${field}.args[${position}]` })),
  ];
}
