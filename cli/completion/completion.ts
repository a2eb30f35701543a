import { bash } from './bash';
import { describe } from './commands';
import { fish } from './fish';
import { zsh } from './zsh';
import { ExitCode } from '../exit-code';
import { Io } from '../io';
import { program } from '../program';

const SCRIPTS = { bash, zsh, fish };

/** `node-daemons completion` */
export function completion(shell: string, io: Io): ExitCode {
  io.stdout(SCRIPTS[shell as keyof typeof SCRIPTS](describe(program(io, () => {}))));
  return ExitCode.FINE;
}
