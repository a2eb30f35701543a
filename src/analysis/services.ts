import type { Daemon } from './daemon';
import { Loose, listAt, textAt, valueAt } from './loose';
import type { ObjectSet } from './object-set';
import { labelsAt, Selecting, SelectorIndex } from './selectors';

/** A port of a Service, as far as it can be read. */
export interface ServicePort {
  readonly name?: string;
  readonly port?: number;
  readonly protocol: string;
  readonly targetPort?: number | string;
  readonly nodePort?: number;
}

/** A Service with a selector. */
export interface SelectingService extends Selecting {
  readonly name: string;
  readonly isHeadless: boolean;
  /** Whether it sends clients to pods of their own node only. */
  readonly isNodeLocal: boolean;
  readonly ports: readonly ServicePort[];
}

/** The Services that select the pods of a daemon. */
export function servicesOf(daemon: Daemon, objects: ObjectSet): SelectingService[] {
  const index = objects.once(servicesOf, all => new SelectorIndex(selectingServices(all)));
  return [...index.selecting(daemon.namespace, daemon.podLabels)];
}

/** All Services that select pods. */
export function selectingServices(objects: ObjectSet): readonly SelectingService[] {
  return objects.once(selectingServices, all => all.ofKind('Service').flatMap(serviceOf));
}

function serviceOf({ name, namespace, manifest }: Loose): SelectingService[] {
  const matchLabels = labelsAt(manifest, 'spec', 'selector') ?? {};
  const isSelecting = textAt(manifest, 'apiVersion') === 'v1' && Object.keys(matchLabels).length > 0
    && textAt(manifest, 'spec', 'type') !== 'ExternalName';
  return isSelecting ? [{
    name,
    namespace,
    selector: { matchLabels },
    isHeadless: textAt(manifest, 'spec', 'clusterIP') === 'None',
    isNodeLocal: textAt(manifest, 'spec', 'internalTrafficPolicy') === 'Local',
    ports: listAt(manifest, 'spec', 'ports').map(portOf),
  }] : [];
}

function portOf(port: unknown): ServicePort {
  const number = (field: string) => {
    const value = valueAt(port, field);
    return typeof value === 'number' ? value : undefined;
  };
  return {
    name: textAt(port, 'name'),
    port: number('port'),
    protocol: textAt(port, 'protocol') ?? 'TCP',
    targetPort: number('targetPort') ?? textAt(port, 'targetPort'),
    nodePort: number('nodePort'),
  };
}
