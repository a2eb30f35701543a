// Bundles the command line and the validation of cdk8s-cli into a file each, with the licences of what is in them beside: node cli/build.js [--outdir DIR]
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
  const made = (source, name, more) => build({
    ...OPTIONS,
    entryPoints: [join(root, source)],
    outfile: join(outdir, name),
    metafile: true,
    plugins: [asleep('yaml', 'node_modules/yaml/browser/index.js', OPTIONS, metafiles)],
    ...more,
  });
  const bundles = [await made('cli/bin.ts', 'cli.js', { banner: { js: '#!/usr/bin/env node' } }), await made('cli/validation.ts', 'validation.js')];
  chmodSync(join(outdir, 'cli.js'), 0o755);
  writeFileSync(join(outdir, 'cli.LICENSES.txt'), licencesOf([...bundles.map(({ metafile }) => metafile), ...metafiles], root));
}

bundle().catch(error => {
  console.error(error.message);
  process.exitCode = 1;
});
