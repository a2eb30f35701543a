const { readdirSync, readFileSync } = require('fs');
const { join } = require('path');

/** The packages in a bundle, by the files that esbuild took. */
function bundledPackages(metafiles) {
  const outputs = metafiles.flatMap(metafile => Object.values(metafile.outputs));
  const files = outputs.flatMap(({ inputs }) => Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0));
  const directories = files.map(([file]) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1]);
  return [...new Set(directories.filter(directory => directory !== undefined))].sort();
}

/** The text that goes with the bundle: name, version and whole licence of each package; a package without one stops the build. */
function licencesOf(metafiles, root) {
  const sections = bundledPackages(metafiles).map(directory => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, directory, 'package.json'), 'utf8'));
    const file = readdirSync(join(root, directory)).find(entry => /^licen[cs]e(\.|$)/i.test(entry));
    if (file === undefined) {
      throw new Error(`${name} is bundled and has no licence file`);
    }
    return `${name} ${version} (${license})\n\n${readFileSync(join(root, directory, file), 'utf8').trim()}\n`;
  });
  return ['cli.js and validation.js hold code of these packages.\n', ...sections].join(`\n${'-'.repeat(80)}\n\n`);
}

module.exports = { bundledPackages, licencesOf };
