import { ApiAccess } from '../../host/api-access';
import { ContainerPort } from '../../host/container-port';
import { EnvValue } from '../../host/env-value';
import { HostPath } from '../../host/host-path';
import { MetricsEndpoint } from '../../host/metrics-endpoint';
import { VolumeMount } from '../../host/volume-mount';

/** What flows through a pipeline. */
export type Signal = 'metrics' | 'traces' | 'logs';

export const SIGNALS: readonly Signal[] = ['metrics', 'traces', 'logs'];

/**
 * A receiver, processor, exporter or extension as the collector's configuration has it, with what it needs of the pod.
 *
 * Names are those that every release knows: the new ones (`host_metrics`, `otlp_grpc` …) stop a collector that is older than they are.
 */
export interface Component {
  /** Its type; with an id behind a slash where there are several. */
  readonly name: string;
  readonly config: object;
  readonly signals: readonly Signal[];
  readonly env?: { readonly [name: string]: EnvValue };
  readonly ports?: readonly ContainerPort[];
  readonly hostPaths?: readonly HostPath[];
  readonly volumes?: readonly VolumeMount[];
  readonly apiAccess?: readonly ApiAccess[];
  /** Extensions that it cannot do without. */
  readonly extensions?: readonly Component[];
  /** Where Prometheus scrapes it. */
  readonly metrics?: MetricsEndpoint;
  /** Whether the collector for Kubernetes lacks it and the one with all components has it. */
  readonly isContribOnly?: boolean;
}

/** What a component is told about the collector around it. */
export interface Surroundings {
  readonly hardened: boolean;
  /** Port of the collector's own metrics. */
  readonly ownMetricsPort: number;
  /** Address and port on which it listens: those of the pod, under host network of the node. */
  listenOn(port: number): string;
}

/** Name of a component in the configuration. */
export function componentName(type: string, id: string | undefined): string {
  return id === undefined ? type : `${type}/${id}`;
}

/** Only what was written: a key without a value would be read as an empty one. */
export function written(config: { readonly [key: string]: unknown }): { [key: string]: unknown } {
  return Object.fromEntries(Object.entries(config).filter(([, value]) => value !== undefined));
}
