/** Files of a made-up /proc, by path: small, in the kernel's formats, with numbers that are easy to find in a scrape. */
export const PROC: { readonly [path: string]: string } = {
  'stat': `cpu  30100 200 4100 990000 300 0 50 0 0 0
cpu0 15100 100 2100 495000 150 0 25 0 0 0
cpu1 15000 100 2000 495000 150 0 25 0 0 0
intr 777001 0 0
ctxt 777002
btime 1700000000
processes 777003
procs_running 3
procs_blocked 1
softirq 6 1 1 1 1 1 1 0 0 0 0
`,
  'cpuinfo': [0, 1].map(cpu => `processor\t: ${cpu}
vendor_id\t: MadeUp
cpu family\t: 6
model\t\t: 1
model name\t: Made-up CPU
stepping\t: 1
microcode\t: 0x1
cpu MHz\t\t: 2000.000
cache size\t: 1024 KB
physical id\t: 0
siblings\t: 2
core id\t\t: ${cpu}
cpu cores\t: 2
flags\t\t: fpu aes
bugs\t\t: spectre_v1

`).join(''),
  'loadavg': '1.23 4.56 7.89 3/333 4242\n',
  'uptime': '123456.78 234567.89\n',
  'meminfo': `MemTotal:        8123456 kB
MemFree:         1234567 kB
MemAvailable:    4234567 kB
Buffers:          100001 kB
Cached:          2000002 kB
SwapCached:            0 kB
Active:          3000003 kB
Inactive:        1000001 kB
Dirty:                12 kB
Slab:             200002 kB
SwapTotal:       1048572 kB
SwapFree:        1000000 kB
HugePages_Total:       0
`,
  'vmstat': `nr_free_pages 308641
pgpgin 111001
pgpgout 111002
pswpin 111003
pswpout 111004
pgfault 111005
pgmajfault 111006
oom_kill 7
`,
  'diskstats': `   8       0 sda 4242 11 100008 1500 2121 22 50004 2500 0 3000 4000 1 0 8 2 3 4
   8       1 sda1 4000 10 90000 1400 2000 20 48000 2400 0 2900 3900 0 0 0 0 0 0
   7       0 loop0 5 0 10 0 0 0 0 0 0 0 0 0 0 0 0 0 0
`,
  'interrupts': `           CPU0       CPU1
   1:         10         20   IO-APIC    1-edge      i8042
 NMI:          3          4   Non-maskable interrupts
 ERR:          0
`,
  'softirqs': `                    CPU0       CPU1
          HI:          1          2
       TIMER:       1001       1002
      NET_TX:         11         12
      NET_RX:         21         22
       BLOCK:         31         32
    IRQ_POLL:          0          0
     TASKLET:         41         42
       SCHED:         51         52
     HRTIMER:         61         62
         RCU:         71         72
`,
  'schedstat': `version 15
timestamp 4294892296
cpu0 0 0 0 0 0 0 1001000000 2002000000 3003
cpu1 0 0 0 0 0 0 1101000000 2202000000 3303
`,
  'buddyinfo': 'Node 0, zone   Normal     11     22     33      4      5      6      7      8      9     10     11 \n',
  'zoneinfo': `Node 0, zone   Normal
  pages free     5050
        min      101
        low      202
        high     303
        spanned  40404
        present  40403
        managed  40402
        protection: (0, 0)
      nr_free_pages 5050
`,
  'slabinfo': `slabinfo - version: 2.1
# name            <active_objs> <num_objs> <objsize> <objperslab> <pagesperslab> : tunables <limit> <batchcount> <sharedfactor> : slabdata <active_slabs> <num_slabs> <sharedavail>
dentry               4321   5432    192   21    1 : tunables    0    0    0 : slabdata    259    259      0
`,
  'cgroups': `#subsys_name\thierarchy\tnum_cgroups\tenabled
cpu\t0\t142\t1
memory\t0\t142\t1
`,
  'swaps': `Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority
/dev/sdb1                               partition\t1048572\t48572\t-2
`,
  'mdstat': `Personalities : [raid1]
md0 : active raid1 sda1[0] sdb2[1]
      248896 blocks [2/2] [UU]

unused devices: <none>
`,
  'drbd': `version: 8.4.3 (api:1/proto:86-101)
srcversion: 0
 1: cs:Connected ro:Primary/Primary ds:UpToDate/UpToDate C r-----
    ns:17324442 nr:10961011 dw:28263521 dr:118696670 al:1100 bm:221 lo:12345 pe:12346 ua:12347 ap:12348 ep:1 wo:d oos:12349
`,
  'filesystems': 'nodev\tproc\n\text4\n',
  'pressure/cpu': 'some avg10=1.00 avg60=2.00 avg300=3.00 total=14036781\n',
  'pressure/io': 'some avg10=0.00 avg60=0.00 avg300=0.00 total=159886802\nfull avg10=0.00 avg60=0.00 avg300=0.00 total=159229614\n',
  'pressure/memory': 'some avg10=0.00 avg60=0.00 avg300=0.00 total=222\nfull avg10=0.00 avg60=0.00 avg300=0.00 total=111\n',
  'pressure/irq': 'full avg10=0.00 avg60=0.00 avg300=0.00 total=8494\n',
  'sys/fs/file-nr': '1024\t0\t1631329\n',
  'sys/kernel/hung_task_detect_count': '5\n',
  'sys/kernel/pid_max': '4194304\n',
  'sys/kernel/random/entropy_avail': '256\n',
  'sys/kernel/random/poolsize': '256\n',
  'sys/kernel/random/boot_id': '00000000-0000-4000-8000-000000000001\n',
  'sys/kernel/threads-max': '7801\n',
  'sys/kernel/seccomp/actions_avail': 'kill_process kill_thread trap errno trace log allow\n',
  'sys/vm/swappiness': '60\n',
  'spl/kstat/zfs/arcstats': `6 1 0x01 91 4368 5266997922 97951858082072
name                            type data
hits                            4    8772612
misses                          4    604635
`,
};

