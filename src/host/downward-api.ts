import { isQualifiedName } from './formats';
import { invalid } from './invalid';
import { ResourceFieldOptions } from './resource-field-options';
import type { ObjectFieldSelector, ResourceFieldSelector } from '../kubernetes/wire/env';

const SUBSCRIPT = /^metadata\.(labels|annotations)\['([^']+)'\]$/;
const ENV_FIELDS = new Set([
  'metadata.name', 'metadata.namespace', 'metadata.uid', 'spec.nodeName', 'spec.serviceAccountName',
  'status.hostIP', 'status.hostIPs', 'status.podIP', 'status.podIPs',
]);
const FILE_FIELDS = new Set(['metadata.name', 'metadata.namespace', 'metadata.uid', 'metadata.labels', 'metadata.annotations']);
const RESOURCE = /^(limits|requests)\.(cpu|memory|ephemeral-storage|hugepages-[0-9A-Za-z]+)$/;
const CPU_DIVISOR = /^(1|1m)$/;
const DIVISOR = /^(1|1[kMGTPE]|1[KMGTPE]i)$/;

/**
 * A field of the pod for an environment variable.
 * @see https://kubernetes.io/docs/concepts/workloads/pods/downward-api/
 */
export function envField(path: string): ObjectFieldSelector {
  return field(path, ENV_FIELDS);
}

/** A field of the pod for a file. */
export function fileField(path: string): ObjectFieldSelector {
  return field(path, FILE_FIELDS);
}

/** A resource amount of a container. */
export function resourceField(resource: string, options: ResourceFieldOptions): ResourceFieldSelector {
  if (!RESOURCE.test(resource)) {
    throw invalid('resource', "'limits' or 'requests', a point, and cpu, memory, ephemeral-storage or hugepages-<size>", resource);
  }
  const { divisor, containerName } = options;
  const cpu = resource.endsWith('.cpu');
  if (divisor !== undefined && !(cpu ? CPU_DIVISOR : DIVISOR).test(divisor)) {
    throw invalid(`divisor of ${resource}`, cpu ? "'1' or '1m'" : "'1', '1k' … '1E' or '1Ki' … '1Ei'", divisor);
  }
  return { resource, containerName, divisor };
}

function field(path: string, fields: ReadonlySet<string>): ObjectFieldSelector {
  const [, of, key] = SUBSCRIPT.exec(path) ?? [];
  // Kubernetes compares the keys of annotations in lower case.
  if (!fields.has(path) && !(key !== undefined && isQualifiedName(of === 'labels' ? key : key.toLowerCase()))) {
    throw invalid('field', `one of ${[...fields].join(', ')}, metadata.labels['…'], metadata.annotations['…']`, path);
  }
  return { fieldPath: path };
}
