import { LogCapability } from './capability';
import { OwnNames } from './container-paths';
import { DaemonContainer } from '../../host/daemon-container';
import { EnvValue } from '../../host/env-value';
import { HostPath } from '../../host/host-path';
import { invalid } from '../../host/invalid';
import { StateModel } from '../../host/log/model';
import { VolumeMount } from '../../host/volume-mount';
import { VolumeSource } from '../../host/volume-source';

/** Where a collector keeps what must outlive its pod. */
export interface LogStatePlace {
  /** The directory, as the container sees it. */
  readonly directory: string;
  /** Whether it lies elsewhere than on the node, behind a network. */
  readonly isRemote?: boolean;
  readonly env?: { readonly [name: string]: EnvValue };
  readonly hostPaths?: readonly HostPath[];
  readonly volumes?: readonly VolumeMount[];
}

/** The place of the state; where the user mounts its directory, that mount is it. */
export function statePlace(state: StateModel | undefined, program: LogCapability, own: OwnNames, container: DaemonContainer): LogStatePlace {
  const directory = `/var/lib/${program.stateName}`;
  switch (state?.kind) {
    case 'none': return { directory, volumes: [{ name: 'state', mountPath: directory, source: VolumeSource.emptyDir() }] };
    case 'persistentVolumeClaim': return {
      directory,
      isRemote: true,
      env: { NODE_NAME: EnvValue.NODE_NAME },
      volumes: [{ name: 'state', mountPath: directory, subPathExpr: '$(NODE_NAME)', source: VolumeSource.persistentVolumeClaim(state.claimName) }],
    };
    default: return onTheNode(state?.path ?? `${directory}/${own.namespace === undefined ? '' : `${own.namespace}-`}${own.daemon}`, directory, container);
  }
}

function onTheNode(path: string, directory: string, container: DaemonContainer): LogStatePlace {
  const mounts = (container.hostPaths ?? []).filter(mount => path === mount.path || path.startsWith(`${mount.path}/`));
  const nearest = mounts.sort((a, b) => b.path.length - a.path.length)[0];
  if (nearest === undefined || nearest.isReadOnly && nearest.path !== path) {
    return { directory, hostPaths: [HostPath.readWrite(path, { mountPath: directory, volumeName: 'state' })] };
  }
  if (nearest.isReadOnly) {
    throw invalid('path of the state', 'writable', path, `the container mounts it read-only: write HostPath.readWrite('${path}')`);
  }
  return { directory: `${nearest.mountPath}${path.slice(nearest.path.length)}` };
}
