import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { listed } from '../host/invalid';

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
