import { Script } from 'vm';
import { codeFile, keepCode, readCode } from './code-cache';

/** The bundled cli/program.ts as a function of `require`, and a digest of it: see cli/build.js. */
declare const PROGRAM: string;
declare const PROGRAM_DIGEST: string;

const file = codeFile(PROGRAM_DIGEST, __filename, process.env);
const code = file === undefined ? undefined : readCode(file);
const script = new Script(PROGRAM, { filename: __filename, cachedData: code });

if (file !== undefined && (code === undefined || script.cachedDataRejected)) {
  // V8 compiles a function when it is first called: only an analysis that came to its end has called those that matter.
  const [command, ...words] = process.argv.slice(2);
  const isAnalysis = command === 'check' && !words.some(word => /^(-h|--help)/.test(word));
  process.once('exit', exitCode => {
    if (isAnalysis && exitCode < 2) { keepCode(file, () => script.createCachedData()); }
  });
}
script.runInThisContext()(require);
