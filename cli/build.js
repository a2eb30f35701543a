// Bundles the command line and the validation of cdk8s-cli into a file each, with the licences of what is in them beside: node cli/build.js [--outdir DIR]
const { createHash } = require('crypto');
const { chmodSync, writeFileSync } = require('fs');
const { join, resolve } = require('path');
const { build } = require('esbuild');
const { asleep } = require('./asleep');
const { licencesOf } = require('./licences');

const root = resolve(__dirname, '..');
const at = process.argv.indexOf('--outdir');
const outdir = at < 0 ? join(root, 'lib') : resolve(process.argv[at + 1]);

const OPTIONS = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20.16',
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
};

async function bundle() {
  const metafiles = [];
  const made = async (source, options) => {
    const result = await build({
      ...OPTIONS,
      entryPoints: [join(root, source)],
      metafile: true,
      plugins: [asleep('yaml', 'node_modules/yaml/browser/index.js', OPTIONS, metafiles)],
      ...options,
    });
    metafiles.push(result.metafile);
    return result;
  };
  // The program is text in the file that starts it, for only of a script that it compiles itself can that file keep the code.
  const { outputFiles: [{ text }] } = await made('cli/program.ts', { format: 'cjs', write: false });
  const program = `(function (require) {${text}\n})`;
  await made('cli/bin.ts', {
    outfile: join(outdir, 'cli.js'),
    banner: { js: '#!/usr/bin/env node' },
    define: { PROGRAM: JSON.stringify(program), PROGRAM_DIGEST: JSON.stringify(createHash('sha256').update(program).digest('hex').slice(0, 16)) },
  });
  await made('cli/validation.ts', { outfile: join(outdir, 'validation.js') });
  chmodSync(join(outdir, 'cli.js'), 0o755);
  writeFileSync(join(outdir, 'cli.LICENSES.txt'), licencesOf(metafiles, root));
}

bundle().catch(error => {
  console.error(error.message);
  process.exitCode = 1;
});
