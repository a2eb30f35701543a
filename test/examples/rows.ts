import { readFileSync } from 'fs';
import { join } from 'path';
import { parse } from 'yaml';

/** A row of the table of tutorials: what it has in an example, and what the tutorial says. */
export type Row = readonly [row: string, example: string, file: string, tutorial: object];

const LOG_PATHS = [
  { name: 'varlog', hostPath: { path: '/var/log' } },
  { name: 'varlibdockercontainers', hostPath: { path: '/var/lib/docker/containers' } },
];
const FLUENTD = {
  name: 'fluentd',
  image: 'fluent/fluentd:v1.4.2-2',
  resources: { requests: { cpu: '100m', memory: '200Mi' }, limits: { memory: '200Mi' } },
  volumeMounts: [
    { name: 'varlog', mountPath: '/var/log' },
    { name: 'varlibdockercontainers', mountPath: '/var/lib/docker/containers', readOnly: true },
  ],
};

/** Row L1 with what another row adds. */
function l1({ spec = {}, pod = {}, container = {} }: { spec?: object; pod?: object; container?: object } = {}) {
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: 'fluentd', namespace: 'kube-system' },
    spec: {
      selector: { matchLabels: { name: 'fluentd' } },
      template: {
        metadata: { labels: { name: 'fluentd' } },
        spec: { terminationGracePeriodSeconds: 30, containers: [{ ...FLUENTD, ...container }], volumes: LOG_PATHS, ...pod },
      },
      ...spec,
    },
  };
}

const L5 = {
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  metadata: { name: 'fluentd' },
  spec: {
    selector: { matchLabels: { app: 'logging', id: 'fluentd' } },
    template: {
      metadata: { name: 'fluentd', labels: { app: 'logging', id: 'fluentd' } },
      spec: {
        containers: [{
          name: 'fluentd-es',
          image: 'gcr.io/google_containers/fluentd-elasticsearch:1.3',
          env: [{ name: 'FLUENTD_ARGS', value: '-qq' }],
          volumeMounts: [{ name: 'containers', mountPath: '/var/lib/docker/containers' }, { name: 'varlog', mountPath: '/varlog' }],
        }],
        volumes: [{ name: 'containers', hostPath: { path: '/var/lib/docker/containers' } }, { name: 'varlog', hostPath: { path: '/var/log' } }],
      },
    },
  },
};
const L6 = {
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  metadata: { name: 'fluentd', namespace: 'default' },
  spec: {
    selector: { matchLabels: { app: 'fluentd' } },
    template: {
      metadata: { labels: { app: 'fluentd' } },
      spec: {
        dnsPolicy: 'ClusterFirst',
        restartPolicy: 'Always',
        containers: [{
          name: 'fluentd',
          image: 'fluentd:v0.1.0',
          imagePullPolicy: 'Always',
          env: [{ name: 'ES_HOST', value: 'http://elasticsearch' }, { name: 'ES_PORT', value: '9200' }],
          volumeMounts: [{ name: 'varlibdockercontainers', mountPath: '/var/lib/docker/containers' }],
        }],
        volumes: [{ name: 'varlibdockercontainers', hostPath: { path: '/var/lib/docker/containers' } }],
      },
    },
  },
};
/** The line of `docker run`, by hand. */
const M1 = {
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  metadata: { name: 'node-exporter', namespace: 'monitoring' },
  spec: {
    selector: { matchLabels: { app: 'node-exporter' } },
    template: {
      metadata: { labels: { app: 'node-exporter' } },
      spec: {
        hostNetwork: true,
        containers: [{
          name: 'node-exporter',
          image: 'prom/node-exporter',
          args: ['--path.procfs', '/host/proc', '--path.sysfs', '/host/sys', '--collector.filesystem.ignored-mount-points', '^/(sys|proc|dev|host|etc)($|/)'],
          volumeMounts: [{ name: 'proc', mountPath: '/host/proc' }, { name: 'sys', mountPath: '/host/sys' }, { name: 'rootfs', mountPath: '/rootfs' }],
        }],
        volumes: [{ name: 'proc', hostPath: { path: '/proc' } }, { name: 'sys', hostPath: { path: '/sys' } }, { name: 'rootfs', hostPath: { path: '/' } }],
      },
    },
  },
};
const M2 = {
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  metadata: { name: 'node-exporter' },
  spec: {
    selector: { matchLabels: { name: 'node-exporter' } },
    template: {
      metadata: { labels: { name: 'node-exporter' }, annotations: { 'prometheus.io/scrape': 'true', 'prometheus.io/port': '9100' } },
      spec: {
        hostPID: true,
        hostIPC: true,
        hostNetwork: true,
        containers: [{
          name: 'node-exporter',
          image: 'prom/node-exporter@sha256:ffc3e0adf58771cb2097aa0b074a6fe68b4925ba75c2e1c41f41ae656eebee11',
          args: ['--collector.procfs', '/host/proc', '--collector.sysfs', '/host/sys', '--collector.filesystem.ignored-mount-points', '"^/(sys|proc|dev|host|etc)($|/)"'],
          ports: [{ containerPort: 9100, protocol: 'TCP' }],
          securityContext: { privileged: true },
          resources: { limits: { cpu: '100m', memory: '100Mi' }, requests: { cpu: '10m', memory: '100Mi' } },
          volumeMounts: [
            { name: 'dev', mountPath: '/host/dev' },
            { name: 'proc', mountPath: '/host/proc' },
            { name: 'sys', mountPath: '/host/sys' },
            { name: 'rootfs', mountPath: '/rootfs' },
          ],
        }],
        volumes: [
          { name: 'dev', hostPath: { path: '/dev' } },
          { name: 'proc', hostPath: { path: '/proc' } },
          { name: 'sys', hostPath: { path: '/sys' } },
          { name: 'rootfs', hostPath: { path: '/' } },
        ],
      },
    },
  },
};
const M3 = {
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  metadata: { name: 'node-exporter', namespace: 'monitoring' },
  spec: {
    selector: { matchLabels: { app: 'node-exporter' } },
    template: {
      metadata: { labels: { app: 'node-exporter' } },
      spec: {
        hostNetwork: true,
        hostPID: true,
        containers: [{
          name: 'node-exporter',
          image: 'prom/node-exporter:v1.0.1',
          args: ['--path.procfs=/host/proc', '--path.sysfs=/host/sys'],
          volumeMounts: [{ name: 'proc', mountPath: '/host/proc' }, { name: 'sys', mountPath: '/host/sys' }],
        }],
        volumes: [{ name: 'proc', hostPath: { path: '/proc' } }, { name: 'sys', hostPath: { path: '/sys' } }],
      },
    },
  },
};
const ZONES = { key: 'kubernetes.io/e2e-az-name', operator: 'In', values: ['e2e-az1', 'e2e-az2'] };
const ROLLING = { updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1 } } };

