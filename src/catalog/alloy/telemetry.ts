import { isParsed } from './fields';
import { Block, env, labelOf, reference, seconds, text, texts, Value } from './language';
import { receiver } from './receivers';
import { authorityOf, urlOf } from './url';
import { invalid } from '../../host/invalid';
import { KafkaModel, OtlpModel, TlsModel } from '../../host/log/model';
import { LogSurroundings } from '../log/collector';
import { BufferedSink } from '../log/pipeline';
import { certificateFile, secretVariable } from '../log/secrets';

type Sink = (OtlpModel | KafkaModel) & BufferedSink;

/**
 * Sinks that are exporters of OpenTelemetry: lines become records, whose attributes are the labels.
 * @see https://grafana.com/docs/alloy/latest/reference/components/otelcol/otelcol.receiver.loki/
 */
export function telemetry(sink: Sink, { pipeline }: LogSurroundings): Block[] {
  const { retry } = sink;
  if (retry.attempts !== undefined) {
    throw invalid(`retry of the sink '${sink.id}'`, 'given giveUpAfterSeconds, which is what Grafana Alloy counts for it', { attempts: retry.attempts });
  }
  const label = labelOf(sink);
  const exporter = sink.kind === 'kafka' ? 'otelcol.exporter.kafka' : sink.protocol === 'grpc' ? 'otelcol.exporter.otlp' : 'otelcol.exporter.otlphttp';
  const input = `${exporter}.${label}.input`;
  const reaching = pipeline.sources.filter(({ id }) => sink.sources?.includes(id) ?? true);
  const hasParsed = reaching.some(source => isParsed(source, pipeline));
  return [
    ...reaching.some(source => !isParsed(source, pipeline)) ? [received(sink, false, input)] : [],
    ...hasParsed ? [received(sink, true, `otelcol.processor.transform.${label}.input`), parsing(label, input)] : [],
    ...sink.kind === 'otlp' ? [...authentication(sink), otlp(sink, exporter)] : [kafka(sink, exporter)],
  ];
}

function received(sink: Sink, isJson: boolean, next: string): Block {
  const label = receiver(sink, isJson).split('.')[3];
  return { name: 'otelcol.receiver.loki', label, parts: [output(next)] };
}

/** Records have only labels of lines: what stands in a line is read once more. */
function parsing(label: string, next: string): Block {
  return {
    name: 'otelcol.processor.transform',
    label,
    attributes: { error_mode: 'ignore' },
    parts: [
      { name: 'log_statements', attributes: { context: 'log', statements: ['merge_maps(attributes, ParseJSON(body), "insert") where IsMatch(body, "^\\\\s*\\\\{")'] } },
      output(next),
    ],
  };
}

function output(next: string): Block {
  return { name: 'output', attributes: { logs: [reference(next)] } };
}

function authentication(sink: OtlpModel): Block[] {
  const label = labelOf(sink);
  return [
    ...sink.login === undefined ? [] : [{
      name: 'otelcol.auth.basic',
      label,
      parts: [{ name: 'client_auth', attributes: { username: text(sink.login.username), password: env(secretVariable(sink, 'password')) } }],
    }],
    ...sink.bearerToken === undefined ? [] : [{ name: 'otelcol.auth.bearer', label, attributes: { token: env(secretVariable(sink, 'bearer_token')) } }],
  ];
}

function otlp(sink: OtlpModel & BufferedSink, name: string): Block {
  const { server, headers, secretHeaders, protocol, login, bearerToken } = sink;
  const all: { [header: string]: Value } = {
    ...texts(headers),
    ...Object.fromEntries(Object.keys(secretHeaders).map(header => [header, env(secretVariable(sink, header))])),
  };
  return {
    name,
    label: labelOf(sink),
    parts: [
      {
        name: 'client',
        attributes: {
          endpoint: protocol === 'grpc' ? authorityOf(server) : urlOf(server),
          auth: login || bearerToken ? reference(`otelcol.auth.${login ? 'basic' : 'bearer'}.${labelOf(sink)}.handler`) : undefined,
          headers: Object.keys(all).length === 0 ? undefined : all,
        },
        parts: tls(sink, server.tls),
      },
      // Servers take 4 MiB in one request by gRPC.
      ...delivery(sink, { sizer: 'bytes', flush_timeout: '1s', min_size: 500000, max_size: 3000000 }),
    ],
  };
}

function kafka(sink: KafkaModel & BufferedSink, name: string): Block {
  const { sasl } = sink;
  return {
    name,
    label: labelOf(sink),
    // Of the first version that knows every way to make messages smaller.
    attributes: { protocol_version: '2.1.0', brokers: sink.brokers.map(broker => text(broker)) },
    parts: [
      { name: 'logs', attributes: { topic: text(sink.topic), encoding: 'otlp_json' } },
      { name: 'producer', attributes: { compression: sink.compression } },
      ...sasl === undefined ? [] : [{
        name: 'authentication',
        parts: [{ name: 'sasl', attributes: { mechanism: sasl.mechanism, username: text(sasl.username), password: env(secretVariable(sink, 'password')) } }],
      }],
      ...sink.tls.enabled ? tls(sink, sink.tls) : [],
      // A batch is one message, and in JSON longer than here; brokers take 1 MB.
      ...delivery(sink, { sizer: 'bytes', flush_timeout: '1s', min_size: 100000, max_size: 300000 }),
    ],
  };
}

/** By itself it sends without TLS where no certificates are named, or the other way round: it is always said. */
function tls(sink: Sink, given: TlsModel): Block[] {
  return [{
    name: 'tls',
    attributes: given.enabled ? {
      ca_file: certificateFile(sink, given, 'ca'),
      cert_file: certificateFile(sink, given, 'cert'),
      key_file: certificateFile(sink, given, 'key'),
      server_name: given.serverName,
      insecure_skip_verify: given.insecureSkipVerify || undefined,
    } : { insecure: true },
  }];
}

/** Its own queue counts requests, gives up after five minutes, and drops what comes while it is full. */
function delivery({ buffer, retry }: Sink, batch: { readonly [attribute: string]: Value }): Block[] {
  return [
    {
      name: 'sending_queue',
      attributes: { sizer: 'bytes', queue_size: buffer.maxMebibytes * 1024 * 1024, block_on_overflow: buffer.whenFull !== 'dropNewest' },
      parts: [{ name: 'batch', attributes: batch }],
    },
    {
      name: 'retry_on_failure',
      attributes: {
        initial_interval: seconds(Math.min(5, retry.maxIntervalSeconds)),
        max_interval: seconds(retry.maxIntervalSeconds),
        max_elapsed_time: seconds(retry.giveUpAfterSeconds ?? 0),
      },
    },
  ];
}
