import { ClientExporterOptions } from './client-options';
import { Component, componentName, Surroundings, written } from './component';
import { assertClient, client } from './exporter-client';
import { DebugExporterOptions, OtlpExporterOptions, PrometheusEndpointOptions, PrometheusRemoteWriteOptions } from './exporter-options';
import { ContainerPort } from '../../host/container-port';
import { copyOf } from '../../host/copy';
import { isPortName } from '../../host/formats';
import { invalid } from '../../host/invalid';
import { assertGoDuration } from '../go-values';

/**
 * Where the OpenTelemetry Collector sends what it has.
 *
 * @see https://opentelemetry.io/docs/collector/components/exporter/
 */
export class OpenTelemetryExporter {
  /**
   * To a server of OTLP over gRPC.
   *
   * @param options where, such as `gateway.example.com:4317`
   */
  public static otlp(options: OtlpExporterOptions): OpenTelemetryExporter {
    const copy = copyOf(options);
    if (typeof copy.endpoint !== 'string' || !/^((https?|dns):\/\/+)?[^\s/]+:[^\s/:]+$/.test(copy.endpoint)) {
      throw invalid('endpoint of the exporter otlp', "a host with a port, such as 'gateway.example.com:4317'", copy.endpoint,
        'OTLP over HTTP is OpenTelemetryExporter.otlpHttp');
    }
    assertClient('the exporter otlp', copy);
    return new OpenTelemetryExporter('otlp', copy.id, () => sending('otlp', copy));
  }

  /**
   * To a server of OTLP over HTTP.
   *
   * @param options where, such as `https://gateway.example.com:4318`; the path of the signal is added
   */
  public static otlpHttp(options: OtlpExporterOptions): OpenTelemetryExporter {
    const copy = copyOf(options);
    assertUrl('otlphttp', copy.endpoint);
    const path = /\/v1\/(metrics|traces|logs)\/?$/.exec(copy.endpoint)?.[0];
    if (path !== undefined) {
      throw invalid('endpoint of the exporter otlphttp', 'without the path of a signal, which the exporter adds', copy.endpoint,
        `write '${copy.endpoint.slice(0, -path.length)}'`);
    }
    assertClient('the exporter otlphttp', copy);
    return new OpenTelemetryExporter('otlphttp', copy.id, () => sending('otlphttp', copy));
  }

  /**
   * To a server that takes Prometheus' remote write. The collector for Kubernetes lacks it, so that the image is that with all components.
   *
   * @param options where, such as `https://prometheus.example.com/api/v1/write`
   */
  public static prometheusRemoteWrite(options: PrometheusRemoteWriteOptions): OpenTelemetryExporter {
    const copy = copyOf(options);
    const { namespace, externalLabels, queue, resourceAttributesAsLabels } = copy;
    assertUrl('prometheusremotewrite', copy.endpoint);
    assertClient('the exporter prometheusremotewrite', copy);
    return new OpenTelemetryExporter('prometheusremotewrite', copy.id, ({ hardened }) => {
      const { config, ...needs } = client('prometheusremotewrite', copy);
      return {
        ...needs,
        config: {
          ...config,
          ...written({
            namespace,
            external_labels: externalLabels,
            remote_write_queue: queue && written({ queue_size: queue.size, num_consumers: queue.consumers }),
            resource_to_telemetry_conversion: asLabels(resourceAttributesAsLabels, hardened),
          }),
        },
        signals: ['metrics'],
        isContribOnly: true,
      };
    });
  }

  /**
   * An endpoint that Prometheus scrapes; a `monitor` of the exporter finds it. The collector for Kubernetes lacks it, so that the
   * image is that with all components.
   *
   * @param options port and labels
   */
  public static prometheus(options: PrometheusEndpointOptions = {}): OpenTelemetryExporter {
    const { id, port = 8889, namespace, constLabels, metricExpiration, sendTimestamps, resourceAttributesAsLabels } = copyOf(options);
    assertGoDuration('metricExpiration of the exporter prometheus', metricExpiration);
    const name = id === undefined ? 'metrics' : isPortName(id) ? id : undefined;
    const ports = [ContainerPort.tcp(port, { name })];
    return new OpenTelemetryExporter('prometheus', id, ({ hardened, listenOn }) => ({
      config: written({
        endpoint: listenOn(port),
        namespace,
        const_labels: constLabels,
        metric_expiration: metricExpiration,
        send_timestamps: sendTimestamps,
        resource_to_telemetry_conversion: asLabels(resourceAttributesAsLabels, hardened),
      }),
      signals: ['metrics'],
      ports,
      metrics: name === undefined ? undefined : { port: name, number: port },
      isContribOnly: true,
    }));
  }

  /**
   * To the collector's own log, while it is set up.
   *
   * @param options how much
   */
  public static debug(options: DebugExporterOptions = {}): OpenTelemetryExporter {
    const { id, verbosity } = options;
    return new OpenTelemetryExporter('debug', id, () => ({ config: written({ verbosity }), signals: ['metrics', 'traces', 'logs'] }));
  }

  /** Its name in the configuration, such as `otlp` or `otlp/second`. */
  public readonly name: string;

  private constructor(type: string, id: string | undefined, private readonly render: (around: Surroundings) => Omit<Component, 'name'>) {
    if (id !== undefined && !/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(id)) {
      throw invalid(`id of the exporter ${type}`, "a-z, 0-9 and '-' inside", id);
    }
    this.name = componentName(type, id);
  }

  /** @internal */
  public _component(around: Surroundings): Component {
    return { name: this.name, ...this.render(around) };
  }
}

function sending(type: 'otlp' | 'otlphttp', options: OtlpExporterOptions): Omit<Component, 'name'> {
  const { config, ...needs } = client(type, options);
  const sending_queue = options.queue && written({ queue_size: options.queue.size, num_consumers: options.queue.consumers });
  return { ...needs, config: { ...config, ...written({ compression: options.compression, sending_queue }) }, signals: ['metrics', 'traces', 'logs'] };
}

function asLabels(chosen: boolean | undefined, hardened: boolean): object | undefined {
  const enabled = chosen ?? (hardened ? true : undefined);
  return enabled === undefined ? undefined : { enabled };
}

function assertUrl(type: string, endpoint: ClientExporterOptions['endpoint']): void {
  if (typeof endpoint !== 'string' || !/^https?:\/\/[^\s/]+/.test(endpoint)) {
    throw invalid(`endpoint of the exporter ${type}`, "a URL, such as 'https://gateway.example.com:4318'", endpoint);
  }
}
