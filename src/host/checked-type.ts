import { HostPathType } from './host-path-type';
import { NodePlatform } from './node-platform';

/** The type of a host path that can be checked, or none where the kubelet would look for the path in a place of its own. */
export function checkedType(platform: NodePlatform, path: string, type: HostPathType): HostPathType {
  return platform.kubeletSees(path) ? type : HostPathType.UNCHECKED;
}
