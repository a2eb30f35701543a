const { readdirSync, readFileSync } = require('fs');
const { join } = require('path');
const { build } = require('esbuild');

/**
 * A plugin that keeps a package as text in the bundle until one of its exports is asked for. Node reads through all code of a file
 * before the first line runs, which takes longer for yaml than everything else does; text is skipped.
 *
 * @param name name of the package
 * @param entry its file with modules of ECMAScript, which bundle smaller than those of Node
 * @param options those of the bundle
 * @param metafiles where to note what was taken, for the licences
 */
function asleep(name, entry, options, metafiles) {
  const root = options.absWorkingDir;
  return {
    name: `asleep-${name}`,
    setup({ onResolve, onLoad }) {
      onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: name, namespace: 'asleep' }));
      onLoad({ filter: new RegExp(`^${name}$`), namespace: 'asleep' }, async () => {
        const names = importedFrom(name, join(root, 'cli'));
        const { outputFiles: [{ text }], metafile } = await build({
          ...options,
          stdin: { contents: `export { ${names.join(', ')} } from './${entry}';`, resolveDir: root },
          format: 'cjs',
          write: false,
          metafile: true,
        });
        metafiles.push(metafile);
        return { resolveDir: root, contents: sleeping(name, names, text) };
      });
    },
  };
}

/** The names that the sources import: a getter for each other export would be made at every start, and its code bundled. */
function importedFrom(name, directory) {
  const sources = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'));
  const imports = sources.flatMap(file => [...readFileSync(join(directory, file), 'utf8').matchAll(/^import (?!type )([^;]*?) from '([^']+)';/gms)])
    .filter(([, , from]) => from === name);
  const lists = imports.map(([statement, names]) => {
    if (!/^\{[^}]*\}$/.test(names)) {
      throw new Error(`import names from '${name}', which a build can see: ${statement}`);
    }
    return names.slice(1, -1).split(',').map(imported => imported.trim()).filter(imported => imported !== '' && !imported.startsWith('type '));
  });
  return [...new Set(lists.flat())].sort();
}

function sleeping(name, names, text) {
  return `
    let found;
    function awake() {
      if (found === undefined) {
        found = { exports: {} };
        require('vm').runInThisContext('(function (module, exports) {' + ${JSON.stringify(text)} + '\\n})', { filename: '${name}.js' })(found, found.exports);
      }
      return found.exports;
    }
    module.exports = { ${names.map(imported => `get ${imported}() { return awake().${imported}; }`).join(', ')} };`;
}

module.exports = { asleep };
