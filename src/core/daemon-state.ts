import { NodeDaemonOptions } from './node-daemon-options';
import { PodVolumes } from './pod-volumes';
import { RenderContext } from './render-context';
import { DaemonContainer } from '../host/daemon-container';
import { LabelSelector } from '../host/label-selector';

/** Everything that a DaemonSet is rendered from. */
export interface DaemonState extends RenderContext {
  /** What the user wrote, copied. */
  readonly options: NodeDaemonOptions;
  /** The daemon's own container first. */
  readonly containers: readonly DaemonContainer[];
  readonly initContainers: readonly DaemonContainer[];
  readonly volumes: PodVolumes;
  readonly selector: LabelSelector;
  readonly podLabels: { readonly [label: string]: string };
  readonly podAnnotations: { readonly [name: string]: string };
  readonly imagePullSecrets: readonly string[];
  readonly serviceAccountName?: string;
  readonly automountServiceAccountToken?: boolean;
}
