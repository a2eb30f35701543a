import { delivery } from './delivery';
import { text } from './language';
import { ownParts } from './own-parts';
import { address, aws, basicAuth, headers, secret, tls, url } from './servers';
import { withoutUndefined } from '../../host/copy';
import { invalid } from '../../host/invalid';
import { CloudWatchModel, KafkaModel, SearchModel } from '../../host/log/model';
import { LogSurroundings } from '../log/collector';
import { BufferedSink } from '../log/pipeline';
import { Component } from '../open-telemetry/component';

/** @see https://opentelemetry.io/docs/collector/components/exporter/ */
export function exporters(sink: BufferedSink, around: LogSurroundings): Component[] {
  switch (sink.kind) {
    case 'raw': return ownParts(`the sink '${sink.id}'`, 'exporter', sink.raw);
    case 'stdout': return [{ name: sink.id === 'stdout' ? 'debug' : `debug/${sink.id}`, config: around.context.hardened ? { verbosity: 'normal' } : {}, signals: ['logs'] }];
    default: {
      const { type, settings, basic } = exporterOf(sink);
      return [{
        name: `${type}/${sink.id}`,
        config: withoutUndefined({ ...settings, ...delivery(sink, around) }),
        signals: ['logs'],
        extensions: basic && [basic],
        isContribOnly: !['otlp', 'otlphttp'].includes(type),
      }];
    }
  }
}

interface Exporter {
  readonly type: string;
  readonly settings: { readonly [key: string]: unknown };
  /** What logs in, where that is an extension. */
  readonly basic?: Component;
}

type Sending = Exclude<BufferedSink, { kind: 'raw' | 'stdout' }>;

function exporterOf(sink: Sending): Exporter {
  const basic = sink.kind !== 'elasticsearch' && 'login' in sink && sink.login !== undefined ? basicAuth(sink, sink.login) : undefined;
  const auth = basic && { authenticator: basic.name };
  switch (sink.kind) {
    case 'elasticsearch': return { type: 'elasticsearch', settings: elasticsearch(sink) };
    case 'openSearch': return {
      type: 'opensearch',
      basic,
      settings: {
        http: withoutUndefined({ endpoint: url(sink.server), tls: tls(sink, sink.server.tls), auth }),
        logs_index: text(sink.index),
        logs_index_time_format: sink.indexPerDay ? 'yyyy.MM.dd' : undefined,
      },
    };
    case 'loki': return {
      type: 'otlphttp',
      basic,
      settings: {
        endpoint: `${url(sink.server)}/otlp`,
        tls: tls(sink, sink.server.tls),
        auth,
        headers: headers(sink, sink.bearerToken, sink.tenant === undefined ? {} : { 'X-Scope-OrgID': sink.tenant }),
      },
    };
    case 'otlp': return {
      type: sink.protocol === 'grpc' ? 'otlp' : 'otlphttp',
      basic,
      settings: {
        endpoint: sink.protocol === 'grpc' ? address(sink.server) : url(sink.server),
        tls: sink.protocol === 'grpc' && !sink.server.tls.enabled ? { insecure: true } : tls(sink, sink.server.tls),
        auth,
        headers: headers(sink, sink.bearerToken, sink.headers, sink.secretHeaders),
      },
    };
    case 'kafka': return { type: 'kafka', settings: kafka(sink) };
    case 'splunkHec': return {
      type: 'splunk_hec',
      settings: {
        endpoint: `${url(sink.server)}/services/collector`,
        token: secret(sink, 'token'),
        index: text(sink.index),
        source: text(sink.source),
        sourcetype: text(sink.sourcetype),
        tls: tls(sink, sink.server.tls),
      },
    };
    case 'cloudWatch': return { type: 'awscloudwatchlogs', settings: cloudWatch(sink) };
    case 's3': return {
      type: 'awss3',
      settings: {
        s3uploader: withoutUndefined({
          ...aws(sink.aws),
          s3_bucket: text(sink.bucket),
          s3_prefix: text(sink.prefix),
          compression: sink.compress ? 'gzip' : undefined,
          // A bucket of another service has no host of its own.
          s3_force_path_style: sink.aws.endpoint === undefined ? undefined : true,
        }),
        marshaler: 'otlp_json',
      },
    };
    default: throw invalid(`the sink '${sink.id}'`, 'something that the OpenTelemetry Collector can do', sink.kind);
  }
}

/** @see https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/main/exporter/elasticsearchexporter */
function elasticsearch(sink: SearchModel): Exporter['settings'] {
  const { server, login, apiKey, index, indexPerDay, pipeline, retry } = sink;
  return {
    endpoints: [url(server)],
    tls: tls(sink, server.tls),
    user: text(login?.username),
    password: login && secret(sink, 'password'),
    api_key: apiKey && secret(sink, 'api_key'),
    logs_index: text(index),
    logstash_format: indexPerDay ? { enabled: true } : undefined,
    pipeline: text(pipeline),
    // With `otel`, its default, and with `ecs` a server refuses each line whose index is no data stream. Since 0.145 the first that is
    // allowed counts, before that `mode`.
    mapping: { mode: 'raw', allowed_modes: ['raw'] },
    // It counts attempts, and two are its own default.
    retry: { enabled: true, max_retries: 1000000, initial_interval: '1s', max_interval: `${retry.maxIntervalSeconds}s`, retry_on_status: [429, 500, 502, 503, 504] },
  };
}

/** @see https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/main/exporter/kafkaexporter */
function kafka(sink: KafkaModel): Exporter['settings'] {
  const { brokers, topic, sasl, tls: trust, compression } = sink;
  return {
    brokers: brokers.map(broker => text(broker)),
    logs: { topic: text(topic), encoding: 'otlp_json' },
    // Left out, it speaks without TLS.
    tls: trust.enabled ? { insecure: false, ...tls(sink, trust) } : undefined,
    auth: sasl && { sasl: { mechanism: sasl.mechanism, username: text(sasl.username), password: secret(sink, 'password') } },
    producer: { compression, required_acks: -1 },
  };
}

/** @see https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/main/exporter/awscloudwatchlogsexporter */
function cloudWatch({ aws: server, group, streamPrefix, retentionDays }: CloudWatchModel): Exporter['settings'] {
  return { ...aws(server), log_group_name: text(group), log_stream_name: `${text(streamPrefix)}otelcol`, log_retention: retentionDays };
}
