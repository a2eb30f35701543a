import { defaultPodTemplate } from './default-pod-template';
import { dropDisabledFields } from './disabled-fields';
import type { DaemonSet, DaemonSetUpdateStrategy } from './wire/daemon-set';

/**
 * A decoded DaemonSet as the API server stores it: defaults filled in, fields behind disabled feature gates gone.
 *
 * What the server writes about itself (uid, generation, creation time, status …) is not added.
 * Parts that need no change are shared with the source; nothing in the source changes.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.37.1/pkg/apis/apps/v1/defaults.go
 */
export function defaultDaemonSet(daemonSet: DaemonSet): DaemonSet {
  const { spec } = daemonSet;
  const template = spec.template ?? {};
  return {
    ...daemonSet,
    spec: {
      revisionHistoryLimit: 10,
      ...spec,
      updateStrategy: defaultUpdateStrategy(spec.updateStrategy ?? {}),
      template: dropDisabledFields({ ...template, spec: defaultPodTemplate(template.spec ?? { containers: [] }) }),
    },
  };
}

function defaultUpdateStrategy(strategy: DaemonSetUpdateStrategy): DaemonSetUpdateStrategy {
  const type = strategy.type || 'RollingUpdate';
  const { rollingUpdate } = strategy;
  if (type === 'RollingUpdate') {
    return { type, rollingUpdate: { maxUnavailable: rollingUpdate?.maxUnavailable ?? 1, maxSurge: rollingUpdate?.maxSurge ?? 0 } };
  }
  if (rollingUpdate === undefined) { return { type }; }
  // The server's own form cannot leave the two out, so that they come back as zero.
  return { type, rollingUpdate: { maxUnavailable: rollingUpdate.maxUnavailable ?? 0, maxSurge: rollingUpdate.maxSurge ?? 0 } };
}
