// Bundles the command line into one file, with the licences of what is in it beside: node cli/build.js [--outdir DIR]
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
  const { metafile } = await build({
    ...OPTIONS,
    entryPoints: [join(root, 'cli/bin.ts')],
    outfile: join(outdir, 'cli.js'),
    banner: { js: '#!/usr/bin/env node' },
    metafile: true,
    plugins: [asleep('yaml', 'node_modules/yaml/browser/index.js', OPTIONS, metafiles)],
  });
  chmodSync(join(outdir, 'cli.js'), 0o755);
  writeFileSync(join(outdir, 'cli.LICENSES.txt'), licencesOf([metafile, ...metafiles], root));
}

bundle().catch(error => {
  console.error(error.message);
  process.exitCode = 1;
});
