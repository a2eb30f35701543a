import { NewRelicKubeletOptions, NewRelicOptions, NewRelicSampleRates } from './options';
import { ContainerPort } from '../../host/container-port';
import { isConfigKey } from '../../host/formats';
import { invalid } from '../../host/invalid';
import { assertDurationAboveZero, secondsOf } from '../go-values';

export const DEFAULT_PORT = 8003;

/** What the agent raises in silence: https://github.com/newrelic/infrastructure-agent/blob/master/pkg/config/config.go */
const LEAST: Required<NewRelicSampleRates> = { system: 5, storage: 5, network: 5, process: 20 };

/** Refuses options of New Relic's agent with which it could never do what they say. */
export function assertNewRelic(options: NewRelicOptions): void {
  const { licenseKey, clusterName, displayName, port = DEFAULT_PORT, statusPort, sampleRates, kubelet, scrapeKubelet } = options;
  if (typeof licenseKey?._toWire !== 'function') {
    // It may be the key itself, which is not for a log.
    throw invalid('licenseKey', 'a reference to a Secret', typeof licenseKey, "write SecretValue.key('newrelic', 'licenseKey')");
  }
  if (clusterName !== undefined && (typeof clusterName !== 'string' || clusterName.trim() === '')) {
    throw invalid('clusterName', "given, such as 'production'", clusterName);
  }
  if (displayName !== undefined && !displayName.includes('$(NODE_NAME)')) {
    throw invalid('displayName', "given with '$(NODE_NAME)' in it, such as 'production: $(NODE_NAME)'", displayName, 'else all nodes have one name');
  }
  ContainerPort.tcp(port);
  if (statusPort !== undefined) {
    ContainerPort.tcp(statusPort);
    if (statusPort === port) {
      throw invalid('statusPort', `another than ${port}, on which the agent takes what was scraped`, statusPort, 'give 18003, or another port');
    }
  }
  for (const [what, least] of Object.entries(LEAST)) {
    const rate = sampleRates?.[what as keyof NewRelicSampleRates];
    if (rate !== undefined && rate !== -1 && (!Number.isInteger(rate) || rate < least)) {
      throw invalid(`sample rate '${what}'`, `at least ${least} seconds, or -1 for never`, rate);
    }
  }
  if (scrapeKubelet === false && kubelet !== undefined) {
    throw invalid('kubelet', 'left out where scrapeKubelet is false', kubelet);
  }
  const strange = Object.keys(options.integrations ?? {}).find(file => !isConfigKey(file) || !/\.ya?ml$/.test(file));
  if (strange !== undefined) {
    throw invalid('name of an integration', "a file name that ends in .yml, such as 'redis-config.yml'", strange);
  }
  const key = Object.entries(options.settings ?? {}).find(([name, value]) => /(^|_)(license_key|password|token)$/.test(name) && isPlain(value))?.[0];
  if (key !== undefined) {
    throw invalid(`setting '${key}' of New Relic`, 'left out, as settings stand in a ConfigMap', '***',
      `give licenseKey, or container: { env: { NRIA_${key.toUpperCase()}: EnvValue.secret(SecretValue.key('…', '…')) } }`);
  }
  assertKubelet(kubelet ?? {});
}

/** The agent puts variables in place of `{{…}}`. */
function isPlain(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && !value.includes('{{');
}

function assertKubelet({ interval, timeout, retries }: NewRelicKubeletOptions): void {
  assertDurationAboveZero('interval of kubelet', interval);
  if (interval !== undefined && secondsOf(interval) > 40) {
    throw invalid('interval of kubelet', 'at most 40s, as New Relic shows gaps beyond', interval);
  }
  assertDurationAboveZero('timeout of kubelet', timeout);
  if (retries !== undefined && (!Number.isInteger(retries) || retries < 0)) {
    throw invalid('retries of kubelet', 'a whole number', retries);
  }
}
