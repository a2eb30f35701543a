import type { Argument } from './command-line';
import { commandLine } from './command-line';
import type { PlacedContainer } from './daemon';
import { scriptPosition } from './shell-scripts';

/** A flag of a program as it was written. */
export interface Flag extends Argument {
  /** Its name without hyphens. */
  readonly name: string;
  readonly value?: string;
}

/** A value stands behind `=` or in the next word, for no flag of the programs that are asked takes none and is followed by one. */
export function flagsOf(words: readonly Argument[]): Flag[] {
  return words.flatMap((word, position) => {
    const [, name, value] = /^--?([a-z][\w.-]*)(?:=([^]*))?$/i.exec(word.text) ?? [];
    const next = words[position + 1]?.text;
    return name === undefined ? [] : [{ ...word, name, value: value ?? (next?.startsWith('-') ? undefined : next) }];
  });
}

/** What a program gets when its variables are filled in; `$(NAME)` stays where the manifest does not say what it stands for. */
export function filledIn({ env = [] }: PlacedContainer['container'], text: string): string {
  const values = new Map(env.map(({ name, value }) => [name, value]));
  return text.replace(/\$\(([^)]*)\)/g, (whole, name) => values.get(name) ?? whole);
}

/** The flags of a container's program with its variables filled in; none of what a script starts. */
export function filledFlags(placed: PlacedContainer): Flag[] {
  const words = commandLine(placed).map(word => ({ ...word, text: filledIn(placed.container, word.text) }));
  return scriptPosition(words) === undefined ? flagsOf(words) : [];
}

/** The value of a flag as it was given last; nothing where it was not, or where it is not known before the pod runs. */
export function valueOf(flags: readonly Flag[], ...names: readonly string[]): Flag | undefined {
  const flag = flags.filter(({ name }) => names.includes(name)).at(-1);
  return flag?.value === undefined || flag.value.includes('$(') ? undefined : flag;
}
