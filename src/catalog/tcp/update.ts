import { AgentContext } from '../../core/agent-config';
import { NodeDaemonOptions } from '../../core/node-daemon-options';
import { DaemonContainer } from '../../host/daemon-container';
import { Exposure } from '../../host/exposure';
import { invalid } from '../../host/invalid';
import { Lifecycle, LifecycleHook } from '../../host/lifecycle';
import { UpdateStrategy } from '../../host/update-strategy';

/** For so long a node may still send connections to a pod that a Service has dropped, and none to one that it has taken in. */
const SECONDS = 5;

/** Whether the old and the new pod can be on a node at once. */
export function canSurge({ how }: Exposure, container: DaemonContainer, { hostNamespaces, sidecars = [], initContainers = [] }: NodeDaemonOptions): boolean {
  return how !== 'hostPort' && how !== 'hostNetwork' && hostNamespaces?.network !== true
    && [container, ...sidecars, ...initContainers].every(({ ports = [] }) => ports.every(({ hostPort }) => hostPort === undefined));
}

/** Refuses an update that would never end. */
export function assertUpdate({ how }: Exposure, surges: boolean, { updateStrategy }: NodeDaemonOptions): void {
  const surge = updateStrategy?._toWire?.().rollingUpdate?.maxSurge ?? 0;
  if (!surges && surge !== 0 && surge !== '0%') {
    throw invalid('updateStrategy', `without maxSurge, as with ${how === 'hostPort' || how === 'hostNetwork' ? `NodeLocalExposure.${how}()` : 'ports of the node'} the new pod waits for the `
      + 'port of the old one for ever', `maxSurge ${surge}`, "give UpdateStrategy.rollingUpdate({ maxUnavailable: '10%' }), or NodeLocalExposure.localService() without other ports of the node");
  }
}

/** Node by node the new pod first, so that the Service always leads to one. */
export function surgeDefaults(): NodeDaemonOptions {
  return { updateStrategy: UpdateStrategy.rollingUpdate({ maxSurge: '10%' }), minReadySeconds: SECONDS };
}

/** The container's hooks, and a wait before it stops, where Kubernetes has one and the pod has the time. */
export function lifecycleOf({ lifecycle }: DaemonContainer, { platform, options }: AgentContext): Lifecycle | undefined {
  const { terminationGracePeriodSeconds = 30 } = options;
  const canSleep = (platform.kubernetesMinor ?? Infinity) >= 30 && terminationGracePeriodSeconds > SECONDS;
  return lifecycle?.preStop !== undefined || !canSleep ? lifecycle : { ...lifecycle, preStop: LifecycleHook.sleep(SECONDS) };
}
