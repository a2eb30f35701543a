import { AgentConfig, AgentContext } from '../../core/agent-config';
import { mergeContainer } from '../../core/merge-container';
import { ApiAccess } from '../../host/api-access';
import { ContainerPort } from '../../host/container-port';
import { DaemonContainer } from '../../host/daemon-container';
import { EnvValue } from '../../host/env-value';
import { HostPath } from '../../host/host-path';
import { Probe } from '../../host/probe';
import { SecurityContext } from '../../host/security-context';
import { VolumeSource } from '../../host/volume-source';

/** What is asked of fluentd. */
export interface FluentdRequest {
  readonly container: DaemonContainer;
  /** Directory of the node for positions and buffers. */
  readonly stateDirectory: string;
}

/**
 * fluentd in an image that brings its own configuration, as those of fluent/fluentd-kubernetes-daemonset do (read at v1.19.3-1.1).
 * @see https://github.com/fluent/fluentd-kubernetes-daemonset
 */
export function fluentdOfImage({ container, stateDirectory }: FluentdRequest, context: AgentContext): AgentConfig {
  if (!context.hardened) {
    return { component: 'log-collector', container };
  }
  const name = container.name ?? 'fluentd';
  const metrics = container.ports?.find(port => port.name === 'metrics')?.number ?? 24231;
  const program: DaemonContainer = {
    name,
    env: {
      K8S_NODE_NAME: EnvValue.NODE_NAME,
      // The lines of containerd and CRI-O; the image still expects those of Docker.
      FLUENT_CONTAINER_TAIL_PARSER_TYPE: EnvValue.text('cri'),
      FLUENT_CONTAINER_TAIL_PARSER_TIME_FORMAT: EnvValue.text('%Y-%m-%dT%H:%M:%S.%N%:z'),
      // Its own lines would come back for ever; the image leaves them out only where the pod is called fluentd.
      FLUENT_CONTAINER_TAIL_EXCLUDE_PATH: EnvValue.text(`/var/log/containers/*_${name}-*.log`),
      // Positions go below /var/log, of which only this directory is writable. One of the image's files reads the second name.
      FLUENT_POS_EXTRA_DIR: EnvValue.text('fluentd'),
      FLUENT_POS_DIR: EnvValue.text('fluentd'),
      FLUENTD_SYSTEMD_CONF: EnvValue.text('disable'),
    },
    ports: [ContainerPort.tcp(metrics, { name: 'metrics' })],
    hostPaths: [
      HostPath.readOnly('/var/log/containers'),
      ...context.platform.logRoots.map(root => HostPath.readOnly(root)),
      HostPath.readWrite(stateDirectory, { mountPath: '/var/log/fluentd', volumeName: 'state' }),
      HostPath.readWrite(`${stateDirectory}/buffers`, { mountPath: '/var/log/fluentd-buffers', volumeName: 'buffers' }),
    ],
    volumes: [{ mountPath: '/tmp', source: VolumeSource.emptyDir() }],
    // Log files belong to root; their owner reads them without any capability.
    securityContext: SecurityContext.root({ readOnlyRootFilesystem: true }),
    readinessProbe: Probe.httpGet('/metrics', { port: metrics, initialDelaySeconds: 10 }),
    livenessProbe: Probe.httpGet('/metrics', { port: metrics, initialDelaySeconds: 60, periodSeconds: 30, timeoutSeconds: 5, failureThreshold: 5 }),
    resources: context.resources ?? { requests: { cpu: '100m', memory: '300Mi' }, limits: { memory: '300Mi' } },
  };
  return {
    component: 'log-collector',
    container: mergeContainer(program, container),
    apiAccess: [ApiAccess.read('', 'pods', 'namespaces')],
  };
}
