import type { IConstruct } from 'constructs';

/** The top of the tree that a construct stands in. */
export function appOf(construct: IConstruct): IConstruct {
  let top = construct;
  while (top.node.scope !== undefined) {
    top = top.node.scope;
  }
  return top;
}

/** The construct that the user defined: a ready daemon calls the one underneath `Default`. */
export function constructOf(daemon: IConstruct): IConstruct {
  return daemon.node.id === 'Default' && daemon.node.scope !== undefined ? daemon.node.scope : daemon;
}

/** Runs what defines a construct; where it throws, nothing half-made stays in the tree. */
export function defining<T>(construct: IConstruct, run: () => T): T {
  try {
    return inConstruct(construct, run);
  } catch (error) {
    construct.node.scope?.node.tryRemoveChild(construct.node.id);
    throw error;
  }
}

/** Runs something for a construct; what it throws says which construct it was, that one or one below it. */
export function inConstruct<T>(construct: IConstruct, run: () => T): T {
  try {
    return run();
  } catch (error) {
    const where = constructOf(construct).node.path || 'the app';
    if (error instanceof Error && ![': ', '/'].some(next => error.message.startsWith(where + next))) {
      error.message = `${where}: ${error.message}`;
    }
    throw error;
  }
}
