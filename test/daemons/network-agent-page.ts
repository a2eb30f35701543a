import { join } from 'path';
import { capabilitiesInWords, pathInWords, portInWords, resourcesInWords, rightsInWords } from './in-words';
import { CniBinary, CniConfig, NetworkAgent, NetworkProgram, NodePlatform } from '../../src';
import { chartOf } from '../core/testing';
import { table, withGeneratedParts } from '../generated-part';

export const PAGE = join(__dirname, '../../docs/network-agent.md');

const PLATFORMS = ['standard', 'eks', 'gke', 'aks', 'k3s', 'rke2', 'microk8s', 'k0s', 'openshift', 'talos', 'bottlerocket', 'flatcar'] as const;

/** K3s with another network. */
const WITHOUT_ITS_NETWORK = { cniConfigDirectory: '/etc/cni/net.d', cniBinaryDirectory: '/opt/cni/bin' };

/** Each ready program as it comes, with no more than what it must be given. */
const AGENTS: { readonly [name: string]: NetworkProgram } = {
  'flannel()': NetworkProgram.flannel(),
  'kubeProxy()': NetworkProgram.kubeProxy({ apiServer: { host: '10.0.0.1' }, version: '1.35.2' }),
  'nodeLocalDns()': NetworkProgram.nodeLocalDns({ clusterDns: '10.96.0.10' }),
  'custom() with programs and configuration': NetworkProgram.custom({
    container: { name: 'agent', image: 'example.com/agent:1' },
    cniBinaries: [CniBinary.fromImage('example.com/agent-cni:1', { paths: ['/agent'] })],
    cniConfig: CniConfig.conflist('10-agent.conflist', { name: 'pods', plugins: [{ type: 'agent' }] }),
  }),
};

/** docs/network-agent.md with what the code says of each platform and program. */
export function networkAgentPage(): string {
  return withGeneratedParts(PAGE, {
    platforms: table(['`NodePlatform`', 'Configurations', 'Programs', 'Quota outside of `kube-system`'], PLATFORMS.map(name => {
      const platform = name === 'k3s' ? NodePlatform.k3s(WITHOUT_ITS_NETWORK) : NodePlatform[name]();
      const { init } = made(AGENTS['custom() with programs and configuration'], platform);
      const [binaries, config] = [init['install-cni-binaries'], init['install-cni-config']];
      return [`\`${name}(${name === 'k3s' ? '…' : ''})\``, `\`${config}\``, `\`${binaries}\``, platform.criticalPodsQuota ? 'made' : 'not asked for'];
    })),
    programs: table(['Program', 'Containers', 'Ports', 'Paths of the node', 'Requests; limits'], Object.entries(AGENTS).map(([name, agent]) => {
      const { pod, all } = made(agent);
      return [
        `\`${name}\``,
        all.map(({ image, name: container }) => `${container} \`${image}\``).join('<br>'),
        all.flatMap(({ ports = [] }) => ports).map(portInWords).join('<br>') || 'none',
        pod.volumes.filter(({ hostPath }: any) => hostPath).map((volume: any) => pathInWords(volume, all)).join('<br>'),
        all.map(({ resources }) => resourcesInWords(resources)).join('<br>'),
      ];
    })),
    privileges: table(['Program', 'Container', 'Capabilities', 'Image', 'API server'], Object.entries(AGENTS).flatMap(([name, agent]) => {
      const { all, manifests } = made(agent);
      return all.map((container, position) => [
        position === 0 ? `\`${name}\`` : '',
        container.name,
        capabilitiesInWords(container.securityContext),
        container.securityContext.readOnlyRootFilesystem ? 'read-only' : 'writable',
        position === 0 ? rightsInWords(manifests).join('<br>') || 'nothing, no token' : '',
      ]);
    })),
  });
}

function made(agent: NetworkProgram, platform?: NodePlatform) {
  const chart = chartOf('kube-system');
  new NetworkAgent(chart, 'net', { name: 'net', agent, platform });
  const manifests: any[] = chart.toJson();
  const pod = manifests.find(({ kind }) => kind === 'DaemonSet').spec.template.spec;
  const pathOf = (name: string) => pod.volumes.find((volume: any) => volume.name === name).hostPath?.path;
  const inits: any[] = pod.initContainers ?? [];
  const init: { [name: string]: string } = Object.fromEntries(inits.map(({ name, volumeMounts }) => [name, pathOf(volumeMounts[0].name)]));
  return { manifests, pod, all: [...pod.containers, ...inits] as any[], init };
}
