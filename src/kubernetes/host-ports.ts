import { isSidecar } from './requests';
import type { Container } from './wire/container';
import type { PodSpec } from './wire/pod-spec';

/** A port of the node that a pod takes. */
export interface HostPort {
  /** An address of the node; `0.0.0.0` stands for all. */
  readonly ip: string;
  readonly protocol: string;
  readonly port: number;
  /** The container that declares it. */
  readonly container: string;
}

const ALL = '0.0.0.0';

/**
 * The node's ports that a daemon's pod takes: those of its containers and sidecars. Under host networking every declared port is one.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.37.1/pkg/scheduler/util/utils.go
 */
export function hostPorts(spec: PodSpec): HostPort[] {
  const taken: HostPort[] = [];
  const add = (container: Container) => {
    for (const { hostPort, containerPort, hostIP, protocol } of container.ports ?? []) {
      const port = hostPort || (spec.hostNetwork ? containerPort : 0);
      if (port > 0) { taken.push({ ip: hostIP || ALL, protocol: protocol || 'TCP', port, container: container.name }); }
    }
  };
  (spec.initContainers ?? []).filter(isSidecar).forEach(add);
  (spec.containers ?? []).forEach(add);
  return taken;
}

/**
 * Whether the scheduler refuses to give out both ports on one node. An address clashes with itself and with `0.0.0.0`;
 * `::` is an address like any other to the scheduler.
 *
 * @see https://pkg.go.dev/k8s.io/kube-scheduler@v0.37.1/framework#HostPortInfo.CheckConflict
 */
export function conflict(a: HostPort, b: HostPort): boolean {
  return a.port === b.port && a.protocol === b.protocol && (a.ip === b.ip || a.ip === ALL || b.ip === ALL);
}
