import { CsiProgram } from './csi-plugin';
import { CustomCsiDriverOptions } from './options';
import { CsiDriverObjectOptions, CsiFsGroupPolicy } from '../../host/csi-driver-object-options';
import { CsiHostAccess } from '../../host/csi-host-access';

/** What Kubernetes is told of a driver of which nothing is known. */
export const CUSTOM_OBJECT: CsiDriverObjectOptions = { attachRequired: false, fsGroupPolicy: CsiFsGroupPolicy.FILE };

/** A driver of the user's own. */
export function customDriver(options: CustomCsiDriverOptions): CsiProgram {
  const { name, container, apiAccess, configFiles } = options;
  return { name, options, container: {}, written: container, directory: name, access: CsiHostAccess.pods(), apiAccess, configFiles };
}
