const { join } = require('path');
const { build } = require('esbuild');

/**
 * A plugin that keeps a package as text in the bundle until one of its exports is asked for. Node reads through all code of a file
 * before the first line runs, which takes longer for yaml than everything else does; text is skipped.
 *
 * @param name name of the package
 * @param entry its file with modules of ECMAScript, which bundle smaller than those of Node
 * @param options those of the bundle
 * @param inputs files that were taken, for the licences
 */
function asleep(name, entry, options, inputs) {
  return {
    name: `asleep-${name}`,
    setup({ onResolve, onLoad }) {
      onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: name, namespace: 'asleep' }));
      onLoad({ filter: new RegExp(`^${name}$`), namespace: 'asleep' }, async () => {
        const { outputFiles: [{ text }], metafile } = await build({ ...options, entryPoints: [join(options.absWorkingDir, entry)], format: 'cjs', write: false, metafile: true });
        inputs.push(metafile);
        const getters = Object.keys(require(name)).map(key => `get ${key}() { return awake().${key}; }`);
        return {
          resolveDir: options.absWorkingDir,
          contents: `
            const { runInThisContext } = require('vm');
            let found;
            function awake() {
              if (found === undefined) {
                found = { exports: {} };
                runInThisContext('(function (module, exports) {' + ${JSON.stringify(text)} + '\\n})', { filename: '${name}.js' })(found, found.exports);
              }
              return found.exports;
            }
            module.exports = { ${getters.join(', ')} };`,
        };
      });
    },
  };
}

module.exports = { asleep };
