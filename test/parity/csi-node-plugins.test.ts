import { daemonSetDifferences, ofKind, upstream } from './upstream';
import {
  ApiAccess, ContainerPort, CsiDriver, CsiDriverObject, CsiHostAccess, CsiNodePlugin, CsiNodePluginProps, DaemonContainer, DaemonProfile, DnsPolicy,
  EnvValue, HostPath, HostPathType, ImagePullPolicy, MountPropagation, NodeExpression, NodePlacement, NodePriority, NodeTerm, Probe, ProbeOptions,
  SeccompProfile, SecurityContext, TerminationMessagePolicy, Toleration, UpdateStrategy, VolumeSource,
} from '../../src';
import { chartOf } from '../core/testing';

const PRIVILEGED = SecurityContext.privileged();
const ON_LINUX = { nodeSelector: { 'kubernetes.io/os': 'linux' }, tolerations: [Toleration.everything()] };

function ours(props: CsiNodePluginProps): any[] {
  const chart = chartOf('kube-system');
  const acknowledge = ['ND401', 'ND402'].map(id => ({ id, reason: 'as upstream has it' }));
  new CsiNodePlugin(chart, 'csi', { profile: DaemonProfile.BARE, acknowledge, driverObject: CsiDriverObject.create(), ...props });
  return chart.toJson();
}

const health = (portName: string, timing: ProbeOptions, host?: string) => Probe.httpGet('/healthz', { portName, host, ...timing });

const HOST_PATH_LABELS = {
  'app.kubernetes.io/instance': 'hostpath.csi.k8s.io',
  'app.kubernetes.io/part-of': 'csi-driver-host-path',
  'app.kubernetes.io/name': 'csi-hostpathplugin',
  'app.kubernetes.io/component': 'plugin',
};

/** The host-path driver of Kubernetes, in the deployment in which each node serves itself. */
const HOST_PATH: CsiNodePluginProps = {
  name: 'csi-hostpathplugin',
  labels: HOST_PATH_LABELS,
  podMetadata: { labels: HOST_PATH_LABELS },
  serviceAccountName: 'csi-provisioner',
  driverObject: CsiDriverObject.create({ labels: { 'app.kubernetes.io/name': 'hostpath.csi.k8s.io', 'app.kubernetes.io/component': 'csi-driver' } }),
  sidecars: [{
    name: 'csi-provisioner',
    image: 'registry.k8s.io/sig-storage/csi-provisioner:v6.3.0',
    args: [
      '-v=5', '--csi-address=/csi/csi.sock', '--feature-gates=Topology=true', '--enable-capacity', '--capacity-ownerref-level=0', '--node-deployment=true',
      '--strict-topology=true', '--immediate-topology=false', '--worker-threads=5',
    ],
    env: { NODE_NAME: EnvValue.NODE_NAME, NAMESPACE: EnvValue.POD_NAMESPACE, POD_NAME: EnvValue.POD_NAME },
    securityContext: PRIVILEGED,
    volumes: [{ name: 'plugin-dir', mountPath: '/csi' }],
  }],
  driver: CsiDriver.hostPath({
    access: CsiHostAccess.staging({ devices: true }),
    stateDirectory: '/var/lib/csi-hostpath-data/',
    container: {
      args: [
        '--drivername=hostpath.csi.k8s.io', '--v=5', '--endpoint=$(CSI_ENDPOINT)', '--nodeid=$(KUBE_NODE_NAME)', '--capacity=slow=10Gi', '--capacity=fast=100Gi',
      ],
      env: { KUBE_NODE_NAME: EnvValue.NODE_NAME },
      securityContext: PRIVILEGED,
      ports: [ContainerPort.tcp(9898, { name: 'healthz' })],
      livenessProbe: health('healthz', { failureThreshold: 5, initialDelaySeconds: 10, timeoutSeconds: 3, periodSeconds: 2 }),
      hostPaths: [HostPath.readWrite('/var/lib/kubelet/pods', { type: HostPathType.DIRECTORY_OR_CREATE, propagation: MountPropagation.BIDIRECTIONAL })],
    },
    registrar: {
      port: 9809,
      extraArgs: ['--v=5'],
      container: {
        env: { KUBE_NODE_NAME: EnvValue.NODE_NAME },
        securityContext: PRIVILEGED,
        ports: [ContainerPort.tcp(9809, { name: 'healthz' })],
        livenessProbe: health('healthz', { initialDelaySeconds: 30, timeoutSeconds: 15 }),
        volumes: [{ name: 'csi-data-dir', mountPath: '/csi-data-dir' }],
      },
    },
    livenessProbe: { extraArgs: ['--health-port=9898'] },
  }),
};

const EBS_LABELS = { 'app.kubernetes.io/name': 'aws-ebs-csi-driver' };
const SMALL: DaemonContainer = {
  imagePullPolicy: ImagePullPolicy.IF_NOT_PRESENT,
  resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '32Mi' } },
  securityContext: SecurityContext.of({ allowPrivilegeEscalation: false, readOnlyRootFilesystem: true }),
  terminationMessagePolicy: TerminationMessagePolicy.FALLBACK_TO_LOGS_ON_ERROR,
};

