import { remap } from './stage';
import { SinkModel } from '../../host/log/model';

/** Fields that a shape adds for the settings of its sink, which are not sent. */
export const LOKI_LABELS = 'loki_labels';
export const LOG_STREAM = 'log_stream';

/** What lines must look like for a sink; undefined where they go as they are. */
export function shapeOf(sink: SinkModel): object | undefined {
  switch (sink.kind) {
    case 'elasticsearch':
    case 'openSearch': return remap(...SEARCH);
    case 'loki': return remap(...LOKI);
    case 'cloudWatch': return remap(...CLOUD_WATCH);
    case 'otlp': return remap(...OTLP);
    default: return undefined;
  }
}

/** Labels such as `app` and `app.kubernetes.io/name` cannot both be fields there: a dot means a field of a field. */
const SEARCH = [
  '. = map_keys(., recursive: true) -> |key| { replace(key, ".", "_") }',
  '."@timestamp" = .timestamp',
];

/** Lines of the node have no names of pods, and a template that names a field that is missing is an error for each of them. */
const LOKI = [
  `.${LOKI_LABELS} = compact({`,
  '  "namespace": .kubernetes.pod_namespace,',
  '  "pod": .kubernetes.pod_name,',
  '  "container": .kubernetes.container_name,',
  '  "stream": .stream,',
  '  "unit": ._SYSTEMD_UNIT,',
  '})',
];

const CLOUD_WATCH = [
  'names = compact([.kubernetes.pod_namespace, .kubernetes.pod_name, .kubernetes.container_name])',
  `.${LOG_STREAM} = if length(names) > 0 { join(names, separator: ".") ?? "other" } else { string(.source_type) ?? "other" }`,
];

/** @see https://opentelemetry.io/docs/specs/otel/logs/data-model/ */
const OTLP = [
  'of_pod = object(del(.kubernetes)) ?? {}',
  'names = compact({',
  '  "k8s.namespace.name": of_pod.pod_namespace,',
  '  "k8s.pod.name": of_pod.pod_name,',
  '  "k8s.pod.uid": of_pod.pod_uid,',
  '  "k8s.container.name": of_pod.container_name,',
  '  "k8s.node.name": of_pod.pod_node_name,',
  '})',
  'for_each(object(of_pod.pod_labels) ?? {}) -> |key, value| { names = set!(names, ["k8s.pod.label." + key], value) }',
  'for_each(object(of_pod.pod_annotations) ?? {}) -> |key, value| { names = set!(names, ["k8s.pod.annotation." + key], value) }',
  'for_each(object(of_pod.namespace_labels) ?? {}) -> |key, value| { names = set!(names, ["k8s.namespace.label." + key], value) }',
  'resource = []',
  'for_each(names) -> |key, value| { resource = push(resource, { "key": key, "value": { "stringValue": to_string(value) ?? encode_json(value) } }) }',
  'text = to_string(del(.message)) ?? ""',
  'time = to_unix_timestamp(timestamp(del(.timestamp)) ?? now(), unit: "nanoseconds")',
  'attributes = []',
  'for_each(.) -> |key, value| { attributes = push(attributes, { "key": key, "value": { "stringValue": to_string(value) ?? encode_json(value) } }) }',
  'record = { "timeUnixNano": time, "observedTimeUnixNano": time, "body": { "stringValue": text }, "attributes": attributes }',
  '. = { "resourceLogs": [{ "resource": { "attributes": resource }, "scopeLogs": [{ "logRecords": [record] }] }] }',
];
