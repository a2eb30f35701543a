import { OpenTelemetryLogsOptions } from './options';
import { invalid } from '../../host/invalid';
import { LogCollectorHealth } from '../../host/log/log-pipeline-options';
import { BufferedSink, LogPipeline } from '../log/pipeline';
import { assertOneOfEach } from '../open-telemetry/collector-config';
import { assertProcessors } from '../open-telemetry/processors';

/** Refuses options that could never be right, whatever the pipeline. */
export function assertOpenTelemetryLogs(options: OpenTelemetryLogsOptions): void {
  assertOneOfEach(options.exporters ?? []);
  assertOneOfEach(options.receivers ?? []);
  assertProcessors(options);
}

/** Refuses what the collector cannot say of a feature that it has. */
export function assertExpressible({ sinks }: LogPipeline): void {
  sinks.forEach(assertSink);
}

function assertSink(sink: BufferedSink): void {
  if (sink.kind === 'loki' && Object.keys(sink.labels).length > 0) {
    throw invalid(`labels of the sink '${sink.id}'`, 'left out for the OpenTelemetry Collector: Loki itself chooses which attributes are labels', sink.labels,
      'give its distributor the attributes, in limits_config.otlp_config, and add them with resourceAttributes');
  }
  if (sink.kind === 'cloudWatch' && !sink.createGroup) {
    throw invalid(`createLogGroup of the sink '${sink.id}'`, 'true for the OpenTelemetry Collector, which makes a group that is missing', false);
  }
  if (sink.kind === 'openSearch' && sink.pipeline !== undefined) {
    throw invalid(`pipeline of the sink '${sink.id}'`, 'left out for the OpenTelemetry Collector, which cannot name one', sink.pipeline,
      'make it the default of the index: index.default_pipeline');
  }
  if (sink.kind === 'elasticsearch' && sink.retry.giveUpAfterSeconds !== undefined) {
    throw invalid(`giveUpAfterSeconds of the sink '${sink.id}'`, 'left out for the OpenTelemetry Collector, which has no such limit for Elasticsearch',
      sink.retry.giveUpAfterSeconds);
  }
}

/** The ports of the collector's health and metrics, which are a prop of the pipeline and options of the program. */
export function withHealth<T extends OpenTelemetryLogsOptions>(options: T, { port, metricsPort }: LogCollectorHealth, hardened: boolean): T {
  assertOnce('health.port', port, 'healthCheck.port', options.healthCheck?.port);
  assertOnce('health.metricsPort', metricsPort, 'telemetry.metricsPort', options.telemetry?.metricsPort);
  const own = metricsPort ?? options.telemetry?.metricsPort ?? (hardened ? 8888 : undefined);
  return {
    ...options,
    ...port === undefined ? {} : { healthCheck: { ...options.healthCheck, port } },
    ...own === undefined ? {} : { telemetry: { ...options.telemetry, metricsPort: own } },
  };
}

function assertOnce(prop: string, ofPipeline: number | undefined, option: string, ofProgram: number | undefined): void {
  if (ofPipeline !== undefined && ofProgram !== undefined) {
    throw invalid(prop, `left out where the agent has ${option}, which says the same`, ofPipeline, 'write one of the two');
  }
}
