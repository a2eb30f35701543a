import { Argument, commandLine } from './command-line';
import type { PlacedContainer } from './daemon';
import { baseName } from './paths';
import { ShellToken, shellTokens } from './shell-tokens';

/** A script that a container hands to a shell. */
export interface ShellScript {
  readonly tokens: readonly ShellToken[];
  /** Path of the script in the manifest. */
  readonly field: string;
  /** Whether the container runs nothing but it. */
  readonly isWhole: boolean;
}

/** A file that a script sends output to. */
export interface Redirection {
  readonly operator: string;
  readonly target: ShellToken;
  readonly field: string;
}

const SHELL = /^(sh|bash|ash|dash|ksh|zsh)$/;

/** The scripts that a container runs, those within scripts included. */
export function shellScripts(placed: PlacedContainer): ShellScript[] {
  return scriptsIn(commandLine(placed), true);
}

/** Position of the script in a command line such as `sh -ec SCRIPT`; nothing where none is there. */
export function scriptPosition(words: readonly { readonly text: string }[], start = 0): number | undefined {
  for (let shell = start; shell < words.length; shell++) {
    if (SHELL.test(baseName(words[shell].text))) {
      const flag = words.findIndex(({ text }, position) => position > shell && /^-[a-z]*c$/.test(text));
      const between = words.slice(shell + 1, flag).every(({ text }) => /^[-+]|^pipefail$/.test(text));
      if (flag > 0 && between && flag + 1 < words.length) {
        return flag + 1;
      }
    }
  }
  return undefined;
}

/** The files that a script sends output to. */
export function redirections({ tokens, field }: ShellScript): Redirection[] {
  return tokens.flatMap((target, position) => {
    const operator = tokens[position - 1];
    return target.kind === 'word' && operator?.kind === 'operator' && /^(>>|>|>\||&>|&>>)$/.test(operator.text)
      ? [{ operator: operator.text, target, field }] : [];
  });
}

function scriptsIn(words: readonly Argument[], isProgram: boolean): ShellScript[] {
  const scripts: ShellScript[] = [];
  for (let at = scriptPosition(words); at !== undefined; at = scriptPosition(words, at + 1)) {
    const { text, field } = words[at];
    const tokens = shellTokens(text);
    scripts.push({ tokens, field, isWhole: isProgram && SHELL.test(baseName(words[0].text)) });
    scripts.push(...scriptsIn(tokens.filter(({ kind, isLiteral }) => kind === 'word' && isLiteral).map(word => ({ text: word.text, field })), false));
  }
  return scripts;
}
