/** What a client on the node saw of one update. */
export interface Seen {
  readonly asked: number;
  /** Connections that nobody answered. */
  readonly failed: number;
  /** What they failed of. */
  readonly why: readonly string[];
  /** The longest time without an answer, in milliseconds. */
  readonly gap: number;
  /** Milliseconds in which no pod of the node was ready. */
  readonly nobody: number;
  /** Answers of another node. */
  readonly elsewhere: number;
  /** Whether the new pod answers. */
  readonly isBack: boolean;
}

/** Figures of updates as a document. */
export class GapReport {
  private readonly rows = new Map<string, Seen[]>();

  /** Takes what was seen of one update. */
  public add(exposure: string, strategy: string, seen: Seen): void {
    const row = `${exposure} | ${strategy}`;
    this.rows.set(row, [...this.rows.get(row) ?? [], seen]);
  }

  /** The document. */
  public text(every: number): string {
    const rows = [...this.rows].map(([row, seen]) => `| ${row} | ${seen.length} | ${of(seen, 'gap')} | ${of(seen, 'nobody')} | ${of(seen, 'failed')} | ${of(seen, 'elsewhere')} |`);
    return `# The time without a listener while a daemon is updated

Written by \`ROUNDS=6 REPORT=test/programs/update-gap.md npm run programs -- update-gap\`. Each line is updates of one pod, on one of two made-up nodes
(network namespaces of one machine), in the order in which the controller of DaemonSets goes. A pod on the same node connects every ${every} ms; one
connection is one try, which fails after 900 ms. The program ends at once when it is asked to, and is ready as soon as it runs.

- Host ports are those of CNI's plugin portmap, with nftables. Services are those of Kubernetes' kube-proxy 1.37 in its mode nftables, as it is by
  default: it writes its rules at once, and then not again for a second (\`minSyncPeriod\`). *Busy* is that another Service came just before, so that
  it waits for the rest of that second.
- *Gap* is the longest time without an answer. *No pod here* is how long no program was ready on the node: what these tests take to end and to start
  processes. On a cluster that is what kubelet, runtime, the pull of the image and the program itself take, seconds mostly, and is in none of
  these figures: where a gap is about as long as this, that much is what the exposure costs, and nothing more.
- *Old first* is \`maxUnavailable: 1\`, *new first* \`maxSurge: 1\`, both without a \`preStop\`. *As by default* is what TcpNodeDaemon writes: for host
  ports and the host network \`maxUnavailable\`, for Services \`maxSurge\`, \`minReadySeconds: 5\` and a \`preStop\` that sleeps 5 s.

Milliseconds and numbers of connections; the median, and the least and the most.

| Exposure | Update | Updates | Gap | No pod here | Failed connections | Answers of another node |
|---|---|---|---|---|---|---|
${rows.join('\n')}
`;
  }
}

function of(seen: readonly Seen[], figure: 'gap' | 'nobody' | 'failed' | 'elsewhere'): string {
  const sorted = seen.map(one => one[figure]).sort((a, b) => a - b);
  const [least, most] = [sorted[0], sorted[sorted.length - 1]];
  return least === most ? String(least) : `${sorted[Math.floor(sorted.length / 2)]} (${least}–${most})`;
}
