import { under } from './under';

const BCACHE = 'fs/bcache/00000000-0000-4000-8000-0000000000bc';
const BCACHE_STATS = ['bypassed', 'cache_bypass_hits', 'cache_bypass_misses', 'cache_hits', 'cache_miss_collisions', 'cache_misses', 'cache_readaheads'];
const BTRFS = 'fs/btrfs/00000000-0000-4000-8000-0000000000bb';
const BCACHEFS = 'fs/bcachefs/00000000-0000-4000-8000-0000000000bf';

/** Files of a made-up /sys about file systems, volumes and tapes that few hosts have. */
export const STORAGE: { readonly [path: string]: string } = {
  ...under(BCACHE, {
    average_key_size: '0', btree_cache_size: '0', cache_available_percent: '100', congested: '0', root_usage_percent: '0', tree_depth: '0',
  }),
  ...under(`${BCACHE}/internal`, { active_journal_entries: '1', btree_nodes: '0', btree_read_average_duration_us: '1305', cache_read_races: '0' }),
  ...Object.assign({}, ...['stats_five_minute', 'stats_total', 'bdev0/stats_five_minute', 'bdev0/stats_total'].map(folder =>
    under(`${BCACHE}/${folder}`, Object.fromEntries(BCACHE_STATS.map((name, i) => [name, `${i}`]))))),
  ...under(`${BCACHE}/bdev0`, {
    dirty_data: '0',
    writeback_rate_debug: 'rate:\t\t1.1M/sec\ndirty:\t\t20.4G\ntarget:\t\t20.4G\nproportional:\t427.5k\nintegral:\t790.0k\nchange:\t\t321.5k/sec\nnext io:\t17ms',
  }),
  ...under(`${BCACHE}/cache0`, { io_errors: '0', metadata_written: '512', written: '0', priority_stats: 'Unused:\t\t99%\nMetadata:\t1%' }),

  ...under(BTRFS, {
    label: 'made-up',
    metadata_uuid: '00000000-0000-4000-8000-0000000000bb',
    clone_alignment: '4096',
    nodesize: '16384',
    quota_override: '0',
    sectorsize: '4096',
    commit_stats: 'commits 258051\nlast_commit_ms 1\nmax_commit_ms 51462\ntotal_commit_ms 47836090',
  }),
  ...under(`${BTRFS}/features`, { big_metadata: '1' }),
  ...under(`${BTRFS}/devices/sdc`, { size: '20971520' }),
  ...under(`${BTRFS}/allocation`, { global_rsv_reserved: '16777216', global_rsv_size: '16777216' }),
  ...Object.assign({}, ...['data', 'metadata', 'system'].flatMap(use => [
    under(`${BTRFS}/allocation/${use}`, Object.fromEntries(['bytes_may_use', 'bytes_pinned', 'bytes_readonly', 'bytes_reserved', 'bytes_used', 'disk_total',
      'disk_used', 'flags', 'total_bytes', 'total_bytes_pinned'].map((name, i) => [name, `${i * 4096}`]))),
    under(`${BTRFS}/allocation/${use}/single`, { total_bytes: '2147483648', used_bytes: '808189952' }),
  ])),

  ...under(BCACHEFS, {
    btree_cache_size: '2.05G',
    compression_stats: 'typetype          compressed    uncompressed     average extent size\nlz4               10.0M         20.0M            64.0k',
    btree_write_stats: '                   nr        size\ninitial:           190       108k',
    errors: '',
  }),
  ...under(`${BCACHEFS}/counters`, { btree_node_read: 'since mount:                   4242\nsince filesystem creation:     4343' }),

  'fs/xfs/sda2/stats/stats': `extent_alloc 1 872 0 0
abt 0 0 0 0
blk_map 61 29 1 1 1 91 0
bmbt 0 0 0 0
dir 3 2 1 52
trans 4 40 0
ig 5 1 0 4 0 0 1
rw 28 0
`,
  ...under('block/dm-0', { size: '104857600', dev: '253:0' }),
  ...under('block/dm-0/dm', { name: 'mpatha', suspended: '0', uuid: 'mpath-madeup' }),
  'block/dm-0/slaves/sda/.keep': '',
  'block/sda/device/state': 'running\n',
  ...under('class/scsi_tape/st0/stats', Object.fromEntries(['in_flight', 'io_ns', 'other_cnt', 'read_byte_cnt', 'read_cnt', 'read_ns', 'resid_cnt',
    'write_byte_cnt', 'write_cnt', 'write_ns'].map((name, i) => [name, `${i + 1}`]))),
  ...under('block/md0', { size: '497792' }),
  ...under('block/md0/md', { array_state: 'clean', chunk_size: '0', degraded: '0', level: 'raid1', metadata_version: '1.2', raid_disks: '2', sync_action: 'idle', sync_completed: 'none', uuid: '0' }),
  ...under('block/md0/md/dev-sda1', { state: 'in_sync' }),
  ...under('block/md0/md/dev-sdb2', { state: 'in_sync' }),
};