/** The driver of Amazon EBS. */
const EBS: CsiNodePluginProps = {
  name: 'ebs-csi-node',
  labels: EBS_LABELS,
  selector: { matchLabels: { app: 'ebs-csi-node', ...EBS_LABELS } },
  podMetadata: { labels: { app: 'ebs-csi-node', ...EBS_LABELS } },
  revisionHistoryLimit: 10,
  updateStrategy: UpdateStrategy.rollingUpdate({ maxUnavailable: '10%' }),
  placement: NodePlacement.exactly({ ...ON_LINUX, required: [NodeTerm.all(NodeExpression.notIn('eks.amazonaws.com/compute-type', 'fargate', 'auto', 'hybrid'))] }),
  serviceAccountName: 'ebs-csi-node-sa',
  createServiceAccount: true,
  terminationGracePeriodSeconds: 30,
  priority: NodePriority.SYSTEM_NODE_CRITICAL,
  podSecurityContext: { fsGroup: 0, runAsGroup: 0, runAsNonRoot: false, runAsUser: 0 },
  driverObject: CsiDriverObject.create({ attachRequired: true, nodeAllocatableUpdatePeriodSeconds: 10 }),
  driver: CsiDriver.custom({
    name: 'ebs.csi.aws.com',
    access: CsiHostAccess.kubeletDirectory({ devices: true }),
    preStop: ['/bin/aws-ebs-csi-driver', 'pre-stop-hook'],
    apiAccess: [
      ApiAccess.read('storage.k8s.io', 'volumeattachments'),
      ApiAccess.rule({ apiGroups: [''], resources: ['nodes'], verbs: ['get'] }),
      ApiAccess.rule({ apiGroups: [''], resources: ['nodes'], verbs: ['patch', 'list', 'watch'] }),
      ApiAccess.rule({ apiGroups: ['storage.k8s.io'], resources: ['csinodes'], verbs: ['get'] }),
    ],
    container: {
      ...SMALL,
      name: 'ebs-plugin',
      image: 'public.ecr.aws/ebs-csi-driver/aws-ebs-csi-driver:v1.64.0',
      args: ['node', '--endpoint=$(CSI_ENDPOINT)', '--csi-mount-point-prefix=/var/lib/kubelet/plugins/kubernetes.io/csi/ebs.csi.aws.com/', '--logging-format=text', '--v=2'],
      env: { CSI_ENDPOINT: EnvValue.text('unix:/csi/csi.sock'), CSI_NODE_NAME: EnvValue.NODE_NAME },
      ports: [ContainerPort.tcp(9808, { name: 'healthz' })],
      livenessProbe: health('healthz', { initialDelaySeconds: 10, timeoutSeconds: 3, failureThreshold: 5 }),
      readinessProbe: health('healthz', { timeoutSeconds: 3, periodSeconds: 5 }),
      resources: { requests: { cpu: '10m', memory: '40Mi' }, limits: { memory: '256Mi' } },
      securityContext: SecurityContext.of({ privileged: true, readOnlyRootFilesystem: true }),
    },
    registrar: {
      container: {
        ...SMALL,
        image: 'public.ecr.aws/csi-components/csi-node-driver-registrar:v2.17.0-eksbuild.5',
        args: ['--csi-address=$(ADDRESS)', '--kubelet-registration-path=$(DRIVER_REG_SOCK_PATH)', '--http-endpoint=0.0.0.0:9809', '--v=2'],
        env: { ADDRESS: EnvValue.text('/csi/csi.sock'), DRIVER_REG_SOCK_PATH: EnvValue.text('/var/lib/kubelet/plugins/ebs.csi.aws.com/csi.sock') },
        ports: [ContainerPort.tcp(9809, { name: 'healthz-ndr' })],
        livenessProbe: health('healthz-ndr', { initialDelaySeconds: 30, periodSeconds: 90, timeoutSeconds: 15 }),
        volumes: [{ name: 'probe-dir', mountPath: '/var/lib/kubelet/plugins/ebs.csi.aws.com/', source: VolumeSource.emptyDir() }],
      },
    },
    livenessProbe: { container: { ...SMALL, image: 'public.ecr.aws/csi-components/livenessprobe:v2.19.0-eksbuild.5' } },
  }),
};

const OF_NFS: DaemonContainer = {
  resources: { requests: { cpu: '10m', memory: '20Mi' }, limits: { memory: '100Mi' } },
  securityContext: SecurityContext.of({ capabilities: { drop: ['ALL'] } }),
};

