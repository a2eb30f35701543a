import { MetricsAuth } from './metrics-auth';
import { ListenOn, PrometheusOptions } from './options';
import { WebConfig } from './web-config';
import { ContainerPort } from '../../host/container-port';
import { EnvValue } from '../../host/env-value';
import { MetricsEndpoint } from '../../host/metrics-endpoint';
import { Probe } from '../../host/probe';

/** Where an exporter listens: one port for the program, its probes, the Service and the monitor. */
export interface Listener {
  /** What the program is told; nothing where it keeps its own default. */
  readonly address?: string;
  readonly env?: { [name: string]: EnvValue };
  /** The program's own port. */
  readonly number: number;
  /** The port that is scraped: the program's own, or that of the proxy before it. */
  readonly scraped: ContainerPort;
  /** Ports that the program's own container declares. */
  readonly ports: readonly ContainerPort[];
  /** Whether it is scraped on whatever address the pod has. */
  readonly isOnEveryAddress: boolean;
  readonly probe?: Probe;
}

/** The listener of an exporter, under host network or not. */
export function listenerOf(
  options: PrometheusOptions, auth: MetricsAuth, web: WebConfig, { hardened, hostNetwork }: { hardened: boolean; hostNetwork: boolean },
): Listener {
  const { port: number = 9100, listenOn } = options;
  const scraped = options.container?.ports?.find(port => port.number === number) ?? ContainerPort.tcp(number, { name: isSecure(auth) ? 'https' : 'metrics' });
  if (auth._kind === 'kube-rbac-proxy') {
    const own = auth._details.proxy?.upstreamPort ?? (number < 65535 ? number + 1 : number - 1);
    // On loopback, only a program of the same network is answered, as the kubelet is under host network.
    const isOfNode = hardened && hostNetwork;
    return {
      address: `127.0.0.1:${own}`,
      number: own,
      scraped,
      isOnEveryAddress: listenOn === ListenOn.ALL,
      ports: isOfNode ? [ContainerPort.tcp(own, { hostPort: own, hostIp: '127.0.0.1' })] : [],
      probe: isOfNode ? Probe.httpGet('/', { port: own, host: '127.0.0.1' }) : undefined,
    };
  }
  const at = scraped.name === undefined ? { port: number } : { portName: scraped.name };
  const probe = web.isProbedByTcp ? Probe.tcpSocket(at) : Probe.httpGet('/', { ...at, scheme: web.probeScheme });
  if ((listenOn ?? (hardened && hostNetwork ? ListenOn.NODE_IP : ListenOn.ALL)) === ListenOn.NODE_IP) {
    return { address: `[$(HOST_IP)]:${number}`, env: { HOST_IP: hostNetwork ? EnvValue.HOST_IP : EnvValue.POD_IP }, number, scraped, ports: [scraped], isOnEveryAddress: false, probe };
  }
  const isSaid = hardened || listenOn !== undefined || options.port !== undefined;
  return { address: isSaid ? `:${number}` : undefined, number, scraped, ports: isSaid ? [scraped] : [], isOnEveryAddress: true, probe };
}

/** What a scraper is told of it. */
export function endpointOf(auth: MetricsAuth, { name, number }: ContainerPort, extraArgs: readonly string[]): MetricsEndpoint {
  const { username, password, clientCertificates, proxy } = auth._details;
  return {
    port: name ?? String(number),
    number,
    path: extraArgs.flatMap(arg => /^--web\.telemetry-path=(.+)$/.exec(arg)?.[1] ?? [])[0],
    scheme: isSecure(auth) ? 'https' : undefined,
    isSelfSigned: auth._kind === 'kube-rbac-proxy' && proxy?.tlsSecretName === undefined,
    asks: auth._kind === 'kube-rbac-proxy' ? 'token' : auth._kind === 'web config' || clientCertificates ? 'credentials' : undefined,
    username,
    password,
  };
}

function isSecure({ _kind, _details }: MetricsAuth): boolean {
  return _kind === 'kube-rbac-proxy' || _details.tlsSecretName !== undefined;
}
