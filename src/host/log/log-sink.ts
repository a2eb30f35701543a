import { LogSinkOptions } from './log-server-options';
import {
  CloudWatchOptions, ElasticsearchOptions, ForwardOptions, HttpLogOptions, KafkaCompression, KafkaOptions, LokiOptions, OpenSearchOptions,
  OtlpLogOptions, OtlpProtocol, RawLogSinkOptions, S3Options, SaslMechanism, SplunkHecOptions,
} from './log-sink-options';
import { SearchModel, SinkModel } from './model';
import { rawOf } from './raw';
import {
  assertOneCredential, assertOpenPath, assertSecret, assertText, awsOf, headersOf, loginOf, serverOf, sinkBase, tlsOf, withoutLogin,
} from './server';
import { assertStruct } from './values';
import { assertOneOfEnum, assertYesOrNo } from '../checked-type';
import { copyOf } from '../copy';
import { invalid } from '../invalid';

/**
 * Where a log collector sends lines. In texts, `$(NAME)` stands for a variable of the container; `NODE_NAME`, `HOST_IP`, `POD_NAME`,
 * `POD_NAMESPACE` and `POD_IP` are there where they are used.
 */
export class LogSink {
  /**
   * Elasticsearch.
   *
   * @param options where, and who it is
   */
  public static elasticsearch(options: ElasticsearchOptions): LogSink {
    assertStruct('options of the sink elasticsearch', options, "{ host: 'logs.example.com' }");
    const { apiKey, password } = options;
    assertSecret('apiKey of the sink elasticsearch', apiKey);
    assertOneCredential('elasticsearch', { apiKey, password });
    return new LogSink({ ...searchOf('elasticsearch', 'elastic', options), apiKey });
  }

  /**
   * OpenSearch.
   *
   * @param options where, and who it is
   */
  public static openSearch(options: OpenSearchOptions): LogSink {
    assertStruct('options of the sink openSearch', options, "{ host: 'logs.example.com' }");
    return new LogSink(searchOf('openSearch', 'admin', options));
  }

