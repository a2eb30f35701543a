import type { RunOptions } from './run';

/** The options, with files that a program is given by the path that they have shown to it in a container too. */
export function showing(options: RunOptions = {}, ...paths: readonly string[]): RunOptions {
  const { container } = options;
  if (container === undefined) {
    return options;
  }
  return { ...options, container: { ...container, mounts: { ...container.mounts, ...Object.fromEntries(paths.map(path => [path, path])) } } };
}
