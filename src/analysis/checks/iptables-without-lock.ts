import { placeOf } from '../../kubernetes/host-path';
import { answer, Check } from '../check';
import { sourcesOf, objectOf } from '../configuration';
import { Daemon, PlacedContainer } from '../daemon';
import { filledFlags } from '../flags';
import { textsAt } from '../loose';
import { mountedPaths, nodePathAt } from '../mounted-paths';
import { ObjectSet } from '../object-set';
import { Severity } from '../severity';
import { shellCommands } from '../shell-commands';

/** What changes the rules; the variant for nftables knows no lock. */
const PROGRAM = /^ip6?tables(-legacy)?(-restore)?$/;
/** What enters the file system of the node, where the lock is. */
const ENTERING = /^(chroot|nsenter)$/;

/** ND244 */
export const iptablesWithoutLock: Check = {
  id: 'ND244',
  severity: Severity.WARNING,
  title: 'A container changes the iptables rules of the node without their lock',
  text: 'All programs that write iptables rules take turns by locking `/run/xtables.lock` of the node. A container without it locks a file of its own, and '
    + 'two that write at once lose rules: [kube2iam#216](https://github.com/jtblin/kube2iam/issues/216), [rke#1303](https://github.com/rancher/rke/issues/1303). '
    + 'Where the nodes use nftables the lock does nothing. It is asked of scripts that call iptables, and of flags that ask for it.',
  acknowledgeable: true,
  judge(daemon, objects) {
    const users = daemon.pod.hostNetwork ? daemon.containers.flatMap(placed => {
      const by = mayChangeRules(placed) ? useOf(placed, daemon, objects) : undefined;
      return by === undefined ? [] : [{ placed, ...by }];
    }) : [];
    const unlocked = users.filter(({ placed }) => {
      const mounts = mountedPaths(daemon.pod, placed);
      return !mounts.some(({ hostPath }) => hostPath === '/')
        && !['/run/xtables.lock', '/var/run/xtables.lock'].some(lock => placeOf(nodePathAt(mounts, lock) ?? '') === '/run/xtables.lock');
    });
    return users.length === 0 ? 'does not apply' : answer(unlocked.map(({ placed, what, field }) => ({
      field,
      message: `container '${placed.container.name}' changes iptables rules of the node (${what}) without '/run/xtables.lock': mount that of the node, writable, with the type FileOrCreate`,
    })));
  },
};

function mayChangeRules({ container: { securityContext } }: PlacedContainer): boolean {
  return securityContext?.privileged === true || (securityContext?.capabilities?.add ?? []).some(name => ['NET_ADMIN', 'ALL'].includes(name));
}

function useOf(placed: PlacedContainer, daemon: Daemon, objects: ObjectSet): { what: string; field: string } | undefined {
  const commands = shellCommands(placed);
  if (commands.some(({ program }) => ENTERING.test(program))) {
    return undefined;
  }
  const called = commands.find(({ program }) => PROGRAM.test(program));
  const flag = filledFlags(placed).find(({ name, value = 'true' }) => (/^(iptables|setupiptables|ip-masq)$/.test(name) && value !== 'false')
    || (name === 'proxy-mode' && value === 'iptables'));
  // flannel has a mode without iptables.
  const isOther = flag?.name === 'ip-masq' && sourcesOf(daemon).some(source => Object.values(textsAt(objectOf(source, daemon, objects)?.manifest, 'data'))
    .some(text => /"EnableNFTables"\s*:\s*true/.test(text)));
  if (called !== undefined) {
    return { what: called.program, field: called.field };
  }
  return flag === undefined || isOther ? undefined : { what: flag.text, field: flag.field };
}
