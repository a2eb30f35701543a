import { App, Chart, Testing } from 'cdk8s';
import { DaemonContainer, DaemonProfile, NodeDaemon, NodeDaemonOptions } from '../../src';

/** A use of one public name: what it adds to the smallest daemon. */
export interface Specimen {
  /** The public name, as API.md has it. */
  readonly api: string;
  readonly props?: NodeDaemonOptions;
  /** Added to the daemon's own container and to an init container. */
  readonly container?: DaemonContainer;
}

/** The spec that a use gives, as it is written. */
export function specOf({ props, container }: Specimen): unknown {
  const chart = new Chart(new App(), 'test', { namespace: 'test' });
  new NodeDaemon(chart, 'daemon', {
    profile: DaemonProfile.BARE,
    ...props,
    container: { name: 'main', image: 'example.com/main:1', ...container },
    initContainers: [{ name: 'init', image: 'example.com/init:1', ...container }, ...props?.initContainers ?? []],
  });
  return Testing.synth(chart).find(({ kind }) => kind === 'DaemonSet').spec;
}

/** Every path in a value, lists as `[]` and the entries of maps as `{}` where the list of fields has them so. */
export function pathsIn(value: unknown, known: ReadonlySet<string>, at: string): string[] {
  if (Array.isArray(value)) {
    return [at, ...value.flatMap(element => typeof element === 'object' ? pathsIn(element, known, `${at}[]`) : [`${at}[]`])];
  }
  if (typeof value !== 'object' || value === null) {
    return [at];
  }
  return [at, ...Object.entries(value).flatMap(([key, child]) => known.has(`${at}{}`) ? [`${at}{}`] : pathsIn(child, known, `${at}.${key}`))];
}