/** The NFS driver of Kubernetes. */
const NFS: CsiNodePluginProps = {
  name: 'csi-nfs-node',
  podMetadata: { labels: { app: 'csi-nfs-node' } },
  updateStrategy: UpdateStrategy.rollingUpdate({ maxUnavailable: '1' }),
  placement: NodePlacement.exactly(ON_LINUX),
  hostNamespaces: { network: true },
  dnsPolicy: DnsPolicy.CLUSTER_FIRST_WITH_HOST_NET,
  serviceAccountName: 'csi-nfs-node-sa',
  createServiceAccount: true,
  priority: NodePriority.SYSTEM_NODE_CRITICAL,
  podSecurityContext: { seccompProfile: SeccompProfile.RUNTIME_DEFAULT },
  driver: CsiDriver.nfs({
    access: CsiHostAccess.pods(),
    container: {
      image: 'gcr.io/k8s-staging-sig-storage/nfsplugin:canary',
      imagePullPolicy: ImagePullPolicy.IF_NOT_PRESENT,
      args: ['-v=5', '--nodeid=$(NODE_ID)', '--endpoint=$(CSI_ENDPOINT)'],
      livenessProbe: Probe.httpGet('/healthz', { host: 'localhost', port: 29653, failureThreshold: 5, initialDelaySeconds: 30, timeoutSeconds: 10, periodSeconds: 30 }),
      resources: { requests: { cpu: '10m', memory: '20Mi' }, limits: { memory: '300Mi' } },
      securityContext: SecurityContext.of({ privileged: true, allowPrivilegeEscalation: true, capabilities: { add: ['SYS_ADMIN'], drop: ['ALL'] } }),
    },
    registrar: {
      container: {
        ...OF_NFS,
        args: ['--v=2', '--csi-address=/csi/csi.sock', '--kubelet-registration-path=$(DRIVER_REG_SOCK_PATH)', '--http-endpoint=localhost:19809'],
        env: { DRIVER_REG_SOCK_PATH: EnvValue.text('/var/lib/kubelet/plugins/csi-nfsplugin/csi.sock'), KUBE_NODE_NAME: EnvValue.NODE_NAME },
        ports: [ContainerPort.tcp(19809, { name: 'healthz' })],
        livenessProbe: health('healthz', { initialDelaySeconds: 20, timeoutSeconds: 10, periodSeconds: 20, failureThreshold: 2 }, 'localhost'),
      },
    },
    livenessProbe: { container: OF_NFS, extraArgs: ['--probe-timeout=3s', '--http-endpoint=localhost:29653', '--v=2'] },
  }),
};

describe.each<[string, string, CsiNodePluginProps]>([
  ['the host-path driver', 'csi-hostpath-distributed', HOST_PATH],
  ['Amazon EBS', 'aws-ebs', EBS],
  ['NFS', 'nfs', NFS],
])('%s', (_, file, props) => {
  const theirs = upstream(`CsiNodePlugin/${file}.yaml`);
  const comparison = theirs === undefined ? test.skip : test;
  const manifests = ours(props);

  test('the registrar tells the kubelet of the socket that the driver has', () => {
    const { volumes, containers } = ofKind(manifests, 'DaemonSet').spec.template.spec;
    const { args, env = [] } = containers.find(({ name }: any) => name === 'node-driver-registrar');
    const directory = volumes.find(({ name }: any) => name === 'plugin-dir').hostPath.path;
    expect([...args, ...env.map(({ value }: any) => value)].join(' ')).toContain(`${directory}/csi.sock`);
  });

  comparison('the DaemonSet does the same', () => {
    expect(daemonSetDifferences(plainForm(ofKind(manifests, 'DaemonSet')), plainForm(ofKind(theirs!, 'DaemonSet')))).toEqual([]);
  });

  comparison('the CSIDriver says the same', () => {
    const of = (objects: any[]) => ({ name: ofKind(objects, 'CSIDriver').metadata.name, spec: { ...DEFAULTS, ...ofKind(objects, 'CSIDriver').spec } });
    expect(of(manifests)).toEqual(of(theirs!));
  });

  comparison('it has the same account, with the same rights', () => {
    const of = (objects: any[]) => objects.filter(({ kind }) => kind === 'ServiceAccount')
      .map(({ metadata: { name }, automountServiceAccountToken = true }) => [name, automountServiceAccountToken]);
    const rules = (objects: any[]) => objects.filter(({ kind }) => kind === 'ClusterRole').flatMap(object => object.rules);
    expect(of(manifests)).toEqual(of(theirs!));
    expect(rules(manifests)).toEqual(rules(theirs!));
  });
});

/** https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/csi-driver-v1/ */
const DEFAULTS = {
  attachRequired: true,
  fsGroupPolicy: 'ReadWriteOnceWithFSType',
  podInfoOnMount: false,
  requiresRepublish: false,
  seLinuxMount: false,
  storageCapacity: false,
  volumeLifecycleModes: ['Persistent'],
};

/** The order of flags has no meaning to these programs, and a slash at the end of a directory none to a kubelet. */
function plainForm(daemonSet: any): any {
  const copy = structuredClone(daemonSet);
  const { containers, volumes } = copy.spec.template.spec;
  for (const container of containers) {
    const isFlag = (arg: string) => arg.startsWith('-');
    container.args = [...container.args.filter((arg: string) => !isFlag(arg)), ...container.args.filter(isFlag).sort()];
  }
  volumes.filter(({ hostPath }: any) => hostPath).forEach(({ hostPath }: any) => { hostPath.path = hostPath.path.replace(/(.)\/$/, '$1'); });
  return copy;
}
