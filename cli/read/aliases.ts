import type { Alias, Node } from 'yaml';
import { isAlias, isCollection, isPair } from 'yaml';
import { Unreadable } from './problem';
import { DEEPEST } from './reading';

/** What each alias means: the anchor of its name that was written last before it. */
export function bindAliases(root: Node, lineOf: (node: Node) => number): Map<Alias, Node> {
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  const visit = (node: unknown, depth: number): void => {
    if (isPair(node)) {
      visit(node.key, depth);
      visit(node.value, depth);
    } else if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (target === undefined) { throw new Unreadable(lineOf(node), `there is no anchor "&${node.source}" before this alias`); }
      targets.set(node, target);
    } else if (node !== null && typeof node === 'object') {
      const { anchor } = node as { anchor?: string };
      if (anchor !== undefined) { anchors.set(anchor, node as Node); }
      if (!isCollection(node)) { return; }
      if (depth > DEEPEST) { throw new Unreadable(lineOf(node as Node), 'objects and lists lie too deep in each other'); }
      for (const item of node.items) { visit(item, depth + 1); }
    }
  };
  visit(root, 1);
  return targets;
}
