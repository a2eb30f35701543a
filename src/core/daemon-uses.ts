import type { NodeDaemon } from './node-daemon';

/** How clients name daemons of which one is on their node; undefined where nothing is added that the user did not write. */
export function usesOfDaemons(daemons: readonly NodeDaemon[]): string[] | undefined {
  return daemons.every(daemon => daemon._isHardened()) ? daemons.map(({ namespace, name }) => namespace === undefined ? name : `${namespace}/${name}`) : undefined;
}
