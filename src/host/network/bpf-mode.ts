/** How a network program reaches the file system of eBPF maps, /sys/fs/bpf. */
export enum BpfMode {
  /** Not at all. */
  NONE = 'NONE',
  /** The node has it mounted, as systemd does; mounts that come later are seen. */
  MOUNTED = 'MOUNTED',
  /** A privileged init container mounts it where the node has not. */
  MOUNT = 'MOUNT',
}
