import { Multiline } from './multiline';
import { ReadFrom } from './read-from';
import { HostPath } from '../host-path';

/** What all sources have. */
export interface LogSourceOptions {
  /**
   * What filters and sinks call it: a-z, 0-9 and '-'. Its position on the node is kept under this name.
   *
   * @default - its kind, such as `containers`; the second of a kind needs one
   */
  readonly id?: string;

  /**
   * Where it begins at the first start on a node.
   *
   * @default - at the beginning, for on a new node other pods start before the collector; of the journal at the end
   */
  readonly readFrom?: ReadFrom;
}

/** The output of containers, as the container runtime writes it. Names may have `*` for any part. */
export interface ContainerLogsOptions extends LogSourceOptions {
  /**
   * Namespaces that are read.
   *
   * @default - every namespace
   */
  readonly namespaces?: string[];

  /**
   * Pods that are read, by name.
   *
   * @default - every pod
   */
  readonly pods?: string[];

  /**
   * Containers that are read, by name.
   *
   * @default - every container
   */
  readonly containers?: string[];

  /**
   * Namespaces that are left out.
   *
   * @default - none
   */
  readonly excludeNamespaces?: string[];

  /**
   * Pods that are left out, by name.
   *
   * @default - none
   */
  readonly excludePods?: string[];

  /**
   * Containers that are left out, by name.
   *
   * @default - none
   */
  readonly excludeContainers?: string[];

  /**
   * Whether the collector's own lines are left out. Read, each line that it writes about a line would be a line again.
   *
   * @default true
   */
  readonly excludeSelf?: boolean;

  /**
   * Lines that are joined. Those that select the same names are alternatives; of those that differ, the first that selects a container counts.
   *
   * @default - none but those that the container runtime had cut
   */
  readonly multiline?: Multiline[];
}

/** Text files of the node, one entry a line. */
export interface LogFilesOptions extends LogSourceOptions {
  /** Absolute paths on the node, with `*` for any part of a name, such as `/var/log/nginx/*.log`. */
  readonly paths: string[];

  /**
   * Paths that are left out.
   *
   * @default - none
   */
  readonly exclude?: string[];

  /**
   * Whether the directories may be missing on some nodes, where they are then created, empty. A pod waits for ever for one that is missing and must not be.
   *
   * @default false
   */
  readonly optional?: boolean;

  /**
   * Lines that are joined; at most one, without names of pods.
   *
   * @default - none
   */
  readonly multiline?: Multiline;
}

/** The journal of systemd. */
export interface JournalOptions extends LogSourceOptions {
  /**
   * Units that are read; `.service` may be left out.
   *
   * @default - every unit
   */
  readonly units?: string[];

  /**
   * Fields that entries must have, with the values that each may have, such as `{ _TRANSPORT: ['kernel'] }`.
   *
   * @default - every entry
   */
  readonly matches?: { [field: string]: string[] };

  /**
   * Directories of the node with its files.
   *
   * @default - those of the platform
   */
  readonly directories?: string[];
}

/** The audit log of the API server: JSON, one event a line. */
export interface AuditLogOptions extends LogSourceOptions {
  /**
   * The file on the control plane, as `--audit-log-path` names it. On nodes without an API server its directory is created, empty.
   *
   * @default /var/log/kubernetes/audit/audit.log
   */
  readonly path?: string;
}

/** A source in the agent's own language. */
export interface RawLogSourceOptions extends LogSourceOptions {
  /**
   * Text, for an agent whose configuration is text: Fluentd, Alloy, Logstash.
   *
   * @default - none
   */
  readonly text?: string;

  /**
   * Settings, for an agent whose configuration is YAML: Fluent Bit, Vector, OpenTelemetry Collector, Filebeat.
   *
   * @default - none
   */
  readonly settings?: { [key: string]: any };

  /**
   * What it reads of the node.
   *
   * @default - nothing
   */
  readonly hostPaths?: HostPath[];
}
