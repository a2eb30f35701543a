import { copyOf, withoutUndefined } from './copy';
import { invalid } from './invalid';
import type { MetricsEndpoint } from './metrics-endpoint';
import type { MonitorOptions, PodMonitorOptions, Relabeling, ServiceMonitorOptions } from './monitor-options';

/** How a daemon is found: by an object of the operator, or by annotations. */
export type MonitorKind = 'ServiceMonitor' | 'PodMonitor' | 'service annotations' | 'pod annotations';

// https://prometheus.io/docs/prometheus/latest/configuration/configuration/
const DURATION = /^(0|([0-9]+y)?([0-9]+w)?([0-9]+d)?([0-9]+h)?([0-9]+m)?([0-9]+s)?([0-9]+ms)?)$/;
const ACTIONS = ['replace', 'keep', 'drop', 'hashmod', 'labelmap', 'labeldrop', 'labelkeep', 'lowercase', 'uppercase', 'keepequal', 'dropequal'];

/**
 * How Prometheus finds the metrics of a daemon.
 *
 * @see https://prometheus-operator.dev/docs/api-reference/api/
 */
export class Monitor {
  /**
   * A ServiceMonitor, for Prometheus with its operator. The daemon needs a Service.
   *
   * @param options details
   */
  public static serviceMonitor(options: ServiceMonitorOptions = {}): Monitor {
    return new Monitor('ServiceMonitor', options);
  }

  /**
   * A PodMonitor, for Prometheus with its operator. It needs no Service.
   *
   * @param options details
   */
  public static podMonitor(options: PodMonitorOptions = {}): Monitor {
    return new Monitor('PodMonitor', options);
  }

  /**
   * Annotations `prometheus.io/…` of the Service. They are a convention: a Prometheus finds the daemon only where its rules
   * read them, and they carry no credentials.
   */
  public static serviceAnnotations(): Monitor {
    return new Monitor('service annotations', {});
  }

  /**
   * Annotations `prometheus.io/…` of the pods. They are a convention: a Prometheus finds the daemon only where its rules
   * read them, and they carry no credentials.
   */
  public static podAnnotations(): Monitor {
    return new Monitor('pod annotations', {});
  }

  /** @internal */
  public readonly _options: ServiceMonitorOptions;

  private constructor(
    /** @internal */
    public readonly _kind: MonitorKind,
    options: MonitorOptions,
    /** @internal */
    public readonly _endpoint?: MetricsEndpoint,
  ) {
    this._options = withoutUndefined(copyOf(options));
    const { scheme, interval, scrapeTimeout, relabelings = [], metricRelabelings = [], bearerToken, basicAuth } = this._options;
    if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') {
      throw invalid('scheme of a monitor', "'http' or 'https'", scheme);
    }
    assertDuration('interval of a monitor', interval);
    assertDuration('scrapeTimeout of a monitor', scrapeTimeout);
    if (interval !== undefined && scrapeTimeout !== undefined && milliseconds(scrapeTimeout) > milliseconds(interval)) {
      throw invalid('scrapeTimeout of a monitor', `at most the interval, '${interval}'`, scrapeTimeout);
    }
    [...relabelings, ...metricRelabelings].forEach(assertRelabeling);
    if (bearerToken !== undefined && basicAuth !== undefined) {
      throw invalid('credentials of a monitor', 'bearerToken or basicAuth, one of the two', { bearerToken: bearerToken.secretName, basicAuth: basicAuth.username.secretName });
    }
  }

  /** @internal */
  public _over(endpoint: MetricsEndpoint | undefined): Monitor {
    return new Monitor(this._kind, this._options, endpoint);
  }
}

function assertDuration(what: string, duration: string | undefined): void {
  if (duration !== undefined && (duration === '' || !DURATION.test(duration))) {
    throw invalid(what, "a duration of Prometheus such as '30s' or '1m30s', without fractions", duration);
  }
}

function milliseconds(duration: string): number {
  const units: { readonly [unit: string]: number } = { ms: 1, s: 1e3, m: 6e4, h: 36e5, d: 864e5, w: 6048e5, y: 31536e6 };
  return [...duration.matchAll(/(\d+)(ms|[smhdwy])/g)].reduce((sum, [, count, unit]) => sum + Number(count) * units[unit], 0);
}

function assertRelabeling({ action = 'replace', targetLabel, modulus }: Relabeling): void {
  if (!ACTIONS.includes(action.toLowerCase())) {
    throw invalid('action of a relabeling', ACTIONS.join(', '), action);
  }
  if (['replace', 'hashmod', 'lowercase', 'uppercase', 'keepequal', 'dropequal'].includes(action.toLowerCase()) && !targetLabel) {
    throw invalid(`targetLabel of a relabeling with the action '${action}'`, 'given', targetLabel);
  }
  if (action.toLowerCase() === 'hashmod' && !modulus) {
    throw invalid("modulus of a relabeling with the action 'hashmod'", 'a whole number above 0', modulus);
  }
}
