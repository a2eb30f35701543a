import type { PodContainers } from './pod-containers';
import type { ContainerPort } from '../host/container-port';
import type { LabelSelector } from '../host/label-selector';

/** What the objects beside a DaemonSet need to know of it. */
export interface CompanionDaemon {
  /** Name of the DaemonSet. */
  readonly name: string;
  /** The same, where the user gave it. */
  readonly daemonName?: string;
  /** Labels of every object of the daemon. */
  readonly labels: { readonly [label: string]: string };
  readonly selector: LabelSelector;
  /** The containers; more may come until synthesis. */
  readonly pod: PodContainers;
  addPodAnnotation(name: string, value: string): void;
}

/** The ports of the daemon's own container. */
export function ownPorts({ pod }: CompanionDaemon): readonly ContainerPort[] {
  return pod.running[0].ports ?? [];
}

/** The labels by which a Service or a monitor finds the pods. */
export function selectedLabels({ selector }: CompanionDaemon): { [label: string]: string } {
  return { ...selector.matchLabels };
}
