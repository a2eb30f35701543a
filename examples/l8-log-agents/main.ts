import { App, Chart } from 'cdk8s';
import { LogAgent, LogCollector, LogPipelineOptions, LogSink, LogSource, Multiline, OtlpProtocol, SecretValue } from 'cdk8s-node-daemons';

const app = new App();

// What they read is the same; each program sends it where it is at home.
const sources = [LogSource.containers({ multiline: [Multiline.java({ namespaces: ['shop-*'] })] })];

function collector(name: string, agent: LogAgent, pipeline: LogPipelineOptions): void {
  new LogCollector(new Chart(app, name, { namespace: 'logging' }), 'logs', { name, agent, sources, ...pipeline });
}

collector('fluent-bit', LogAgent.fluentBit(), {
  sinks: [LogSink.openSearch({ host: 'opensearch.logging.svc', password: SecretValue.key('opensearch', 'password') })],
});
collector('fluentd', LogAgent.fluentd(), {
  sinks: [LogSink.forward({ host: 'aggregator.logging.svc', sharedKey: SecretValue.key('aggregator', 'shared-key') })],
});
collector('vector', LogAgent.vector(), {
  sinks: [LogSink.loki({ host: 'loki-gateway.logging.svc', port: 80, tls: { enabled: false } })],
});
collector('open-telemetry', LogAgent.openTelemetry(), {
  sinks: [LogSink.otlp({ host: 'gateway.logging.svc', protocol: OtlpProtocol.GRPC, tls: { ca: SecretValue.key('gateway', 'ca.crt') } })],
});
collector('filebeat', LogAgent.filebeat(), {
  sinks: [LogSink.elasticsearch({ host: 'elasticsearch.logging.svc', password: SecretValue.key('elasticsearch', 'password') })],
});
collector('alloy', LogAgent.alloy(), {
  sinks: [LogSink.loki({ host: 'loki-gateway.logging.svc', port: 80, tls: { enabled: false } })],
});

app.synth();
