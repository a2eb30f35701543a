/** What the system module of Metricbeat measures of a node. */
export enum SystemMetricset {
  /** Each CPU core. */
  CORE = 'core',
  /** All CPUs together. */
  CPU = 'cpu',
  /** Input and output of block devices. */
  DISKIO = 'diskio',
  /** Available entropy. */
  ENTROPY = 'entropy',
  /** Each file system; the root of the node is mounted for it. */
  FILESYSTEM = 'filesystem',
  /** All file systems together; the root of the node is mounted for it. */
  FSSTAT = 'fsstat',
  /** Load averages. */
  LOAD = 'load',
  /** Memory and swap. */
  MEMORY = 'memory',
  /** Each network interface; needs the host network. */
  NETWORK = 'network',
  /** Counters of the network protocols; needs the host network. */
  NETWORK_SUMMARY = 'network_summary',
  /** Each process. */
  PROCESS = 'process',
  /** Number of processes by state. */
  PROCESS_SUMMARY = 'process_summary',
  /** Software RAID. */
  RAID = 'raid',
  /** Services of systemd; the D-Bus of the node is mounted for it. */
  SERVICE = 'service',
  /** Each new TCP connection; needs the host network and capabilities. */
  SOCKET = 'socket',
  /** Number of sockets; needs the host network. */
  SOCKET_SUMMARY = 'socket_summary',
  /** Time since the node started. */
  UPTIME = 'uptime',
  /** Sessions of users; the D-Bus of the node is mounted for it. */
  USERS = 'users',
}

/** What the kubernetes module of Metricbeat asks of the kubelet. */
export enum KubeletMetricset {
  /** Each container. */
  CONTAINER = 'container',
  /** The node. */
  NODE = 'node',
  /** Each pod. */
  POD = 'pod',
  /** Kubelet and container runtime themselves. */
  SYSTEM = 'system',
  /** Each volume. */
  VOLUME = 'volume',
}
