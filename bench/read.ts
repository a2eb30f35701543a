// Reading many manifests, beside the library for YAML alone, in one run: npx tsx bench/read.ts [--manifests N] [--rounds N]
import { parseAllDocuments } from 'yaml';
import { quartiles, ratio, table } from './statistics';
import { readText } from '../cli/read/read-text';
import { Analysis } from '../src/analysis/analysis';

const argument = (name: string, fallback: number) => process.argv.includes(name) ? Number(process.argv[process.argv.indexOf(name) + 1]) : fallback;

/** A DaemonSet of some sixty lines. */
function manifest(i: number, value: string): string {
  return `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: agent-${i}
  namespace: agents
  labels:
    app.kubernetes.io/name: agent
    app.kubernetes.io/instance: agent-${i}
spec:
  selector:
    matchLabels:
      app.kubernetes.io/name: agent
      app.kubernetes.io/instance: agent-${i}
  updateStrategy:
    type: RollingUpdate
    rollingUpdate:
      maxUnavailable: 10%
  template:
    metadata:
      labels:
        app.kubernetes.io/name: agent
        app.kubernetes.io/instance: agent-${i}
    spec:
      automountServiceAccountToken: false
      priorityClassName: system-node-critical
      nodeSelector:
        kubernetes.io/os: linux
      tolerations:
        - operator: Exists
          effect: NoSchedule
        - operator: Exists
          effect: NoExecute
      containers:
        - name: agent
          image: "example.com/agent:1.${i}"
          args:
            - --path=/host/var/log
            - ${value}
          env:
            - name: NODE_NAME
              valueFrom:
                fieldRef:
                  fieldPath: spec.nodeName
          resources:
            requests:
              cpu: 100m
              memory: 128Mi
            limits:
              memory: 128Mi
          securityContext:
            readOnlyRootFilesystem: true
            allowPrivilegeEscalation: false
          volumeMounts:
            - name: logs
              mountPath: /host/var/log
              readOnly: true
      volumes:
        - name: logs
          hostPath:
            path: /var/log
            type: Directory
`;
}

const count = argument('--manifests', 10_000);
const file = (value: string) => Array.from({ length: count }, (_, i) => manifest(i, value)).join('---\n');
const usual = Buffer.from(file('--level=info'));
const unusual = Buffer.from(file('"--level=\\x69nfo"'));

const USERS: Record<string, () => number> = {
  'yaml alone': () => parseAllDocuments(usual.toString()).map((document) => document.toJS() as unknown).length,
  'read': () => readText(usual, 'file').manifests.length,
  'read, with a line of each': () => readText(usual, 'file').manifests.filter((found) => found.lineOf('spec.template.spec.containers[0].image') !== undefined).length,
  'read and checked': () => {
    const objects = readText(usual, 'file').manifests.map(({ object }) => object);
    return Analysis.of(objects).findings.length > 0 ? NaN : objects.length;
  },
  'read, all by the library': () => readText(unusual, 'file').manifests.length,
};
const figures: Record<string, { milliseconds: number }[]> = Object.fromEntries(Object.keys(USERS).map((user) => [user, []]));
for (let round = 0; round < argument('--rounds', 5); round++) {
  for (const [user, run] of Object.entries(USERS)) {
    const start = process.hrtime.bigint();
    if (run() !== count) { throw new Error(`${user} found another number of manifests`); }
    figures[user].push({ milliseconds: Number(process.hrtime.bigint() - start) / 1e6 });
  }
}
console.log(table(Object.entries(figures).map(([user, runs]) => {
  const [q1, median, q3] = quartiles(runs.map(({ milliseconds }) => milliseconds));
  return { user, 'median ms': median.toFixed(0), 'quartiles': `${q1.toFixed(0)}–${q3.toFixed(0)}`, 'ratio': ratio(runs, figures['yaml alone'], 'milliseconds').toFixed(3) };
})));
