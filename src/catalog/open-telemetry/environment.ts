import { DaemonContainer } from '../../host/daemon-container';
import { EnvValue } from '../../host/env-value';
import { invalid, listed } from '../../host/invalid';
import { assertNotOwn } from '../own-variables';

/**
 * The variables that a collector's configuration may name, as the official chart calls them.
 * @see https://github.com/open-telemetry/opentelemetry-helm-charts/tree/main/charts/opentelemetry-collector
 */
const OF_POD: { readonly [name: string]: EnvValue } = {
  MY_POD_IP: EnvValue.POD_IP,
  OTEL_K8S_NODE_NAME: EnvValue.NODE_NAME,
  OTEL_K8S_NODE_IP: EnvValue.HOST_IP,
  OTEL_K8S_NAMESPACE: EnvValue.POD_NAMESPACE,
  OTEL_K8S_POD_NAME: EnvValue.POD_NAME,
  OTEL_K8S_POD_IP: EnvValue.POD_IP,
};

/** The variables of the pod that a configuration names. One that nobody sets would be an empty text, of which the collector only warns. */
export function environment(text: string, secrets: { readonly [name: string]: EnvValue }, container: DaemonContainer): { [name: string]: EnvValue } {
  const named = new Set([...text.matchAll(/(?<!\$)\$\{env:([A-Za-z_][A-Za-z0-9_]*)\}/g)].map(([, name]) => name));
  const isOpen = (container.envFrom ?? []).length > 0;
  for (const name of named) {
    if (OF_POD[name] === undefined && secrets[name] === undefined && container.env?.[name] === undefined && !isOpen) {
      throw invalid(`'\${env:${name}}' in the configuration`, `a variable that is set; the pod has ${listed(Object.keys(OF_POD))}`, name,
        `set it: container: { env: { ${name}: EnvValue.text('…') } }`);
    }
  }
  const ofPod = Object.fromEntries(Object.entries(OF_POD).filter(([name]) => named.has(name)));
  assertNotOwn(secrets, ofPod);
  return { ...ofPod, ...secrets };
}
