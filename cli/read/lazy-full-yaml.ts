import type { Lines } from './lines';
import type { Reading } from './reading';

/** Any YAML document. Few manifests need the library, and loading it takes as long as the whole of a small check. */
export function readFullYaml(text: string, line: number, lines?: Lines): Reading {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return (require('./full-yaml') as typeof import('./full-yaml')).readFullYaml(text, line, lines);
}
