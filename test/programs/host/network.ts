/** Files of a made-up /proc/net. */
export const NET: { readonly [path: string]: string } = {
  'net/dev': `Inter-|   Receive                                                |  Transmit
 face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed
    lo:    1000      10    0    0    0     0          0         0     1000      10    0    0    0     0       0          0
  eth0: 1234567     890    1    2    0     0          0         3  7654321     987    4    5    0     0       0          0
 veth1:    2222      22    0    0    0     0          0         0     3333      33    0    0    0     0       0          0
`,
  'net/arp': `IP address       HW type     Flags       HW address            Mask     Device
192.0.2.1        0x1         0x2         02:00:00:00:00:01     *        eth0
`,
  'net/snmp': `Ip: Forwarding DefaultTTL InReceives
Ip: 1 64 5150
Tcp: RtoAlgorithm ActiveOpens CurrEstab RetransSegs
Tcp: 1 3556 42 17
Udp: InDatagrams NoPorts InErrors OutDatagrams RcvbufErrors SndbufErrors
Udp: 100 1 2 200 3 4
`,
  'net/snmp6': 'Ip6InReceives                   \t7\nIp6InOctets                     \t460\nUdp6InDatagrams                 \t0\n',
  'net/netstat': `TcpExt: SyncookiesSent ListenOverflows ListenDrops
TcpExt: 1 2 3
IpExt: InNoRoutes InOctets OutOctets
IpExt: 0 628631 275694
`,
  'net/sockstat': `sockets: used 229
TCP: inuse 4 orphan 0 tw 4 alloc 17 mem 1
UDP: inuse 2 mem 1
UDPLITE: inuse 0
RAW: inuse 0
FRAG: inuse 0 memory 0
`,
  'net/sockstat6': 'TCP6: inuse 17\nUDP6: inuse 9\nUDPLITE6: inuse 0\nRAW6: inuse 1\nFRAG6: inuse 0 memory 0\n',
  'net/softnet_stat': `00001092 00000001 00000002 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000
00001093 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000001
`,
  'net/udp': `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer drops
    0: 00000000:0016 00000000:0000 0A 00000015:00000001 00:00000000 00000000     0        0 2740 1 ffff88003d3af3c0 0
`,
  'net/tcp': `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
    0: 0100007F:238C 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 2740 1 ffff88003d3af3c0 100 0 0 10 0
`,
  'net/route': 'Iface\tDestination\tGateway\tFlags\tRefCnt\tUse\tMetric\tMask\tMTU\tWindow\tIRTT\neth0\t00000000\t010200C0\t0003\t0\t0\t100\t00000000\t0\t0\t0\n',
  'net/ip_vs': `IP Virtual Server version 1.2.1 (size=4096)
Prot LocalAddress:Port Scheduler Flags
  -> RemoteAddress:Port Forward Weight ActiveConn InActConn
TCP  C0A80016:0CEA wlc
  -> C0A85216:0CEA      Tunnel  100    248        2
`,
  'net/ip_vs_stats': `   Total Incoming Outgoing         Incoming         Outgoing
   Conns  Packets  Packets            Bytes            Bytes
       A        B        C                D                E

 Conns/s   Pkts/s   Pkts/s          Bytes/s          Bytes/s
       4  4DB9DB41        0      50E34C3C                  0
`,
  'net/xfrm_stat': ['InError', 'InBufferError', 'InHdrError', 'InNoStates', 'InStateProtoError', 'InStateModeError', 'InStateSeqError', 'InStateExpired',
    'InStateMismatch', 'InStateInvalid', 'InTmplMismatch', 'InNoPols', 'InPolBlock', 'InPolError', 'OutError', 'OutBundleGenError', 'OutBundleCheckError',
    'OutNoStates', 'OutStateProtoError', 'OutStateModeError', 'OutStateSeqError', 'OutStateExpired', 'OutPolBlock', 'OutPolDead', 'OutPolError', 'FwdHdrError',
    'OutStateInvalid', 'AcquireError'].map((name, i) => `Xfrm${name.padEnd(24)}${i}\n`).join(''),
  'net/rpc/nfs': `net 18628 0 18628 6
rpc 4329785 0 4338291
proc2 18 2 69 0 0 4410 0 0 0 0 0 0 0 0 0 0 0 99 2
proc3 22 1 4084749 29200 94754 32580 186 47747 7981 8639 0 6356 0 6962 0 7958 0 0 241 4 4 2 39
proc4 61 1 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
`,
  'net/rpc/nfsd': `rc 0 6 18622
fh 0 0 0 0 0
io 157286400 72864
th 8 0 0.000 0.000 0.000 0.000 0.000 0.000 0.000 0.000 0.000 0.000
ra 32 0 0 0 0 0 0 0 0 0 0 0
net 972 55 917 1
rpc 18628 3 1 2 0
proc2 18 2 69 0 0 4410 0 0 0 0 0 0 0 0 0 0 0 99 2
proc3 22 2 112 0 2719 111 0 0 0 0 0 0 0 0 0 0 0 27 216 0 2 1 0
proc4 2 2 10853
proc4ops 72 0 0 0 1098 2 0 0 0 0 8179 5896 0 0 0 0 5900 0 0 2 0 2 0 9609 0 2 150 1272 0 0 0 1236 0 0 0 0 3 3 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
`,
  'net/stat/nf_conntrack': `entries  searched found new invalid ignore delete delete_list insert insert_failed drop early_drop icmp_error  expect_new expect_create expect_delete search_restart
00000021  00000000 00000000 00000000 00000003 0000588a 00000000 00000000 00000000 00000000 00000000 00000000 00000000  00000000 00000000 00000000 00000000
`,
  'net/stat/arp_cache': `entries  allocs destroys hash_grows  lookups hits  res_failed  rcv_probes_mcast rcv_probes_ucast  periodic_gc_runs forced_gc_runs unresolved_discards table_fulls
00000014  00000001 00000002 00000003  00000004 00000005  00000006  00000007 00000008  00000009 0000000a 0000000b 0000000c
`,
  'sys/net/netfilter/nf_conntrack_count': '123\n',
  'sys/net/netfilter/nf_conntrack_max': '65536\n',
};
