import { parse } from 'yaml';
import { chartWith, configOf, containerOf, envOf, OTLP, podOf } from './rendered-open-telemetry';
import { Monitor, OpenTelemetryExporter, SecretValue } from '../../src';
import { manifestsOf } from '../core/testing';

describe('what is sent', () => {
  test('goes to a server that trusts and is trusted by keys of Secrets, which are files', () => {
    const exporter = OpenTelemetryExporter.otlp({
      endpoint: 'gateway:4317', tls: { ca: SecretValue.key('authority', 'ca'), cert: SecretValue.key('client', 'tls.crt'), key: SecretValue.key('client', 'tls.key') },
    });
    expect(configOf({ exporters: [exporter] }).exporters.otlp.tls).toEqual({
      ca_file: '/etc/otelcol/tls/otlp/ca.crt', cert_file: '/etc/otelcol/tls/otlp/tls.crt', key_file: '/etc/otelcol/tls/otlp/tls.key', reload_interval: '5m',
    });
    expect(podOf({ exporters: [exporter] }).volumes.find((volume: any) => volume.projected).projected.sources).toEqual([
      { secret: { name: 'authority', items: [{ key: 'ca', path: 'ca.crt' }] } },
      { secret: { name: 'client', items: [{ key: 'tls.crt', path: 'tls.crt' }] } },
      { secret: { name: 'client', items: [{ key: 'tls.key', path: 'tls.key' }] } },
    ]);
  });

  test('carries credentials that stand in Secrets alone', () => {
    const options = {
      exporters: [OpenTelemetryExporter.otlpHttp({
        endpoint: 'https://gateway.example.com',
        bearerToken: SecretValue.key('gateway', 'token'),
        secretHeaders: { 'x-api-key': SecretValue.key('gateway', 'key') },
        headers: { 'x-scope-orgid': 'nodes' },
      })],
    };
    expect(configOf(options).exporters.otlphttp.headers).toEqual({
      'x-scope-orgid': 'nodes', 'x-api-key': '${env:OTLPHTTP_X_API_KEY}', 'authorization': 'Bearer ${env:OTLPHTTP_AUTHORIZATION}',
    });
    expect(envOf(options).OTLPHTTP_AUTHORIZATION).toEqual({ valueFrom: { secretKeyRef: { name: 'gateway', key: 'token' } } });
  });

  test('goes to Prometheus under a name and a password, with the node in every series', () => {
    const options = {
      exporters: [OpenTelemetryExporter.prometheusRemoteWrite({
        endpoint: 'https://prometheus.example.com/api/v1/write',
        basicAuth: { username: SecretValue.key('prometheus', 'username'), password: SecretValue.key('prometheus', 'password') },
        externalLabels: { cluster: 'a' },
        queue: { size: 500, consumers: 2 },
        retry: { maxElapsedTime: '10m' },
        timeout: '5s',
      })],
    };
    const { exporters, extensions, service } = configOf(options);
    expect(exporters.prometheusremotewrite).toEqual({
      endpoint: 'https://prometheus.example.com/api/v1/write',
      auth: { authenticator: 'basicauth/prometheusremotewrite' },
      timeout: '5s',
      retry_on_failure: { max_elapsed_time: '10m' },
      external_labels: { cluster: 'a' },
      remote_write_queue: { queue_size: 500, num_consumers: 2 },
      resource_to_telemetry_conversion: { enabled: true },
    });
    expect(extensions['basicauth/prometheusremotewrite']).toEqual({
      client_auth: { username: '${env:PROMETHEUSREMOTEWRITE_USERNAME}', password: '${env:PROMETHEUSREMOTEWRITE_PASSWORD}' },
    });
    expect(service.extensions).toEqual(['health_check', 'basicauth/prometheusremotewrite']);
  });

  test('is scraped at one port, which feeds the listener, the Service and the monitor (#20 port set in one place, not the other)', () => {
    const exporters = [OpenTelemetryExporter.prometheus({ port: 9464 })];
    const chart = chartWith({ exporters }, { monitor: Monitor.serviceMonitor() });
    expect(parse(manifestsOf(chart, 'ConfigMap')[0].data.relay).exporters.prometheus)
      .toEqual({ endpoint: '${env:MY_POD_IP}:9464', resource_to_telemetry_conversion: { enabled: true } });
    expect(manifestsOf(chart, 'DaemonSet')[0].spec.template.spec.containers[0].ports).toContainEqual({ name: 'metrics', containerPort: 9464 });
    expect(manifestsOf(chart, 'Service')[0].spec).toMatchObject({ clusterIP: 'None', ports: [{ name: 'metrics', port: 9464 }] });
    expect(manifestsOf(chart, 'ServiceMonitor')[0].spec.endpoints[0].port).toBe('metrics');
  });

  test('by what the collector for Kubernetes lacks is sent by that with all components', () => {
    expect(containerOf().image).toContain('opentelemetry-collector-k8s:');
    expect(containerOf({ exporters: [OpenTelemetryExporter.prometheus()] }).image).toContain('opentelemetry-collector-contrib:');
  });

  test('goes to two servers of one kind, each with its id', () => {
    const second = OpenTelemetryExporter.otlp({ id: 'second', endpoint: 'other:4317', compression: undefined });
    expect(configOf({ exporters: [OTLP, second] }).service.pipelines.metrics.exporters).toEqual(['otlp', 'otlp/second']);
  });
});
