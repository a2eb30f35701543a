import { DaemonState } from './daemon-state';
import { renderPodSpec } from './render-pod-spec';
import { listOrNothing, mapOrNothing } from './tidy';
import { toLabelSelector } from '../host/label-selector-wire';
import { UpdateStrategy } from '../host/update-strategy';
import type { DaemonSetSpec } from '../kubernetes/wire/daemon-set';

/** The spec of a DaemonSet. Pure: the same state gives the same spec, and nothing is changed. */
export function renderDaemonSet(state: DaemonState): DaemonSetSpec {
  const { minReadySeconds, revisionHistoryLimit, podMetadata, updateStrategy } = state.options;
  const strategy = updateStrategy ?? (state.hardened ? UpdateStrategy.rollingUpdate({ maxUnavailable: '10%' }) : undefined);
  return {
    selector: toLabelSelector(state.selector),
    updateStrategy: strategy?._toWire(),
    minReadySeconds,
    revisionHistoryLimit,
    template: {
      metadata: {
        name: podMetadata?.name,
        labels: { ...state.podLabels, ...state.selector.matchLabels },
        annotations: mapOrNothing(state.podAnnotations),
        finalizers: listOrNothing(podMetadata?.finalizers),
      },
      spec: renderPodSpec(state),
    },
  };
}
