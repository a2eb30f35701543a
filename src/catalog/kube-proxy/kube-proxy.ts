import { assertVersion, configuration, kubeconfig } from './configuration';
import { metricsOf } from './metrics';
import { KubeProxyOptions } from './options';
import { AgentConfig, AgentContext } from '../../core/agent-config';
import { mergeContainer } from '../../core/merge-container';
import { ApiAccess } from '../../host/api-access';
import { ConfigFile } from '../../host/config-file';
import { ContainerPort } from '../../host/container-port';
import { DaemonContainer } from '../../host/daemon-container';
import { EnvValue } from '../../host/env-value';
import { invalid } from '../../host/invalid';
import { KernelModules } from '../../host/network/kernel-modules';
import { Probe } from '../../host/probe';
import { SecurityContext } from '../../host/security-context';
import { networkAgent } from '../network/agent';
import { networkPaths } from '../network/host-access';
import { asksOurs } from '../network/monitored';

/** Its tag is the version of the cluster, so that no update bot may choose it. */
const IMAGE = 'registry.k8s.io/kube-proxy';
const NAME = 'kube-proxy';
const SET_UP = 'set-up-node';
const CONFIG = '/var/lib/kube-proxy/config.conf';
const KUBECONFIG = '/var/lib/kube-proxy/kubeconfig.conf';

/** What the role system:node-proxier of every cluster gives. */
const ACCESS = [
  ApiAccess.rule({ resources: ['services', 'endpoints'], verbs: ['list', 'watch'] }),
  ApiAccess.read('', 'nodes'),
  ApiAccess.rule({ apiGroups: ['', 'events.k8s.io'], resources: ['events'], verbs: ['create', 'patch', 'update'] }),
  ApiAccess.rule({ apiGroups: ['networking.k8s.io'], resources: ['servicecidrs'], verbs: ['list', 'watch'] }),
  ApiAccess.rule({ apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: ['list', 'watch'] }),
];

/**
 * kube-proxy (configuration of 1.37). What takes all rights, the parameters of the kernel, is done by an init container; kube-proxy itself then
 * runs with the capabilities of the network.
 * @see https://kubernetes.io/docs/reference/command-line-tools-reference/kube-proxy/
 */
export function kubeProxy(options: KubeProxyOptions, context: AgentContext): AgentConfig {
  const { hardened, platform } = context;
  const { container = {}, version, healthPort = 10256 } = options;
  assertVersion(options, platform.kubernetesMinor);
  const image = container.image ?? (version === undefined ? undefined : `${IMAGE}:v${version.replace(/^v/, '')}`);
  if (image === undefined) {
    throw invalid('version of kube-proxy', 'given, as it follows that of the cluster', version, "write version: '1.35.2'");
  }
  if (options.apiServer === undefined) {
    throw invalid('apiServer', "given, such as { host: 'api.example.com' }", undefined, 'the Service kubernetes, which kube-proxy makes, is not yet there');
  }
  const metrics = metricsOf(options, asksOurs(context));
  const ofMetrics = metrics === undefined ? [] : [ContainerPort.tcp(metrics.number, { name: metrics.port })];
  const name = container.name ?? NAME;
  const needs = {
    capabilities: hardened && container.securityContext === undefined ? ['NET_ADMIN', 'NET_RAW'] : undefined,
    kernelModules: hardened ? KernelModules.READ : undefined,
    xtablesLock: hardened,
    writesToImage: true,
  };
  const program: DaemonContainer = {
    name: NAME,
    image,
    command: ['/usr/local/bin/kube-proxy', `--config=${CONFIG}`, '--hostname-override=$(NODE_NAME)'],
    env: { NODE_NAME: EnvValue.NODE_NAME },
    ports: ofMetrics,
    ...hardened ? {
      ports: [ContainerPort.tcp(healthPort, { name: 'healthz' }), ...ofMetrics],
      // These say nothing of the node, which /healthz does for load balancers.
      livenessProbe: Probe.httpGet('/livez', { port: healthPort, initialDelaySeconds: 10, periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 12 }),
      readinessProbe: Probe.httpGet('/livez', { port: healthPort }),
    } : {},
  };
  const isPrivileged = container.securityContext?._toWire().privileged === true;
  const before = hardened && !isPrivileged ? [setUp(program, container, networkPaths(needs))] : [];
  const containers = [name, ...before.map(init => init.name!)];
  return networkAgent({
    program,
    written: container,
    needs,
    before,
    privilegedBefore: before.length === 0 ? undefined : 'kube-proxy sets parameters of the kernel in an init container that ends, so that it need not be privileged itself',
    resources: { requests: { cpu: '100m', memory: '128Mi' } },
    configFiles: [
      ConfigFile.text(CONFIG, configuration(options, KUBECONFIG), { containers }),
      ConfigFile.text(KUBECONFIG, kubeconfig(options.apiServer), { containers }),
    ],
    apiAccess: hardened ? ACCESS : undefined,
    metrics,
  }, context);
}

/** https://kubernetes.io/docs/reference/command-line-tools-reference/kube-proxy/ `--init-only` */
function setUp({ image, command = [], env }: DaemonContainer, written: DaemonContainer, hostPaths: DaemonContainer['hostPaths']): DaemonContainer {
  const amounts = { cpu: '100m', memory: '128Mi' };
  // The words of the command may name what is mounted and what is in variables. It listens on nothing.
  const { args, envFrom, imagePullPolicy, volumes, workingDir, hostPaths: further, env: variables } = written;
  // The flag belongs to the last of the words, be these of the command or arguments.
  const words = args === undefined ? { command: [...written.command ?? command, '--init-only'] } : { command: written.command ?? command, args: [...args, '--init-only'] };
  return mergeContainer({
    name: SET_UP,
    image,
    ...words,
    env,
    hostPaths,
    securityContext: SecurityContext.privileged(),
    resources: { requests: amounts, limits: amounts },
  }, { env: variables, envFrom, imagePullPolicy, volumes, workingDir, hostPaths: further });
}
