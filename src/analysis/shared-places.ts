import { isWithin } from '../kubernetes/host-path';
import { COMMON_DIRECTORIES, SYSTEM_DIRECTORIES } from '../kubernetes/node-directories';

/** Types that name one thing which is there already: programs talk through it, or read it. */
const SHARED_TYPES = new Set(['Socket', 'CharDevice', 'BlockDevice', 'File']);

const SYSTEM_FILE = /^\/etc\/(group|hostname|hosts|localtime|machine-id|nsswitch\.conf|os-release|passwd|resolv\.conf|timezone)$/;

/** Whether it is normal that several programs of a node write a place, or only seem to because they forgot to mount it read-only. */
export function isShared(place: string, type: string): boolean {
  return SHARED_TYPES.has(type) || COMMON_DIRECTORIES.includes(place) || /\.sock(et)?$/.test(place) || /\/kubelet(\/|$)/.test(place)
    || SYSTEM_FILE.test(place)
    || SYSTEM_DIRECTORIES.some(directory => isWithin(place, directory));
}