  /**
   * Grafana Loki.
   *
   * @param options where, and who it is
   */
  public static loki(options: LokiOptions): LogSink {
    assertStruct('options of the sink loki', options, "{ host: 'logs.example.com' }");
    const { username, password, bearerToken, tenant, labels = {} } = options;
    assertSecret('bearerToken of the sink loki', bearerToken);
    assertOneCredential('loki', { password, bearerToken });
    assertStruct('labels of the sink loki', labels, "{ cluster: 'a' }");
    for (const [label, text] of Object.entries(labels)) {
      if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(label)) {
        throw invalid('labels of the sink loki', "names of letters, digits and '_'", label);
      }
      assertText(`label '${label}' of the sink loki`, text);
    }
    return new LogSink({
      kind: 'loki',
      ...sinkBase('loki', options),
      server: serverOf('loki', options, 3100),
      login: loginOf('loki', username, password),
      bearerToken,
      tenant: tenant === undefined ? undefined : assertText('tenant of the sink loki', tenant),
      labels: copyOf(labels),
    });
  }

  /**
   * A server of OpenTelemetry, such as a collector that gathers for a cluster.
   *
   * @param options where, and who it is
   */
  public static otlp(options: OtlpLogOptions): LogSink {
    assertStruct('options of the sink otlp', options, "{ host: 'logs.example.com' }");
    const { protocol = OtlpProtocol.HTTP, username, password, bearerToken, headers, secretHeaders } = options;
    assertOneOfEnum('protocol of the sink otlp', protocol, 'OtlpProtocol', OtlpProtocol);
    assertSecret('bearerToken of the sink otlp', bearerToken);
    assertOneCredential('otlp', { password, bearerToken, authorization: authorizationIn(secretHeaders) });
    return new LogSink({
      kind: 'otlp',
      ...sinkBase('otlp', options),
      server: serverOf('otlp', options, protocol === OtlpProtocol.GRPC ? 4317 : 4318),
      protocol,
      login: loginOf('otlp', username, password),
      bearerToken,
      ...headersOf('otlp', headers, secretHeaders),
    });
  }

  /**
   * A topic of Kafka.
   *
   * @param options brokers, topic and who it is
   */
  public static kafka(options: KafkaOptions): LogSink {
    assertStruct('options of the sink kafka', options, "{ brokers: ['kafka.example.com:9092'], topic: 'logs' }");
    const { brokers, topic, tls, username, password, saslMechanism = SaslMechanism.SCRAM_SHA_512, compression = KafkaCompression.GZIP } = options;
    if (!Array.isArray(brokers) || brokers.length === 0 || !brokers.every(broker => typeof broker === 'string' && /^[^\s@/,'"]+:\d+$/.test(broker))) {
      throw invalid('brokers of the sink kafka', "hosts with their ports, such as 'kafka.example.com:9092'", Array.isArray(brokers) ? brokers.map(withoutLogin) : brokers);
    }
    if (typeof topic !== 'string' || !/^[A-Za-z0-9._$()-]{1,249}$/.test(topic)) {
      throw invalid('topic of the sink kafka', "at most 249 letters, digits, '.', '_' and '-'", topic);
    }
    assertOneOfEnum('saslMechanism of the sink kafka', saslMechanism, 'SaslMechanism', SaslMechanism);
    assertOneOfEnum('compression of the sink kafka', compression, 'KafkaCompression', KafkaCompression);
    const login = loginOf('kafka', username, password);
    if (login !== undefined && saslMechanism === SaslMechanism.PLAIN && tls?.enabled === false) {
      throw invalid('saslMechanism of the sink kafka', 'SCRAM where nothing is encrypted', saslMechanism,
        'PLAIN shows the password to everybody on the way; leave out enabled: false, or use SaslMechanism.SCRAM_SHA_512');
    }
    return new LogSink({
      kind: 'kafka',
      ...sinkBase('kafka', options),
      brokers: copyOf(brokers),
      topic,
      tls: tlsOf('kafka', tls ?? {}),
      sasl: login && { ...login, mechanism: saslMechanism },
      compression,
    });
  }

  /**
   * A server that takes lines as JSON by POST.
   *
   * @param options where, and who it is
   */
  public static http(options: HttpLogOptions): LogSink {
    assertStruct('options of the sink http', options, "{ host: 'logs.example.com' }");
    const { path = '/', username, password, bearerToken, headers, secretHeaders, compress = false, tls } = options;
    assertYesOrNo('compress of the sink http', compress);
    assertSecret('bearerToken of the sink http', bearerToken);
    assertOneCredential('http', { password, bearerToken, authorization: authorizationIn(secretHeaders) });
    if (typeof path !== 'string' || !/^\/[^\s'"\\]*$/.test(path)) {
      throw invalid('path of the sink http', "a path such as '/ingest'", path);
    }
    assertOpenPath('path of the sink http', path);
    return new LogSink({
      kind: 'http',
      ...sinkBase('http', options),
      server: serverOf('http', options, tls?.enabled === false ? 80 : 443),
      path,
      login: loginOf('http', username, password),
      bearerToken,
      ...headersOf('http', headers, secretHeaders),
      compress,
    });
  }

  /**
   * The HTTP Event Collector of Splunk.
   *
   * @param options where, and its token
   */
  public static splunkHec(options: SplunkHecOptions): LogSink {
    assertStruct('options of the sink splunkHec', options, "{ host: 'logs.example.com' }");
    const { token, index, source, sourcetype } = options;
    if (token === undefined) {
      throw invalid('token of the sink splunkHec', "a key of a Secret, such as SecretValue.key('splunk', 'token')", token);
    }
    assertSecret('token of the sink splunkHec', token);
    for (const [what, text] of Object.entries({ index, source, sourcetype })) {
      if (text !== undefined) {
        assertText(`${what} of the sink splunkHec`, text);
      }
    }
    return new LogSink({ kind: 'splunkHec', ...sinkBase('splunkHec', options), server: serverOf('splunkHec', options, 8088), token, index, source, sourcetype });
  }

  /**
   * CloudWatch Logs.
   *
   * @param options log group and region
   */
  public static cloudWatch(options: CloudWatchOptions): LogSink {
    assertStruct('options of the sink cloudWatch', options, "{ region: 'eu-central-1' }");
    const { logGroup, logStreamPrefix = '$(NODE_NAME).', createLogGroup = false, retentionDays } = options;
    assertYesOrNo('createLogGroup of the sink cloudWatch', createLogGroup);
    if (typeof logGroup !== 'string' || !/^[\w./#$()-]{1,512}$/.test(logGroup)) {
      throw invalid('logGroup of the sink cloudWatch', "at most 512 letters, digits, '_', '-', '/', '.' and '#'", logGroup);
    }
    if (retentionDays !== undefined && !RETENTION_DAYS.includes(retentionDays)) {
      throw invalid('retentionDays of the sink cloudWatch', `one of ${RETENTION_DAYS.join(', ')}`, retentionDays);
    }
    if (retentionDays !== undefined && !createLogGroup) {
      throw invalid('retentionDays of the sink cloudWatch', 'given with createLogGroup', retentionDays, 'it counts only for a group that it makes');
    }
    return new LogSink({
      kind: 'cloudWatch',
      ...sinkBase('cloudWatch', options),
      aws: awsOf('cloudWatch', options),
      group: logGroup,
      streamPrefix: assertText('logStreamPrefix of the sink cloudWatch', logStreamPrefix),
      createGroup: createLogGroup,
      retentionDays,
    });
  }

  /**
   * A bucket of S3.
   *
   * @param options bucket and region
   */
  public static s3(options: S3Options): LogSink {
    assertStruct('options of the sink s3', options, "{ region: 'eu-central-1' }");
    const { bucket, prefix = 'logs', compress = true, uploadSeconds = 300 } = options;
    assertYesOrNo('compress of the sink s3', compress);
    if (typeof bucket !== 'string' || !/^([a-z0-9][a-z0-9.-]{1,61}[a-z0-9]|\$\([A-Za-z_]\w*\))$/.test(bucket)) {
      throw invalid('bucket of the sink s3', "3 to 63 of a-z, 0-9, '.' and '-'", bucket);
    }
    if (typeof prefix !== 'string' || !/^[\w!.*()$=-]+(\/[\w!.*()$=-]+)*$/.test(prefix)) {
      throw invalid('prefix of the sink s3', "parts of letters, digits, '_', '-' and '.' with '/' between", prefix);
    }
    if (!Number.isInteger(uploadSeconds) || uploadSeconds < 1 || uploadSeconds > 86400) {
      throw invalid('uploadSeconds of the sink s3', 'a whole number of seconds from 1 to 86400', uploadSeconds);
    }
    return new LogSink({ kind: 's3', ...sinkBase('s3', options), aws: awsOf('s3', options), bucket, prefix, compress, uploadSeconds });
  }

  /**
   * Fluentd or Fluent Bit, by the forward protocol.
   *
   * @param options where, and who it is
   */
  public static forward(options: ForwardOptions): LogSink {
    assertStruct('options of the sink forward', options, "{ host: 'logs.example.com' }");
    const { sharedKey, username, password } = options;
    assertSecret('sharedKey of the sink forward', sharedKey);
    const login = loginOf('forward', username, password);
    if (login !== undefined && sharedKey === undefined) {
      throw invalid('user of the sink forward', 'given with sharedKey, without which the server asks for no user', login.username);
    }
    return new LogSink({ kind: 'forward', ...sinkBase('forward', options), server: serverOf('forward', options, 24224), sharedKey, login });
  }

  /**
   * The collector's own log, to see what there is. With it, `excludeSelf` of the containers must stay.
   *
   * @param options which lines
   */
  public static stdout(options: LogSinkOptions = {}): LogSink {
    assertStruct('options of the sink stdout', options, "{ id: 'stdout' }");
    return new LogSink({ kind: 'stdout', ...sinkBase('stdout', options) });
  }

  /**
   * A sink in the agent's own language, for what the others cannot say.
   *
   * @param options its configuration
   */
  public static raw(options: RawLogSinkOptions): LogSink {
    assertStruct('options of the sink raw', options, "{ text: '…' }");
    return new LogSink({ kind: 'raw', ...sinkBase('raw', options), raw: rawOf('the sink raw', options), env: copyOf(options.env ?? {}) });
  }

  private constructor(private readonly model: SinkModel) {}

  /** What it is called. */
  public get id(): string {
    return this.model.id;
  }

  /** @internal */
  public get _model(): SinkModel {
    return this.model;
  }
}

// https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
const RETENTION_DAYS = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

function searchOf(kind: SearchModel['kind'], user: string, options: OpenSearchOptions): SearchModel {
  const { username, password, index = 'logs', indexPerDay = true, pipeline } = options;
  assertYesOrNo(`indexPerDay of the sink ${kind}`, indexPerDay);
  // https://www.elastic.co/docs/api/doc/elasticsearch/operation/operation-indices-create
  if (typeof index !== 'string' || !/^[a-z0-9$][a-z0-9._$()A-Z-]*$/.test(index) || /[A-Z]/.test(index.replace(/\$\([A-Za-z_]\w*\)/g, ''))) {
    throw invalid(`index of the sink ${kind}`, "in lower case: letters, digits, '-', '_' and '.'", index);
  }
  return {
    kind,
    ...sinkBase(kind, options),
    server: serverOf(kind, options, 9200),
    login: loginOf(kind, username ?? (password && user), password),
    index,
    indexPerDay,
    pipeline: pipeline === undefined ? undefined : assertText(`pipeline of the sink ${kind}`, pipeline),
  };
}

function authorizationIn(secretHeaders: object = {}): string | undefined {
  return Object.keys(secretHeaders).find(header => header.toLowerCase() === 'authorization');
}
