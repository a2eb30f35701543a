import { configScript, programsScript } from './install-script';
import { NetworkNeeds } from './needs';
import { AgentContext } from '../../core/agent-config';
import { mergeContainer } from '../../core/merge-container';
import { ConfigFile } from '../../host/config-file';
import { DaemonContainer } from '../../host/daemon-container';
import { HostPath } from '../../host/host-path';
import { invalid } from '../../host/invalid';
import { CniBinary } from '../../host/network/cni-binary';
import { CniConfig } from '../../host/network/cni-config';
import { SecurityContext } from '../../host/security-context';

/** Where the init containers see the directories of the node; images have programs in the usual places themselves. */
const PROGRAMS = '/host/cni-bin';
const CONFIGURATIONS = '/host/cni-conf';
/** Where the configuration of the ConfigMap is mounted. */
const SOURCE = '/cni-conf';
const INSTALL_CONFIG = 'install-cni-config';

/** What puts programs and configuration on the nodes. */
export interface Installation {
  readonly programs: readonly DaemonContainer[];
  /** It runs after every other init container: a runtime makes networks from the moment the configuration is there. */
  readonly configuration: readonly DaemonContainer[];
  readonly configFiles: readonly ConfigFile[];
}

/** The init containers that install programs and configuration. */
export function installation({ cniConfig, cniBinaries = [] }: NetworkNeeds, image: string | undefined, context: AgentContext): Installation {
  assertWritable(context, cniConfig, cniBinaries);
  assertRead(context, cniConfig);
  const { platform: { cniBinaryDirectory, cniConfigDirectory } } = context;
  const programs = cniBinaries.map((binary, position) => installer({
    name: position === 0 ? 'install-cni-binaries' : `install-cni-binaries-${position + 1}`,
    image: binary.image,
    command: ['sh', '-c', programsScript(PROGRAMS, binary._programs)],
    hostPaths: [HostPath.readWrite(cniBinaryDirectory, { mountPath: PROGRAMS, volumeName: 'cni-bin' })],
  }, binary._container, context));
  if (cniConfig === undefined) {
    return { programs, configuration: [], configFiles: [] };
  }
  const configuration = installer({
    name: INSTALL_CONFIG,
    image: cniBinaries[0]?.image ?? image,
    command: ['sh', '-c', configScript(CONFIGURATIONS, `${SOURCE}/${cniConfig.fileName}`, cniConfig)],
    hostPaths: [HostPath.readWrite(cniConfigDirectory, { mountPath: CONFIGURATIONS, volumeName: 'cni-conf' })],
  }, cniConfig._container, context);
  return {
    programs,
    configuration: [configuration],
    configFiles: [ConfigFile.text(`${SOURCE}/${cniConfig.fileName}`, cniConfig.content, { containers: [configuration.name!] })],
  };
}

/** Its limits are its requests, so that it takes no class of service from the pod. */
function installer(program: DaemonContainer, written: DaemonContainer, { hardened }: AgentContext): DaemonContainer {
  const amounts = { cpu: '100m', memory: '64Mi' };
  return mergeContainer({
    ...program,
    ...hardened ? { securityContext: SecurityContext.root({ readOnlyRootFilesystem: true }), resources: { requests: amounts, limits: amounts } } : {},
  }, written);
}

function assertWritable({ platform }: AgentContext, cniConfig: CniConfig | undefined, cniBinaries: readonly CniBinary[]): void {
  const used = { cniBinaryDirectory: cniBinaries.length > 0, cniConfigDirectory: cniConfig !== undefined };
  for (const fact of ['cniBinaryDirectory', 'cniConfigDirectory'] as const) {
    if (used[fact] && platform.isReadOnly(platform[fact])) {
      throw invalid(`${fact} of the platform '${platform.name}'`, 'a directory that its nodes can write', platform[fact],
        `leave it out, or give NodePlatform.${platform.name === 'custom' ? 'of' : platform.name}({ ${fact}: '…' }) the one that the runtime is set up with`);
    }
  }
}

/** K3s reads these directories only where its own flannel writes them; without it, containerd has its usual ones. */
const OF_ITS_OWN_NETWORK: { readonly [platform: string]: string } = { k3s: '/var/lib/rancher/k3s/agent/etc/cni/net.d' };

function assertRead({ platform }: AgentContext, cniConfig: CniConfig | undefined): void {
  const { name, cniConfigDirectory } = platform;
  if (cniConfig !== undefined && OF_ITS_OWN_NETWORK[name] === cniConfigDirectory) {
    throw invalid(`cniConfigDirectory of the platform '${name}'`, 'another than that of its own network', cniConfigDirectory,
      'start k3s with --flannel-backend=none, and give '
      + "NodePlatform.k3s({ cniConfigDirectory: '/etc/cni/net.d', cniBinaryDirectory: '/opt/cni/bin' })");
  }
}
