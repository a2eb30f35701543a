import { userOf } from '../../kubernetes/container-user';
import { isWithin } from '../../kubernetes/host-path';
import { answer, Check } from '../check';
import { Daemon } from '../daemon';
import { HostMount, hostMounts } from '../host-mounts';
import { Severity } from '../severity';
import { shellCommands } from '../shell-commands';

/** Where every user may write, or where files say themselves who may. */
const OPEN_TYPES = ['Socket', 'CharDevice', 'BlockDevice'];
const OPEN_PLACES = ['/dev', '/proc', '/sys', '/tmp', '/var/tmp'];

/** With these a program may write all the same, where its image grants them to the file. */
const GIVING = ['ALL', 'CHOWN', 'DAC_OVERRIDE', 'FOWNER'];

/** ND221 */
export const nonRootWritesHostPath: Check = {
  id: 'ND221',
  severity: Severity.WARNING,
  title: 'A container that is not root mounts a path of the node writable, and nothing gives it the right to write',
  text: 'What the kubelet creates for a host path belongs to root with mode 0755, and `fsGroup` does not change that: '
    + '[hostPath](https://kubernetes.io/docs/concepts/storage/volumes/#hostpath), '
    + '[kubernetes#30378](https://github.com/kubernetes/kubernetes/issues/30378). An init container that runs as root and mounts the same path can '
    + 'give it away, where it may change owners or opens the mode.',
  acknowledgeable: true,
  judge(daemon) {
    const mounts = hostMounts(daemon).filter(mount => mount.isWritable && !isRoot(daemon, mount));
    return mounts.length === 0 ? 'does not apply' : answer(mounts.filter(mount => !isAllowed(mount, daemon)).map(({ container, path, mountField }) => ({
      field: mountField,
      message: `container '${container.name}' is not root and mounts '${path}' of the node writable, which belongs to root: `
        + 'mount it read-only, or change its owner in an init container that runs as root',
    })));
  },
};

/** Whether it may be root: the manifest says so, or says nothing. */
function isRoot({ pod }: Daemon, { container }: HostMount): boolean {
  const { user, isNonRoot } = userOf(pod, container);
  return user === undefined ? !isNonRoot : user === 0;
}

function isAllowed({ container, place, type }: HostMount, daemon: Daemon): boolean {
  const { supplementalGroups = [], fsGroup } = daemon.pod.securityContext ?? {};
  return OPEN_TYPES.includes(type) || place.endsWith('.sock') || OPEN_PLACES.some(open => isWithin(place, open))
    || supplementalGroups.length > 0 || fsGroup !== undefined || (container.securityContext?.capabilities?.add ?? []).some(name => GIVING.includes(name))
    || hostMounts(daemon).some(other => other.isInit && other.isWritable && isRoot(daemon, other) && isWithin(place, other.place) && mayGive(other));
}

/** Whether an init container gives a path away, as far as its rights say; with the right to change modes alone, its commands say. */
function mayGive(other: HostMount): boolean {
  const { privileged, capabilities: { add = [], drop = [] } = {} } = other.container.securityContext ?? {};
  const has = (name: string) => privileged === true || add.includes(name) || add.includes('ALL') || !(drop.includes(name) || drop.includes('ALL'));
  return has('CHOWN') || (has('FOWNER') && shellCommands(other).some(({ program, words }) => program === 'chmod' && words.some(opens)));
}

/** Whether a mode lets others than the owner write. */
function opens(mode: string): boolean {
  return /^[0-7]{0,2}([0-7][2367]|[2367][0-7])$/.test(mode) || /^[ugo]*[ago][ugo]*[+=][rxX]*w|^[+=][rxX]*w/.test(mode);
}
