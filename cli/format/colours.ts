import { Severity } from '../../src/analysis/severity';
import { Io } from '../io';

/** Whether output is coloured: FORCE_COLOR and NO_COLOR decide, as they do for Node; else whether somebody watches. */
export function hasColours({ env, isTerminal }: Pick<Io, 'env' | 'isTerminal'>): boolean {
  if (env.FORCE_COLOR !== undefined) {
    return !['0', 'false'].includes(env.FORCE_COLOR);
  }
  return !env.NO_COLOR && env.TERM !== 'dumb' && isTerminal;
}

const CODES = { [Severity.ERROR]: 31, [Severity.WARNING]: 33, [Severity.INFO]: 36 };

export function bold(text: string): string {
  return `\u001b[1m${text}\u001b[22m`;
}

export function inColour(severity: Severity, text: string): string {
  return `\u001b[${CODES[severity]}m${text}\u001b[39m`;
}
