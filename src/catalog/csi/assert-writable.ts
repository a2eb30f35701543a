import { CsiProgram } from './csi-plugin';
import { invalid } from '../../host/invalid';
import { NodePlatform } from '../../host/node-platform';

/** Refuses directories of volumes where the nodes cannot write. */
export function assertWritable({ container: { hostPaths = [] } }: CsiProgram, platform: NodePlatform): void {
  const lost = hostPaths.find(({ isReadOnly, path }) => !isReadOnly && platform.isReadOnly(path));
  if (lost !== undefined) {
    throw invalid('stateDirectory', `a directory that the nodes of the platform '${platform.name}' can write`, lost.path, "write one below '/var', or leave it out");
  }
}
