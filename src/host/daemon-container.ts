import { ContainerPort } from './container-port';
import { ContainerResizePolicy, ContainerResources } from './container-resources';
import { EnvFrom } from './env-from';
import { EnvValue } from './env-value';
import { HostPath } from './host-path';
import { ImagePullPolicy } from './image-pull-policy';
import { Lifecycle } from './lifecycle';
import { Probe } from './probe';
import { ContainerRestartPolicy, ContainerRestartRule } from './restart-rule';
import { SecurityContext } from './security-context';
import { VolumeDevice, VolumeMount } from './volume-mount';

/** Where the reason of a container's end comes from. */
export enum TerminationMessagePolicy {
  /** From the file at `terminationMessagePath`. */
  FILE = 'File',
  /** From the last lines of the log where that file is empty and the container failed. */
  FALLBACK_TO_LOGS_ON_ERROR = 'FallbackToLogsOnError',
}

/** A container of a daemon: its program, a sidecar or an init container. */
export interface DaemonContainer {
  /**
   * Image with a tag or a digest.
   *
   * @default - that of the ready program; a container that you define yourself must have one
   */
  readonly image?: string;

  /**
   * Name, unique in the pod: at most 63 of a-z, 0-9 and '-'.
   *
   * @default - the last part of the image's name, such as `node-exporter`
   */
  readonly name?: string;

  /**
   * When the kubelet pulls the image.
   *
   * @default - always for the tag `latest` or none, otherwise where the node does not have it (the default of Kubernetes)
   */
  readonly imagePullPolicy?: ImagePullPolicy;

  /**
   * Program to run instead of the image's.
   *
   * @default - that of the image
   */
  readonly command?: string[];

  /**
   * Arguments of the program. `$(NAME)` stands for an environment variable.
   *
   * @default - those of the image
   */
  readonly args?: string[];

  /**
   * Working directory.
   *
   * @default - that of the image
   */
  readonly workingDir?: string;

  /**
   * Environment variables, in this order.
   *
   * @default - none
   */
  readonly env?: { [name: string]: EnvValue };

  /**
   * ConfigMaps and Secrets whose keys are environment variables.
   *
   * @default - none
   */
  readonly envFrom?: EnvFrom[];

  /**
   * Ports on which it listens.
   *
   * @default - none
   */
  readonly ports?: ContainerPort[];

  /**
   * Paths of the node that it sees.
   *
   * @default - none
   */
  readonly hostPaths?: HostPath[];

  /**
   * Other volumes that it sees. They are mounted after the host paths.
   *
   * @default - with `HARDENED` and no `securityContext`, an empty directory at /tmp, as the image is read-only; otherwise none
   */
  readonly volumes?: VolumeMount[];

  /**
   * Volumes that it sees as raw block devices.
   *
   * @default - none
   */
  readonly volumeDevices?: VolumeDevice[];

  /**
   * What it reserves on the node, and what it may use.
   *
   * @default - for the daemon's own container those of `DaemonDefaults`; otherwise those of the ready program, otherwise none
   */
  readonly resources?: ContainerResources;

  /**
   * What happens when the amount of a resource changes while it runs. Kubernetes 1.33 and later.
   *
   * @default - it goes on
   */
  readonly resizePolicy?: ContainerResizePolicy[];

  /**
   * What it may do on the node.
   *
   * @default - with `HARDENED`: no capability, no escalation, the runtime's seccomp profile, an image that it cannot write to;
   * with `BARE`, nothing is said
   */
  readonly securityContext?: SecurityContext;

  /**
   * Restarts it where it does not live.
   *
   * @default - none
   */
  readonly livenessProbe?: Probe;

  /**
   * Tells whether it can do its work.
   *
   * @default - none
   */
  readonly readinessProbe?: Probe;

  /**
   * Holds the other probes back until it has started.
   *
   * @default - none
   */
  readonly startupProbe?: Probe;

  /**
   * Hooks around its life.
   *
   * @default - none
   */
  readonly lifecycle?: Lifecycle;

  /**
   * When it is restarted. An init container that always is runs beside the others as a sidecar; elsewhere the field is new in
   * Kubernetes 1.35.
   *
   * @default - containers are always restarted, init containers until they succeed
   */
  readonly restartPolicy?: ContainerRestartPolicy;

  /**
   * Exit codes at which it is restarted whatever `restartPolicy` says, which must be given too; at most 20 rules. Kubernetes 1.35 and later.
   *
   * @default - none
   */
  readonly restartPolicyRules?: ContainerRestartRule[];

  /**
   * Whether it has an input.
   *
   * @default false
   */
  readonly stdin?: boolean;

  /**
   * Whether the input ends with the first client.
   *
   * @default false
   */
  readonly stdinOnce?: boolean;

  /**
   * Whether it has a terminal.
   *
   * @default false
   */
  readonly tty?: boolean;

  /**
   * File in which it leaves the reason of its end.
   *
   * @default /dev/termination-log
   */
  readonly terminationMessagePath?: string;

  /**
   * Where the reason of its end comes from.
   *
   * @default TerminationMessagePolicy.FILE
   */
  readonly terminationMessagePolicy?: TerminationMessagePolicy;
}
