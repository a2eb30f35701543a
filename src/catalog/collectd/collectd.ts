import { confText, credentialsIn, option } from './conf';
import { BASE_DIRECTORY, baseItems, outputItems } from './configuration';
import { NODE_FILE, nodeDirectory, nodeFileWriter } from './node-file';
import { CollectdOptions } from './options';
import { CollectdOutput } from './output';
import { CollectdPlugin } from './plugin';
import { AgentConfig, AgentContext } from '../../core/agent-config';
import { mergeContainer } from '../../core/merge-container';
import { ConfigFile } from '../../host/config-file';
import { ContainerPort } from '../../host/container-port';
import { DaemonContainer } from '../../host/daemon-container';
import { invalid } from '../../host/invalid';
import { Probe } from '../../host/probe';
import { ProjectedSource } from '../../host/projected-source';
import { SecretValue } from '../../host/secret-value';
import { SecurityContext } from '../../host/security-context';
import { VolumeMount } from '../../host/volume-mount';
import { VolumeSource } from '../../host/volume-source';
import { POD_INTERFACES } from '../pod-interfaces';

const CONFIGURATION = '/etc/collectd/collectd.conf';
const SECRETS = '/etc/collectd-secrets';
const NOBODY = SecurityContext.restricted({ runAsUser: 65534, runAsGroup: 65534, readOnlyRootFilesystem: true });

const USUAL_PLUGINS = [
  CollectdPlugin.cpu(), CollectdPlugin.memory(), CollectdPlugin.swap(), CollectdPlugin.load(), CollectdPlugin.uptime(),
  CollectdPlugin.disk({ exclude: ['/^(loop|ram)[0-9]+$/'] }), CollectdPlugin.df(),
  CollectdPlugin.interfaces({ exclude: [`/${POD_INTERFACES}/`] }),
];
const USUAL_OUTPUTS = [CollectdOutput.prometheus()];

/**
 * collectd (options of 5.12). It has no flag for the directory of the node: /proc/stat and its like are the node's in every container, the rest asks
 * for the node's network, processes or root directory.
 * @see https://www.collectd.org/documentation/manpages/collectd.conf.html
 */
export function collectd(options: CollectdOptions, context: AgentContext): AgentConfig {
  const { container, secretConfiguration = [] } = options;
  const { hardened } = context;
  const { plugins = hardened ? USUAL_PLUGINS : [], outputs = hardened ? USUAL_OUTPUTS : [] } = options;
  if (!hardened && Object.keys(options).every(name => name === 'container')) {
    return { component: 'node-exporter', container };
  }
  const name = container.name ?? 'collectd';
  const hostNetwork = hostNetworkOf(plugins, context.options.hostNamespaces?.network);
  const credentials = credentialsIn(outputItems(outputs));
  // Under host network, collectd sees the name of the node; elsewhere that of the pod, which is another one after each restart.
  const isCompleted = credentials.length > 0 || (hardened && !hostNetwork);
  const securityContext = container.securityContext ?? (hardened ? NOBODY : undefined);
  const items = [
    ...baseItems(options, plugins, outputs, hardened),
    ...credentials.length > 0 ? [] : outputItems(outputs),
    ...isCompleted ? option('Include', NODE_FILE) : [],
    ...secretConfiguration.flatMap((_, position) => option('Include', `${SECRETS}/${position + 1}.conf`)),
  ];
  const metrics = metricsPort(outputs, container);
  assertMonitored(metrics, context);
  const probe = metrics && Probe.httpGet('/metrics', { ...metrics.name === undefined ? { port: metrics.number } : { portName: metrics.name }, periodSeconds: 30, timeoutSeconds: 5 });
  const program: DaemonContainer = {
    name,
    command: ['collectd'],
    args: ['-f', '-C', CONFIGURATION],
    ports: metrics && [metrics],
    hostPaths: plugins.flatMap(({ _needs }) => _needs.hostPaths ?? []),
    volumes: [
      { mountPath: BASE_DIRECTORY, name: 'state', source: VolumeSource.emptyDir() },
      ...isCompleted ? [nodeDirectory(true)] : [],
      ...outputs.flatMap(({ _volumes }) => _volumes),
      ...secretConfiguration.length === 0 ? [] : [secrets(secretConfiguration)],
    ],
    ...hardened ? {
      securityContext,
      // Where its port is taken, collectd goes on without it: only the port tells.
      livenessProbe: probe,
      readinessProbe: probe,
      resources: context.resources ?? { requests: { cpu: '20m', memory: '32Mi' }, limits: { memory: '64Mi' } },
    } : {},
  };
  const complete = mergeContainer(program, container);
  const writer = isCompleted ? nodeFileWriter(credentials.length > 0 ? outputItems(outputs) : [], complete, securityContext, hardened) : undefined;
  return {
    component: 'node-exporter',
    container: complete,
    initContainers: writer && [writer.container],
    configFiles: [ConfigFile.text(CONFIGURATION, confText(items)), ...writer ? [writer.script] : []],
    metrics: metrics && { port: metrics.name ?? String(metrics.number), number: metrics.number },
    defaults: {
      hostNamespaces: { network: hostNetwork || undefined, pid: plugins.some(({ _needs }) => _needs.pid) || undefined },
      service: hardened && metrics ? { headless: true, ports: [metrics] } : undefined,
    },
  };
}

function hostNetworkOf(plugins: readonly CollectdPlugin[], written: boolean | undefined): boolean {
  const ofNetwork = plugins.filter(({ _needs }) => _needs.network).map(({ name }) => name);
  if (written === false && ofNetwork.length > 0) {
    throw invalid('hostNamespaces.network', 'true with plugins that report the network of the node', false,
      `they would report that of the pod: leave it out, or give plugins without ${ofNetwork.join(', ')}`);
  }
  return written ?? ofNetwork.length > 0;
}

function metricsPort(outputs: readonly CollectdOutput[], { ports = [] }: DaemonContainer): ContainerPort | undefined {
  const number = outputs.find(({ _port }) => _port !== undefined)?._port;
  return number === undefined ? undefined : ports.find(port => port.number === number) ?? ContainerPort.tcp(number, { name: 'metrics' });
}

/** The one port that Prometheus can scrape is that of its output. */
function assertMonitored(metrics: ContainerPort | undefined, { options }: AgentContext): void {
  if (metrics === undefined && options.monitor !== undefined) {
    throw invalid('outputs of a monitored collectd', 'one of them for Prometheus', undefined, 'add CollectdOutput.prometheus()');
  }
}

function secrets(values: readonly SecretValue[]): VolumeMount {
  const sources = values.map(({ secretName, secretKey }, position) => ProjectedSource.secret(secretName, { items: [{ key: secretKey, path: `${position + 1}.conf` }] }));
  return { mountPath: SECRETS, name: 'secret-config', readOnly: true, source: VolumeSource.projected(sources) };
}
