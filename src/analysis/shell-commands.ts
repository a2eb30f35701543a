import { commandLine } from './command-line';
import type { PlacedContainer } from './daemon';
import { baseName } from './paths';
import { scriptPosition, shellScripts } from './shell-scripts';
import type { ShellToken } from './shell-tokens';

/** A program that a container starts, itself or by a script. */
export interface ShellCommand {
  /** Its name without directories. */
  readonly program: string;
  /** What follows; an operand that is filled in when the script runs ends where that begins. */
  readonly words: readonly string[];
  /** The file that its output goes to. */
  readonly output?: string;
  /** Path of the script or of the command in the manifest. */
  readonly field: string;
}

const REDIRECTION = /^(>>|>|>\||&>|&>>|<|<>|<&|>&|<<|<<-|<<<)$/;
const WRITING = /^(>|>\||&>)$/;
const BEFORE_A_COMMAND = /^(!|\{|do|elif|else|exec|if|sudo|then|time|until|while)$/;

/** The programs that a container starts, in the order of their text: those of a loop or a branch once, as if they ran. */
export function shellCommands(placed: PlacedContainer): ShellCommand[] {
  const words = commandLine(placed);
  const scripts = shellScripts(placed);
  if (words.length > 0 && scriptPosition(words) === undefined) {
    const [{ text, field }, ...rest] = words;
    return [{ program: baseName(text), words: rest.map(word => word.text), field }];
  }
  return scripts.flatMap(({ tokens, field }) => commandsIn(tokens).map(command => ({ ...command, field })));
}

function commandsIn(tokens: readonly ShellToken[]): Omit<ShellCommand, 'field'>[] {
  const commands: string[][] = [[]];
  const outputs = new Map<string[], string>();
  tokens.forEach(({ kind, text }, position) => {
    const before = tokens[position - 1];
    const current = commands[commands.length - 1];
    if (kind === 'operator') {
      REDIRECTION.test(text) || commands.push([]);
    } else if (before?.kind !== 'operator' || !REDIRECTION.test(before.text)) {
      current.push(text);
    } else if (WRITING.test(before.text)) {
      outputs.set(current, text);
    }
  });
  return commands.flatMap(command => {
    const start = command.findIndex(word => !BEFORE_A_COMMAND.test(word) && !/^\w+=/.test(word));
    const output = outputs.get(command);
    return start < 0 ? [] : [{ program: baseName(command[start]), words: command.slice(start + 1), output }];
  });
}
