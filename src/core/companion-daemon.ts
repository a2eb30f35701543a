import type { PodContainers } from './pod-containers';
import type { ContainerPort } from '../host/container-port';
import type { LabelSelector } from '../host/label-selector';

/** Pods, as an object that selects them needs to know them. */
export interface SelectedPods {
  /** Name of what makes them, where the user gave it. */
  readonly daemonName?: string;
  /** Labels of every object that belongs to them. */
  readonly labels: { readonly [label: string]: string };
  readonly selector: LabelSelector;
}

/** What the objects beside a DaemonSet need to know of it. */
export interface CompanionDaemon extends SelectedPods {
  /** Name of the DaemonSet. */
  readonly name: string;
  /** The containers; more may come until synthesis. */
  readonly pod: PodContainers;
  addPodAnnotation(name: string, value: string): void;
}

/** The ports of the daemon's own container. */
export function ownPorts({ pod }: CompanionDaemon): readonly ContainerPort[] {
  return pod.running[0].ports ?? [];
}

/** The labels by which a Service or a monitor finds the pods. */
export function selectedLabels({ selector }: SelectedPods): { [label: string]: string } {
  return { ...selector.matchLabels };
}