/** Two processes: the init of the host, whose mounts the filesystem collector reads, and another. */
export const PROCESSES: { readonly [path: string]: string } = {
  '1/stat': '1 (systemd) S 0 1 1 0 -1 4194560 23842 0 40 0 100 200 0 0 20 0 1 0 30 17000000 2500 18446744073709551615 1 1 0 0 0 0 0 0 0 0 0 0 17 0 0 0 0 0 0 0 0 0 0 0 0 0 0\n',
  '1/status': 'Name:\tsystemd\nPid:\t1\nThreads:\t1\nUid:\t0\t0\t0\t0\n',
  '1/comm': 'systemd\n',
  '1/cmdline': '/sbin/init\0',
  '1/io': 'rchar: 1\nwchar: 2\nsyscr: 3\nsyscw: 4\nread_bytes: 5\nwrite_bytes: 6\ncancelled_write_bytes: 0\n',
  '1/task/1/stat': '1 (systemd) S 0 1 1 0 -1 4194560 23842 0 40 0 100 200 0 0 20 0 1 0 30 17000000 2500 18446744073709551615 1 1 0 0 0 0 0 0 0 0 0 0 17 0 0 0 0 0 0 0 0 0 0 0 0 0 0\n',
  '1/mountinfo': `21 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
22 21 0:20 / /proc rw,nosuid - proc proc rw
23 21 8:2 / /var/lib/kubelet rw,relatime shared:2 - ext4 /dev/sda2 rw
24 21 0:30 / /run/lock rw,nosuid - tmpfs tmpfs rw
`,
  '1/mounts': '/dev/sda1 / ext4 rw,relatime 0 0\n/dev/sda2 /var/lib/kubelet ext4 rw,relatime 0 0\n',
  '1/mountstats': `device /dev/sda1 mounted on / with fstype ext4
device 192.0.2.1:/export mounted on /mnt/nfs with fstype nfs4 statvers=1.1
\topts:\trw,vers=4.0,rsize=1048576,wsize=1048576,proto=tcp,port=0,timeo=600,retrans=2,sec=sys,mountaddr=192.0.2.1,clientaddr=192.0.2.2,local_lock=none
\tage:\t13968
\tevents:\t52 226 0 0 1 13 398 0 0 331 0 47 0 0 77 0 0 77 0 0 0 0 0 0 0 0 0
\tbytes:\t1207640230 0 0 0 1210214218 0 295483 0
\tRPC iostats version: 1.0  p/v: 100003/4 (nfs)
\txprt:\ttcp 832 0 1 0 11 6428 6428 0 12154 0 24 26 5726
\tper-op statistics
\t        READ: 1298 1298 0 207680 1210292152 6 79386 79407
`,
};
