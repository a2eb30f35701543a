import { parse, stringify } from 'yaml';
import { daemonSetDifferences, ofKind, plain, upstream } from './upstream';
import {
  ApiAccess, ConfigFile, ContainerPort, DaemonProfile, EnvValue, ImagePullPolicy, InternalTrafficPolicy, IpFamily, IpFamilyPolicy,
  LifecycleHook, NodeLocalExposure, NodePlacement, Probe, ProbeOptions, SeccompProfile, SecurityContext, ServiceTargetPort, TcpNodeDaemon,
  TcpNodeDaemonProps, UpdateStrategy, VolumeSource,
} from '../../src';
import { equivalentCompanions } from '../../src/kubernetes/equality';
import { chartOf } from '../core/testing';

/** A daemon of an upstream project, written with our own words. */
function ours(namespace: string, props: TcpNodeDaemonProps): any[] {
  const chart = chartOf(namespace);
  new TcpNodeDaemon(chart, 'tcp', { profile: DaemonProfile.BARE, ...props });
  return chart.toJson();
}

const INGRESS = {
  'app.kubernetes.io/component': 'controller', 'app.kubernetes.io/instance': 'ingress-nginx', 'app.kubernetes.io/name': 'ingress-nginx',
};
const INGRESS_LABELS = { ...INGRESS, 'app.kubernetes.io/part-of': 'ingress-nginx', 'app.kubernetes.io/version': '1.15.1' };

const LOAD_BALANCER = {
  'description': 'NGINX Ingress Controller load balancer',
  'service-healthcheck-interval': '10s',
  'service-healthcheck-mode': 'http',
  'service-healthcheck-retries': '1',
  'service-healthcheck-timeout': '3s',
  'service-healthcheck-uri': '/',
  'service-strategy': 'source-hash',
};

const NAMESPACED = { namespaced: true };
const WATCH = ['list', 'watch'];
const INGRESS_RULES = (where: { namespaced?: boolean }) => [
  ApiAccess.rule({ resources: ['services'], verbs: ['get', ...WATCH], ...where }),
  ...['ingresses', 'ingressclasses'].map(resource => ApiAccess.rule({ apiGroups: ['networking.k8s.io'], resources: [resource], verbs: ['get', ...WATCH], ...where })),
  ApiAccess.rule({ apiGroups: ['networking.k8s.io'], resources: ['ingresses/status'], verbs: ['update'], ...where }),
  ApiAccess.rule({ resources: ['events'], verbs: ['create', 'patch'], ...where }),
  ApiAccess.rule({ apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: [...WATCH, 'get'], ...where }),
];

const healthz = (options: ProbeOptions) => Probe.httpGet('/healthz', { port: 10254, initialDelaySeconds: 10, ...options });

