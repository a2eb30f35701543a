import { agentFile } from './agent-file';
import { kubeletScraper } from './kubelet-scraper';
import { NewRelicOptions } from './options';
import { AgentConfig, AgentContext } from '../../core/agent-config';
import { mergeContainer } from '../../core/merge-container';
import { ConfigFile } from '../../host/config-file';
import { withoutUndefined } from '../../host/copy';
import { DaemonContainer } from '../../host/daemon-container';
import { EnvValue } from '../../host/env-value';
import { HostPath } from '../../host/host-path';
import { invalid } from '../../host/invalid';
import { MountPropagation } from '../../host/mount-propagation';
import { SecurityContext } from '../../host/security-context';
import { VolumeMount } from '../../host/volume-mount';
import { VolumeSource } from '../../host/volume-source';
import { IMAGES } from '../images';

const CONFIG = '/etc/newrelic/newrelic-infra.yml';
const INTEGRATIONS = '/etc/newrelic-infra/integrations.d';
const DOCKER = '/var/run/docker.sock';

const PRIVILEGED = SecurityContext.of({ privileged: true, allowPrivilegeEscalation: true, readOnlyRootFilesystem: true, runAsUser: 0, runAsGroup: 0 });
const UNPRIVILEGED = SecurityContext.restricted({ runAsUser: 1000, runAsGroup: 2000, readOnlyRootFilesystem: true });

/**
 * The infrastructure agent of New Relic in its bundle with integrations (read at 3.3, which has the agent 1.79).
 * There are no probes: it listens on loopback addresses alone, and the second container stops where it does not answer.
 * @see https://github.com/newrelic/nri-kubernetes/tree/main/charts/newrelic-infrastructure
 */
export function newRelic(options: NewRelicOptions, context: AgentContext): AgentConfig {
  const { hardened, platform } = context;
  const { licenseKey, displayName, integrations = {} } = options;
  const clusterName = options.clusterName ?? platform.cluster;
  if (clusterName === undefined) {
    throw invalid('clusterName', 'given, here or as the cluster of the platform', clusterName, "write clusterName: 'production'");
  }
  if (context.options.monitor !== undefined) {
    throw invalid('monitor of New Relic', 'left out, as its agent sends what it measures and shows Prometheus nothing', 'a monitor');
  }
  const hostMetrics = options.hostMetrics ?? (hardened ? true : undefined);
  assertMayMeasure(hostMetrics, options.container?.securityContext);
  const scraper = options.scrapeKubelet ?? (hardened || options.kubelet !== undefined) ? kubeletScraper(options, clusterName, hostMetrics, context) : undefined;
  const sockets = options.runtimeSocket === true ? [socket(platform.runtimeSocket, hostMetrics)] : [];
  const program: DaemonContainer = {
    name: 'newrelic-infra',
    image: IMAGES.infrastructureBundle,
    // The file that it looks for by itself stands in /etc, which a mount would hide.
    args: ['newrelic-infra', '-config', CONFIG],
    env: {
      NRIA_LICENSE_KEY: EnvValue.secret(licenseKey),
      ...hardened ? {
        NRIA_OVERRIDE_HOSTNAME: EnvValue.NODE_NAME,
        NRIA_OVERRIDE_HOSTNAME_SHORT: EnvValue.NODE_NAME,
        NRIA_HOST: EnvValue.HOST_IP,
        NRI_KUBERNETES_NODE_NAME: EnvValue.NODE_NAME,
      } : {},
      // The image says /host, where nothing is then.
      ...hostMetrics === false ? { NRIA_OVERRIDE_HOST_ROOT: EnvValue.text('') } : {},
      ...displayName === undefined ? {} : { NODE_NAME: EnvValue.NODE_NAME, NRIA_DISPLAY_NAME: EnvValue.text(displayName) },
      CLUSTER_NAME: EnvValue.text(clusterName),
      NRIA_PASSTHROUGH_ENVIRONMENT: EnvValue.text('CLUSTER_NAME'),
    },
    hostPaths: [
      ...hostMetrics === true ? [HostPath.readOnly('/', { mountPath: '/host', propagation: MountPropagation.HOST_TO_CONTAINER })] : [],
      ...sockets,
    ],
    volumes: hardened ? writable(Object.keys(integrations).length === 0) : [],
    ...hardened ? {
      securityContext: hostMetrics === true ? PRIVILEGED : UNPRIVILEGED,
      resources: context.resources ?? { requests: { cpu: '100m', memory: '150Mi' }, limits: { memory: '300Mi' } },
    } : {},
  };
  return {
    component: 'node-exporter',
    container: mergeContainer(program, options.container ?? {}),
    sidecars: scraper && [scraper.sidecar],
    configFiles: [
      ConfigFile.text(CONFIG, agentFile(options, {
        hardened, clusterName, hostMetrics, takesScrapes: scraper !== undefined, hasDocker: sockets.some(({ mountPath }) => mountPath === DOCKER),
      })),
      ...Object.entries(integrations).map(([file, text]) => ConfigFile.text(`${INTEGRATIONS}/${file}`, text)),
      ...scraper === undefined ? [] : [scraper.configFile],
    ],
    apiAccess: scraper?.apiAccess,
  };
}

function assertMayMeasure(hostMetrics: boolean | undefined, written: SecurityContext | undefined): void {
  if (hostMetrics === true && written !== undefined && written._toWire().privileged !== true) {
    throw invalid("securityContext of New Relic's agent", 'privileged where it measures the node', withoutUndefined(written._toWire()),
      'leave it out, or write hostMetrics: false');
  }
}

/** Where the agent writes, as it cannot write to its image; and nothing where the image asks Docker, of which it has no socket. */
function writable(hidesIntegrations: boolean): VolumeMount[] {
  const state = ['/var/db/newrelic-infra/data', '/var/db/newrelic-infra/user_data', '/tmp'];
  return [
    ...state.map(mountPath => ({ mountPath, source: VolumeSource.emptyDir() })),
    ...hidesIntegrations ? [{ mountPath: INTEGRATIONS, name: 'no-integrations', readOnly: true, source: VolumeSource.emptyDir() }] : [],
  ];
}

/** The agent knows two sockets, wherever the platform has its own. */
function socket(path: string, hostMetrics: boolean | undefined): HostPath {
  const name = /\/(docker|containerd)\.sock$/.exec(path)?.[1];
  if (name === undefined || hostMetrics === false) {
    throw invalid('runtimeSocket', 'left out where the node is not measured, or its runtime is neither containerd nor Docker', { hostMetrics, runtimeSocket: path });
  }
  return HostPath.readOnly(path, { mountPath: name === 'docker' ? DOCKER : '/run/containerd/containerd.sock' });
}
