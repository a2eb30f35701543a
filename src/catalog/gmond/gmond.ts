import { GmondReceiveChannel, tcpAcceptPort } from './channel';
import { configuration, GmondPlan } from './configuration';
import { GmondOptions } from './options';
import { USUAL_GROUPS } from './usual-groups';
import { AgentConfig, AgentContext } from '../../core/agent-config';
import { mergeContainer } from '../../core/merge-container';
import { ConfigFile } from '../../host/config-file';
import { ContainerPort } from '../../host/container-port';
import { DaemonContainer } from '../../host/daemon-container';
import { EnvValue } from '../../host/env-value';
import { HostPath } from '../../host/host-path';
import { invalid } from '../../host/invalid';
import { IpFamily } from '../../host/ip-family';
import { MountPropagation } from '../../host/mount-propagation';
import { Probe } from '../../host/probe';
import { SecurityContext } from '../../host/security-context';

type Channels = Omit<GmondPlan, 'answersOnNode'>;

const CONFIGURATION = '/etc/ganglia/gmond.conf';
const OF_NETWORK = ['bytes_in', 'bytes_out', 'pkts_in', 'pkts_out', 'mtu'];
const OF_DISKS = ['disk_total', 'disk_free', 'part_max_used'];

/**
 * Ganglia's gmond (options of 3.7.2). It has no option for the directory of the node: /proc/stat and its like are the node's in every container, the
 * rest asks for the node's network or root directory.
 * @see https://github.com/ganglia/monitor-core
 */
export function gmond(options: GmondOptions, context: AgentContext): AgentConfig {
  const { container } = options;
  const { hardened } = context;
  const channels = channelsOf(options, context);
  // What is usual asks for nothing with BARE.
  const asked = new Set(hardened || options.groups !== undefined ? channels.groups.flatMap(({ metrics }) => metrics.map(({ name }) => name)) : []);
  const hostNetwork = hostNetworkOf(options, channels, OF_NETWORK.filter(name => asked.has(name)), context);
  const isOfNode = context.options.hostNamespaces?.network ?? hostNetwork;
  const plan: GmondPlan = { ...channels, answersOnNode: hardened && isOfNode && channels.hostIsNode && channels.family === IpFamily.IPV4 };
  assertNotMonitored(context);
  const [answer] = plan.tcpAccept.map(tcpAcceptPort);
  const probe = answer === undefined ? undefined : Probe.tcpSocket({ port: answer, periodSeconds: 30, timeoutSeconds: 5 });
  const program: DaemonContainer = {
    name: container.name ?? 'gmond',
    command: ['gmond'],
    args: ['-f', '-c', CONFIGURATION],
    env: plan.hostIsNode ? { NODE_NAME: EnvValue.NODE_NAME, ...plan.family === IpFamily.IPV4 ? { HOST_IP: EnvValue.HOST_IP } : {} } : {},
    ports: portsOf(plan),
    hostPaths: OF_DISKS.some(name => asked.has(name)) ? [HostPath.readOnly('/', { mountPath: '/host', propagation: MountPropagation.HOST_TO_CONTAINER })] : [],
    ...hardened ? {
      securityContext: SecurityContext.restricted({ runAsUser: 65534, runAsGroup: 65534, readOnlyRootFilesystem: true }),
      livenessProbe: probe,
      readinessProbe: probe,
      resources: context.resources ?? { requests: { cpu: '10m', memory: '16Mi' }, limits: { memory: '32Mi' } },
    } : {},
  };
  return {
    component: 'node-exporter',
    container: mergeContainer(program, container),
    configFiles: [ConfigFile.text(CONFIGURATION, configuration(options, plan))],
    defaults: hostNetwork ? { hostNamespaces: { network: true } } : {},
  };
}

function channelsOf(options: GmondOptions, { hardened, platform }: AgentContext): Channels {
  const { send, deaf, mute, hostIsNode = hardened } = options;
  const groups = send.flatMap(({ _group }) => _group === undefined ? [] : [GmondReceiveChannel.multicast(_group)]);
  return {
    receive: options.receive ?? (deaf ? [] : groups),
    tcpAccept: options.tcpAccept ?? (deaf || !hardened ? [] : [{}]),
    groups: mute ? [] : options.groups ?? USUAL_GROUPS,
    hostIsNode,
    family: platform.ipFamily,
  };
}

function hostNetworkOf({ send }: GmondOptions, { receive }: Channels, ofNetwork: readonly string[], { options }: AgentContext): boolean {
  const isMulticast = send.some(({ _group }) => _group !== undefined) || receive.some(({ _isMulticast }) => _isMulticast);
  const written = options.hostNamespaces?.network;
  if (written === false && isMulticast) {
    throw invalid('hostNamespaces.network', 'true with multicast', false, 'few pod networks carry it: leave it out, or use GmondSendChannel.unicast');
  }
  if (written === false && ofNetwork.length > 0) {
    throw invalid('hostNamespaces.network', 'true with metrics of the network of the node', false,
      `they would be those of the pod: leave it out, or give groups without ${ofNetwork.join(', ')}`);
  }
  return isMulticast || ofNetwork.length > 0;
}

/** What gmond answers is XML of its own. */
function assertNotMonitored({ options }: AgentContext): void {
  if (options.monitor !== undefined) {
    throw invalid('monitor of gmond', 'left out, as Prometheus does not read its XML', 'given');
  }
}

function portsOf({ receive, tcpAccept }: GmondPlan): ContainerPort[] {
  const numbers = (ports: readonly number[]) => [...new Set(ports)];
  const name = (kind: string, position: number) => position === 0 ? kind : `${kind}-${position + 1}`;
  return [
    ...numbers(tcpAccept.map(tcpAcceptPort)).map((port, position) => ContainerPort.tcp(port, { name: name('ganglia-xml', position) })),
    ...numbers(receive.map(({ _port }) => _port)).map((port, position) => ContainerPort.udp(port, { name: name('ganglia', position) })),
  ];
}
