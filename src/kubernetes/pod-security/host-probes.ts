import type { Finding, Offence } from './check';
import { finding, plural, quoted, valuesOf } from './check';
import type { SecuredPod } from './secured-pod';
import type { LifecycleHandler, Probe } from '../wire/probe';

/** Lets the kubelet ask no host but the pod itself, in probes and lifecycle hooks. */
export function hostProbesAndHostLifecycle({ containers }: SecuredPod): Finding | undefined {
  const offences = containers.flatMap(({ container, name, at }) => {
    const { livenessProbe, readinessProbe, startupProbe, lifecycle } = container;
    return [
      ...hostsOf(livenessProbe, `${at}.livenessProbe`, name),
      ...hostsOf(readinessProbe, `${at}.readinessProbe`, name),
      ...hostsOf(startupProbe, `${at}.startupProbe`, name),
      ...hostsOf(lifecycle?.postStart, `${at}.lifecycle.postStart`, name),
      ...hostsOf(lifecycle?.preStop, `${at}.lifecycle.preStop`, name),
    ];
  });
  return finding(offences, 'probe or lifecycle host', () => {
    const names = [...new Set(offences.map(({ container }) => container!))].sort();
    const hosts = valuesOf(offences);
    const verb = names.length === 1 ? 'uses' : 'use';
    return `${plural('container', names)} ${quoted(names)} ${verb} ${plural('probe or lifecycle host', hosts)} ${quoted(hosts)}`;
  });
}

function hostsOf(handler: Probe | LifecycleHandler | undefined, at: string, container: string): Offence[] {
  return (['httpGet', 'tcpSocket'] as const).flatMap((action) => {
    const host = handler?.[action]?.host;
    return host ? [{ container, field: `${at}.${action}.host`, value: host }] : [];
  });
}
