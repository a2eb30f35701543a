import { invalid } from './invalid';

/** Linux capabilities, without their prefix. */
export interface Capabilities {
  /**
   * Capabilities that the container gets, such as `NET_ADMIN`.
   *
   * @default - none
   */
  readonly add?: string[];

  /**
   * Capabilities that the container loses; `ALL` is every one.
   *
   * @default - none
   */
  readonly drop?: string[];
}

// https://man7.org/linux/man-pages/man7/capabilities.7.html
const NAMES = `ALL AUDIT_CONTROL AUDIT_READ AUDIT_WRITE BLOCK_SUSPEND BPF CHECKPOINT_RESTORE CHOWN DAC_OVERRIDE DAC_READ_SEARCH
FOWNER FSETID IPC_LOCK IPC_OWNER KILL LEASE LINUX_IMMUTABLE MAC_ADMIN MAC_OVERRIDE MKNOD NET_ADMIN NET_BIND_SERVICE NET_BROADCAST
NET_RAW PERFMON SETFCAP SETGID SETPCAP SETUID SYSLOG SYS_ADMIN SYS_BOOT SYS_CHROOT SYS_MODULE SYS_NICE SYS_PACCT SYS_PTRACE
SYS_RAWIO SYS_RESOURCE SYS_TIME SYS_TTY_CONFIG WAKE_ALARM`;

let known: ReadonlySet<string> | undefined;

/** Refuses a name that the kernel does not know: container runtimes ignore some of them without a word. */
export function assertCapabilities(names: readonly string[]): void {
  known ??= new Set(NAMES.split(/\s+/));
  for (const name of names) {
    if (!known.has(name)) {
      const bare = String(name).toUpperCase().replace(/^CAP_/, '');
      throw invalid('capability', "the name of a Linux capability in capitals, without 'CAP_'", name, known.has(bare) ? `write '${bare}'` : undefined);
    }
  }
}
