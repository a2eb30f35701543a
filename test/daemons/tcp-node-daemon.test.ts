import { App, Testing } from 'cdk8s';
import { cacheIn, tcp } from './tcp';
import {
  ContainerPort, DaemonProfile, HostPath, IpFamily, IpFamilyPolicy, LifecycleHook, NetworkPeer, NetworkPort, NodeLocalExposure,
  NodePlacement, NodePlatform, NodePriority,
  Probe, SecurityContext, ServiceTargetPort, TcpNodeDaemon, UpdateStrategy, VolumeSource,
} from '../../src';
import { Analysis } from '../../src/analysis';
import { chartOf, manifestsOf } from '../core/testing';

const HOST_PORT = { exposure: NodeLocalExposure.hostPort() };
const HOST_NETWORK = { exposure: NodeLocalExposure.hostNetwork() };
const SAME_NODE = { exposure: NodeLocalExposure.preferSameNode() };
const NODE_PORT = { exposure: NodeLocalExposure.nodePort({ nodePort: 30020 }) };
const BARE = { profile: DaemonProfile.BARE };

test('defaults', () => {
  const chart = chartOf();
  cacheIn(chart, { container: { image: 'valkey/valkey:8.1', args: ['--save', ''], resources: { limits: { memory: '1Gi' } } } });
  expect(Testing.synth(chart)).toMatchSnapshot();
});

test.each<[string, object, string[]]>([
  ['a host port is warned of, as it is open and closed while the pod is replaced', HOST_PORT, ['ND218', 'ND902']],
  ['the network of the node is not', HOST_NETWORK, []],
  ['a Service of the node is not, as the new pod starts first', {}, []],
  ['a Service with other copies is not', SAME_NODE, []],
  ['a Service with ports of the nodes is not', NODE_PORT, []],
])('%s', (_, props, ids) => {
  const chart = chartOf();
  cacheIn(chart, { ...props, container: { image: 'cache:1', resources: { requests: { cpu: '1', memory: '1Gi' }, limits: { memory: '1Gi' } } }, priority: NodePriority.SYSTEM_NODE_CRITICAL });
  expect(() => (chart.node.root as App).synthYaml()).not.toThrow();
  expect(Analysis.of(chart.toJson()).findings.map(({ id }) => id)).toEqual(ids);
});

describe('a host port', () => {
  test('is that of the container, or the one that its port says', () => {
    const ports = [ContainerPort.tcp(80), ContainerPort.tcp(443, { hostPort: 4444 }), ContainerPort.udp(443)];
    expect(tcp({ ...HOST_PORT, ports }).main.ports).toEqual([
      { containerPort: 80, hostPort: 80 }, { containerPort: 443, hostPort: 4444 }, { containerPort: 443, hostPort: 443, protocol: 'UDP' },
    ]);
  });

  test('answers at one address of the node where that is said', () => {
    expect(tcp({ exposure: NodeLocalExposure.hostPort({ hostIp: '169.254.20.10' }) }).main.ports).toEqual([{ containerPort: 6379, hostPort: 6379, hostIP: '169.254.20.10' }]);
  });

  test('needs no Service', () => {
    expect(tcp(HOST_PORT).service).toBeUndefined();
    expect(cacheIn(chartOf(), HOST_PORT).service).toBeUndefined();
  });
});

