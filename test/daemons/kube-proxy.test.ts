import { Testing } from 'cdk8s';
import { parse } from 'yaml';
import { errorsOf, networkAgent } from './network-agents';
import {
  DaemonProfile, EnvFrom, EnvValue, HostPath, ImagePullPolicy, KubeProxyMode, KubeProxyOptions, NetworkAgent, NetworkAgentProps, NetworkProgram,
  NodePlatform, SecurityContext, VolumeSource,
} from '../../src';
import { chartOf } from '../core/testing';

const REQUIRED = { apiServer: { host: '10.0.0.1' }, version: '1.35.2' };
const kubeProxy = (options: Partial<KubeProxyOptions> = {}, props: Omit<NetworkAgentProps, 'agent'> = {}) => networkAgent(NetworkProgram.kubeProxy({ ...REQUIRED, ...options }), props);
const config = (options: Partial<KubeProxyOptions> = {}) => parse(kubeProxy(options).files['config.conf']);

test('defaults', () => {
  const chart = chartOf('kube-system');
  new NetworkAgent(chart, 'net', { agent: NetworkProgram.kubeProxy(REQUIRED) });
  expect(Testing.synth(chart)).toMatchSnapshot();
});

test('no check finds an error', () => {
  expect(errorsOf(NetworkProgram.kubeProxy({ ...REQUIRED, mode: KubeProxyMode.IPVS }))).toEqual([]);
});

describe('rights', () => {
  test('all of them are those of an init container, which sets the parameters of the kernel and ends', () => {
    const { main, init: { 'set-up-node': setUp } } = kubeProxy();
    expect(setUp).toMatchObject({ image: main.image, command: [...main.command, '--init-only'], securityContext: { privileged: true }, volumeMounts: main.volumeMounts });
    expect(main.securityContext).toMatchObject({ capabilities: { drop: ['ALL'], add: ['NET_ADMIN', 'NET_RAW'] }, allowPrivilegeEscalation: false });
  });

  test('are those of a program that is privileged by its own container', () => {
    const props = { acknowledge: [{ id: 'ND401', reason: 'as kubeadm has it' }] };
    const { main, init } = kubeProxy({ container: { securityContext: SecurityContext.privileged() } }, props);
    expect([main.securityContext, Object.keys(init)]).toEqual([{ privileged: true }, []]);
  });

  test('at the API server are those of system:node-proxier', () => {
    expect(kubeProxy().rules).toEqual([
      { apiGroups: [''], resources: ['services', 'endpoints'], verbs: ['list', 'watch'] },
      { apiGroups: [''], resources: ['nodes'], verbs: ['get', 'list', 'watch'] },
      { apiGroups: ['', 'events.k8s.io'], resources: ['events'], verbs: ['create', 'patch', 'update'] },
      { apiGroups: ['networking.k8s.io'], resources: ['servicecidrs'], verbs: ['list', 'watch'] },
      { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: ['list', 'watch'] },
    ]);
  });

  test('on the node are the lock, and a look at the modules of the kernel', () => {
    const { main, hostPathsOf, typeOf } = kubeProxy();
    expect(hostPathsOf(main)).toEqual(['/run/xtables.lock -> /run/xtables.lock rw', '/lib/modules -> /lib/modules']);
    expect(typeOf('/run/xtables.lock')).toBe('FileOrCreate');
  });
});

describe('the API server', () => {
  test('is asked at its own address, not at that of the Service that kube-proxy makes', () => {
    expect(parse(kubeProxy().files['kubeconfig.conf']).clusters[0].cluster.server).toBe('https://10.0.0.1:6443');
    expect(parse(kubeProxy({ apiServer: { host: '2001:db8::1', port: 443 } }).files['kubeconfig.conf']).clusters[0].cluster.server).toBe('https://[2001:db8::1]:443');
    expect(config().clientConnection).toEqual({ kubeconfig: '/var/lib/kube-proxy/kubeconfig.conf' });
  });

  test('is asked with the token of the account', () => {
    expect(parse(kubeProxy().files['kubeconfig.conf']).users[0].user).toEqual({ tokenFile: '/var/run/secrets/kubernetes.io/serviceaccount/token' });
    expect(kubeProxy().pod.automountServiceAccountToken).toBe(true);
  });
});

