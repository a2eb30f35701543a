import { App, Chart } from 'cdk8s';
import {
  ApiAccess, BpfMode, CniBinary, CniConfig, ConfigFile, EnvValue, HostPath, KernelModules, MountPropagation, NetworkAgent, NetworkProgram, NodePlatform, Probe,
  SecurityContext,
} from 'cdk8s-node-daemons';

const app = new App();
const platform = NodePlatform.standard({ kubernetes: '1.35' });
const namespace = 'kube-system';

// What each of these programs is told besides is the matter of its own documentation.

// Like Calico: programs of its own, a kubeconfig for them that the daemon keeps fresh, and an API server that is asked by its own address.
new NetworkAgent(new Chart(app, 'calico', { namespace }), 'calico', {
  name: 'calico-node',
  platform,
  agent: NetworkProgram.custom({
    container: {
      name: 'calico-node',
      image: 'quay.io/calico/node:v3.31.0',
      env: { DATASTORE_TYPE: EnvValue.text('kubernetes'), NODENAME: EnvValue.NODE_NAME, CALICO_MANAGE_CNI: EnvValue.text('true') },
      hostPaths: [HostPath.readWrite(platform.cniConfigDirectory, { mountPath: '/host/etc/cni/net.d' })],
      livenessProbe: Probe.exec(['/bin/calico-node', '-felix-live', '-bird-live'], { periodSeconds: 10, initialDelaySeconds: 10, failureThreshold: 6, timeoutSeconds: 10 }),
      readinessProbe: Probe.exec(['/bin/calico-node', '-felix-ready', '-bird-ready'], { periodSeconds: 10, timeoutSeconds: 10 }),
      resources: { requests: { cpu: '250m', memory: '256Mi' } },
    },
    cniBinaries: [CniBinary.fromImage('quay.io/calico/cni:v3.31.0', { paths: ['/opt/cni/bin/calico', '/opt/cni/bin/calico-ipam'] })],
    cniConfig: CniConfig.conflist('10-calico.conflist', {
      name: 'k8s-pod-network',
      cniVersion: '0.3.1',
      plugins: [
        { type: 'calico', datastore_type: 'kubernetes', mtu: 0, ipam: { type: 'calico-ipam' }, policy: { type: 'k8s' }, kubernetes: { kubeconfig: '/etc/cni/net.d/calico-kubeconfig' } },
        { type: 'portmap', snat: true, capabilities: { portMappings: true } },
        { type: 'bandwidth', capabilities: { bandwidth: true } },
      ],
    }, { replaces: ['10-calico.conf'] }),
    kernelModules: KernelModules.READ,
    runDirectories: ['/var/run/calico', '/var/lib/calico'],
    apiServer: { host: '10.0.0.1' },
    apiAccess: [
      ApiAccess.read('', 'nodes', 'namespaces', 'pods', 'serviceaccounts'),
      ApiAccess.rule({ resources: ['nodes/status', 'pods/status'], verbs: ['patch'] }),
      ApiAccess.rule({ resources: ['serviceaccounts/token'], resourceNames: ['calico-cni-plugin'], verbs: ['create'], namespaced: true }),
    ],
  }),
});

// Like Cilium: eBPF maps that outlive the pod, the capabilities that this takes, and a configuration that the program writes itself.
new NetworkAgent(new Chart(app, 'cilium', { namespace }), 'cilium', {
  name: 'cilium',
  platform,
  agent: NetworkProgram.custom({
    container: {
      name: 'cilium-agent',
      image: 'quay.io/cilium/cilium:v1.19.0',
      command: ['cilium-agent', '--config-dir=/tmp/cilium/config-map'],
      hostPaths: [HostPath.readWrite(platform.cniConfigDirectory, { mountPath: '/host/etc/cni/net.d' })],
      startupProbe: Probe.httpGet('/healthz', { host: '127.0.0.1', port: 9879, periodSeconds: 2, failureThreshold: 300 }),
      livenessProbe: Probe.httpGet('/healthz', { host: '127.0.0.1', port: 9879, periodSeconds: 30, failureThreshold: 10, timeoutSeconds: 5 }),
      readinessProbe: Probe.httpGet('/healthz', { host: '127.0.0.1', port: 9879, periodSeconds: 30, timeoutSeconds: 5 }),
      resources: { requests: { cpu: '100m', memory: '512Mi' } },
    },
    configFiles: [ConfigFile.text('/tmp/cilium/config-map/kube-proxy-replacement', 'true')],
    cniBinaries: [CniBinary.fromImage('quay.io/cilium/cilium:v1.19.0', { paths: ['/opt/cni/bin/cilium-cni'] })],
    capabilities: ['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'IPC_LOCK', 'KILL', 'NET_ADMIN', 'NET_RAW', 'SETGID', 'SETUID', 'SYS_ADMIN', 'SYS_RESOURCE'],
    bpf: BpfMode.MOUNT,
    kernelModules: KernelModules.READ,
    runDirectories: ['/var/run/cilium'],
    apiServer: { host: '10.0.0.1' },
    apiAccess: [ApiAccess.read('', 'nodes', 'namespaces', 'pods', 'services', 'endpoints'), ApiAccess.read('discovery.k8s.io', 'endpointslices')],
  }),
});

// Like Multus: it stands before the network that is there. Its reference configuration is written by the program, from that of the other network.
new NetworkAgent(new Chart(app, 'multus', { namespace }), 'multus', {
  name: 'multus',
  platform,
  acknowledge: [{ id: 'ND401', reason: 'it enters the network namespaces of pods, on behalf of the program that the runtime starts' }],
  agent: NetworkProgram.custom({
    container: {
      name: 'multus-daemon',
      image: 'ghcr.io/k8snetworkplumbingwg/multus-cni:v4.2.3-thick',
      command: ['/usr/src/multus-cni/bin/multus-daemon'],
      securityContext: SecurityContext.privileged(),
      hostPaths: [
        HostPath.readWrite(platform.cniConfigDirectory, { mountPath: '/host/etc/cni/net.d' }),
        HostPath.readOnly(platform.cniBinaryDirectory, { propagation: MountPropagation.HOST_TO_CONTAINER }),
        HostPath.readWrite('/run/netns', { propagation: MountPropagation.HOST_TO_CONTAINER }),
      ],
      resources: { requests: { cpu: '100m', memory: '100Mi' } },
    },
    configFiles: [ConfigFile.text('/etc/cni/net.d/multus.d/daemon-config.json', `${JSON.stringify({
      chrootDir: '/hostroot',
      cniVersion: '0.3.1',
      logLevel: 'verbose',
      logToStderr: true,
      cniConfigDir: '/host/etc/cni/net.d',
      multusAutoconfigDir: '/host/etc/cni/net.d',
      multusConfigFile: 'auto',
      socketDir: '/host/run/multus/',
    }, null, 2)}\n`)],
    cniBinaries: [CniBinary.fromImage('ghcr.io/k8snetworkplumbingwg/multus-cni:v4.2.3-thick', { paths: ['/usr/src/multus-cni/bin/multus-shim'] })],
    runDirectories: ['/run/multus', '/var/lib/cni/multus'],
    xtablesLock: false,
    apiAccess: [
      ApiAccess.rule({ apiGroups: ['k8s.cni.cncf.io'], resources: ['network-attachment-definitions'], verbs: ['get', 'list', 'watch'] }),
      ApiAccess.rule({ resources: ['pods', 'pods/status'], verbs: ['get', 'list', 'update', 'watch'] }),
    ],
  }),
});

app.synth();
