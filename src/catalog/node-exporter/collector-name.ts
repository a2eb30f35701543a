/** A collector of node_exporter 1.12. Those that the next version drops (ntp, runit, supervisord) are not among them. */
export enum CollectorName {
  /** Entries of the ARP table by device. */
  ARP = 'arp',
  /** Statistics of bcache. */
  BCACHE = 'bcache',
  /** Statistics of bcachefs. */
  BCACHEFS = 'bcachefs',
  /** Slaves of bonded interfaces. */
  BONDING = 'bonding',
  /** Statistics of btrfs. */
  BTRFS = 'btrfs',
  /** Fragmentation of memory. */
  BUDDYINFO = 'buddyinfo',
  /** Number of control groups. */
  CGROUPS = 'cgroups',
  /** Tracked connections. */
  CONNTRACK = 'conntrack',
  /** Seconds of each CPU by mode. */
  CPU = 'cpu',
  /** Known vulnerabilities of the CPU. */
  CPU_VULNERABILITIES = 'cpu_vulnerabilities',
  /** Frequencies of the CPUs. */
  CPUFREQ = 'cpufreq',
  /** Input and output of block devices. */
  DISKSTATS = 'diskstats',
  /** Names and versions of the hardware. */
  DMI = 'dmi',
  /** State of multipath devices. */
  DMMULTIPATH = 'dmmultipath',
  /** Statistics of DRBD. */
  DRBD = 'drbd',
  /** Statistics of graphics cards. */
  DRM = 'drm',
  /** Corrected and uncorrected memory errors. */
  EDAC = 'edac',
  /** Available entropy. */
  ENTROPY = 'entropy',
  /** Statistics of network drivers; many series. */
  ETHTOOL = 'ethtool',
  /** Statistics of Fibre Channel. */
  FIBRECHANNEL = 'fibrechannel',
  /** Open file descriptors. */
  FILEFD = 'filefd',
  /** Size and free space of file systems. */
  FILESYSTEM = 'filesystem',
  /** Sensors of the hardware; many series. */
  HWMON = 'hwmon',
  /** Statistics of InfiniBand. */
  INFINIBAND = 'infiniband',
  /** Interrupts by CPU and kind; many series. */
  INTERRUPTS = 'interrupts',
  /** Connections of IPVS. */
  IPVS = 'ipvs',
  /** Hung tasks. */
  KERNEL_HUNG = 'kernel_hung',
  /** Merged memory pages. */
  KSMD = 'ksmd',
  /** Statistics of /proc/net/stat. */
  LNSTAT = 'lnstat',
  /** Load averages. */
  LOADAVG = 'loadavg',
  /** Sessions of logind; asks the D-Bus of the node. */
  LOGIND = 'logind',
  /** State of software RAID. */
  MDADM = 'mdadm',
  /** Use of memory. */
  MEMINFO = 'meminfo',
  /** Use of memory by NUMA node. */
  MEMINFO_NUMA = 'meminfo_numa',
  /** Statistics of NFS mounts. */
  MOUNTSTATS = 'mountstats',
  /** State of network interfaces. */
  NETCLASS = 'netclass',
  /** Traffic of network interfaces. */
  NETDEV = 'netdev',
  /** Statistics of IP, TCP, UDP and ICMP. */
  NETSTAT = 'netstat',
  /** Routes; many series on large nodes. */
  NETWORK_ROUTE = 'network_route',
  /** Statistics of the NFS client. */
  NFS = 'nfs',
  /** Statistics of the NFS server. */
  NFSD = 'nfsd',
  /** Names and versions of NVMe devices. */
  NVME = 'nvme',
  /** Paths of NVMe subsystems. */
  NVMESUBSYSTEM = 'nvmesubsystem',
  /** Name and version of the operating system. */
  OS = 'os',
  /** PCI devices. */
  PCIDEVICE = 'pcidevice',
  /** Counters of the CPU; runs as root with the capability PERFMON. */
  PERF = 'perf',
  /** Power supplies. */
  POWERSUPPLYCLASS = 'powersupplyclass',
  /** Pressure stall information. */
  PRESSURE = 'pressure',
  /** Number of processes by state. */
  PROCESSES = 'processes',
  /** Statistics of queueing disciplines. */
  QDISC = 'qdisc',
  /** Use of energy; runs as root when it is asked for. */
  RAPL = 'rapl',
  /** Statistics of the scheduler. */
  SCHEDSTAT = 'schedstat',
  /** State of SELinux. */
  SELINUX = 'selinux',
  /** Kernel slab caches; runs as root. */
  SLABINFO = 'slabinfo',
  /** Sockets in use. */
  SOCKSTAT = 'sockstat',
  /** Soft interrupts by kind and CPU. */
  SOFTIRQS = 'softirqs',
  /** Statistics of packet processing. */
  SOFTNET = 'softnet',
  /** Boot time, context switches, forks. */
  STAT = 'stat',
  /** Swap by device. */
  SWAP = 'swap',
  /** Values of kernel parameters that are named. */
  SYSCTL = 'sysctl',
  /** State of systemd units; asks the D-Bus of the node. */
  SYSTEMD = 'systemd',
  /** Statistics of tape devices. */
  TAPESTATS = 'tapestats',
  /** TCP connections by state; slow with many. */
  TCPSTAT = 'tcpstat',
  /** Metrics that others leave in files. */
  TEXTFILE = 'textfile',
  /** Temperatures. */
  THERMAL_ZONE = 'thermal_zone',
  /** Time of the node. */
  TIME = 'time',
  /** State of the clock discipline. */
  TIMEX = 'timex',
  /** Queues of UDP. */
  UDP_QUEUES = 'udp_queues',
  /** Name and version of the kernel. */
  UNAME = 'uname',
  /** Statistics of virtual memory. */
  VMSTAT = 'vmstat',
  /** State of watchdog devices. */
  WATCHDOG = 'watchdog',
  /** Statistics of wireless interfaces. */
  WIFI = 'wifi',
  /** Statistics of IPsec. */
  XFRM = 'xfrm',
  /** Statistics of XFS. */
  XFS = 'xfs',
  /** Statistics of ZFS. */
  ZFS = 'zfs',
  /** Memory zones. */
  ZONEINFO = 'zoneinfo',
}
