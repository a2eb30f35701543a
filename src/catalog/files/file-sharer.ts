import { prepareDirectory } from './prepare-directory';
import { sharingOf } from './sharing';
import { writerOf } from './writer';
import { AgentConfig, AgentContext } from '../../core/agent-config';
import { assertContainerGiven } from '../../core/assert-options';
import { checkedType } from '../../host/checked-type';
import { DaemonContainer } from '../../host/daemon-container';
import { HostPathType } from '../../host/host-path-type';
import { invalid } from '../../host/invalid';
import { NodePlatform } from '../../host/node-platform';
import { normalPath } from '../../host/paths';
import { SeLinuxSharing } from '../../host/se-linux-sharing';
import { SecurityContext } from '../../host/security-context';
import { assertOwn, SharedDirectory } from '../../host/shared-directory';
import { UNCONFINED } from '../unconfined';

/** A program that shares a directory of the node with pods. */
export function fileSharer(container: DaemonContainer, directory: SharedDirectory, context: AgentContext): AgentConfig {
  assertContainerGiven(container);
  assertDirectory(directory, context);
  const { hardened, platform } = context;
  const likely = directory.isOwned ? HostPathType.DIRECTORY_OR_CREATE : HostPathType.DIRECTORY;
  const hostPath = directory._hostPath(hardened ? checkedType(platform, directory.path, likely) : undefined);
  const sharing = sharingOf(directory, container, context);
  return {
    component: 'file-system-daemon',
    container: {
      ...directory._fields.mounts === true ? privileged(container) : writerOf(container, directory, context),
      hostPaths: [hostPath, ...container.hostPaths ?? []],
    },
    initContainers: prepareDirectory(directory, sharing, context),
    defaults: sharing === SeLinuxSharing.NONE ? undefined : { podSecurityContext: { seLinuxOptions: UNCONFINED } },
  };
}

function assertDirectory(directory: SharedDirectory, { platform }: AgentContext): void {
  if (typeof directory?._hostPath !== 'function') {
    throw invalid('directory', "a value such as SharedDirectory.owned('/var/lib/my-daemon')", directory);
  }
  if (directory.isOwned) {
    assertOwn(directory.path, directoriesOf(platform));
  }
  if (directory._fields.readOnly !== true && platform.isReadOnly(normalPath(directory.path))) {
    throw invalid('directory', `one that the nodes of the platform '${platform.name}' can write`, directory.path,
      "write one below '/var/lib', or below '/run' where it need not outlive the node's restart");
  }
}

/** Directories of the node that a platform's programs have in places of their own. */
function directoriesOf(platform: NodePlatform): string[] {
  const { kubeletRoot, runtimeSocket, staticPodDirectory } = platform;
  return [
    ...['pods', 'plugins', 'plugins_registry', 'device-plugins'].map(name => `${kubeletRoot}/${name}`),
    platform.cniConfigDirectory, platform.cniBinaryDirectory,
    runtimeSocket.slice(0, runtimeSocket.lastIndexOf('/')) || '/',
    ...staticPodDirectory === undefined ? [] : [staticPodDirectory],
    ...platform.journalDirectories, ...platform.logRoots,
  ];
}

/** Kubernetes lets only privileged containers share mounts with the node. */
function privileged(container: DaemonContainer): DaemonContainer {
  const { securityContext = SecurityContext.privileged() } = container;
  if (securityContext._toWire().privileged !== true) {
    throw invalid('securityContext', 'privileged where the daemon makes mounts below the directory', securityContext._toWire(),
      'leave it out, or write SecurityContext.privileged()');
  }
  return { ...container, securityContext };
}
