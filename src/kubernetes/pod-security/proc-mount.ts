import type { Finding } from './check';
import { containersOf, finding, quoted, valuesOf } from './check';
import type { SecuredPod } from './secured-pod';
import { hasUserNamespace } from './secured-pod';

/** Leaves the usual parts of /proc hidden. */
export function procMount({ containers }: SecuredPod): Finding | undefined {
  const offences = containers.flatMap(({ name, context, contextAt }) =>
    context.procMount === undefined || context.procMount === 'Default' ? []
      : [{ container: name, field: `${contextAt}.procMount`, value: context.procMount }]);
  return finding(offences, 'procMount', () => `${containersOf(offences)} must not set securityContext.procMount to ${quoted(valuesOf(offences))}`);
}

/** The same where the pod has no users of its own. */
export function procMountOfHostUsers(pod: SecuredPod): Finding | undefined {
  return hasUserNamespace(pod) ? undefined : procMount(pod);
}
