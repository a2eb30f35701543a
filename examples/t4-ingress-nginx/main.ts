import { ApiObject, App, Chart } from 'cdk8s';
import {
  Acknowledgement, ApiAccess, ContainerPort, DaemonNamespace, EnvValue, LifecycleHook, NodeLocalExposure, NodePlacement, NodePriority, Probe, SecurityContext,
  TcpNodeDaemon,
} from 'cdk8s-node-daemons';

const app = new App();
const { name: namespace } = new DaemonNamespace(new Chart(app, 'namespace'), 'namespace', { name: 'ingress' });

// Requests come from outside to the machines, so that their ports are open on every address: a Service of the cluster is no way in.
const exposure = NodeLocalExposure.hostPort();
const acknowledge: Acknowledgement[] = [
  { id: 'ND218', reason: 'it is there for everybody who reaches the machines' },
  { id: 'ND902', reason: 'the load balancer before the machines asks /healthz, and leaves out the one that restarts' },
];
const certificates: Acknowledgement = { id: 'ND405', reason: 'it serves the certificates of all Ingresses, which lie in Secrets of their namespaces' };
const readIngresses = [
  ApiAccess.read('', 'namespaces', 'nodes', 'secrets', 'services'),
  ApiAccess.read('discovery.k8s.io', 'endpointslices'),
  ApiAccess.read('networking.k8s.io', 'ingresses', 'ingressclasses'),
  ApiAccess.rule({ apiGroups: ['networking.k8s.io'], resources: ['ingresses/status'], verbs: ['update'] }),
];

// ingress-nginx, for those who have it: it is retired since March 2026, and nobody repairs it any more.
// https://kubernetes.io/blog/2025/11/11/ingress-nginx-retirement/
const nginx = new Chart(app, 'ingress-nginx', { namespace });
new ApiObject(nginx, 'class', { apiVersion: 'networking.k8s.io/v1', kind: 'IngressClass', metadata: { name: 'nginx' }, spec: { controller: 'k8s.io/ingress-nginx' } });
new TcpNodeDaemon(nginx, 'controller', {
  name: 'ingress-nginx-controller',
  serviceAccountName: 'ingress-nginx',
  // On machines of its own, as two programs cannot have ports 80 and 443.
  placement: NodePlacement.workers({ nodeSelector: { ingress: 'nginx' } }),
  priority: NodePriority.custom('node-agents'),
  acknowledge: [...acknowledge, certificates, { id: 'ND245', reason: 'the nginx of the image has the capability in its file' }],
  terminationGracePeriodSeconds: 300,
  container: {
    name: 'controller',
    image: 'registry.k8s.io/ingress-nginx/controller:v1.15.1',
    // Behind no Service, the addresses that an Ingress shows are those of the machines.
    args: [
      '/nginx-ingress-controller', '--controller-class=k8s.io/ingress-nginx', '--ingress-class=nginx', '--election-id=ingress-nginx-leader',
      '--report-node-internal-ip-address',
    ],
    env: { POD_NAME: EnvValue.POD_NAME, POD_NAMESPACE: EnvValue.POD_NAMESPACE },
    ports: [ContainerPort.tcp(10254, { name: 'metrics' })],
    livenessProbe: Probe.httpGet('/healthz', { port: 10254, failureThreshold: 5 }),
    readinessProbe: Probe.httpGet('/healthz', { port: 10254 }),
    // It goes on with what it has begun.
    lifecycle: { preStop: LifecycleHook.exec('/wait-shutdown') },
    // It writes the configuration of nginx into its image.
    securityContext: SecurityContext.of({
      runAsNonRoot: true,
      runAsUser: 101,
      runAsGroup: 82,
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: false,
      capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE'] },
    }),
    resources: { requests: { cpu: '100m', memory: '90Mi' }, limits: { memory: '512Mi' } },
  },
  ports: [ContainerPort.tcp(80, { name: 'http' }), ContainerPort.tcp(443, { name: 'https' })],
  exposure,
  apiAccess: [
    ...readIngresses,
    ApiAccess.read('', 'configmaps', 'endpoints', 'pods'),
    ApiAccess.rule({ resources: ['events'], verbs: ['create', 'patch'] }),
    ApiAccess.rule({ apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['list', 'watch', 'create'], namespaced: true }),
    ApiAccess.rule({ apiGroups: ['coordination.k8s.io'], resources: ['leases'], resourceNames: ['ingress-nginx-leader'], verbs: ['get', 'update'], namespaced: true }),
  ],
});

// One that is kept up. It listens on ports that need no right, and reads the same Ingresses.
const traefik = new Chart(app, 'traefik', { namespace });
new ApiObject(traefik, 'class', { apiVersion: 'networking.k8s.io/v1', kind: 'IngressClass', metadata: { name: 'traefik' }, spec: { controller: 'traefik.io/ingress-controller' } });
new TcpNodeDaemon(traefik, 'traefik', {
  name: 'traefik',
  serviceAccountName: 'traefik',
  placement: NodePlacement.workers({ nodeSelector: { ingress: 'traefik' } }),
  priority: NodePriority.custom('node-agents'),
  acknowledge: [...acknowledge, certificates],
  container: {
    image: 'docker.io/library/traefik:v3.6.1',
    args: [
      '--entryPoints.web.address=:8000', '--entryPoints.websecure.address=:8443', '--entryPoints.websecure.http.tls=true',
      '--entryPoints.traefik.address=:8080', '--ping=true', '--providers.kubernetesIngress=true', '--providers.kubernetesIngress.ingressClass=traefik',
    ],
    ports: [ContainerPort.tcp(8080, { name: 'traefik' })],
    livenessProbe: Probe.httpGet('/ping', { portName: 'traefik' }),
    readinessProbe: Probe.httpGet('/ping', { portName: 'traefik' }),
    securityContext: SecurityContext.restricted({ runAsUser: 65532, runAsGroup: 65532 }),
    resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { memory: '256Mi' } },
  },
  ports: [ContainerPort.tcp(8000, { name: 'web', hostPort: 80 }), ContainerPort.tcp(8443, { name: 'websecure', hostPort: 443 })],
  exposure,
  apiAccess: readIngresses,
});

app.synth();
