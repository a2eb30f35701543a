import { Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { Daemon } from '../analysis/daemon';

/** Label of pods by which one Service leads to those of several daemons. No other tool sets it, so that it finds nobody else's. */
export const GROUPS = 'cdk8s-node-daemons/groups';

/** Groups of daemons, and one of these as it will be written. */
export type GroupsAndDaemon = readonly [groups: IConstruct, daemon: Daemon];

/** Says of groups which others before them have pods that the Service in front of them finds too. */
export function sharedLabel([groups, daemon]: GroupsAndDaemon, before: readonly GroupsAndDaemon[]): string[] {
  const { podLabels: { [GROUPS]: label }, namespace, context: { cluster } } = daemon;
  return label === undefined ? [] : before
    .filter(([, other]) => other.podLabels[GROUPS] === label && other.namespace === namespace && other.context.cluster === cluster)
    // Charts for clusters without names may be for several.
    .filter(([other]) => cluster !== undefined || Chart.of(other) === Chart.of(groups))
    .map(([other]) => `the Services of these groups and of '${other.node.path}' lead to the pods of both, by the name '${label}' in one namespace: give each a name of its own`);
}
