import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { companion, later } from './companion';
import { CompanionDaemon, ownPorts, selectedLabels } from './companion-daemon';
import { listOrNothing, mapOrNothing } from './tidy';
import { constructOf } from './tree';
import { ContainerPort } from '../host/container-port';
import { withoutUndefined } from '../host/copy';
import { invalid } from '../host/invalid';
import { MetricsEndpoint } from '../host/metrics-endpoint';
import { Monitor } from '../host/monitor';
import { Relabeling, ScrapeTls } from '../host/monitor-options';
import type { SecretKeySelector } from '../kubernetes/wire/env';

const INSTANCE_IS_NODE: Relabeling = { sourceLabels: ['__meta_kubernetes_pod_node_name'], targetLabel: 'instance' };

/** Of a Prometheus that runs in the cluster; the operator has no other way to say that its own account asks. */
const OWN_TOKEN = '/var/run/secrets/kubernetes.io/serviceaccount/token';

/** Makes a daemon known to Prometheus. */
export function daemonMonitor(scope: Construct, monitor: Monitor, daemon: CompanionDaemon, service: ApiObject | undefined): ApiObject | undefined {
  const endpoint = monitor._endpoint ?? endpointOf(ownPorts(daemon), monitor._options.port);
  if ((monitor._kind === 'ServiceMonitor' || monitor._kind === 'service annotations') && service === undefined) {
    throw invalid(`monitor by a ${monitor._kind === 'ServiceMonitor' ? 'ServiceMonitor' : 'Service'}`, 'on a daemon with a Service', undefined,
      'give service: { headless: true }, or use Monitor.podMonitor()');
  }
  if (monitor._kind === 'ServiceMonitor' || monitor._kind === 'PodMonitor') {
    return monitorObject(scope, monitor, endpoint, daemon, service);
  }
  if (endpoint.asks !== undefined) {
    throw invalid('monitor by annotations', 'on an endpoint that asks for nothing, as annotations carry no credentials', endpoint.asks,
      'use Monitor.serviceMonitor() or Monitor.podMonitor()');
  }
  for (const [name, value] of Object.entries(annotationsOf(endpoint))) {
    if (monitor._kind === 'pod annotations') {
      daemon.addPodAnnotation(name, value);
    } else {
      service!.metadata.addAnnotation(name, value);
    }
  }
  return undefined;
}

function endpointOf(ports: readonly ContainerPort[], name: string | undefined): MetricsEndpoint {
  const port = name === undefined ? ports.find(candidate => candidate.name === 'metrics') ?? (ports.length === 1 ? ports[0] : undefined)
    : ports.find(candidate => candidate.name === name);
  if (port?.name === undefined) {
    throw invalid('port of the monitor', 'a named port of the container', name ?? ports.map(candidate => candidate.name ?? candidate.number),
      "name one: ContainerPort.tcp(9100, { name: 'metrics' })");
  }
  return { port: port.name, number: port.number };
}

function annotationsOf({ number, path, scheme }: MetricsEndpoint): { [name: string]: string } {
  return withoutUndefined({
    'prometheus.io/scrape': 'true', 'prometheus.io/port': String(number), 'prometheus.io/path': path!, 'prometheus.io/scheme': scheme === 'https' ? scheme : undefined!,
  });
}

function monitorObject(
  scope: Construct, monitor: Monitor, endpoint: MetricsEndpoint, daemon: CompanionDaemon, service: ApiObject | undefined,
): ApiObject {
  const { name, labels, jobLabel, podTargetLabels, targetLabels, sampleLimit } = monitor._options;
  const isOfService = monitor._kind === 'ServiceMonitor';
  const metadata = { name: name ?? daemon.daemonName, labels: mapOrNothing({ ...daemon.labels, ...labels }) };
  const scrape = endpointWire(monitor, endpoint);
  if (isOfService) {
    constructOf(scope).node.addValidation({ validate: () => missing(daemon, service!) });
  }
  return companion(scope, monitor._kind, { apiVersion: 'monitoring.coreos.com/v1', kind: monitor._kind }, metadata, {
    spec: later(() => ({
      jobLabel,
      targetLabels,
      podTargetLabels,
      sampleLimit,
      selector: { matchLabels: isOfService ? serviceLabels(daemon, service!) : selectedLabels(daemon) },
      [isOfService ? 'endpoints' : 'podMetricsEndpoints']: [scrape],
    })),
  });
}

/** The labels by which the daemon's Service is found and no other is; none where it has none. */
function serviceLabels(daemon: CompanionDaemon, service: ApiObject): { [label: string]: string } {
  const carried: { [label: string]: string } = service.metadata.toJson()?.labels ?? {};
  const selector = Object.entries(selectedLabels(daemon));
  return selector.length > 0 && selector.every(([label, value]) => carried[label] === value) ? Object.fromEntries(selector) : carried;
}

/** Labels may come until synthesis. */
function missing(daemon: CompanionDaemon, service: ApiObject): string[] {
  return Object.keys(serviceLabels(daemon, service)).length > 0 ? []
    : ['a ServiceMonitor finds the Service by labels, and it has none: give service: { labels: { … } }'];
}

function endpointWire({ _kind, _options }: Monitor, endpoint: MetricsEndpoint): object {
  const { interval, scrapeTimeout, instanceIsNode = true, relabelings = [], metricRelabelings = [], bearerToken, basicAuth } = _options;
  const scheme = _options.scheme ?? endpoint.scheme;
  const user = basicAuth ?? (endpoint.username && endpoint.password && { username: endpoint.username, password: endpoint.password });
  const asksForToken = endpoint.asks === 'token' && bearerToken === undefined && user === undefined;
  if (asksForToken && _kind === 'PodMonitor') {
    throw invalid('bearerToken of the PodMonitor', 'given, as the endpoint asks for a token and only a ServiceMonitor can send that of Prometheus', undefined,
      "give bearerToken: SecretValue.key('…', '…'), or use Monitor.serviceMonitor()");
  }
  return withoutUndefined({
    port: _options.port ?? endpoint.port,
    path: _options.path ?? endpoint.path,
    scheme,
    interval,
    scrapeTimeout,
    bearerTokenFile: asksForToken ? OWN_TOKEN : undefined,
    authorization: bearerToken && { type: 'Bearer', credentials: bearerToken._toWire() },
    basicAuth: user && { username: user.username._toWire(), password: user.password._toWire() },
    tlsConfig: scheme === 'https' ? tlsWire(_options.tls ?? {}, endpoint) : undefined,
    relabelings: listOrNothing([...instanceIsNode ? [INSTANCE_IS_NODE] : [], ...relabelings]),
    metricRelabelings: listOrNothing(metricRelabelings),
  });
}

function tlsWire({ ca, cert, key, serverName, insecureSkipVerify }: ScrapeTls, { isSelfSigned }: MetricsEndpoint): object | undefined {
  const wire: { [field: string]: unknown } = withoutUndefined({
    ca: secret(ca),
    cert: secret(cert),
    keySecret: key?._toWire(),
    serverName,
    insecureSkipVerify: insecureSkipVerify ?? (isSelfSigned === true && ca === undefined ? true : undefined),
  });
  return mapOrNothing(wire as { [field: string]: any });
}

function secret(value: { _toWire(): SecretKeySelector } | undefined): object | undefined {
  return value && { secret: value._toWire() };
}
