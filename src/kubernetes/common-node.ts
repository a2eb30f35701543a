import { alternatives, boxOf, NAME, spaceOf } from './node-space';
import type { Placement } from './placement';

/** A node as an example: it needs no more than this. */
export interface ExampleNode {
  /** Its name, where one is asked for. */
  readonly name?: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** A node without taints that runs two daemons, by their placements alone; nothing where no node whatsoever runs both. */
export function commonNode(a: Placement, b: Placement): ExampleNode | undefined {
  for (const one of alternatives(a)) {
    for (const other of alternatives(b)) {
      const both = [...one, ...other];
      const box = boxOf(both, spaceOf(both));
      if (box !== undefined) {
        const needed = [...box].filter(([, points]) => !points.includes(undefined)).map(([key, [point]]) => [key, point!] as const);
        const labels = Object.fromEntries(needed.filter(([key]) => key !== NAME));
        return { name: needed.find(([key]) => key === NAME)?.[1], labels };
      }
    }
  }
  return undefined;
}
