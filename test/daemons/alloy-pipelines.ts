import {
  AlloyOptions, AlloyStability, ConfigReload, IpFamily, KafkaCompression, KubernetesMetadata, LogBuffer, LogCollectorProps, LogField, LogFilter, LogSink,
  LogSource, Multiline, NodePlatform, OtlpProtocol, ReadFrom, SaslMechanism, SecretValue, WhenFull,
} from '../../src';

const secret = (key: string) => SecretValue.key('logs', key);
const tls = { ca: secret('ca'), cert: secret('cert'), key: secret('key'), serverName: 'logs.example.com', insecureSkipVerify: true };

/** A collector of Alloy. */
export interface AlloyCase {
  readonly props: Omit<LogCollectorProps, 'agent'>;
  readonly options?: AlloyOptions;
  readonly platform?: NodePlatform;
}

export const LOKI = LogSink.loki({ host: 'loki.example.com' });

/** Pipelines that together take every way through the renderer. */
export const ALLOY_CASES: { readonly [what: string]: AlloyCase } = {
  'the defaults': { props: { sinks: [LOKI] } },
  'names of containers': {
    props: {
      sources: [
        LogSource.containers({ namespaces: ['shop-*', 'pay'], pods: ['cart-*'], containers: ['app'], excludeNamespaces: ['pay-test'], excludePods: ['a.b'], excludeContainers: ['proxy'] }),
        LogSource.containers({ id: 'all', namespaces: ['all-*'], excludeSelf: false, readFrom: ReadFrom.END }),
      ],
      kubernetesMetadata: KubernetesMetadata.apiServer({ labels: false, annotations: true, namespaceLabels: true }),
      sinks: [LOKI],
    },
  },
  'the kubelet': { props: { kubernetesMetadata: KubernetesMetadata.kubelet({ annotations: true }), sinks: [LOKI] }, platform: NodePlatform.eks({ ipFamily: IpFamily.IPV6 }) },
  'no metadata': {
    props: {
      sources: [LogSource.containers({ namespaces: ['a', 'b'], excludePods: ['c'] }), LogSource.containers({ id: 'rest', namespaces: ['rest'], excludeSelf: false })],
      kubernetesMetadata: KubernetesMetadata.none(),
      sinks: [LOKI],
    },
  },
  'nodes with Docker': { props: { sinks: [LOKI] }, platform: NodePlatform.of({ logRoots: ['/var/log/pods', '/var/lib/docker/containers'] }) },
  'joined lines': {
    props: {
      sources: [
        LogSource.containers({
          multiline: [
            Multiline.java({ namespaces: ['a'] }), Multiline.dotnet({ namespaces: ['a'] }), Multiline.go({ pods: ['b-*', 'c.d'] }), Multiline.python({ containers: ['e'], flushSeconds: 0.5 }),
            Multiline.pattern({ firstLine: '^\\d', continuation: '^\\s', namespaces: ['f'] }), Multiline.pattern({ firstLine: '^"', continuation: '^ ', namespaces: ['f'] }),
            Multiline.pattern({ firstLine: '^\\[' }),
          ],
        }),
        LogSource.files({ paths: ['/var/log/app/*.log', '/opt/app/a.log'], exclude: ['/var/log/app/x.log', '/var/log/app/y.log'], multiline: Multiline.java() }),
      ],
      sinks: [LOKI],
    },
  },
  'files, journal and audit': {
    props: {
      sources: [
        LogSource.files({ id: 'web-server', paths: ['/var/log/nginx/*.log'], exclude: ['/var/log/nginx/x.log'], readFrom: ReadFrom.END, optional: true }),
        LogSource.journal({ units: ['kubelet', 'containerd'], matches: { _TRANSPORT: ['kernel', 'stdout'] }, directories: ['/var/log/journal', '/run/log/journal'], readFrom: ReadFrom.BEGINNING }),
        LogSource.journal({ id: 'everything' }),
        LogSource.audit(),
      ],
      sinks: [LOKI],
      maxLineSize: '64Ki',
      rotation: { refreshSeconds: 3 },
    },
  },
  'filters': {
    props: {
      sources: [LogSource.containers(), LogSource.journal()],
      filters: [
        LogFilter.redact('(?P<card>\\d{4})-(\\d+)[(]\\(', { replacement: '***' }),
        LogFilter.parseJson({ sources: ['containers'] }),
        LogFilter.addFields({ env: 'a"\\${}`{{ $(NODE_NAME)', namespace: 'mine' }),
        LogFilter.drop(LogField.MESSAGE, 'a"b\\\\'),
        LogFilter.keep(LogField.MESSAGE, '^(?i:x)`"', { id: 'keep-message' }),
        ...[LogField.STREAM, LogField.NAMESPACE, LogField.POD, LogField.CONTAINER, LogField.podLabel('app.kubernetes.io/name'), LogField.named('env')].flatMap((field, position) => [
          LogFilter.drop(field, 'x"\\.', { id: `drop-${position}`, sources: ['containers'] }), LogFilter.keep(field, 'x|y', { id: `keep-${position}`, sources: ['containers'] }),
        ]),
        LogFilter.drop(LogField.named('level'), '^debug$', { id: 'drop-level' }),
        LogFilter.keep(LogField.named('PRIORITY'), '^[0-4]$', { id: 'keep-priority', sources: ['journal'] }),
        LogFilter.raw({ text: 'stage.limit {\n  rate = 5\n  burst = 10\n}' }),
      ],
      sinks: [LOKI],
    },
  },
  'Loki with everything': {
    props: {
      sinks: [
        LogSink.loki({
          host: 'fd00::1',
          port: 443,
          tls,
          username: 'u$(POD_NAME)',
          password: secret('password'),
          tenant: 'a',
          labels: { cluster: 'eu"1', node: '$(NODE_NAME)' },
          retry: { attempts: 5, maxIntervalSeconds: 60 },
          buffer: LogBuffer.memory({ maxSize: '20Mi', whenFull: WhenFull.DROP_NEWEST }),
        }),
        LogSink.loki({ id: 'loki-2', host: 'loki', tls: { enabled: false }, bearerToken: secret('token') }),
      ],
    },
    options: { stability: AlloyStability.EXPERIMENTAL, communityComponents: true },
  },
  'OTLP and Kafka': {
    props: {
      sources: [LogSource.containers(), LogSource.audit()],
      filters: [LogFilter.parseJson({ sources: ['containers'] })],
      sinks: [
        LogSink.otlp({ host: 'otlp.example.com', headers: { 'X-Team': 'a"b' }, secretHeaders: { 'X-Key': secret('key') }, username: 'u', password: secret('password') }),
        LogSink.otlp({ id: 'grpc', host: 'fd00::2', protocol: OtlpProtocol.GRPC, tls, bearerToken: secret('token'), retry: { giveUpAfterSeconds: 600, maxIntervalSeconds: 2 } }),
        LogSink.otlp({ id: 'plain', host: 'otel', tls: { enabled: false } }),
        LogSink.kafka({
          brokers: ['a:9093', '$(HOST_IP):9093'],
          topic: 'logs',
          tls,
          username: 'u',
          password: secret('password'),
          saslMechanism: SaslMechanism.PLAIN,
          compression: KafkaCompression.ZSTD,
          sources: ['containers'],
          buffer: LogBuffer.memory({ whenFull: WhenFull.DROP_NEWEST }),
        }),
        LogSink.kafka({ id: 'open', brokers: ['a:9092'], topic: 'audit', tls: { enabled: false }, sources: ['audit'] }),
      ],
    },
  },
  'raw parts': {
    props: {
      sources: [LogSource.raw({ id: 'api', text: 'loki.source.api "api" {\n  http {\n    listen_port = 3500\n  }\n  forward_to = [loki.process.source_api.receiver]\n}' })],
      sinks: [
        LogSink.raw({ id: 'my-loki', text: 'loki.write "my_loki" {\n  endpoint {\n    url = sys.env("URL")\n  }\n}' }),
        LogSink.stdout(),
      ],
      kubernetesMetadata: KubernetesMetadata.apiServer(),
    },
    options: { text: 'logging {\n  level = "warn"\n}' },
  },
  'a hot reload': { props: { configReload: ConfigReload.HOT_RELOAD, sinks: [LOKI], health: { port: 9000 } } },
};