describe('a Service', () => {
  test('leads to the copy on the client\'s node alone', () => {
    expect(tcp().service.spec).toEqual({ internalTrafficPolicy: 'Local', selector: expect.anything(), ports: [{ port: 6379 }] });
  });

  test('or to that one first', () => {
    expect(tcp(SAME_NODE).service.spec).toEqual({ trafficDistribution: 'PreferSameNode', selector: expect.anything(), ports: [{ port: 6379 }] });
  });

  test('with a port of every node leads to that one first too', () => {
    expect(tcp(NODE_PORT).service.spec).toEqual({
      type: 'NodePort', trafficDistribution: 'PreferSameNode', selector: expect.anything(), ports: [{ port: 6379, nodePort: 30020 }],
    });
  });

  test('with a load balancer keeps a connection on the node where it arrives', () => {
    const { spec } = tcp({ exposure: NodeLocalExposure.loadBalancer() }).service;
    expect(spec).toMatchObject({ type: 'LoadBalancer', externalTrafficPolicy: 'Local', internalTrafficPolicy: 'Local', ports: [{ port: 6379 }] });
  });

  test('says what its ports speak, and finds those of the pods by their names', () => {
    const ports = [ContainerPort.tcp(4317, { name: 'grpc' }), ContainerPort.tcp(4318, { name: 'http' })];
    const { service } = tcp({ ports, exposure: NodeLocalExposure.localService({ appProtocols: { grpc: 'kubernetes.io/h2c', 4318: 'http' }, targetPort: ServiceTargetPort.NAME }) });
    expect(service.spec.ports).toEqual([
      { name: 'grpc', port: 4317, targetPort: 'grpc', appProtocol: 'kubernetes.io/h2c' }, { name: 'http', port: 4318, targetPort: 'http', appProtocol: 'http' },
    ]);
  });

  test('has ports of the nodes by the names and numbers of its ports', () => {
    const ports = [ContainerPort.tcp(4317, { name: 'grpc' }), ContainerPort.tcp(4318), ContainerPort.udp(8125, { name: 'statsd' })];
    expect(tcp({ ports, exposure: NodeLocalExposure.nodePort({ nodePorts: { grpc: 30017, 4318: 30018 } }) }).service.spec.ports).toEqual([
      { name: 'grpc', port: 4317, nodePort: 30017 }, { name: 'tcp-4318', port: 4318, nodePort: 30018 }, { name: 'statsd', port: 8125, protocol: 'UDP' },
    ]);
  });

  test('may have one port of the nodes for each protocol', () => {
    const ports = [ContainerPort.tcp(53, { name: 'dns-tcp' }), ContainerPort.udp(53, { name: 'dns' })];
    expect(tcp({ ports, exposure: NodeLocalExposure.nodePort({ nodePorts: { 'dns-tcp': 30053, 'dns': 30053 } }) }).service.spec.ports).toEqual([
      { name: 'dns-tcp', port: 53, nodePort: 30053 }, { name: 'dns', port: 53, protocol: 'UDP', nodePort: 30053 },
    ]);
  });

  test('has the exposed ports and no others', () => {
    const container = { image: 'valkey/valkey:8.1', ports: [ContainerPort.tcp(9121, { name: 'metrics' })] };
    const { service, main } = tcp({ container });
    expect(main.ports).toEqual([{ containerPort: 6379 }, { containerPort: 9121, name: 'metrics' }]);
    expect(service.spec.ports).toEqual([{ port: 6379 }]);
  });

  test('finds the pods of the daemon, whatever it is called itself', () => {
    const { service, spec } = tcp({
      exposure: NodeLocalExposure.localService({
        name: 'redis', labels: { team: 'shop' }, annotations: { owner: 'shop' }, ipFamilyPolicy: IpFamilyPolicy.PREFER_DUAL_STACK, ipFamilies: [IpFamily.IPV4, IpFamily.IPV6],
      }),
    });
    expect(service.metadata).toMatchObject({ name: 'redis', labels: { team: 'shop' }, annotations: { owner: 'shop' } });
    expect(service.spec).toMatchObject({ selector: spec.selector.matchLabels, ipFamilyPolicy: 'PreferDualStack', ipFamilies: ['IPv4', 'IPv6'] });
  });

  test('is there to be patched', () => {
    const chart = chartOf();
    expect(cacheIn(chart).service?.kind).toBe('Service');
  });

  test('cannot be of a Kubernetes that does not know the node\'s copy, unless none other will do', () => {
    expect(tcp({ ...SAME_NODE, platform: NodePlatform.standard({ kubernetes: '1.34' }) }).service.spec.trafficDistribution).toBe('PreferSameNode');
    expect(tcp({ platform: NodePlatform.standard({ kubernetes: '1.28' }) }).service.spec.internalTrafficPolicy).toBe('Local');
  });
});

test('the network of the node asks the DNS of the cluster, and its ports are those of the container', () => {
  const { pod, main, service } = tcp(HOST_NETWORK);
  expect(pod).toMatchObject({ hostNetwork: true, dnsPolicy: 'ClusterFirstWithHostNet' });
  expect(main.ports).toEqual([{ containerPort: 6379 }]);
  expect(service).toBeUndefined();
});

