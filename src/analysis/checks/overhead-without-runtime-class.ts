import { Check } from '../check';
import { Severity } from '../severity';

/** ND207 */
export const overheadWithoutRuntimeClass: Check = {
  id: 'ND207',
  severity: Severity.ERROR,
  title: 'The overhead of a runtime class is set without the class',
  text: 'The admission plugin RuntimeClass fills in `overhead` from the class, and refuses each pod that states one without it. The DaemonSet '
    + 'itself is taken: [pod overhead](https://kubernetes.io/docs/concepts/scheduling-eviction/pod-overhead/).',
  acknowledgeable: true,
  judge: ({ pod: { overhead = {}, runtimeClassName } }) => Object.keys(overhead).length === 0 ? 'does not apply' : runtimeClassName ? 'holds' : [{
    field: 'spec.template.spec.overhead',
    message: 'the API server refuses pods with overhead and without runtimeClassName: leave overhead out, or name the RuntimeClass that has it',
  }],
};
