import { App, Chart } from 'cdk8s';
import {
  ApiAccess, BpfMode, CniBinary, ConfigFile, EnvValue, HostPath, KernelModules, MountPropagation, NetworkAgent, NetworkProgram, NodePlatform, Probe,
  SecurityContext,
} from 'cdk8s-node-daemons';

const app = new App();
const platform = NodePlatform.standard({ kubernetes: '1.35' });
const namespace = 'kube-system';

// What each of these programs is told besides is the matter of its own documentation.

// Like Calico: its own installer writes programs, kubeconfig and configuration, in this order; calico-node keeps the kubeconfig fresh and asks the API server
// by its own address.
const datastore = { DATASTORE_TYPE: EnvValue.text('kubernetes'), CALICO_CNI_SERVICE_ACCOUNT: EnvValue.SERVICE_ACCOUNT_NAME };
const calicoConfig = HostPath.readWrite(platform.cniConfigDirectory, { mountPath: '/host/etc/cni/net.d', volumeName: 'cni-conf' });
const crds = (resources: string[], ...verbs: string[]) => ApiAccess.rule({ apiGroups: ['crd.projectcalico.org'], resources, verbs });

new NetworkAgent(new Chart(app, 'calico', { namespace }), 'calico', {
  name: 'calico-node',
  serviceAccountName: 'calico-node',
  platform,
  initContainers: [{
    name: 'install-cni',
    image: 'quay.io/calico/cni:v3.31.0',
    command: ['/opt/cni/bin/install'],
    env: {
      ...datastore,
      KUBERNETES_NODE_NAME: EnvValue.NODE_NAME,
      KUBERNETES_SERVICE_HOST: EnvValue.text('10.0.0.1'),
      KUBERNETES_SERVICE_PORT: EnvValue.text('6443'),
      SLEEP: EnvValue.text('false'),
      CNI_CONF_NAME: EnvValue.text('10-calico.conflist'),
      // The installer fills in the names between underscores.
      CNI_NETWORK_CONFIG: EnvValue.text(JSON.stringify({
        name: 'k8s-pod-network',
        cniVersion: '0.3.1',
        plugins: [
          {
            type: 'calico',
            datastore_type: 'kubernetes',
            nodename: '__KUBERNETES_NODE_NAME__',
            mtu: 0,
            ipam: { type: 'calico-ipam' },
            policy: { type: 'k8s' },
            kubernetes: { kubeconfig: '__KUBECONFIG_FILEPATH__' },
          },
          { type: 'portmap', snat: true, capabilities: { portMappings: true } },
          { type: 'bandwidth', capabilities: { bandwidth: true } },
        ],
      })),
    },
    hostPaths: [calicoConfig, HostPath.readWrite(platform.cniBinaryDirectory, { mountPath: '/host/opt/cni/bin', volumeName: 'cni-bin' })],
    securityContext: SecurityContext.root({ readOnlyRootFilesystem: false }),
    resources: { requests: { cpu: '100m', memory: '64Mi' } },
  }],
  agent: NetworkProgram.custom({
    container: {
      name: 'calico-node',
      image: 'quay.io/calico/node:v3.31.0',
      env: { ...datastore, NODENAME: EnvValue.NODE_NAME, CALICO_MANAGE_CNI: EnvValue.text('true') },
      hostPaths: [calicoConfig],
      livenessProbe: Probe.exec(['/bin/calico-node', '-felix-live', '-bird-live'], { periodSeconds: 10, initialDelaySeconds: 10, failureThreshold: 6, timeoutSeconds: 10 }),
      readinessProbe: Probe.exec(['/bin/calico-node', '-felix-ready', '-bird-ready'], { periodSeconds: 10, timeoutSeconds: 10 }),
      securityContext: SecurityContext.root({ capabilities: ['NET_ADMIN', 'NET_RAW'], readOnlyRootFilesystem: false }),
      resources: { requests: { cpu: '250m', memory: '256Mi' } },
    },
    kernelModules: KernelModules.READ,
    runDirectories: ['/var/run/calico', '/var/lib/calico'],
    apiServer: { host: '10.0.0.1' },
    apiAccess: [
      ApiAccess.read('', 'nodes', 'namespaces', 'pods', 'serviceaccounts', 'services', 'endpoints'),
      ApiAccess.read('discovery.k8s.io', 'endpointslices'),
      ApiAccess.read('networking.k8s.io', 'networkpolicies'),
      ApiAccess.read('policy.networking.k8s.io', 'adminnetworkpolicies', 'baselineadminnetworkpolicies', 'clusternetworkpolicies'),
      ApiAccess.rule({ resources: ['nodes/status', 'pods/status'], verbs: ['patch', 'update'] }),
      ApiAccess.rule({ resources: ['serviceaccounts/token'], resourceNames: ['calico-node'], verbs: ['create'], namespaced: true }),
      ApiAccess.read(
        'crd.projectcalico.org', 'felixconfigurations', 'bgppeers', 'bgpfilters', 'bgpconfigurations', 'ippools', 'ipreservations', 'globalnetworkpolicies',
        'stagedglobalnetworkpolicies', 'networkpolicies', 'stagednetworkpolicies', 'stagedkubernetesnetworkpolicies', 'globalnetworksets', 'networksets',
        'clusterinformations', 'hostendpoints', 'tiers', 'ipamconfigs',
      ),
      crds(['ippools', 'felixconfigurations', 'clusterinformations', 'bgpconfigurations', 'bgppeers'], 'create', 'update'),
      crds(['blockaffinities', 'ipamblocks', 'ipamhandles'], 'get', 'list', 'watch', 'create', 'update', 'delete'),
      crds(['caliconodestatuses'], 'get', 'list', 'watch', 'update'),
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
  hostNamespaces: { pid: true },
  acknowledge: [
    { id: 'ND401', reason: 'it enters the network namespaces of pods, on behalf of the program that the runtime starts' },
    { id: 'ND402', reason: 'the programs of the other network, which it starts, write where they would on the node' },
  ],
  agent: NetworkProgram.custom({
    container: {
      name: 'multus-daemon',
      image: 'ghcr.io/k8snetworkplumbingwg/multus-cni:v4.2.3-thick',
      command: ['/usr/src/multus-cni/bin/multus-daemon'],
      securityContext: SecurityContext.privileged(),
      env: { MULTUS_NODE_NAME: EnvValue.NODE_NAME },
      hostPaths: [
        HostPath.readWrite(platform.cniConfigDirectory, { mountPath: '/host/etc/cni/net.d' }),
        // It starts the programs of the other network with the root of the node as its own.
        HostPath.readWrite('/', { mountPath: '/hostroot', propagation: MountPropagation.HOST_TO_CONTAINER, volumeName: 'hostroot' }),
        // The program that the runtime starts looks for its socket in /run/multus of the node.
        HostPath.readWrite('/run/multus', { mountPath: '/host/run/multus' }),
        HostPath.readWrite('/run/netns', { propagation: MountPropagation.HOST_TO_CONTAINER }),
        HostPath.readOnly(platform.kubeletRoot, { propagation: MountPropagation.HOST_TO_CONTAINER }),
        HostPath.readOnly(platform.cniBinaryDirectory),
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
    runDirectories: ['/run/k8s.cni.cncf.io', '/var/lib/cni/multus'],
    xtablesLock: false,
    apiAccess: [
      ApiAccess.rule({ apiGroups: ['k8s.cni.cncf.io'], resources: ['network-attachment-definitions'], verbs: ['get', 'list', 'watch'] }),
      ApiAccess.rule({ resources: ['pods', 'pods/status'], verbs: ['get', 'list', 'update', 'watch'] }),
      ApiAccess.rule({ apiGroups: ['', 'events.k8s.io'], resources: ['events'], verbs: ['create', 'patch', 'update'] }),
    ],
  }),
});

app.synth();
