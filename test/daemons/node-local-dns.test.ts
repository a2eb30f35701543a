import { Testing } from 'cdk8s';
import { errorsOf, networkAgent } from './network-agents';
import { DaemonProfile, KubeProxyMode, Monitor, NetworkAgent, NetworkAgentProps, NetworkProgram, NodeLocalDnsOptions } from '../../src';
import { chartOf } from '../core/testing';

const REQUIRED = { clusterDns: '10.96.0.10' };
const dns = (options: Partial<NodeLocalDnsOptions> = {}, props: Omit<NetworkAgentProps, 'agent'> = {}, namespace?: string) =>
  networkAgent(NetworkProgram.nodeLocalDns({ ...REQUIRED, ...options }), props, namespace);
const corefile = (options: Partial<NodeLocalDnsOptions> = {}) => dns(options).files.Corefile;
const IPVS = { kubeProxyMode: KubeProxyMode.IPVS, clusterDns: undefined };

test('defaults', () => {
  const chart = chartOf('kube-system');
  new NetworkAgent(chart, 'net', { agent: NetworkProgram.nodeLocalDns(REQUIRED) });
  expect(Testing.synth(chart)).toMatchSnapshot();
});

test('no check finds an error', () => {
  expect(errorsOf(NetworkProgram.nodeLocalDns(REQUIRED), { monitor: Monitor.serviceMonitor() })).toEqual([]);
});

describe('the Corefile', () => {
  const zones = (text: string) => [...text.matchAll(/^(\S+):53 \{$/gm)].map(([, zone]) => zone);

  test('has the zones of the cluster, and all others', () => {
    expect(zones(corefile())).toEqual(['cluster.local', 'in-addr.arpa', 'ip6.arpa', '.']);
    expect(zones(corefile({ clusterDomain: 'k8s.example.com', stubDomains: { 'corp.example.com': ['10.0.0.53'] } })))
      .toEqual(['k8s.example.com', 'in-addr.arpa', 'ip6.arpa', 'corp.example.com', '.']);
  });

  test('answers on both addresses; with IP virtual servers on that of the cache alone', () => {
    expect(corefile().match(/^ +bind .*$/gm)).toEqual(Array(4).fill('    bind 169.254.20.10 10.96.0.10'));
    expect(corefile(IPVS).match(/^ +bind .*$/gm)).toEqual(Array(4).fill('    bind 169.254.20.10'));
  });

  test('leaves to the program what it alone knows', () => {
    expect(new Set(corefile().match(/__PILLAR__\w+__/g))).toEqual(new Set(['__PILLAR__CLUSTER__DNS__', '__PILLAR__UPSTREAM__SERVERS__']));
    expect(corefile({ upstreamServers: ['10.0.0.53', '[2001:db8::53]:5353'] })).toContain('    forward . 10.0.0.53 [2001:db8::53]:5353\n');
  });

  test('says once whether the cache is well, on the address that the probes ask', () => {
    expect(corefile().match(/^ +health .*$/gm)).toEqual(['    health 169.254.20.10:8080']);
    const { main, files } = dns({ localIp: 'fd00::10', clusterDns: 'fd00:96::a', healthPort: 18080 });
    expect(files.Corefile.match(/^ +health .*$/gm)).toEqual(['    health [fd00::10]:18080']);
    expect([main.livenessProbe.httpGet, main.readinessProbe.httpGet]).toEqual(Array(2).fill({ host: 'fd00::10', path: '/health', port: 18080 }));
    expect(main.args.slice(-4)).toEqual(['-health-port', '18080', '-pidfile', '/tmp/node-cache.pid']);
  });

  test('is read again by the program, so that no pod is replaced for it', () => {
    const { spec, pod } = dns();
    expect(spec.template.metadata.annotations).toBeUndefined();
    expect(pod.volumes).toContainEqual({ name: 'config', configMap: { name: expect.any(String), items: [{ key: 'Corefile', path: 'Corefile.base' }] } });
  });
});

describe('the program', () => {
  test('is told the addresses that it makes', () => {
    expect(dns().main.args.slice(0, 2)).toEqual(['-localip', '169.254.20.10,10.96.0.10']);
    expect(dns(IPVS).main.args.slice(0, 2)).toEqual(['-localip', '169.254.20.10']);
  });

  test('has the capabilities for an address, rules and a port below 1024', () => {
    expect(dns().main.securityContext.capabilities).toEqual({ drop: ['ALL'], add: ['NET_ADMIN', 'NET_RAW', 'NET_BIND_SERVICE'] });
  });

  test('asks the node for names, not itself', () => {
    expect(dns().pod.dnsPolicy).toBe('Default');
  });

  test('is replaced on a tenth of the nodes, each of which must have DNS again before the next', () => {
    expect(dns().spec.updateStrategy.rollingUpdate).toEqual({ maxUnavailable: '10%' });
    expect(dns().main.readinessProbe).toBeDefined();
  });

  test('asks the API server nothing', () => {
    expect(dns().pod.automountServiceAccountToken).toBe(false);
  });
});

describe('Services', () => {
  const services = (agent: ReturnType<typeof dns>) => agent.manifests.filter(({ kind }) => kind === 'Service');

  test("one leads past the address that the cache has taken to the cluster's DNS, by the name that the program knows", () => {
    const [upstream] = services(dns()).filter(({ metadata }) => metadata.name === 'kube-dns-upstream');
    expect(upstream.spec).toEqual({
      selector: { 'k8s-app': 'kube-dns' },
      ports: [{ name: 'dns', port: 53, protocol: 'UDP', targetPort: 53 }, { name: 'dns-tcp', port: 53, protocol: 'TCP', targetPort: 53 }],
    });
    expect(dns().main.args).toContain('kube-dns-upstream');
    expect(services(dns({ dnsPods: { app: 'coredns' } }, {}, 'dns'))[1].spec.selector).toEqual({ app: 'coredns' });
  });

  test('one stands for the metrics of all nodes', () => {
    expect(services(dns({ metricsPort: 19253 }))[0].spec).toMatchObject({ clusterIP: 'None', ports: [{ name: 'metrics', port: 19253 }] });
    expect(dns({ metricsPort: 19253 }).files.Corefile).toContain('prometheus :19253');
  });
});

test('with BARE it is the container as it is written, with its configuration', () => {
  const { spec, manifests } = dns({ container: { image: 'node-cache:1' } }, { profile: DaemonProfile.BARE });
  const { containers: [main], hostNetwork, dnsPolicy } = spec.template.spec;
  expect(main).toMatchObject({ image: 'node-cache:1', volumeMounts: [{ mountPath: '/etc/kube-dns' }, { mountPath: '/etc/coredns' }] });
  expect([main.securityContext, main.resources, main.readinessProbe, hostNetwork, dnsPolicy]).toEqual(Array(5).fill(undefined));
  expect(manifests.map(({ kind }) => kind)).toEqual(['DaemonSet', 'ConfigMap']);
});
