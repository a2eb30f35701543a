import { GmondCollectionGroup, GmondMetric } from './collection-group';

/** The groups that gmond 3.7.2 has built in, as `gmond -t` prints them. */
export const USUAL_GROUPS: readonly GmondCollectionGroup[] = [
  { collectOnce: true, timeThreshold: 20, metrics: [{ name: 'heartbeat' }] },
  {
    collectEvery: 60,
    timeThreshold: 60,
    metrics: titled({
      cpu_num: 'CPU Count',
      cpu_speed: 'CPU Speed',
      mem_total: 'Memory Total',
      swap_total: 'Swap Space Total',
      boottime: 'Last Boot Time',
      machine_type: 'Machine Type',
      os_name: 'Operating System',
      os_release: 'Operating System Release',
      location: 'Location',
    }),
  },
  { collectOnce: true, timeThreshold: 300, metrics: titled({ gexec: 'Gexec Status' }) },
  {
    collectEvery: 20,
    timeThreshold: 90,
    metrics: [
      ...titled({ cpu_user: 'CPU User', cpu_system: 'CPU System' }, 1),
      ...titled({ cpu_idle: 'CPU Idle' }, 5),
      ...titled({ cpu_nice: 'CPU Nice' }, 1),
      ...titled({ cpu_aidle: 'CPU aidle' }, 5),
      ...titled({ cpu_wio: 'CPU wio', cpu_steal: 'CPU steal' }, 1),
    ],
  },
  {
    collectEvery: 20,
    timeThreshold: 90,
    metrics: titled({ load_one: 'One Minute Load Average', load_five: 'Five Minute Load Average', load_fifteen: 'Fifteen Minute Load Average' }, 1),
  },
  { collectEvery: 80, timeThreshold: 950, metrics: titled({ proc_run: 'Total Running Processes', proc_total: 'Total Processes' }, 1) },
  {
    collectEvery: 40,
    timeThreshold: 180,
    metrics: titled({
      mem_free: 'Free Memory', mem_shared: 'Shared Memory', mem_buffers: 'Memory Buffers', mem_cached: 'Cached Memory', swap_free: 'Free Swap Space',
    }, 1024),
  },
  {
    collectEvery: 40,
    timeThreshold: 300,
    metrics: [...titled({ bytes_out: 'Bytes Sent', bytes_in: 'Bytes Received' }, 4096), ...titled({ pkts_in: 'Packets Received', pkts_out: 'Packets Sent' }, 256)],
  },
  { collectEvery: 1800, timeThreshold: 3600, metrics: titled({ disk_total: 'Total Disk Space' }, 1) },
  { collectEvery: 40, timeThreshold: 180, metrics: titled({ disk_free: 'Disk Space Available', part_max_used: 'Maximum Disk Space Used' }, 1) },
];

function titled(titles: { readonly [name: string]: string }, valueThreshold?: number): GmondMetric[] {
  return Object.entries(titles).map(([name, title]) => ({ name, title, valueThreshold }));
}
