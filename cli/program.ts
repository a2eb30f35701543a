import { fstatSync } from 'fs';
import { ExitCode } from './exit-code';
import { main } from './main';
import { write } from './write';

main(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  // Node's own answer loads its streams, which takes as long as a check.
  get isTerminal() { return fstatSync(1).isCharacterDevice() && process.stdout.isTTY; },
  stdin: async () => {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) { chunks.push(chunk); }
    return Buffer.concat(chunks);
  },
  stdout: text => write(1, text),
  stderr: text => write(2, text),
}).then(
  code => { process.exitCode = code; },
  // Where nothing can be said any more.
  () => { process.exitCode = ExitCode.BAD; },
);
