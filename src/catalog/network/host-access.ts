import { NetworkNeeds } from './needs';
import { AgentContext } from '../../core/agent-config';
import { DaemonContainer } from '../../host/daemon-container';
import { EnvValue } from '../../host/env-value';
import { HostPath } from '../../host/host-path';
import { HostPathType } from '../../host/host-path-type';
import { invalid } from '../../host/invalid';
import { Lifecycle, LifecycleHook } from '../../host/lifecycle';
import { MountPropagation } from '../../host/mount-propagation';
import { BpfMode } from '../../host/network/bpf-mode';
import { KernelModules } from '../../host/network/kernel-modules';
import { SecurityContext } from '../../host/security-context';
import { assertLine, assertPort, assertServer } from '../assert-values';

const BPF = '/sys/fs/bpf';

/** Mounts of the node for the program's own container. */
export function networkPaths({ kernelModules, xtablesLock, bpf = BpfMode.NONE, runDirectories = [] }: NetworkNeeds): HostPath[] {
  return [
    ...runDirectories.map(path => HostPath.readWrite(path)),
    ...xtablesLock === true ? [HostPath.readWrite('/run/xtables.lock', { type: HostPathType.FILE_OR_CREATE, volumeName: 'xtables-lock' })] : [],
    ...kernelModules === KernelModules.READ || kernelModules === KernelModules.LOAD ? [HostPath.readOnly('/lib/modules', { volumeName: 'lib-modules' })] : [],
    ...bpf === BpfMode.NONE ? [] : [bpfPath(MountPropagation.HOST_TO_CONTAINER)],
  ];
}

/** Refuses a directory that the nodes cannot make or write. */
export function assertRunDirectories({ runDirectories = [] }: NetworkNeeds, { platform }: AgentContext): void {
  const wrong = runDirectories.find(path => platform.isReadOnly(path));
  if (wrong !== undefined) {
    throw invalid('runDirectories', `directories that the nodes of the platform '${platform.name}' can write`, wrong, "write one below '/run' or '/var/lib'");
  }
}

/** Who the program is: root with its capabilities. With `BARE`, no more than the capabilities that were written. */
export function networkRights(needs: NetworkNeeds, { hardened, platform }: AgentContext): SecurityContext | undefined {
  const { capabilities, kernelModules, writesToImage = false } = needs;
  if (kernelModules === KernelModules.LOAD && platform.name === 'talos') {
    throw invalid('kernelModules', 'KernelModules.READ on Talos, which starts no container with SYS_MODULE', 'LOAD',
      'let the machine configuration load them: machine.kernel.modules');
  }
  if (capabilities?.includes('SYS_MODULE') && platform.name === 'talos') {
    throw invalid('capabilities', 'without SYS_MODULE on Talos, which starts no container with it', capabilities,
      'let the machine configuration load modules: machine.kernel.modules');
  }
  const modules = kernelModules === KernelModules.LOAD ? ['SYS_MODULE'] : [];
  const add = [...capabilities ?? [], ...modules.filter(name => !capabilities?.includes(name))];
  if (hardened) {
    return SecurityContext.root({ capabilities: add.length === 0 ? undefined : add, readOnlyRootFilesystem: !writesToImage });
  }
  return add.length === 0 ? undefined : SecurityContext.of({ capabilities: { add } });
}

/** An API server for who cannot wait for the Service that leads there. */
export function apiServerVariables({ apiServer }: NetworkNeeds): { [name: string]: EnvValue } {
  if (apiServer === undefined) {
    return {};
  }
  const { host, port = 6443 } = apiServer;
  assertServer('host of apiServer', host);
  assertPort('port of apiServer', port);
  return { KUBERNETES_SERVICE_HOST: EnvValue.text(host), KUBERNETES_SERVICE_PORT: EnvValue.text(String(port)) };
}

/** What the program does before it stops. */
export function cleanupHook({ cleanup }: NetworkNeeds, { lifecycle }: DaemonContainer): Lifecycle | undefined {
  if (cleanup === undefined) {
    return undefined;
  }
  if (cleanup.length === 0) {
    throw invalid('cleanup', "a command, such as ['/agent', 'cleanup']", cleanup, 'leave it out where there is none');
  }
  cleanup.forEach(word => assertLine('cleanup', word));
  if (lifecycle !== undefined) {
    throw invalid('cleanup', 'left out where the container has a lifecycle', cleanup, 'write it as preStop there');
  }
  return { preStop: LifecycleHook.exec(...cleanup) };
}

/** The init container that mounts the file system of eBPF maps, for the node and so for all that sees its mounts. */
export function bpfMounter({ bpf }: NetworkNeeds, image: string | undefined, { hardened }: AgentContext): DaemonContainer[] {
  const amounts = { cpu: '50m', memory: '32Mi' };
  return bpf !== BpfMode.MOUNT ? [] : [{
    name: 'mount-bpf',
    image,
    command: ['sh', '-c', `grep -q ' ${BPF} bpf ' /proc/self/mounts || mount -t bpf bpffs ${BPF}`],
    hostPaths: [bpfPath(MountPropagation.BIDIRECTIONAL)],
    securityContext: SecurityContext.privileged(),
    ...hardened ? { resources: { requests: amounts, limits: amounts } } : {},
  }];
}

/** The kernel has the directory, and nobody can make it. */
function bpfPath(propagation: MountPropagation): HostPath {
  return HostPath.readWrite(BPF, { propagation, type: HostPathType.DIRECTORY, volumeName: 'bpf' });
}
