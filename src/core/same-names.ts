import { ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { constructOf } from './tree';
import { listed } from '../host/invalid';
import type { ObjectMeta } from '../kubernetes/wire/meta';

/** Says which objects of several daemons have one name, so that the one would replace the other in the cluster. */
export function sameNames(daemons: ReadonlyMap<string, IConstruct>): string[] {
  const makers = new Map<string, string[]>();
  for (const [maker, daemon] of daemons) {
    for (const { kind, name } of daemon.node.findAll().filter((one): one is ApiObject => ApiObject.isApiObject(one))) {
      const object = `${kind} '${name}'`;
      makers.set(object, [...makers.get(object) ?? [], maker]);
    }
  }
  return [...makers].filter(([, groups]) => groups.length > 1)
    .map(([object, groups]) => `${object} is that of several groups, ${listed(groups)}: leave the name out, or give each group its own`);
}

/** An object that will be written, and the daemon or the group of daemons that it is of. */
export interface MadeObject {
  readonly maker: IConstruct;
  readonly manifest: { readonly apiVersion: string; readonly kind: string; readonly metadata?: ObjectMeta };
}

/** Says which objects of one chart have one name though they are of two makers, by the maker of the later. Other charts may be for other clusters. */
export function replacedObjects(objects: Iterable<MadeObject>): Map<IConstruct, string[]> {
  const first = new Map<Chart, Map<string, MadeObject>>();
  const replaced = new Map<IConstruct, string[]>();
  for (const object of objects) {
    const { maker, manifest: { apiVersion, kind, metadata: { name, namespace } = {} } } = object;
    const chart = Chart.of(maker);
    const names = first.get(chart) ?? new Map<string, MadeObject>();
    first.set(chart, names);
    const key = `${apiVersion} ${kind} ${namespace ?? ''}/${name}`;
    const before = names.get(key);
    if (before === undefined) {
      names.set(key, object);
    } else if (before.maker !== maker && !(kind !== 'DaemonSet' && JSON.stringify(before.manifest) === JSON.stringify(object.manifest))) {
      const text = `${kind} '${name}' is that of '${constructOf(before.maker).node.path}' too, and the one replaces the other in the cluster: leave the name out, or give each its own`;
      replaced.set(maker, [...replaced.get(maker) ?? [], text]);
    }
  }
  return replaced;
}
