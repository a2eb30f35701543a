import { KubeProxyOptions } from './options';
import { isIpAddress } from '../../host/formats';
import { invalid } from '../../host/invalid';
import { MetricsEndpoint } from '../../host/metrics-endpoint';

const NAME = 'metrics';

/** Where kube-proxy has its metrics; undefined where no address is written, or one that only the node itself reaches. */
export function metricsOf({ metricsAddress, healthPort = 10256 }: KubeProxyOptions, isScraped: boolean): MetricsEndpoint | undefined {
  const [, v6, v4, port] = typeof metricsAddress === 'string' ? /^(?:\[([0-9a-f:.]+)\]|([0-9.]+)):([0-9]{1,5})$/i.exec(metricsAddress) ?? [] : [];
  const [address, number] = [v6 ?? v4, Number(port)];
  if (metricsAddress !== undefined && (address === undefined || !isIpAddress(address) || number < 1 || number > 65535)) {
    throw invalid('metricsAddress', "an address and a port, such as '0.0.0.0:10249' or '[::]:10249'", metricsAddress);
  }
  if (metricsAddress !== undefined && number === healthPort) {
    throw invalid('metricsAddress', 'of another port than healthPort', metricsAddress, "write metricsAddress: '0.0.0.0:10249'");
  }
  const isReached = address !== undefined && address !== '::1' && !address.startsWith('127.');
  if (isScraped && !isReached) {
    throw invalid('metricsAddress', 'one that Prometheus reaches where there is a monitor', metricsAddress, "write metricsAddress: '0.0.0.0:10249'");
  }
  return isReached ? { port: NAME, number } : undefined;
}
