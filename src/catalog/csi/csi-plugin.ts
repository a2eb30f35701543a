import { assertRegistrable, CsiPaths, csiPaths } from './csi-paths';
import { CsiDriverOptions, CsiSidecarOptions } from './options';
import { AgentContext } from '../../core/agent-config';
import { ApiAccess } from '../../host/api-access';
import { ConfigFile } from '../../host/config-file';
import { CsiHostAccess } from '../../host/csi-host-access';
import { DaemonContainer } from '../../host/daemon-container';
import { isCsiDriverName, isDnsSubdomain } from '../../host/formats';
import { invalid } from '../../host/invalid';
import { NodePlatform } from '../../host/node-platform';
import { assertPort } from '../assert-values';

/** A driver: what runs, and what it needs where nothing else is written. */
export interface CsiProgram {
  readonly name: string;
  readonly options: CsiDriverOptions;
  readonly container: DaemonContainer;
  /** What the user wrote of the container. */
  readonly written: DaemonContainer;
  /** Its directory below `plugins` of the kubelet. */
  readonly directory: string;
  readonly access: CsiHostAccess;
  /** Ports that are its own on a node whose network it shares, as it must. */
  readonly nodePorts?: { readonly registrar: number; readonly livenessProbe: number };
  /** Whether it writes where its image is. */
  readonly writesImage?: boolean;
  readonly apiAccess?: readonly ApiAccess[];
  readonly configFiles?: readonly ConfigFile[];
}

/** Those that most drivers have in the network of their pod. */
const POD_PORTS = { registrar: 9809, livenessProbe: 9808 };

/** What the containers of a node plugin have in common. */
export interface CsiPlugin {
  readonly hardened: boolean;
  readonly platform: NodePlatform;
  readonly hostNetwork: boolean;
  readonly seLinux: boolean;
  readonly paths: CsiPaths;
  /** Undefined where there is no such container. */
  readonly registrar?: CsiSidecarOptions;
  readonly livenessProbe?: CsiSidecarOptions;
  readonly registrarPort?: number;
  readonly livenessPort?: number;
}

/** Refuses at once what no cluster makes right. */
export function assertDriver({ name, options: { access, registrar, livenessProbe, preStop }, written }: CsiProgram): void {
  if (!isCsiDriverName(name) || !isDnsSubdomain(name)) {
    throw invalid('name of a CSI driver', "at most 63 of a-z, 0-9, '-' and '.', with a letter or digit at both ends", name, "write one such as 'nfs.csi.k8s.io'");
  }
  if (access !== undefined && typeof access?._hostPaths !== 'function') {
    throw invalid('access', 'a value such as CsiHostAccess.pods()', access);
  }
  assertPort('port of the registrar', registrar?.port);
  assertPort('port of the liveness probe', livenessProbe?.port);
  if (preStop !== undefined && written.lifecycle?.preStop !== undefined) {
    throw invalid('preStop', 'given once', preStop, 'take it out, or the one in lifecycle of the container');
  }
}

/** What follows from the program, the platform and what was written. */
export function csiPlugin({ name, options, directory, nodePorts }: CsiProgram, { hardened, platform, options: daemon }: AgentContext): CsiPlugin {
  const hostNetwork = daemon.hostNamespaces?.network ?? (hardened && nodePorts !== undefined);
  const enabled = (given: CsiSidecarOptions | undefined) => given?.enabled ?? (hardened || given !== undefined) ? given ?? {} : undefined;
  const [registrar, livenessProbe] = [enabled(options.registrar), enabled(options.livenessProbe)];
  const usual = !hardened ? undefined : hostNetwork ? nodePorts : POD_PORTS;
  const registrarPort = registrar && (registrar.port ?? usual?.registrar);
  const livenessPort = livenessProbe && (livenessProbe.port ?? usual?.livenessProbe);
  const isWithoutPort = (registrar && registrarPort === undefined) || (livenessProbe && livenessPort === undefined);
  if (hardened && isWithoutPort) {
    throw invalid('ports of a CSI plugin', 'given for registrar and livenessProbe under the network of the node, where all drivers share the ports',
      { registrar: registrarPort, livenessProbe: livenessPort }, 'write registrar: { port: 19809 } and livenessProbe: { port: 19808 }, or two that no other driver has');
  }
  if (registrarPort !== undefined && registrarPort === livenessPort) {
    throw invalid('ports of registrar and livenessProbe', 'two, as the containers of a pod share its network', registrarPort, 'give one of them another port');
  }
  const paths = csiPaths(platform, options.pluginDirectory ?? directory);
  if (registrar !== undefined) {
    assertRegistrable(paths, name);
  }
  // Its nodes enforce SELinux.
  const seLinux = options.seLinux ?? (hardened && platform.name === 'openshift');
  return { hardened, platform, hostNetwork, seLinux, paths, registrar, livenessProbe, registrarPort, livenessPort };
}
