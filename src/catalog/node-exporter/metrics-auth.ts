import { KubeRbacProxyOptions } from './kube-rbac-proxy-options';
import { copyOf } from '../../host/copy';
import { isDnsSubdomain } from '../../host/formats';
import { invalid } from '../../host/invalid';
import { SecretValue } from '../../host/secret-value';

/** Details of TLS of the exporter itself. */
export interface MetricsTlsOptions {
  /**
   * Whether a scraper must show a certificate that the key `ca.crt` of the Secret vouches for. Probes then only try whether the port is open.
   *
   * @default false
   */
  readonly clientCertificates?: boolean;
}

/** Details of a web configuration of your own. */
export interface WebConfigOptions {
  /**
   * Name of the Secret whose files the configuration names; it is mounted at /etc/node-exporter/tls.
   *
   * @default - none: the exporter speaks HTTP without TLS
   */
  readonly tlsSecretName?: string;

  /**
   * Name with which Prometheus asks, for the monitor.
   *
   * @default - none
   */
  readonly username?: SecretValue;

  /**
   * Password with which Prometheus asks, for the monitor.
   *
   * @default - none
   */
  readonly password?: SecretValue;
}

/** @internal */
export type AuthKind = 'none' | 'kube-rbac-proxy' | 'tls' | 'web config';

/** What an exporter asks of a scraper. */
export class MetricsAuth {
  /** Nothing: whoever reaches the port reads the metrics. On the network of the node, no NetworkPolicy keeps anyone away. */
  public static none(): MetricsAuth {
    return new MetricsAuth('none');
  }

  /**
   * The token of an account that may `get` the path `/metrics`. kube-rbac-proxy asks the API server in front of the exporter, which listens on
   * loopback alone. The account of Prometheus needs a ClusterRole with `nonResourceURLs: ['/metrics']`, `verbs: ['get']`.
   *
   * @param options details
   */
  public static kubeRbacProxy(options: KubeRbacProxyOptions = {}): MetricsAuth {
    return new MetricsAuth('kube-rbac-proxy', { proxy: copyOf(options) });
  }

  /**
   * A connection with TLS, by the keys `tls.crt` and `tls.key` of a Secret.
   *
   * @param secretName name of the Secret, in the daemon's namespace
   * @param options details
   */
  public static tls(secretName: string, options: MetricsTlsOptions = {}): MetricsAuth {
    assertSecretName(secretName);
    return new MetricsAuth('tls', { tlsSecretName: secretName, clientCertificates: options.clientCertificates });
  }

  /**
   * What a web configuration says that you keep in a Secret, as it holds the hashes of passwords.
   *
   * @see https://github.com/prometheus/exporter-toolkit/blob/master/docs/web-configuration.md
   * @param file the file, in the daemon's namespace
   * @param options details
   */
  public static webConfig(file: SecretValue, options: WebConfigOptions = {}): MetricsAuth {
    if (options.tlsSecretName !== undefined) {
      assertSecretName(options.tlsSecretName);
    }
    if ((options.username === undefined) !== (options.password === undefined)) {
      throw invalid('username and password of a web configuration', 'given together', { username: options.username?.secretName, password: options.password?.secretName });
    }
    return new MetricsAuth('web config', { file, ...options });
  }

  private constructor(
    /** @internal */
    public readonly _kind: AuthKind,
    /** @internal */
    public readonly _details: MetricsAuthDetails = {},
  ) {}
}

/** What the kinds of authentication are given. */
interface MetricsAuthDetails extends WebConfigOptions, MetricsTlsOptions {
  readonly proxy?: KubeRbacProxyOptions;
  readonly file?: SecretValue;
}

function assertSecretName(name: string): void {
  if (!isDnsSubdomain(name)) {
    throw invalid('name of a Secret', "a lower-case DNS name such as 'exporter-tls'", name);
  }
}