/** The ingress controller of Kubernetes on every node, behind the load balancer of a cloud. */
const ingress = () => ours('ingress-nginx', {
  name: 'ingress-nginx-controller',
  labels: INGRESS_LABELS,
  selector: { matchLabels: INGRESS },
  podMetadata: { labels: INGRESS_LABELS },
  placement: NodePlacement.exactly({ nodeSelector: { 'kubernetes.io/os': 'linux' } }),
  serviceAccountName: 'ingress-nginx',
  acknowledge: [{ id: 'ND405', reason: 'it serves the certificates of every namespace' }],
  automountServiceAccountToken: true,
  terminationGracePeriodSeconds: 300,
  updateStrategy: UpdateStrategy.rollingUpdate({ maxUnavailable: '1' }),
  apiAccess: [
    ApiAccess.rule({ resources: ['namespaces'], verbs: ['get'], ...NAMESPACED }),
    ApiAccess.rule({ resources: ['configmaps', 'pods', 'secrets', 'endpoints'], verbs: ['get', ...WATCH], ...NAMESPACED }),
    ApiAccess.rule({ apiGroups: ['coordination.k8s.io'], resources: ['leases'], resourceNames: ['ingress-nginx-leader'], verbs: ['get', 'update'], ...NAMESPACED }),
    ApiAccess.rule({ apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['create'], ...NAMESPACED }),
    ...INGRESS_RULES(NAMESPACED),
    ApiAccess.rule({ resources: ['configmaps', 'endpoints', 'nodes', 'pods', 'secrets', 'namespaces'], verbs: WATCH }),
    ApiAccess.rule({ apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: WATCH }),
    ApiAccess.rule({ resources: ['nodes'], verbs: ['get'] }),
    ...INGRESS_RULES({}),
  ],
  ports: [ContainerPort.tcp(80, { name: 'http' }), ContainerPort.tcp(443, { name: 'https' })],
  exposure: NodeLocalExposure.loadBalancer({
    annotations: Object.fromEntries(Object.entries(LOAD_BALANCER).map(([name, value]) => [`service.beta.kubernetes.io/exoscale-loadbalancer-${name}`, value])),
    appProtocols: { http: 'http', https: 'https' },
    internalTrafficPolicy: InternalTrafficPolicy.CLUSTER,
    ipFamilies: [IpFamily.IPV4],
    ipFamilyPolicy: IpFamilyPolicy.SINGLE_STACK,
    targetPort: ServiceTargetPort.NAME,
  }),
  container: {
    name: 'controller',
    image: 'registry.k8s.io/ingress-nginx/controller:v1.15.1@sha256:594ceea76b01c592858f803f9ff4d2cb40542cae2060410b2c95f75907d659e1',
    imagePullPolicy: ImagePullPolicy.IF_NOT_PRESENT,
    args: [
      '/nginx-ingress-controller', ...Object.entries({
        'publish-service': '$(POD_NAMESPACE)/ingress-nginx-controller',
        'election-id': 'ingress-nginx-leader',
        'controller-class': 'k8s.io/ingress-nginx',
        'ingress-class': 'nginx',
        'configmap': '$(POD_NAMESPACE)/ingress-nginx-controller',
        'validating-webhook': ':8443',
        'validating-webhook-certificate': '/usr/local/certificates/cert',
        'validating-webhook-key': '/usr/local/certificates/key',
      }).map(([flag, value]) => `--${flag}=${value}`),
    ],
    env: { POD_NAME: EnvValue.POD_NAME, POD_NAMESPACE: EnvValue.POD_NAMESPACE, LD_PRELOAD: EnvValue.text('/usr/local/lib/libmimalloc.so') },
    ports: [ContainerPort.tcp(8443, { name: 'webhook' })],
    lifecycle: { preStop: LifecycleHook.exec('/wait-shutdown') },
    livenessProbe: healthz({ failureThreshold: 5 }),
    readinessProbe: healthz({ failureThreshold: 3 }),
    resources: { requests: { cpu: '100m', memory: '90Mi' } },
    securityContext: SecurityContext.of({
      allowPrivilegeEscalation: false,
      capabilities: { add: ['NET_BIND_SERVICE'], drop: ['ALL'] },
      readOnlyRootFilesystem: false,
      runAsGroup: 82,
      runAsNonRoot: true,
      runAsUser: 101,
      seccompProfile: SeccompProfile.RUNTIME_DEFAULT,
    }),
    volumes: [{ name: 'webhook-cert', mountPath: '/usr/local/certificates/', readOnly: true, source: VolumeSource.secret('ingress-nginx-admission') }],
  },
});

const COLLECTOR = { 'app.kubernetes.io/name': 'opentelemetry-collector', 'app.kubernetes.io/instance': 'example' };
const ownAddress = (port: number) => ({ endpoint: `\${env:MY_POD_IP}:${port}` });
const pipeline = (...receivers: string[]) => ({ receivers, processors: ['memory_limiter', 'batch'], exporters: ['debug'] });

const COLLECTOR_CONFIG = {
  receivers: {
    otlp: { protocols: { grpc: ownAddress(4317), http: ownAddress(4318) } },
    jaeger: { protocols: { grpc: ownAddress(14250), thrift_http: ownAddress(14268), thrift_compact: ownAddress(6831) } },
    zipkin: ownAddress(9411),
    prometheus: {
      config: { scrape_configs: [{ job_name: 'opentelemetry-collector', scrape_interval: '10s', static_configs: [{ targets: [ownAddress(8888).endpoint] }] }] },
    },
  },
  processors: { batch: {}, memory_limiter: { check_interval: '5s', limit_percentage: 80, spike_limit_percentage: 25 } },
  exporters: { debug: {} },
  extensions: { health_check: ownAddress(13133) },
  service: {
    extensions: ['health_check'],
    pipelines: { logs: pipeline('otlp'), metrics: pipeline('otlp', 'prometheus'), traces: pipeline('otlp', 'jaeger', 'zipkin') },
    telemetry: {
      metrics: { readers: [{ pull: { exporter: { prometheus: { host: '${env:MY_POD_IP}', port: 8888 } } } }] },
      resource: Object.fromEntries(Object.entries({
        'host.name': 'NODE_NAME', 'k8s.node.name': 'NODE_NAME', 'k8s.node.ip': 'NODE_IP', 'k8s.namespace.name': 'NAMESPACE', 'k8s.pod.name': 'POD_NAME', 'k8s.pod.ip': 'POD_IP',
      }).map(([attribute, variable]) => [attribute, `\${env:OTEL_K8S_${variable}}`])),
    },
  },
};

