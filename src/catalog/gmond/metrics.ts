/**
 * The modules of gmond 3.7.2 and what each measures on Linux, as `gmond -m` lists it. A metric of another name is skipped without an error.
 * @see https://github.com/ganglia/monitor-core/tree/master/gmond/modules
 */
export const MODULES: readonly { readonly name: string; readonly path?: string; readonly metrics: readonly string[] }[] = [
  { name: 'core_metrics', metrics: ['gexec', 'heartbeat', 'location'] },
  {
    name: 'cpu_module',
    path: 'modcpu.so',
    metrics: [
      'cpu_num', 'cpu_speed', 'cpu_user', 'cpu_nice', 'cpu_system', 'cpu_idle', 'cpu_aidle', 'cpu_wio', 'cpu_intr', 'cpu_sintr', 'cpu_steal',
    ],
  },
  { name: 'disk_module', path: 'moddisk.so', metrics: ['disk_total', 'disk_free', 'part_max_used'] },
  { name: 'load_module', path: 'modload.so', metrics: ['load_one', 'load_five', 'load_fifteen'] },
  {
    name: 'mem_module',
    path: 'modmem.so',
    metrics: ['mem_total', 'mem_free', 'mem_shared', 'mem_buffers', 'mem_cached', 'swap_free', 'swap_total', 'mem_sreclaimable'],
  },
  { name: 'net_module', path: 'modnet.so', metrics: ['bytes_out', 'bytes_in', 'pkts_in', 'pkts_out'] },
  { name: 'proc_module', path: 'modproc.so', metrics: ['proc_run', 'proc_total'] },
  { name: 'sys_module', path: 'modsys.so', metrics: ['boottime', 'sys_clock', 'machine_type', 'os_name', 'os_release', 'mtu'] },
];
