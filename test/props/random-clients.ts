import * as fc from 'fast-check';
import type { ClientRecipe } from './recipe';

/** A method of a construct, with random values of what it takes behind the workload. */
export interface ClientMethod {
  readonly name: string;
  readonly values: fc.Arbitrary<unknown[]>;
}

const HOST_IP = { name: 'HOST_IP', valueFrom: { fieldRef: { fieldPath: 'status.hostIP' } } };
const USES_HOST_IP = { name: 'PEER', value: 'http://$(HOST_IP):80' };

/** Variables that a container may have: none, the one of the address in time or too late, or with another value. */
const ENVS = [undefined, [], [{ name: 'LEVEL', value: 'info' }], [USES_HOST_IP], [HOST_IP, USES_HOST_IP], [USES_HOST_IP, HOST_IP], [{ name: 'HOST_IP', value: '10.0.0.1' }]];
const VOLUMES = [
  undefined, [{ name: 'data', emptyDir: {} }], [{ name: 'log', hostPath: { path: '/var/log', type: 'Directory' } }], [{ name: 'host-run-agent', hostPath: { path: '/run/agent/' } }],
];
const NETWORKS = [{}, {}, {}, { hostNetwork: true }, { hostNetwork: true, dnsPolicy: 'ClusterFirstWithHostNet' }];
const LABELS = { app: 'client' };

/** Up to two workloads of others, of each kind that Kubernetes knows, and what a construct does to them. */
export function randomClients(methods: readonly ClientMethod[]): fc.Arbitrary<ClientRecipe[]> {
  const one = fc.constantFrom(...methods).chain(({ name, values }) =>
    fc.tuple(workloads(), values).map(([manifest, all]) => ({ manifest, method: name, values: all })));
  return fc.array(one, { maxLength: 2 }).map(clients => clients.map((client, position) =>
    ({ ...client, manifest: { ...client.manifest, metadata: { name: `client-${position}` } } })));
}

function workloads(): fc.Arbitrary<any> {
  return fc.tuple(fc.constantFrom('Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob', 'Pod'), pods()).map(([kind, spec]) => workload(kind, spec));
}

function workload(kind: string, spec: object): object {
  const finite = { ...spec, restartPolicy: 'Never' };
  switch (kind) {
    case 'Pod': return { apiVersion: 'v1', kind, spec };
    case 'Job': return { apiVersion: 'batch/v1', kind, spec: { template: { spec: finite } } };
    case 'CronJob': return { apiVersion: 'batch/v1', kind, spec: { schedule: '0 3 * * *', jobTemplate: { spec: { template: { spec: finite } } } } };
    default: return {
      apiVersion: 'apps/v1',
      kind,
      spec: { ...kind === 'StatefulSet' && { serviceName: 'client' }, selector: { matchLabels: LABELS }, template: { metadata: { labels: LABELS }, spec } },
    };
  }
}

function pods(): fc.Arbitrary<object> {
  const container = (name: string) => fc.constantFrom(...ENVS).map(env => ({ name, image: 'client:1', ...env && { env } }));
  return fc.tuple(
    fc.constantFrom(['agent'], ['agent', 'a']).chain(names => fc.tuple(...names.map(container))), fc.option(container('config'), { nil: undefined }),
    fc.constantFrom(...VOLUMES), fc.constantFrom(...NETWORKS),
  ).map(([containers, init, volumes, network]) => ({ containers, ...init && { initContainers: [init] }, ...volumes && { volumes }, ...network }));
}
