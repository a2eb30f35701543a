import { ContainerPort } from '../../host/container-port';
import { Exposure } from '../../host/exposure';
import { invalid, listed } from '../../host/invalid';
import { ExternalTrafficPolicy, ServiceType, TrafficDistribution } from '../../host/service-kinds';
import { InternalTrafficPolicy, ServiceOptions } from '../../host/service-options';

/** The Service of an exposure; undefined for those at the node's own address. */
export function serviceOf(exposure: Exposure, ports: readonly ContainerPort[], kubernetesMinor: number | undefined): ServiceOptions | undefined {
  const { how, service } = exposure;
  if (service === undefined) {
    return undefined;
  }
  if (how === 'localService') {
    return { ...service, ports: [...ports], internalTrafficPolicy: InternalTrafficPolicy.LOCAL };
  }
  if (how === 'loadBalancer') {
    const local = { internalTrafficPolicy: InternalTrafficPolicy.LOCAL, externalTrafficPolicy: ExternalTrafficPolicy.LOCAL };
    return { ...local, ...service, type: ServiceType.LOAD_BALANCER, ports: [...ports] };
  }
  if (kubernetesMinor !== undefined && kubernetesMinor < 34) {
    throw invalid(`NodeLocalExposure.${how}()`, 'used with Kubernetes 1.34 or later, which knows trafficDistribution: PreferSameNode', `1.${kubernetesMinor}`,
      'give NodeLocalExposure.localService(), or name the version that the cluster has in NodePlatform');
  }
  const preferring = { ...service, ports: [...ports], trafficDistribution: TrafficDistribution.PREFER_SAME_NODE };
  return how === 'preferSameNode' ? preferring : { ...preferring, type: ServiceType.NODE_PORT, nodePorts: nodePortsOf(exposure, ports) };
}

/** The port of every node that leads to one of the container; undefined where Kubernetes chooses it. */
export function nodePortOf({ name, number }: ContainerPort, { nodePort, nodePorts }: Exposure): number | undefined {
  return nodePort ?? nodePorts?.[name ?? number] ?? nodePorts?.[number];
}

function nodePortsOf(exposure: Exposure, ports: readonly ContainerPort[]): ServiceOptions['nodePorts'] {
  const { nodePort, nodePorts } = exposure;
  const keys = ports.map(({ name, number }) => name ?? String(number));
  if (nodePort !== undefined && ports.length > 1) {
    throw invalid('nodePort', 'given for a daemon with one port', nodePort, `give nodePorts: { ${keys.map(key => `'${key}': …`).join(', ')} }`);
  }
  const unknown = Object.keys(nodePorts ?? {}).find(key => !ports.some(({ name, number }) => key === name || key === String(number)));
  if (unknown !== undefined) {
    throw invalid('nodePorts', `by the name or number of a port, ${listed(keys)}`, unknown);
  }
  assertDifferent(exposure, ports);
  return nodePort === undefined ? nodePorts : { [ports[0].number]: nodePort };
}

/** Each protocol has its own ports of the node. */
function assertDifferent(exposure: Exposure, ports: readonly ContainerPort[]): void {
  ports.forEach((port, position) => {
    const nodePort = nodePortOf(port, exposure);
    const other = ports.slice(0, position).find(one => nodePort !== undefined && one.protocol === port.protocol && nodePortOf(one, exposure) === nodePort);
    if (other !== undefined) {
      throw invalid('nodePorts', `different for ${port.protocol} ${other.number} and ${port.protocol} ${port.number}`, nodePort, 'give one of the two another number');
    }
  });
}
