import { NodeDaemonOptions } from '../../core/node-daemon-options';
import { DaemonSettings } from '../../core/settings';
import { DaemonContainer } from '../../host/daemon-container';
import { invalid } from '../../host/invalid';
import { LifecycleHook } from '../../host/lifecycle';
import { UpdateStrategy } from '../../host/update-strategy';

/** For so long a node may still send connections to a pod that a Service has dropped, and none to one that it has taken in. */
const SECONDS = 5;

/** The wait is a part of the grace period, which must leave the program the most. */
const LEAST_GRACE = 3 * SECONDS;

/** Refuses an update that would never end. */
export function assertUpdate(obstacle: string | undefined, { updateStrategy }: NodeDaemonOptions): void {
  const surge = updateStrategy?._toWire?.().rollingUpdate?.maxSurge ?? 0;
  if (obstacle !== undefined && surge !== 0 && surge !== '0%') {
    const another = obstacle.includes(' port of ') ? ', or NodeLocalExposure.localService() without other ports of the node' : '';
    throw invalid('updateStrategy', `without maxSurge, as ${obstacle} for ever`, `maxSurge ${surge}`,
      `give UpdateStrategy.rollingUpdate({ maxUnavailable: '10%' })${another}`);
  }
}

/** Node by node the new pod first, so that the Service always leads to one. */
export function surgeDefaults(): NodeDaemonOptions {
  return { updateStrategy: UpdateStrategy.rollingUpdate({ maxSurge: '10%' }), minReadySeconds: SECONDS };
}

/** A container that waits before it stops, where it has no hook of its own, Kubernetes has the wait and the pod the time. */
export function waiting(container: DaemonContainer, { platform }: DaemonSettings, { terminationGracePeriodSeconds = 30 }: NodeDaemonOptions): DaemonContainer {
  const canWait = (platform.kubernetesMinor ?? Infinity) >= 30 && terminationGracePeriodSeconds >= LEAST_GRACE;
  return container?.lifecycle?.preStop !== undefined || !canWait ? container
    : { ...container, lifecycle: { ...container.lifecycle, preStop: LifecycleHook.sleep(SECONDS) } };
}
