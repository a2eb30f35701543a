import { DaemonContainer } from '../../host/daemon-container';
import { HostPath } from '../../host/host-path';
import { VolumeMount } from '../../host/volume-mount';

/** What the exporter and its pod need for a directory of text files. */
export interface TextfileNeeds {
  /** Where the exporter reads it. */
  readonly mountPath: string;
  readonly hostPaths: readonly HostPath[];
  readonly volumes: readonly VolumeMount[];
  readonly sidecars: readonly DaemonContainer[];
}