/** The collector of OpenTelemetry that takes what pods of its node send. */
const collector = () => ours('default', {
  name: 'example-opentelemetry-collector-agent',
  configMapName: 'example-opentelemetry-collector-agent',
  serviceAccountName: 'example-opentelemetry-collector',
  createServiceAccount: true,
  automountServiceAccountToken: true,
  labels: {
    ...COLLECTOR,
    'helm.sh/chart': 'opentelemetry-collector-0.170.0',
    'app.kubernetes.io/version': '0.158.0',
    'app.kubernetes.io/managed-by': 'Helm',
    'app.kubernetes.io/part-of': 'opentelemetry-collector',
    'app.kubernetes.io/component': 'agent-collector',
  },
  podMetadata: { labels: { ...COLLECTOR, component: 'agent-collector' } },
  configFiles: [ConfigFile.text('/conf/relay.yaml', stringify(COLLECTOR_CONFIG), { key: 'relay' })],
  exposure: NodeLocalExposure.hostPort(),
  ports: [
    ContainerPort.udp(6831, { name: 'jaeger-compact' }), ContainerPort.tcp(14250, { name: 'jaeger-grpc' }), ContainerPort.tcp(14268, { name: 'jaeger-thrift' }),
    ContainerPort.tcp(4317, { name: 'otlp' }), ContainerPort.tcp(4318, { name: 'otlp-http' }), ContainerPort.tcp(9411, { name: 'zipkin' }),
  ],
  container: {
    name: 'opentelemetry-collector',
    image: 'ghcr.io/open-telemetry/opentelemetry-collector-releases/opentelemetry-collector-k8s:0.158.0',
    imagePullPolicy: ImagePullPolicy.IF_NOT_PRESENT,
    command: ['/otelcol-k8s'],
    args: ['--config=/conf/relay.yaml'],
    env: {
      MY_POD_IP: EnvValue.POD_IP,
      OTEL_K8S_NODE_NAME: EnvValue.NODE_NAME,
      OTEL_K8S_NODE_IP: EnvValue.HOST_IP,
      OTEL_K8S_NAMESPACE: EnvValue.POD_NAMESPACE,
      OTEL_K8S_POD_NAME: EnvValue.POD_NAME,
      OTEL_K8S_POD_IP: EnvValue.POD_IP,
    },
    securityContext: SecurityContext.of({}),
    livenessProbe: Probe.httpGet('/', { port: 13133 }),
    readinessProbe: Probe.httpGet('/', { port: 13133 }),
  },
});

/** A Service of the webhook, at a port that no port of the controller has; it is not one of node-local use. */
const BESIDE = ['ingress-nginx-controller-admission'];

describe.each<[string, () => any[]]>([
  ['ingress-nginx-daemonset', ingress],
  ['otel-daemonset-only', collector],
])('%s', (name, define) => {
  const theirs = upstream(`TcpNodeDaemon/${name}.yaml`);
  const comparison = theirs === undefined ? test.skip : test;
  const mine = define();
  const ofBoth = (kind: string) => [mine, theirs!].map(manifests => manifests.filter(one => one.kind === kind && !BESIDE.includes(one.metadata.name)));

  comparison('the DaemonSet does the same', () => {
    expect(daemonSetDifferences(ofKind(mine, 'DaemonSet'), ofKind(theirs!, 'DaemonSet'))).toEqual([]);
  });

  comparison.each(['DaemonSet', 'Service', 'ConfigMap'])('the %s has the same names, labels and annotations', kind => {
    const [own, their] = ofBoth(kind).map(objects => objects.map(({ metadata }) => metadata));
    expect(own).toMatchObject(their);
  });

  comparison('its Services do the same', () => {
    const [own, their] = ofBoth('Service');
    expect(own.flatMap((service, position) => equivalentCompanions('Service', service, their[position]))).toEqual([]);
  });

  comparison('its configuration says the same', () => {
    const [own, their] = ofBoth('ConfigMap').map(maps => maps.map(({ data }) => Object.entries<string>(data).map(([key, text]) => [key, parse(text)])));
    expect(own).toEqual(their);
  });

  comparison('it has the same account, with the same rights', () => {
    const [own, their] = ofBoth('ServiceAccount').map(accounts => accounts.map(({ metadata, automountServiceAccountToken = true }) => [metadata.name, automountServiceAccountToken]));
    expect(own).toEqual(their);
    for (const kind of ['ClusterRole', 'Role']) {
      const [ownRules, theirRules] = ofBoth(kind).map(roles => new Set(roles.flatMap(({ rules }) => rules).map(rule => JSON.stringify(sorted(plain(rule))))));
      expect(ownRules).toEqual(theirRules);
    }
  });
});

function sorted(rule: { [field: string]: unknown }): unknown {
  return Object.entries(rule).sort(([a], [b]) => a < b ? -1 : 1);
}

describe('what is known of them', () => {
  test('a connection to the ingress controller stays on the node where it arrives', () => {
    expect(ofKind(ingress(), 'Service').spec).toMatchObject({ type: 'LoadBalancer', externalTrafficPolicy: 'Local' });
  });

  test('six ports of the node lead to the collector, one of them by UDP', () => {
    const { ports } = ofKind(collector(), 'DaemonSet').spec.template.spec.containers[0];
    expect(ports.map(({ hostPort, protocol }: any) => [hostPort, protocol])).toEqual(
      [[6831, 'UDP'], [14250, undefined], [14268, undefined], [4317, undefined], [4318, undefined], [9411, undefined]]);
  });
});
