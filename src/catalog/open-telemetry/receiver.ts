import { Component, Signal, Surroundings } from './component';
import { JaegerReceiverOptions, OtlpReceiverOptions, OwnMetricsOptions, ReceiverPort } from './receiver-options';
import { ContainerPort } from '../../host/container-port';
import { copyOf } from '../../host/copy';
import { assertGoDuration } from '../go-values';

/**
 * What the OpenTelemetry Collector takes from others. It listens on the pod's own address.
 *
 * @see https://opentelemetry.io/docs/collector/components/receiver/
 */
export class OpenTelemetryReceiver {
  /**
   * Metrics, traces and logs by OTLP.
   *
   * @param options protocols and ports
   */
  public static otlp(options: OtlpReceiverOptions = {}): OpenTelemetryReceiver {
    return new OpenTelemetryReceiver('otlp', ['metrics', 'traces', 'logs'], ...listeners(options, { grpc: {}, http: {} }, OTLP));
  }

  /**
   * Traces by the protocols of Jaeger.
   *
   * @param options protocols and ports
   */
  public static jaeger(options: JaegerReceiverOptions = {}): OpenTelemetryReceiver {
    return new OpenTelemetryReceiver('jaeger', ['traces'], ...listeners(options, { grpc: {}, thriftCompact: {}, thriftHttp: {} }, JAEGER));
  }

  /**
   * Traces by the protocol of Zipkin, on 9411.
   *
   * @param options port
   */
  public static zipkin(options: ReceiverPort = {}): OpenTelemetryReceiver {
    const { port = 9411, hostPort } = options;
    const ports = [ContainerPort.tcp(port, { name: 'zipkin', hostPort })];
    return new OpenTelemetryReceiver('zipkin', ['traces'], ports, ({ listenOn }) => ({ endpoint: listenOn(port) }));
  }

  /**
   * The collector's own metrics, scraped from itself.
   *
   * @param options how often
   */
  public static ownMetrics(options: OwnMetricsOptions = {}): OpenTelemetryReceiver {
    const { interval = '30s' } = options;
    assertGoDuration('interval of the own metrics', interval);
    return new OpenTelemetryReceiver('prometheus', ['metrics'], [], ({ listenOn, ownMetricsPort }) => ({
      config: { scrape_configs: [{ job_name: 'opentelemetry-collector', scrape_interval: interval, static_configs: [{ targets: [listenOn(ownMetricsPort)] }] }] },
    }), true);
  }

  private constructor(
    /** Its name in the configuration, such as `otlp`. */
    public readonly name: string,
    private readonly signals: readonly Signal[],
    private readonly ports: readonly ContainerPort[],
    private readonly config: Configure,
    /** @internal */
    public readonly _readsOwnMetrics: boolean = false,
  ) {}

  /** @internal */
  public _component(around: Surroundings): Component {
    return { name: this.name, config: this.config(around), signals: this.signals, ports: this.ports };
  }
}

/** A protocol of a receiver: its key in the configuration, its well-known port, and how the port is called. */
type Protocol = readonly [key: string, port: number, name: string, transport?: 'udp'];

const OTLP: { readonly [protocol: string]: Protocol } = { grpc: ['grpc', 4317, 'otlp'], http: ['http', 4318, 'otlp-http'] };

const JAEGER: { readonly [protocol: string]: Protocol } = {
  grpc: ['grpc', 14250, 'jaeger-grpc'],
  thriftHttp: ['thrift_http', 14268, 'jaeger-thrift'],
  thriftCompact: ['thrift_compact', 6831, 'jaeger-compact', 'udp'],
  thriftBinary: ['thrift_binary', 6832, 'jaeger-binary', 'udp'],
};

type Configure = (around: Surroundings) => object;

/** The ports of the protocols that were given, otherwise of the standard ones, and how they stand in the configuration. */
function listeners(options: object, standard: object, known: { readonly [protocol: string]: Protocol }): [ContainerPort[], Configure] {
  const given = Object.entries(copyOf(options)).filter(([, port]) => port !== undefined) as [string, ReceiverPort][];
  const chosen = given.length > 0 ? given : Object.entries(standard) as [string, ReceiverPort][];
  const all = chosen.map(([protocol, { port, hostPort }]) => {
    const [key, wellKnown, name, transport] = known[protocol];
    return { key, port: ContainerPort[transport ?? 'tcp'](port ?? wellKnown, { name, hostPort }) };
  });
  const configure: Configure = ({ listenOn }) => ({
    protocols: Object.fromEntries(all.map(({ key, port }) => [key, { endpoint: listenOn(port.number) }])),
  });
  return [all.map(({ port }) => port), configure];
}
