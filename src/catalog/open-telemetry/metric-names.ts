import { invalid } from '../../host/invalid';

/**
 * The metrics of each scraper, read at 0.149, 0.155 and 0.164, which have the same. The collector does not start with an unknown one.
 * @see https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/main/receiver/hostmetricsreceiver/internal/scraper
 */
export const HOST_METRICS: { readonly [scraper: string]: readonly string[] } = {
  cpu: names('system.cpu', 'frequency', 'logical.count', 'physical.count', 'time', 'utilization'),
  disk: names('system.disk', 'io', 'io_time', 'merged', 'operation_time', 'operations', 'pending_operations', 'weighted_io_time'),
  filesystem: names('system.filesystem', 'inodes.usage', 'usage', 'utilization'),
  load: names('system.cpu.load_average', '1m', '5m', '15m'),
  memory: [
    ...names('system.memory', 'limit', 'page_size', 'usage', 'utilization', 'linux.shared'),
    ...names('system.memory.linux.hugepages', 'limit', 'page_size', 'reserved', 'surplus', 'usage', 'utilization'),
    ...names('system.linux.memory', 'available', 'dirty'),
  ],
  network: names('system.network', 'connections', 'conntrack.count', 'conntrack.max', 'dropped', 'errors', 'io', 'packets'),
  nfs: [
    ...names('nfs.client', 'net.count', 'net.tcp.connection.accepted', 'operation.count', 'procedure.count', 'rpc.authrefresh.count', 'rpc.count',
      'rpc.retransmit.count'),
    ...names('nfs.server', 'fh.stale.count', 'io', 'net.count', 'net.tcp.connection.accepted', 'operation.count', 'procedure.count',
      'repcache.requests', 'rpc.count', 'thread.count'),
  ],
  paging: names('system.paging', 'faults', 'operations', 'usage', 'utilization'),
  processes: names('system.processes', 'count', 'created'),
  process: names('process', 'context_switches', 'cpu.time', 'cpu.utilization', 'disk.io', 'disk.operations', 'handles', 'memory.usage',
    'memory.utilization', 'memory.virtual', 'open_file_descriptors', 'paging.faults', 'signals_pending', 'threads', 'uptime'),
  system: ['system.uptime'],
};

/** What the process scraper may say of each process. */
export const PROCESS_ATTRIBUTES: readonly string[] = names('process', 'cgroup', 'command', 'command_line', 'executable.name', 'executable.path', 'owner',
  'parent_pid', 'pid');

const USAGE = ['cpu.time', 'cpu.usage', 'filesystem.available', 'filesystem.capacity', 'filesystem.usage', 'memory.available', 'memory.major_page_faults',
  'memory.page_faults', 'memory.rss', 'memory.usage', 'memory.working_set', 'uptime'];
const UTILIZATION = ['cpu.node.utilization', 'cpu_limit_utilization', 'cpu_request_utilization', 'memory.node.utilization', 'memory_limit_utilization',
  'memory_request_utilization'];

/**
 * The metrics of the kubelet, read at 0.155.
 * @see https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/main/receiver/kubeletstatsreceiver
 */
export const KUBELET_METRICS: readonly string[] = [
  ...names('container', ...USAGE),
  ...names('k8s.container', ...UTILIZATION, 'ephemeral_storage.usage'),
  ...names('k8s.node', ...USAGE, 'network.errors', 'network.io'),
  ...names('k8s.node.system_container', 'cpu.time', 'cpu.usage', 'memory.usage', 'memory.working_set'),
  ...names('k8s.pod', ...USAGE, ...UTILIZATION, 'network.errors', 'network.io', 'volume.usage'),
  ...names('k8s.volume', 'available', 'capacity', 'inodes', 'inodes.free', 'inodes.used'),
];

/** Names switched on and off, as the collector writes it; an unknown one is an error that names the known. */
export function switches(what: string, known: readonly string[], chosen: { readonly [name: string]: boolean } | undefined): object | undefined {
  for (const name of Object.keys(chosen ?? {})) {
    if (!known.includes(name)) {
      throw invalid(what, `one of ${known.join(', ')}`, name);
    }
  }
  return chosen && Object.fromEntries(Object.entries(chosen).map(([name, enabled]) => [name, { enabled }]));
}

function names(prefix: string, ...rest: readonly string[]): string[] {
  return rest.map(name => `${prefix}.${name}`);
}
