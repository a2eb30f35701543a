import { HostPathType } from './host-path-type';
import { normalPath } from './paths';
import { isProtectedDirectory } from '../kubernetes/protected-directories';

const KNOWN_FILES = /^\/etc\/(machine-id|os-release|hostname|hosts|resolv\.conf|localtime|timezone|passwd|group|fstab|mtab|nsswitch\.conf)$/;

/**
 * The type that a path most likely has. A wrong guess is loud (the kubelet refuses the mount and says why);
 * no type is silent (a missing path becomes an empty directory).
 */
export function likelyType(path: string, readOnly: boolean): HostPathType {
  if (path.endsWith('.sock')) {
    return HostPathType.SOCKET;
  }
  if (path.endsWith('.lock')) {
    return HostPathType.FILE_OR_CREATE;
  }
  if (KNOWN_FILES.test(path)) {
    return HostPathType.FILE;
  }
  if (path.startsWith('/dev/')) {
    return HostPathType.UNCHECKED;
  }
  const directory = normalPath(path);
  const isOfTheNode = directory === '/dev' || isProtectedDirectory(directory);
  return readOnly || isOfTheNode ? HostPathType.DIRECTORY : HostPathType.DIRECTORY_OR_CREATE;
}
