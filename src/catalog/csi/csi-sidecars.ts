import { CsiPlugin } from './csi-plugin';
import { CsiSidecarOptions } from './options';
import { mergeContainer } from '../../core/merge-container';
import { checkedType } from '../../host/checked-type';
import { ContainerPort } from '../../host/container-port';
import { withoutUndefined } from '../../host/copy';
import { DaemonContainer } from '../../host/daemon-container';
import { HostPath } from '../../host/host-path';
import { HostPathType } from '../../host/host-path-type';
import { HttpProbeOptions, Probe } from '../../host/probe';
import { SecurityContext } from '../../host/security-context';
import { SeccompProfile } from '../../host/security-profile';
import { IMAGES } from '../images';

/** Where all containers see the directory of the driver's socket. */
export const AT = '/csi';

const LOOPBACK = '127.0.0.1';

/** Seconds that the driver may take to answer the container that asks it; the kubelet waits a little longer for that one. */
const PROBE_TIMEOUT = 3;

/**
 * node-driver-registrar (flags of 2.17): it asks the driver for its name, and tells the kubelet in its registry where the socket is.
 * @see https://github.com/kubernetes-csi/node-driver-registrar
 */
export function registrar(plugin: CsiPlugin, options: CsiSidecarOptions): DaemonContainer {
  const { hardened, paths, platform } = plugin;
  const asked = probe(plugin, plugin.registrarPort, { initialDelaySeconds: 30, periodSeconds: 30, timeoutSeconds: 15 });
  return mergeContainer({
    ...sidecar(plugin, plugin.registrarPort, 'registrar'),
    name: 'node-driver-registrar',
    image: IMAGES.csiNodeDriverRegistrar,
    args: [
      `--csi-address=${AT}/csi.sock`,
      `--kubelet-registration-path=${paths.socket}`,
      ...endpoint(plugin, plugin.registrarPort),
      ...options.extraArgs ?? [],
    ],
    hostPaths: [
      socketDirectory(plugin, hardened),
      HostPath.readWrite(paths.registry, { mountPath: '/registration', volumeName: 'registration-dir', type: checkedType(platform, paths.registry, HostPathType.DIRECTORY) }),
    ],
    livenessProbe: asked,
  }, options.container ?? {});
}

/**
 * livenessprobe (flags of 2.19): it asks the driver whenever the kubelet asks it. The probe itself is the driver's, so that the driver is
 * what the kubelet restarts.
 * @see https://github.com/kubernetes-csi/livenessprobe
 */
export function livenessProbe(plugin: CsiPlugin, options: CsiSidecarOptions): DaemonContainer {
  return mergeContainer({
    ...sidecar(plugin, plugin.livenessPort, 'healthz'),
    name: 'liveness-probe',
    image: IMAGES.csiLivenessProbe,
    args: [
      `--csi-address=${AT}/csi.sock`,
      ...plugin.hardened ? [`--probe-timeout=${PROBE_TIMEOUT}s`] : [],
      ...endpoint(plugin, plugin.livenessPort),
      ...options.extraArgs ?? [],
    ],
    hostPaths: [socketDirectory(plugin, plugin.hardened)],
  }, options.container ?? {});
}

/** How the kubelet asks the driver, through the container beside it. */
export function driverProbes(plugin: CsiPlugin): Pick<DaemonContainer, 'livenessProbe' | 'readinessProbe'> {
  const timeoutSeconds = PROBE_TIMEOUT + 2;
  return {
    livenessProbe: probe(plugin, plugin.livenessPort, { initialDelaySeconds: 10, periodSeconds: 10, timeoutSeconds, failureThreshold: 5 }),
    // A rollout must not go on over drivers that do not answer.
    readinessProbe: plugin.hardened ? probe(plugin, plugin.livenessPort, { periodSeconds: 10, timeoutSeconds }) : undefined,
  };
}

/** The directory of the socket, where all containers see it. */
export function socketDirectory({ paths: { plugin } }: CsiPlugin, isReadOnly: boolean): HostPath {
  const details = { mountPath: AT, volumeName: 'plugin-dir', type: HostPathType.DIRECTORY_OR_CREATE };
  // Who may only read the directory may still connect to a socket in it.
  return isReadOnly ? HostPath.readOnly(plugin, details) : HostPath.readWrite(plugin, details);
}

/** The sockets belong to root, and nothing else is asked of root. */
function sidecar({ hardened, seLinux, hostNetwork }: CsiPlugin, port: number | undefined, name: string): DaemonContainer {
  return withoutUndefined<DaemonContainer>({
    securityContext: hardened || seLinux ? SecurityContext.of({
      ...hardened ? {
        runAsUser: 0, readOnlyRootFilesystem: true, allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, seccompProfile: SeccompProfile.RUNTIME_DEFAULT,
      } : {},
      ...seLinux ? { seLinuxOptions: { type: 'spc_t' } } : {},
    }) : undefined,
    ports: hardened && port !== undefined ? [ContainerPort.tcp(port, { name, ...hostNetwork ? { hostPort: port, hostIp: LOOPBACK } : {} })] : undefined,
    resources: hardened ? { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '64Mi' } } : undefined,
  });
}

/** Under the network of the node nobody else needs to ask. */
function endpoint({ hostNetwork }: CsiPlugin, port: number | undefined): string[] {
  return port === undefined ? [] : [`--http-endpoint=${hostNetwork ? LOOPBACK : ''}:${port}`];
}

function probe({ hardened, hostNetwork }: CsiPlugin, port: number | undefined, timing: Omit<HttpProbeOptions, 'port'>): Probe | undefined {
  return port === undefined ? undefined : Probe.httpGet('/healthz', { port, host: hostNetwork ? LOOPBACK : undefined, ...hardened ? timing : {} });
}
