import { join } from 'path';
import { nodePlugin, OWN } from './csi';
import { CsiDriver, NodePlatform } from '../../src';
import { table, withGeneratedParts } from '../generated-part';

export const PAGE = join(__dirname, '../../docs/csi-node-plugin.md');

const PLATFORMS: readonly NodePlatform[] = [
  NodePlatform.standard(), NodePlatform.eks(), NodePlatform.gke(), NodePlatform.aks(), NodePlatform.k3s(), NodePlatform.rke2(), NodePlatform.microk8s(),
  NodePlatform.k0s(), NodePlatform.openshift(), NodePlatform.talos(), NodePlatform.bottlerocket(), NodePlatform.flatcar(),
];

/** Each driver as it comes, with no more than what it must be given. */
const DRIVERS: { readonly [name: string]: () => CsiDriver } = {
  'hostPath()': () => CsiDriver.hostPath(),
  'nfs()': () => CsiDriver.nfs(),
  'custom()': () => CsiDriver.custom({ ...OWN, container: { ...OWN.container, image: 'registry.example.com/yours:1' } }),
};

/** docs/csi-node-plugin.md with what the code says. */
export function csiNodePluginPage(): string {
  return withGeneratedParts(PAGE, {
    paths: table(['Platform', 'Socket of the driver, as the kubelet is told', 'Registry', 'Pods', 'Staging'], PLATFORMS.map(platform => {
      const { hostPaths, containers } = nodePlugin(CsiDriver.hostPath({ pluginDirectory: 'NAME' }), { platform });
      const told = containers['node-driver-registrar'].args[1].replace('--kubelet-registration-path=', '');
      return [`\`${platform.name}\``, ...[told, hostPaths['registration-dir'], hostPaths['pods-dir'], hostPaths['plugins-dir']].map(path => `\`${path.split(' ')[0]}\``)];
    })),
    drivers: table(['Driver', 'Image', 'Ports', 'Paths of the node', 'Requests; limits'], Object.entries(DRIVERS).map(([name, driver]) => {
      const { pod, hostPaths } = nodePlugin(driver());
      return [
        `\`${name}\``,
        pod.containers.map(({ image }: any) => `\`${image}\``).join('<br>'),
        pod.containers.flatMap(({ ports = [] }: any) => ports).map(portInWords).join('<br>'),
        Object.entries(hostPaths).map(([volume, path]) => `\`${path.split(' ')[0]}\`${isWritten(volume, pod) ? ' writable' : ''}`).join('<br>'),
        pod.containers.map(({ resources: { requests, limits = {} } }: any) => [requests, limits].map(amounts => Object.values(amounts).join(', ') || 'none').join('; ')).join('<br>'),
      ];
    })),
    privileges: table(['Container', 'User', 'Rights', 'Image', 'Mounts shared with the node'], Object.entries(DRIVERS).flatMap(([name, driver]) => {
      const { pod } = nodePlugin(driver());
      return pod.containers.map(({ name: container, securityContext, volumeMounts }: any) => [
        `${container} of \`${name}\``,
        securityContext.runAsUser === 0 ? 'root' : String(securityContext.runAsUser),
        securityContext.privileged ? 'privileged' : `no capability, seccomp ${securityContext.seccompProfile.type}`,
        securityContext.readOnlyRootFilesystem ? 'read-only' : 'writable',
        volumeMounts.filter(({ mountPropagation }: any) => mountPropagation).map(({ mountPath }: any) => `\`${mountPath}\``).join('<br>') || 'none',
      ]);
    })),
    objects: table(['Driver', 'CSIDriver'], Object.entries(DRIVERS).map(([name, driver]) => [
      `\`${name}\``, Object.entries(nodePlugin(driver()).csiDriver.spec).map(([field, value]) => `\`${field}: ${JSON.stringify(value)}\``).join('<br>'),
    ])),
  });
}

function portInWords({ name, containerPort, hostIP }: any): string {
  return [`TCP ${containerPort}`, name, ...hostIP ? [`on ${hostIP} alone`] : []].join(' ');
}

function isWritten(volume: string, { containers }: any): boolean {
  return containers.flatMap(({ volumeMounts = [] }: any) => volumeMounts).some(({ name, readOnly }: any) => name === volume && readOnly !== true);
}
