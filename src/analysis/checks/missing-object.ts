import { accountOf } from '../account-rules';
import { answer, Check } from '../check';
import { sourcesOf } from '../configuration';
import type { Daemon } from '../daemon';
import { Severity } from '../severity';

/** The priority classes that every cluster has. */
const BUILT_IN = ['system-node-critical', 'system-cluster-critical'];
const POD = 'spec.template.spec';

/** ND307 */
export const missingObject: Check = {
  id: 'ND307',
  severity: Severity.ERROR,
  title: 'The daemon names an object that is nowhere',
  text: 'Without its ServiceAccount, PriorityClass or RuntimeClass no pod is created, and only `FailedCreate` events tell; without a ConfigMap or Secret '
    + 'that is not optional the pods stay `ContainerCreating`. It is asked only of kinds that the cluster\'s objects (`--cluster`) show in the namespace: '
    + 'what they show is taken for all that there is.',
  acknowledgeable: true,
  judge(daemon, objects) {
    if (!objects.hasCluster) {
      return 'does not apply';
    }
    const asked = namesOf(daemon).filter(({ kind, namespace }) => objects.knowsAll(kind, namespace));
    return asked.length === 0 ? 'does not apply' : answer(asked.filter(({ kind, namespace, name }) => objects.named(kind, namespace, name) === undefined)
      .map(({ kind, namespace, name, field }) => ({
        field,
        message: `there is no ${kind} '${name}'${namespace === '' ? '' : ` in namespace '${namespace}'`}, in the cluster or among the manifests: add it, or correct the name`,
      })));
  },
};

function namesOf(daemon: Daemon): { kind: string; namespace: string; name: string; field?: string }[] {
  const { pod, namespace } = daemon;
  const { priorityClassName = '', runtimeClassName = '' } = pod;
  return [
    { kind: 'ServiceAccount', namespace, name: accountOf(daemon), field: `${POD}.serviceAccountName` },
    { kind: 'PriorityClass', namespace: '', name: BUILT_IN.includes(priorityClassName) ? '' : priorityClassName, field: `${POD}.priorityClassName` },
    { kind: 'RuntimeClass', namespace: '', name: runtimeClassName, field: `${POD}.runtimeClassName` },
    ...sourcesOf(daemon).filter(({ isOptional }) => !isOptional).map(({ kind, name }) => ({ kind, namespace, name })),
  ].filter(({ name }) => name !== '');
}