/** With the loop that writes: the mistake of the tutorial has its own test. */
const F2 = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'client2' },
  spec: {
    replicas: 7,
    selector: { matchLabels: { app: 'client2' } },
    template: {
      metadata: { labels: { app: 'client2' } },
      spec: {
        containers: [{
          name: 'client2',
          image: 'alpine',
          args: ['/bin/sh', '-c', 'while true; do echo "$(date) - Greetings from $HOSTNAME" >> /var/log/$HOSTNAME.log; sleep 15; done'],
          volumeMounts: [{ name: 'log', mountPath: '/var/log' }],
        }],
        volumes: [{ name: 'log', hostPath: { path: '/var/log' } }],
      },
    },
  },
};

export const ROWS: readonly Row[] = [
  ['L1', 'l1-fluentd', 'tutorial', l1()],
  ['L1 with other limits', 'l1-fluentd', 'tutorial-limits', l1({
    container: { resources: { limits: { cpu: '200m', memory: '200Mi' }, requests: { cpu: '100m', memory: '100Mi' } } },
  })],
  ['L2 by labels', 'l2-chosen-nodes', 'tutorial-node-selector', l1({ pod: { nodeSelector: { disktype: 'ssd' } } })],
  ['L2 by zones', 'l2-chosen-nodes', 'tutorial-node-affinity', l1({
    pod: { affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [ZONES] }] } } } },
  })],
  ['L2 on control planes', 'l2-chosen-nodes', 'tutorial-toleration', l1({
    pod: { tolerations: [{ key: 'node-role.kubernetes.io/master', effect: 'NoSchedule' }] },
  })],
  ['L3 before', 'l3-rollout', 'tutorial-before', l1({ spec: ROLLING })],
  ['L3 after', 'l3-rollout', 'tutorial-after', l1({ spec: ROLLING, container: { image: 'fluent/fluentd:v1.5.0' } })],
  ['L4', 'l4-readiness', 'tutorial', l1({
    container: { readinessProbe: { httpGet: { path: '/health', port: 24231 }, initialDelaySeconds: 10, periodSeconds: 5, successThreshold: 1, failureThreshold: 3 } },
  })],
  ['L5', 'l5-legacy', 'tutorial', L5],
  ['L6', 'l6-java-logs', 'tutorial', L6],
  ['M1', 'm1-docker-node-exporter', 'tutorial', M1],
  ['M2', 'm2-legacy-node-exporter', 'tutorial', M2],
  ['M3', 'm3-node-exporter', 'tutorial', M3],
  ['N1', 'n1-flannel-tutorial', 'tutorial', withItsMistakes('N1')],
  ['N1 of two containers', 'n1-flannel-tutorial', 'tutorial-two-containers', withItsMistakes('N1-two-containers')],
  ['S1', 's1-csi-tutorial', 'tutorial', withItsMistakes('S1')],
  ['T1', 't1-logd-tutorial', 'tutorial', withItsMistakes('T1')],
  ['T2', 't1-logd-tutorial', 'tutorial-client', withItsMistakes('T2')],
  ['T3', 't3-serve-hostname-tutorial', 'tutorial', withItsMistakes('T3')],
  ['T4', 't4-nginx-ingress-tutorial', 'tutorial', withItsMistakes('T4')],
  ['F1', 'f1-logcd-tutorial', 'tutorial', withItsMistakes('F1')],
  ['F2', 'f1-logcd-tutorial', 'tutorial-client', F2],
  ['F3', 'f1-logcd-tutorial', 'tutorial-production', f3()],
];

/** Row F1 on nodes of production, with the field as Kubernetes spells it. */
function f3(): object {
  const { spec: { template, ...spec }, ...rest } = withItsMistakes('F1');
  return { ...rest, spec: { ...spec, template: { ...template, spec: { ...template.spec, nodeSelector: { env: 'prod' } } } } };
}

/** A row as the tests of its mistakes have it. */
function withItsMistakes(row: string): any {
  return parse(readFileSync(join(__dirname, '../analysis/rows', `${row}.yaml`), 'utf8'), { merge: true }).row[0];
}
