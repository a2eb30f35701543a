import { isatty } from 'tty';
import { main } from './main';
import { write } from './write';

main(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  get isTerminal() { return isatty(1); },
  stdin: async () => {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) { chunks.push(chunk); }
    return Buffer.concat(chunks);
  },
  stdout: text => write(1, text),
  stderr: text => write(2, text),
}).then(code => { process.exitCode = code; });
