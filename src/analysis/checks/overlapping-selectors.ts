import { Check } from '../check';
import { Daemon } from '../daemon';
import { ObjectSet } from '../object-set';
import { SelectorIndex } from '../selectors';
import { Severity } from '../severity';

/** ND304: charts ship the Linux and the Windows daemon of one driver so, hence it is a decision. */
export const overlappingSelectors: Check = {
  id: 'ND304',
  severity: Severity.ERROR,
  isDecision: true,
  title: 'Two daemons of a namespace select each other\'s pods',
  text: 'The controllers keep to the pods that they made, but each adopts what the other leaves behind when it is deleted without its pods, and '
    + 'Services, disruption budgets and `kubectl get pods --selector` mix the two: '
    + '[selectors must not overlap](https://kubernetes.io/docs/concepts/workloads/controllers/daemonset/#pod-selector).',
  acknowledgeable: true,
  comparesDaemons: true,
  judge(daemon, objects) {
    const other = objects.once(overlappingSelectors, firstOverlaps).get(daemon);
    return other === undefined ? 'holds' : [{
      field: 'spec.selector',
      message: `'${other.name}' of the same namespace and this daemon select pods of each other: give the selector and the pods of each a label that the other has not`,
      other,
    }];
  },
};

/** For each daemon one before it that selects its pods, or whose pods it selects. */
function firstOverlaps({ daemons }: ObjectSet): Map<Daemon, Daemon> {
  const all = daemons.filter(({ isReadable }) => isReadable).map((daemon, position) => {
    const { context: { cluster = '' }, outline: { name, namespace, selector } } = daemon;
    return { daemon, position, name, namespace: `${cluster} ${namespace}`, selector };
  });
  const index = new SelectorIndex(all.filter(({ selector }) => Object.keys(selector).length > 0));
  const found = new Map<Daemon, Daemon>();
  for (const one of all) {
    for (const other of index.selecting(one.namespace, one.daemon.podLabels)) {
      // Two manifests of one name are one daemon, of which the later replaces the earlier.
      if (other.name !== one.name) {
        const [earlier, later] = one.position < other.position ? [one, other] : [other, one];
        found.set(later.daemon, found.get(later.daemon) ?? earlier.daemon);
        break;
      }
    }
  }
  return found;
}
