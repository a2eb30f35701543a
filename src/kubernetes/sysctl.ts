/** The kernel namespace that a parameter belongs to. */
export type SysctlNamespace = 'ipc' | 'net' | 'uts' | 'user';

const IPC = [
  'kernel.sem', 'kernel.shmall', 'kernel.shmmax', 'kernel.shmmni', 'kernel.shm_rmid_forced', 'kernel.shm',
  'kernel.msgmax', 'kernel.msgmnb', 'kernel.msgmni', 'kernel.msg',
];

/**
 * The namespace of a kernel parameter, whichever separator its name has; nothing when none is known.
 *
 * @see https://pkg.go.dev/k8s.io/component-helpers@v0.37.1/node/util/sysctl#GetNamespace
 */
export function sysctlNamespace(sysctl: string): SysctlNamespace | undefined {
  const [name] = normalizeSysctl(sysctl).split('*');
  if (name === 'kernel.domainname') { return 'uts'; }
  if (IPC.includes(name) || name.startsWith('fs.mqueue.')) { return 'ipc'; }
  if (name.startsWith('net.')) { return 'net'; }
  return name.startsWith('user.') ? 'user' : undefined;
}

/** The name with dots between its parts; a name whose first separator is a slash has the two exchanged. */
export function normalizeSysctl(sysctl: string): string {
  const first = /[./]/.exec(sysctl)?.[0];
  if (first !== '/') { return sysctl; }
  return sysctl.replace(/[./]/g, (separator) => separator === '.' ? '/' : '.');
}
