import type { Pod } from './cluster-pod';
import type { ClusterNode } from './nodes';
import { Objects } from './objects';
import { sliceMaker } from './slices';

/** What a kubelet says of a pod. */
export interface PodState {
  readonly ready: boolean;
  /** It is being ended. */
  readonly terminating?: boolean;
}

const SERVICES = '/api/v1/services';
const SLICES = '/apis/discovery.k8s.io/v1/endpointslices';

/** Services with their EndpointSlices, which follow the pods. */
export class ControlPlane {
  /** What its API server has. */
  public readonly objects = new Objects();
  private readonly pods = new Map<string, any>();
  private readonly slicesOf = sliceMaker();
  private last: Promise<void> = Promise.resolve();

  constructor(nodes: readonly ClusterNode[]) {
    this.objects.set('/api/v1/nodes', nodes.map(({ name, address, labels }) => ({
      metadata: { name, uid: name, labels: { 'kubernetes.io/hostname': name, ...labels } },
      status: { addresses: [{ type: 'InternalIP', address }] },
    })));
  }

  /** Takes the Services of manifests, with addresses that the API server would choose; by name the address. */
  public async add(manifests: readonly any[], nodePorts: { readonly [service: string]: number } = {}): Promise<{ readonly [name: string]: string }> {
    const before = this.objects.list(SERVICES);
    const added = manifests.filter(({ kind }) => kind === 'Service').map(({ metadata, spec }, index) => {
      const clusterIP = `10.96.0.${before.length + index + 10}`;
      return {
        metadata: { ...metadata, uid: metadata.name },
        spec: {
          type: 'ClusterIP',
          clusterIP,
          clusterIPs: [clusterIP],
          ipFamilies: ['IPv4'],
          ipFamilyPolicy: 'SingleStack',
          sessionAffinity: 'None',
          internalTrafficPolicy: 'Cluster',
          ...spec.type === 'NodePort' ? { externalTrafficPolicy: 'Cluster' } : {},
          ...spec,
          ports: spec.ports.map((port: any) => ({
            protocol: 'TCP', targetPort: port.port, ...spec.type === 'NodePort' ? { nodePort: nodePorts[metadata.name] } : {}, ...port,
          })),
        },
      };
    });
    this.objects.set(SERVICES, [...before, ...added]);
    await this.follow();
    return Object.fromEntries(added.map(({ metadata, spec }) => [metadata.name, spec.clusterIP]));
  }

  /** Hears of a pod from its kubelet; without a state that it is gone. */
  public say(pod: Pod, state?: PodState): Promise<void> {
    if (state === undefined) {
      this.pods.delete(pod.name);
    } else {
      this.pods.set(pod.name, objectOf(pod, state));
    }
    return this.follow();
  }

  /** Brings the slices up to date, one change after the other. */
  private follow(): Promise<void> {
    this.last = this.last.then(() => this.reconcile());
    return this.last;
  }

  private async reconcile(): Promise<void> {
    const pods = [...this.pods.values()];
    const all = this.objects.list(SLICES);
    const slices = await Promise.all(this.objects.list(SERVICES).map(service => this.slicesOf({
      service,
      pods: pods.filter(({ metadata }) => metadata.namespace === service.metadata.namespace && selects(service.spec.selector, metadata.labels)),
      nodes: this.objects.list('/api/v1/nodes'),
      slices: all.filter(({ metadata }) => metadata.labels['kubernetes.io/service-name'] === service.metadata.name),
    })));
    this.objects.set(SLICES, slices.flat());
  }
}

function selects(selector: { readonly [label: string]: string }, labels: { readonly [label: string]: string } = {}): boolean {
  return Object.entries(selector).every(([label, value]) => labels[label] === value);
}

function objectOf({ name, namespace, labels, node, address, spec }: Pod, { ready, terminating = false }: PodState): object {
  return {
    metadata: { name, namespace, uid: name, labels, ...terminating ? { deletionTimestamp: new Date().toISOString() } : {} },
    spec: { ...spec, nodeName: node.name },
    status: { phase: 'Running', podIP: address, podIPs: [{ ip: address }], hostIP: node.address, conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }] },
  };
}
