import type { Daemon } from './daemon';
import { withoutTwins } from './label-twins';
import { commonNode, ExampleNode } from '../kubernetes/common-node';

/** Says of each two groups of nodes which node could be in both, so that it would run both their daemons. */
export function sharedNodes(groups: ReadonlyMap<string, Daemon>): string[] {
  // What cannot be read has an error of its own.
  const readable = [...groups].filter(([, { isReadable }]) => isReadable);
  return readable.flatMap(([name, daemon], position) => readable.slice(0, position).flatMap(([before, other]) => {
    const node = commonNode(withoutTwins(other.outline.placement), withoutTwins(daemon.outline.placement));
    return node === undefined ? [] : [`a node can be in two groups, '${before}' and '${name}': ${nodeInWords(node)} would run both daemons: `
      + 'give the groups placements that no node fulfils at once, such as one label with another value in each'];
  }));
}

function nodeInWords({ name, labels }: ExampleNode): string {
  const pairs = Object.entries(labels).map(([key, value]) => value === '' ? `an empty ${key}` : `${key}=${value}`);
  const words = [...name === undefined ? [] : [`the name ${name}`], ...pairs];
  return words.length === 0 ? 'one without labels' : `one with ${words.join(', ')}`;
}