describe('an update', () => {
  test('behind a Service starts the new pod first, and stops the old one when nobody is led to it', () => {
    for (const exposure of [NodeLocalExposure.localService(), SAME_NODE.exposure, NODE_PORT.exposure]) {
      const { spec, main } = tcp({ exposure });
      expect(spec.updateStrategy).toEqual({ type: 'RollingUpdate', rollingUpdate: { maxSurge: '10%', maxUnavailable: 0 } });
      expect(spec.minReadySeconds).toBe(5);
      expect(main.lifecycle).toEqual({ preStop: { sleep: { seconds: 5 } } });
    }
  });

  test('with ports of the node stops the old pod first', () => {
    for (const props of [HOST_PORT, HOST_NETWORK]) {
      const { spec, main } = tcp(props);
      expect(spec.updateStrategy.rollingUpdate).toEqual({ maxUnavailable: '10%' });
      expect(spec.minReadySeconds).toBeUndefined();
      expect(main.lifecycle).toBeUndefined();
    }
  });

  test('stops the old pod first also where another port is one of the node', () => {
    const metrics = [ContainerPort.tcp(9121, { hostPort: 9121 })];
    const strategies = [
      tcp({ container: { image: 'cache:1', ports: metrics } }), tcp({ sidecars: [{ image: 'exporter:1', ports: metrics }] }), tcp({ hostNamespaces: { network: true } }),
    ].map(({ spec }) => spec.updateStrategy.rollingUpdate);
    expect(strategies).toEqual([{ maxUnavailable: '10%' }, { maxUnavailable: '10%' }, { maxUnavailable: '10%' }]);
  });

  test('is that which is written', () => {
    const { spec, main } = tcp({
      updateStrategy: UpdateStrategy.onDelete(), minReadySeconds: 30, container: { image: 'cache:1', lifecycle: { preStop: LifecycleHook.exec('drain') } },
    });
    expect(spec).toMatchObject({ updateStrategy: { type: 'OnDelete' }, minReadySeconds: 30 });
    expect(main.lifecycle).toEqual({ preStop: { exec: { command: ['drain'] } } });
  });

  test('stops the old pod first also where both would write to a path of the node, unless a strategy says otherwise', () => {
    const container = { image: 'cache:1', hostPaths: [HostPath.readWrite('/var/lib/cache')] };
    const volumes = [{ mountPath: '/data', source: VolumeSource.hostPath('/var/lib/cache') }];
    expect([tcp({ container }), tcp({ container: { image: 'cache:1', volumes } })].map(({ spec }) => spec.updateStrategy.rollingUpdate))
      .toEqual([{ maxUnavailable: '10%' }, { maxUnavailable: '10%' }]);
    expect(tcp({ container, updateStrategy: UpdateStrategy.rollingUpdate({ maxSurge: '1' }) }).spec.updateStrategy.rollingUpdate).toEqual({ maxSurge: 1, maxUnavailable: 0 });
  });

  test('waits in the sidecars too, unless they have a hook of their own', () => {
    const { pod } = tcp({ sidecars: [{ image: 'proxy:1' }, { image: 'tls:1', lifecycle: { preStop: LifecycleHook.exec('drain') } }] });
    expect(pod.containers.map(({ lifecycle }: any) => lifecycle.preStop)).toEqual([{ sleep: { seconds: 5 } }, { sleep: { seconds: 5 } }, { exec: { command: ['drain'] } }]);
  });

  test('keeps the other hook of the container', () => {
    const { main } = tcp({ container: { image: 'cache:1', lifecycle: { postStart: LifecycleHook.exec('warm-up') } } });
    expect(main.lifecycle).toEqual({ postStart: { exec: { command: ['warm-up'] } }, preStop: { sleep: { seconds: 5 } } });
  });

  test.each<[string, object]>([
    ['Kubernetes has no wait', { platform: NodePlatform.standard({ kubernetes: '1.29' }) }],
    ['the pod has no time for one', { terminationGracePeriodSeconds: 14 }],
  ])('does not wait where %s', (_, props) => {
    expect(tcp(props).main.lifecycle).toBeUndefined();
  });
});

describe('readiness', () => {
  test('is a connection to the first TCP port', () => {
    const ports = [ContainerPort.udp(8125), ContainerPort.tcp(8126), ContainerPort.tcp(8127)];
    expect(tcp({ ports }).main.readinessProbe).toEqual({ tcpSocket: { port: 8126 } });
  });

  test('is the probe of the container where it has one', () => {
    const readinessProbe = Probe.exec(['valkey-cli', 'ping']);
    expect(tcp({ container: { image: 'cache:1', readinessProbe } }).main.readinessProbe).toEqual({ exec: { command: ['valkey-cli', 'ping'] } });
  });

  test('is nothing that a UDP port could tell', () => {
    expect(tcp({ ports: [ContainerPort.udp(8125)] }).main.readinessProbe).toBeUndefined();
  });
});