describe('the version', () => {
  test('is that of the cluster, and of both containers', () => {
    const { main, init } = kubeProxy({ version: 'v1.36.1' });
    expect([main.image, init['set-up-node'].image]).toEqual(Array(2).fill('registry.k8s.io/kube-proxy:v1.36.1'));
    expect(kubeProxy({ version: undefined, container: { image: 'mirror/kube-proxy:1' } }).main.image).toBe('mirror/kube-proxy:1');
  });

  test.each(['1.35.9', '1.32.0'])('%s fits an API server of 1.35', version => {
    expect(kubeProxy({ version }, { platform: NodePlatform.standard({ kubernetes: '1.35' }) }).main.image).toBe(`registry.k8s.io/kube-proxy:v${version}`);
  });
});

describe('the configuration', () => {
  test('says no more than what is written', () => {
    expect(Object.keys(config())).toEqual(['apiVersion', 'kind', 'clientConnection']);
  });

  test('says what is written', () => {
    expect(config({
      mode: KubeProxyMode.NFTABLES,
      clusterCidrs: ['10.244.0.0/16', '2001:db8:42::/56'],
      nodePortAddresses: ['10.0.0.0/8'],
      metricsAddress: '0.0.0.0:10249',
      settings: { clientConnection: { qps: 10 }, conntrack: { maxPerCore: 0 } },
    })).toMatchObject({
      mode: 'nftables',
      clusterCIDR: '10.244.0.0/16,2001:db8:42::/56',
      nodePortAddresses: ['10.0.0.0/8'],
      metricsBindAddress: '0.0.0.0:10249',
      clientConnection: { kubeconfig: '/var/lib/kube-proxy/kubeconfig.conf', qps: 10 },
      conntrack: { maxPerCore: 0 },
    });
  });

  test('and the probes have one port', () => {
    const { main, files } = kubeProxy({ healthPort: 11256 });
    expect(parse(files['config.conf']).healthzBindAddress).toBe('0.0.0.0:11256');
    expect([main.ports[0].containerPort, main.livenessProbe.httpGet.port, main.readinessProbe.httpGet.port]).toEqual([11256, 11256, 11256]);
    expect(config({ healthPort: 11256, clusterCidrs: ['2001:db8::/56'] }).healthzBindAddress).toBe('[::]:11256');
  });
});

test('variables of the container reach the init container too', () => {
  const { init } = kubeProxy({ container: { env: { GODEBUG: EnvValue.text('a=1') } } });
  expect(init['set-up-node'].env).toContainEqual({ name: 'GODEBUG', value: 'a=1' });
});

test('the init container has what the command of the container needs', () => {
  const { main, init: { 'set-up-node': setUp }, hostPathsOf } = kubeProxy({
    container: {
      command: ['/wrap/run', '/usr/local/bin/kube-proxy'],
      args: ['--config=/var/lib/kube-proxy/config.conf'],
      volumes: [{ mountPath: '/wrap', source: VolumeSource.emptyDir() }],
      hostPaths: [HostPath.readOnly('/etc/certs')],
      envFrom: [EnvFrom.configMap('proxy')],
      imagePullPolicy: ImagePullPolicy.ALWAYS,
      workingDir: '/wrap',
    },
  });
  expect(setUp).toMatchObject({ command: main.command, args: [...main.args, '--init-only'], envFrom: main.envFrom, imagePullPolicy: 'Always', workingDir: '/wrap' });
  const paths = ({ volumeMounts }: any) => volumeMounts.map(({ mountPath }: any) => mountPath);
  expect(paths(setUp)).toEqual(paths(main));
  expect(hostPathsOf(setUp)).toContain('/etc/certs -> /etc/certs');
});

test('with BARE it is the container as it is written, with its configuration', () => {
  const { spec, manifests } = kubeProxy({ container: { securityContext: SecurityContext.privileged() } }, { profile: DaemonProfile.BARE, acknowledge: [{ id: 'ND401', reason: 'so' }] });
  expect(spec.template.spec.containers).toEqual([{
    name: 'kube-proxy',
    image: 'registry.k8s.io/kube-proxy:v1.35.2',
    command: ['/usr/local/bin/kube-proxy', '--config=/var/lib/kube-proxy/config.conf', '--hostname-override=$(NODE_NAME)'],
    env: [{ name: 'NODE_NAME', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } }],
    securityContext: { privileged: true },
    volumeMounts: [{ name: 'config', mountPath: '/var/lib/kube-proxy', readOnly: true }],
  }]);
  expect(manifests.map(({ kind }) => kind)).toEqual(['DaemonSet', 'ConfigMap']);
});
