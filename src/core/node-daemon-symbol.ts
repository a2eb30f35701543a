import type { IConstruct } from 'constructs';

/** Marks a NodeDaemon, also one of another copy of this library. */
export const NODE_DAEMON = Symbol.for('cdk8s-node-daemons.NodeDaemon');

/** Whether a construct is a NodeDaemon. */
export function isNodeDaemon(construct: unknown): construct is IConstruct {
  return typeof construct === 'object' && construct !== null && NODE_DAEMON in construct;
}