describe('allowed clients', () => {
  const SHOP = NetworkPeer.namespaces({ matchLabels: { team: 'shop' } });

  test('may connect to the exposed ports, and nobody else to any', () => {
    const ports = [ContainerPort.tcp(8126), ContainerPort.udp(8125)];
    const container = { image: 'agent:1', ports: [ContainerPort.tcp(9121)] };
    expect(tcp({ ...HOST_PORT, ports, container, allowedClients: [SHOP] }).policy.spec).toMatchObject({
      policyTypes: ['Ingress'], ingress: [{ from: [{ namespaceSelector: { matchLabels: { team: 'shop' } } }], ports: [{ port: 8126 }, { port: 8125, protocol: 'UDP' }] }],
    });
  });

  test('do not keep others from what a policy opens', () => {
    const networkPolicy = { ingress: [{ ports: [NetworkPort.tcp(9121)] }] };
    expect(tcp({ allowedClients: [SHOP], networkPolicy }).policy.spec.ingress).toEqual([
      { from: [{ namespaceSelector: { matchLabels: { team: 'shop' } } }], ports: [{ port: 6379 }] }, { ports: [{ port: 9121 }] },
    ]);
  });

  test('are anybody where they are not given', () => {
    expect(tcp().policy).toBeUndefined();
  });
});

describe('under BARE there is nothing but what was written', () => {
  test('for a host port', () => {
    const { manifests, pod, spec } = tcp({ ...BARE, ...HOST_PORT });
    expect(manifests.map(({ kind }) => kind)).toEqual(['DaemonSet']);
    expect(pod).toEqual({ containers: [{ name: 'valkey', image: 'valkey/valkey:8.1', ports: [{ containerPort: 6379, hostPort: 6379 }] }] });
    expect(Object.keys(spec)).toEqual(['selector', 'template']);
  });

  test('for a Service', () => {
    const { manifests, pod, service } = tcp(BARE);
    expect(manifests.map(({ kind }) => kind)).toEqual(['DaemonSet', 'Service']);
    expect(pod).toEqual({ containers: [{ name: 'valkey', image: 'valkey/valkey:8.1', ports: [{ containerPort: 6379 }] }] });
    expect(service.spec).toEqual({ internalTrafficPolicy: 'Local', selector: expect.anything(), ports: [{ port: 6379 }] });
  });

  test('for the network of the node', () => {
    expect(tcp({ ...BARE, ...HOST_NETWORK }).pod).toEqual({ hostNetwork: true, containers: [{ name: 'valkey', image: 'valkey/valkey:8.1', ports: [{ containerPort: 6379 }] }] });
  });
});

test('the logd of the tutorial comes out as it was written', () => {
  const chart = chartOf('default');
  new TcpNodeDaemon(chart, 'logd', {
    name: 'logd',
    profile: DaemonProfile.BARE,
    podMetadata: { labels: { name: 'logd' } },
    selector: { matchLabels: { name: 'logd' } },
    container: { name: 'logd', image: 'alpine:3.22', command: ['/bin/sh'], args: ['-c', 'nc -lk -p 6666 -e cat'] },
    port: 6666,
    exposure: NodeLocalExposure.hostPort(),
  });
  expect(manifestsOf(chart, 'DaemonSet')[0].spec).toEqual({
    selector: { matchLabels: { name: 'logd' } },
    template: {
      metadata: { labels: { name: 'logd' } },
      spec: { containers: [{ name: 'logd', image: 'alpine:3.22', command: ['/bin/sh'], args: ['-c', 'nc -lk -p 6666 -e cat'], ports: [{ containerPort: 6666, hostPort: 6666 }] }] },
    },
  });
});

test('a port of the control plane is free on other nodes', () => {
  const container = { image: 'etcdish:1', securityContext: SecurityContext.restricted() };
  expect(tcp({ ...HOST_PORT, container, port: 2379, placement: NodePlacement.workers() }).main.ports).toEqual([{ containerPort: 2379, hostPort: 2379 }]);
});
