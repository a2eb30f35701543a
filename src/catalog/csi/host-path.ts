import { CsiProgram } from './csi-plugin';
import { HostPathCsiDriverOptions } from './options';
import { CsiDriverObjectOptions, CsiFsGroupPolicy, CsiVolumeLifecycleMode } from '../../host/csi-driver-object-options';
import { CsiHostAccess } from '../../host/csi-host-access';
import { isQuantity } from '../../host/formats';
import { HostPath } from '../../host/host-path';
import { HostPathType } from '../../host/host-path-type';
import { invalid } from '../../host/invalid';
import { assertAbsolute } from '../../host/paths';
import { assertWhole } from '../assert-values';
import { IMAGES } from '../images';

/** What Kubernetes is told of it. */
export const HOST_PATH_OBJECT: CsiDriverObjectOptions = {
  attachRequired: false,
  podInfoOnMount: true,
  volumeLifecycleModes: [CsiVolumeLifecycleMode.PERSISTENT, CsiVolumeLifecycleMode.EPHEMERAL],
  storageCapacity: true,
  fsGroupPolicy: CsiFsGroupPolicy.FILE,
};

const NAME = 'hostpath.csi.k8s.io';

const STATE = '/var/lib/csi-hostpath-data';

/**
 * The host-path driver (flags of 1.17): directories of the node as volumes, to try CSI with.
 * @see https://github.com/kubernetes-csi/csi-driver-host-path
 */
export function hostPathDriver(options: HostPathCsiDriverOptions): CsiProgram {
  const { name = NAME, container = {}, capacity = {}, maxVolumesPerNode, extraArgs = [] } = options;
  // Two of them on a node would take each other's socket and volumes.
  const isSecond = name !== NAME;
  const { stateDirectory = isSecond ? `${STATE}-${name}` : STATE } = options;
  assertAbsolute('stateDirectory', stateDirectory);
  assertWhole('maxVolumesPerNode', maxVolumesPerNode, 0);
  for (const [kind, amount] of Object.entries(capacity)) {
    if (kind === '' || kind.includes('=') || !isQuantity(amount)) {
      throw invalid('capacity', "of kinds and quantities, such as { fast: '10Gi' }", { [kind]: amount });
    }
  }
  return {
    name,
    options,
    written: container,
    directory: isSecond ? name : 'csi-hostpath',
    access: CsiHostAccess.staging({ devices: true }),
    container: {
      name: 'hostpath',
      image: IMAGES.csiHostPath,
      args: [
        `--drivername=${name}`,
        '--endpoint=$(CSI_ENDPOINT)',
        '--nodeid=$(NODE_ID)',
        ...Object.entries(capacity).map(([kind, amount]) => `--capacity=${kind}=${amount}`),
        ...maxVolumesPerNode === undefined ? [] : [`--maxvolumespernode=${maxVolumesPerNode}`],
        ...extraArgs,
      ],
      hostPaths: [HostPath.readWrite(stateDirectory, { mountPath: '/csi-data-dir', volumeName: 'csi-data-dir', type: HostPathType.DIRECTORY_OR_CREATE })],
    },
  };
}
