import { assertRollout } from './assert-rollout';
import { assertSidecars } from './assert-sidecars';
import { assertWritable } from './assert-writable';
import { CsiPlugin, csiPlugin, CsiProgram } from './csi-plugin';
import { AT, driverProbes, livenessProbe, registrar, socketDirectory } from './csi-sidecars';
import { AgentConfig, AgentContext } from '../../core/agent-config';
import { mergeContainer } from '../../core/merge-container';
import { Acknowledgement } from '../../host/acknowledgement';
import { checkedType } from '../../host/checked-type';
import { DaemonContainer } from '../../host/daemon-container';
import { EnvValue } from '../../host/env-value';
import { HostPath } from '../../host/host-path';
import { HostPathType } from '../../host/host-path-type';
import { invalid } from '../../host/invalid';
import { LifecycleHook } from '../../host/lifecycle';
import { MountPropagation } from '../../host/mount-propagation';
import { SecurityContext } from '../../host/security-context';
import { VolumeSource } from '../../host/volume-source';

/** A driver with the containers that every CSI node plugin has. */
export function csiNodePlugin(program: CsiProgram, context: AgentContext): AgentConfig {
  assertRollout(program, context.options);
  const plugin = csiPlugin(program, context);
  assertSidecars(program, plugin);
  assertWritable(program, context.platform);
  const { preStop } = program.options;
  const written = preStop === undefined ? program.written
    : { ...program.written, lifecycle: { ...program.written.lifecycle, preStop: LifecycleHook.exec(...preStop) } };
  const container = mergeContainer(driver(program, plugin, context), written);
  const sidecars = [
    ...plugin.registrar ? [registrar(plugin, plugin.registrar)] : [],
    ...plugin.livenessProbe ? [livenessProbe(plugin, plugin.livenessProbe)] : [],
  ];
  [container, ...sidecars].forEach(assertMayShareMounts);
  return {
    component: 'csi-node-plugin',
    container,
    sidecars,
    apiAccess: program.apiAccess,
    configFiles: program.configFiles,
    defaults: plugin.hardened ? {
      hostNamespaces: plugin.hostNetwork ? { network: true } : undefined,
      acknowledge: accepted(program, plugin, container),
    } : {},
  };
}

/** The container of the driver, before what the user wrote of it. */
function driver(program: CsiProgram, plugin: CsiPlugin, context: AgentContext): DaemonContainer {
  const { hardened, platform, seLinux } = plugin;
  const { options } = program;
  const access = options.access ?? (hardened ? program.access : undefined);
  const hasSocket = hardened || options.pluginDirectory !== undefined || plugin.registrar !== undefined || plugin.livenessProbe !== undefined;
  return {
    ...program.container,
    env: { ...environment(program, hardened), ...program.container.env },
    hostPaths: [
      ...hasSocket ? [socketDirectory(plugin, false)] : [],
      ...access?._hostPaths(platform) ?? [],
      ...seLinux ? [
        HostPath.readOnly('/sys/fs/selinux', { type: checkedType(platform, '/sys/fs/selinux', HostPathType.DIRECTORY) }),
        HostPath.readOnly('/etc/selinux/config', { type: checkedType(platform, '/etc/selinux/config', HostPathType.FILE) }),
      ] : [],
      ...program.container.hostPaths ?? [],
    ],
    ...driverProbes(plugin),
    ...hardened ? {
      // A privileged program that is not root has no capability.
      securityContext: SecurityContext.of({ privileged: true, runAsUser: 0, ...program.writesImage ? {} : { readOnlyRootFilesystem: true } }),
      volumes: [...program.writesImage ? [] : [{ mountPath: '/tmp', source: VolumeSource.emptyDir() }], ...program.container.volumes ?? []],
      resources: context.resources ?? program.container.resources ?? { requests: { cpu: '10m', memory: '64Mi' } },
    } : {},
  };
}

/** What a driver may refer to; with `BARE` only what it refers to. */
function environment({ container, written }: CsiProgram, hardened: boolean): { [name: string]: EnvValue } {
  const known = { CSI_ENDPOINT: EnvValue.text(`unix://${AT}/csi.sock`), NODE_ID: EnvValue.NODE_NAME };
  const words = [...written.command ?? [], ...written.args ?? container.args ?? []];
  return Object.fromEntries(Object.entries(known).filter(([name]) => hardened || words.some(word => String(word).includes(`$(${name})`))));
}

/** Refuses what the API server refuses, and says why it must be so. */
function assertMayShareMounts({ name, image, hostPaths = [], securityContext }: DaemonContainer): void {
  const shared = hostPaths.find(hostPath => hostPath._mount().mountPropagation === MountPropagation.BIDIRECTIONAL);
  const written = securityContext?._toWire();
  if (shared !== undefined && written?.privileged !== true) {
    throw invalid(`securityContext of container '${name ?? image}'`, `privileged with '${shared.path}', whose mounts it shares with the node`, written,
      'leave securityContext out with HARDENED, or write SecurityContext.privileged()');
  }
}

/** What a driver cannot be without. */
function accepted({ options, access }: CsiProgram, { platform }: CsiPlugin, { securityContext, resources }: DaemonContainer): Acknowledgement[] {
  const isPrivileged = securityContext?._toWire().privileged === true;
  const isOfKubelet = (options.access ?? access)._isOfKubelet;
  return [
    ...isPrivileged ? [{ id: 'ND401', reason: 'a CSI driver mounts volumes for pods, and Kubernetes lets only privileged containers share mounts with the node' }] : [],
    ...isOfKubelet ? [{ id: 'ND402', reason: `the driver mounts volumes anywhere below ${platform.kubeletRoot}` }] : [],
    ...resources?.limits?.memory === undefined
      ? [{ id: 'ND506', reason: 'checking a file system takes as much memory as it takes; a driver that is killed meanwhile leaves the volume unmounted' }] : [],
  ];
}
