import { DaemonLabels } from './daemon-pod';
import { NodeDaemonOptions } from './node-daemon-options';
import { nameOfContainer } from './pod-containers';
import { DaemonSettings } from './settings';
import { DaemonContainer } from '../host/daemon-container';
import { shortHash } from '../host/short-hash';

/**
 * The labels of a daemon.
 *
 * The instance is the DaemonSet's own name: two daemons can never select each other's pods, and where the name is given the
 * selector survives a move in the construct tree.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/
 */
export function identify(options: NodeDaemonOptions, settings: DaemonSettings, container: DaemonContainer, daemonSet: string): DaemonLabels {
  const [name, instance] = [nameOfContainer(container), labelValueOf(daemonSet)];
  const own = { 'app.kubernetes.io/name': name, 'app.kubernetes.io/instance': instance };
  const written = options.podMetadata?.labels ?? {};
  const recommended = {
    'app.kubernetes.io/name': name,
    'app.kubernetes.io/instance': instance,
    'app.kubernetes.io/component': options.component ?? 'node-daemon',
    'app.kubernetes.io/managed-by': 'cdk8s-node-daemons',
  };
  return {
    selector: options.selector ?? { matchLabels: !settings.hardened && Object.keys(written).length > 0 ? { ...written } : own },
    common: settings.hardened ? { ...recommended, ...settings.labels } : settings.labels,
  };
}

/** A name as the value of a label, which may not be as long. */
export function labelValueOf(name: string): string {
  return name.length <= 63 ? name : `${name.slice(0, 54)}-${shortHash(name)}`;
}
