import { Yaml } from 'cdk8s';
import { kubeletAccess, kubeletModule } from './kubelet-module';
import { OF_THE_NETWORK } from './metricset-groups';
import { MetricbeatModule } from './module';
import { MetricbeatOptions } from './options';
import { busAddress, capabilitiesFor, defaultModules, HOST_ROOT, measured, systemHostPaths, systemModule } from './system-module';
import { AgentConfig, AgentContext } from '../../core/agent-config';
import { mergeContainer } from '../../core/merge-container';
import { ConfigFile } from '../../host/config-file';
import { ContainerPort } from '../../host/container-port';
import { DaemonContainer } from '../../host/daemon-container';
import { EnvValue } from '../../host/env-value';
import { HostPath } from '../../host/host-path';
import { invalid } from '../../host/invalid';
import { Probe } from '../../host/probe';
import { SecurityContext } from '../../host/security-context';
import { SeccompProfile } from '../../host/security-profile';
import { withoutAppArmor } from '../app-armor';
import { IMAGES } from '../images';

const CONFIG = '/etc/metricbeat/metricbeat.yml';
const HTTP_PORT = 5066;

/**
 * Metricbeat (read at 9.5; 8 has the same settings).
 * @see https://www.elastic.co/docs/reference/beats/metricbeat
 */
export function metricbeat(options: MetricbeatOptions, context: AgentContext): AgentConfig {
  const { hardened } = context;
  const written = options.container ?? {};
  const isVersion7 = /:v?7\./.test(written.image ?? IMAGES.metricbeat);
  const mayUseHostNetwork = context.options.hostNamespaces?.network !== false;
  const modules = options.modules ?? (hardened ? defaultModules(mayUseHostNetwork).map(system => MetricbeatModule.system(system)) : []);
  const metricsets = measured(modules.flatMap(({ _system }) => _system ?? []));
  const hasKubelet = modules.some(({ _kubelet }) => _kubelet !== undefined);
  const needsHostNetwork = hardened && metricsets.some(metricset => OF_THE_NETWORK.includes(metricset));
  if (needsHostNetwork && !mayUseHostNetwork) {
    throw invalid('hostNamespaces.network', 'true where Metricbeat measures the network of the node', false,
      `leave ${metricsets.filter(metricset => OF_THE_NETWORK.includes(metricset)).join(', ')} out of the metricsets, which would be those of the pod`);
  }
  if (context.options.monitor !== undefined) {
    throw invalid('monitor of Metricbeat', 'left out, as it sends what it measures and shows Prometheus nothing', 'a monitor');
  }
  const hasHostNetwork = context.options.hostNamespaces?.network ?? needsHostNetwork;
  const httpPort = options.httpPort ?? (hardened ? HTTP_PORT : undefined);
  const bus = busAddress(metricsets);
  const appArmor = bus === undefined ? {} : withoutAppArmor(written.name ?? 'metricbeat', context.platform);
  const stateDirectory = options.stateDirectory ?? (hardened ? `/var/lib/${context.options.name ?? 'metricbeat'}-data` : undefined);
  const program: DaemonContainer = {
    name: 'metricbeat',
    image: IMAGES.metricbeat,
    args: ['-c', CONFIG, '-e', ...isVersion7 && metricsets.length > 0 ? [`--system.hostfs=${HOST_ROOT}`] : []],
    env: {
      ...hardened || hasKubelet ? { NODE_NAME: EnvValue.NODE_NAME } : {},
      ...hasKubelet ? { NODE_IP: EnvValue.HOST_IP } : {},
      ...bus === undefined ? {} : { DBUS_SYSTEM_BUS_ADDRESS: EnvValue.text(bus) },
      ...options.output._env,
    },
    ports: httpPort === undefined ? [] : [ContainerPort.tcp(httpPort, { name: 'http' })],
    hostPaths: [
      ...systemHostPaths(metricsets),
      ...stateDirectory === undefined ? [] : [HostPath.readWrite(stateDirectory, { mountPath: '/usr/share/metricbeat/data', volumeName: 'data' })],
    ],
    volumes: options.output._volumes,
    ...hardened ? {
      // Its state is a directory of the node, which belongs to root, and processes of other users are root's to read.
      securityContext: SecurityContext.of({
        readOnlyRootFilesystem: true,
        allowPrivilegeEscalation: false,
        capabilities: { drop: ['ALL'], add: capabilitiesFor(metricsets) },
        seccompProfile: SeccompProfile.RUNTIME_DEFAULT,
        runAsUser: 0,
        appArmorProfile: appArmor.profile,
      }),
      ...probes(httpPort!, hasHostNetwork),
      resources: context.resources ?? { requests: { cpu: '100m', memory: '200Mi' }, limits: { memory: '200Mi' } },
    } : {},
  };
  const settings = {
    // Else it is called by the name of the pod, which the next pod has not.
    ...hardened ? { name: '${NODE_NAME}' } : {},
    ...modules.length > 0 ? { 'metricbeat.modules': modules.map(module => settingsOf(module, context, isVersion7)) } : {},
    ...httpPort === undefined ? {} : { 'http.enabled': true, 'http.host': hasHostNetwork ? '127.0.0.1' : '0.0.0.0', 'http.port': httpPort },
    ...options.output._settings,
    ...options.settings,
  };
  return {
    component: 'node-exporter',
    container: mergeContainer(program, written),
    configFiles: [ConfigFile.text(CONFIG, Yaml.stringify(settings))],
    apiAccess: modules.flatMap(({ _kubelet }) => _kubelet === undefined ? [] : kubeletAccess(_kubelet)),
    defaults: {
      hostNamespaces: needsHostNetwork ? { network: true } : undefined,
      podMetadata: hardened && appArmor.podAnnotations ? { annotations: appArmor.podAnnotations } : undefined,
    },
  };
}

function settingsOf({ _system, _kubelet, _other }: MetricbeatModule, context: AgentContext, isVersion7: boolean): object {
  return _system !== undefined ? systemModule(_system, context, isVersion7) : _kubelet !== undefined ? kubeletModule(_kubelet, context, isVersion7) : _other!;
}

/** On the loopback address of the node the kubelet is the only one outside of it who asks. */
function probes(port: number, hasHostNetwork: boolean): Pick<DaemonContainer, 'livenessProbe' | 'readinessProbe'> {
  const host = hasHostNetwork ? '127.0.0.1' : undefined;
  return {
    readinessProbe: Probe.httpGet('/', { port, host, initialDelaySeconds: 5 }),
    livenessProbe: Probe.httpGet('/', { port, host, initialDelaySeconds: 30, periodSeconds: 30, timeoutSeconds: 5, failureThreshold: 5 }),
  };
}
