import type { IConstruct } from 'constructs';
import { ManifestEdit } from './manifest-edits';
import type { NodeDaemon } from './node-daemon';
import { isNodeDaemon } from './node-daemon-symbol';
import { withUse } from '../analysis/uses';

/** How clients name daemons of which one is on their node; undefined where nothing is added that the user did not write. */
export function usesOfDaemons(daemons: readonly NodeDaemon[]): string[] | undefined {
  return daemons.every(daemon => daemon._isHardened()) ? daemons.map(({ namespace, name }) => namespace === undefined ? name : `${namespace}/${name}`) : undefined;
}

/** An edit by which a client says whom it uses, unless it is itself a daemon to which nothing is added. */
export function useEdit(client: IConstruct, uses: readonly string[] | undefined): ManifestEdit {
  return manifest => uses === undefined || client.node.findAll().some(isBare) ? manifest : withUse(manifest, uses);
}

function isBare(construct: IConstruct): boolean {
  return isNodeDaemon(construct) && !(construct as NodeDaemon)._isHardened();
}
