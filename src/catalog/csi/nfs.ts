import { CsiProgram } from './csi-plugin';
import { NfsCsiDriverOptions } from './options';
import { CsiDriverObjectOptions, CsiFsGroupPolicy, CsiVolumeLifecycleMode } from '../../host/csi-driver-object-options';
import { CsiHostAccess } from '../../host/csi-host-access';
import { assertWhole } from '../assert-values';
import { IMAGES } from '../images';

/** What Kubernetes is told of it. */
export const NFS_OBJECT: CsiDriverObjectOptions = {
  attachRequired: false,
  volumeLifecycleModes: [CsiVolumeLifecycleMode.PERSISTENT],
  fsGroupPolicy: CsiFsGroupPolicy.FILE,
};

const NAME = 'nfs.csi.k8s.io';

/**
 * The NFS driver (flags of 4.13).
 *
 * A mount goes through the network in which it was made: in that of a pod it would hang when the pod ends. The locks of NFS 3 are kept
 * by a program of the image that writes below /run and /var/lib/nfs.
 * @see https://github.com/kubernetes-csi/csi-driver-nfs
 */
export function nfsDriver(options: NfsCsiDriverOptions): CsiProgram {
  const { name = NAME, container = {}, mountPermissions, extraArgs = [] } = options;
  assertWhole('mountPermissions', mountPermissions, 0, 0o7777);
  return {
    name,
    options,
    written: container,
    // Two of them on a node would take each other's socket.
    directory: name === NAME ? 'csi-nfsplugin' : name,
    access: CsiHostAccess.pods(),
    nodePorts: { registrar: 19809, livenessProbe: 29653 },
    writesImage: true,
    container: {
      name: 'nfs',
      image: IMAGES.csiNfs,
      args: [
        ...options.name === undefined ? [] : [`--drivername=${name}`],
        '--nodeid=$(NODE_ID)',
        '--endpoint=$(CSI_ENDPOINT)',
        ...mountPermissions === undefined ? [] : [`--mount-permissions=0${mountPermissions.toString(8)}`],
        ...extraArgs,
      ],
    },
  };
}
