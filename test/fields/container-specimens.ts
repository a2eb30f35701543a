import { Specimen } from './specimen';
import {
  AppArmorProfile, ContainerPort, ContainerRestartPolicy, ContainerRestartRule, EnvFrom, EnvValue, HttpScheme, ImagePullPolicy,
  LifecycleHook, NodeOs, Probe, ProcMount, ResizeRestartPolicy, SeccompProfile, SecretValue, SecurityContext, TerminationMessagePolicy,
  VolumeSource,
} from '../../src';

const TIMING = { initialDelaySeconds: 5, periodSeconds: 20, timeoutSeconds: 2, successThreshold: 1, failureThreshold: 5 };
const HTTP = { portName: 'http', host: '192.0.2.1', scheme: HttpScheme.HTTPS, httpHeaders: [{ name: 'X-Probe', value: '1' }] };
const HTTP_PORT = { ports: [ContainerPort.tcp(80, { name: 'http' })] };
const SIDECAR = { restartPolicy: ContainerRestartPolicy.ALWAYS };
const PROBES = [Probe.httpGet('/', { ...HTTP, ...TIMING }), Probe.tcpSocket({ port: 80, host: '192.0.2.1' }), Probe.exec(['true']), Probe.grpc(80, { service: 'agent' })];
const HOOKS = [
  LifecycleHook.httpGet('/', HTTP), LifecycleHook.tcpSocket({ port: 80, host: '192.0.2.1' }), LifecycleHook.exec('true'), LifecycleHook.sleep(5),
];

/** Uses of the fields of a container. */
export const CONTAINER_SPECIMENS: readonly Specimen[] = [
  { api: 'DaemonContainer.imagePullPolicy', container: { imagePullPolicy: ImagePullPolicy.ALWAYS } },
  { api: 'DaemonContainer.command', container: { command: ['/agent'] } },
  { api: 'DaemonContainer.args', container: { args: ['--verbose'] } },
  { api: 'DaemonContainer.workingDir', container: { workingDir: '/srv' } },
  { api: 'EnvValue.text', container: { env: { LEVEL: EnvValue.text('info') } } },
  { api: 'EnvValue.field', container: { env: { NODE: EnvValue.NODE_NAME } } },
  { api: 'EnvValue.resource', container: { env: { MEMORY: EnvValue.resource('limits.memory', { containerName: 'main', divisor: '1Mi' }) } } },
  { api: 'EnvValue.secret', container: { env: { TOKEN: EnvValue.secret(SecretValue.key('agent', 'token', { optional: true })) } } },
  { api: 'EnvValue.configMap', container: { env: { REGION: EnvValue.configMap('agent', 'region', { optional: true }) } } },
  {
    api: 'EnvValue.file',
    props: { volumes: { env: VolumeSource.emptyDir() } },
    container: { env: { ZONE: EnvValue.file('env', 'zone.env', 'ZONE', { optional: true }) } },
  },
  { api: 'EnvFrom.configMap', container: { envFrom: [EnvFrom.configMap('agent', { prefix: 'A_', optional: true })] } },
  { api: 'EnvFrom.secret', container: { envFrom: [EnvFrom.secret('agent', { optional: true })] } },
  { api: 'ContainerPort.tcp', container: { ports: [ContainerPort.tcp(80, { name: 'http', hostPort: 8080, hostIp: '127.0.0.1' })] } },
  { api: 'ContainerPort.udp', container: { ports: [ContainerPort.udp(53)] } },
  {
    api: 'ContainerResources',
    props: { resourceClaims: [{ name: 'device', resourceClaimName: 'shared' }] },
    container: { resources: { requests: { cpu: '10m' }, limits: { memory: '64Mi' }, claims: [{ name: 'device', request: 'gpu' }] } },
  },
  { api: 'DaemonContainer.restartPolicy', container: SIDECAR },
  {
    api: 'DaemonContainer.resizePolicy',
    props: { initContainers: [{ name: 'sidecar', image: 'example.com/sidecar:1', ...SIDECAR, resizePolicy: [{ resourceName: 'cpu', restartPolicy: ResizeRestartPolicy.NOT_REQUIRED }] }] },
  },
  { api: 'DaemonContainer.resizePolicy', container: { ...SIDECAR, resizePolicy: [{ resourceName: 'cpu', restartPolicy: ResizeRestartPolicy.NOT_REQUIRED }] } },
  {
    api: 'SecurityContext.of',
    container: {
      securityContext: SecurityContext.of({
        privileged: false,
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        runAsUser: 1000,
        runAsGroup: 1000,
        runAsNonRoot: true,
        capabilities: { add: ['NET_ADMIN'], drop: ['ALL'] },
        seccompProfile: SeccompProfile.localhost('agent.json'),
        appArmorProfile: AppArmorProfile.localhost('agent'),
        seLinuxOptions: { user: 'system_u', role: 'system_r', type: 'spc_t', level: 's0' },
        procMount: ProcMount.DEFAULT,
      }),
    },
  },
  {
    api: 'WindowsOptions',
    props: { os: NodeOs.WINDOWS, hostNamespaces: { network: true } },
    container: {
      securityContext: SecurityContext.of({
        windowsOptions: {
          hostProcess: true, runAsUserName: 'NT AUTHORITY\\SYSTEM', gmsaCredentialSpecName: 'agent', gmsaCredentialSpec: '{}',
        },
      }),
    },
  },
  ...PROBES.flatMap((probe): Specimen[] => [
    { api: 'DaemonContainer.livenessProbe', container: { ...SIDECAR, ...HTTP_PORT, livenessProbe: probe } },
    { api: 'DaemonContainer.readinessProbe', container: { ...SIDECAR, ...HTTP_PORT, readinessProbe: probe } },
    { api: 'DaemonContainer.startupProbe', container: { ...SIDECAR, ...HTTP_PORT, startupProbe: probe } },
  ]),
  { api: 'ProbeOptions.terminationGracePeriodSeconds', container: { ...SIDECAR, livenessProbe: Probe.exec(['true'], { terminationGracePeriodSeconds: 5 }) } },
  { api: 'ProbeOptions.terminationGracePeriodSeconds', container: { ...SIDECAR, startupProbe: Probe.exec(['true'], { terminationGracePeriodSeconds: 5 }) } },
  ...HOOKS.flatMap((hook): Specimen[] => [
    { api: 'Lifecycle.postStart', container: { ...SIDECAR, ...HTTP_PORT, lifecycle: { postStart: hook } } },
    { api: 'Lifecycle.preStop', container: { ...SIDECAR, ...HTTP_PORT, lifecycle: { preStop: hook } } },
  ]),
  {
    api: 'DaemonContainer.restartPolicyRules',
    container: { restartPolicy: ContainerRestartPolicy.NEVER, restartPolicyRules: [ContainerRestartRule.restartOn(42)] },
  },
  { api: 'DaemonContainer.stdin', container: { stdin: true } },
  { api: 'DaemonContainer.stdinOnce', container: { stdinOnce: true } },
  { api: 'DaemonContainer.tty', container: { tty: true } },
  { api: 'DaemonContainer.terminationMessagePath', container: { terminationMessagePath: '/dev/end' } },
  { api: 'DaemonContainer.terminationMessagePolicy', container: { terminationMessagePolicy: TerminationMessagePolicy.FALLBACK_TO_LOGS_ON_ERROR } },
];
