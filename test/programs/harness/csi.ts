import { dirname, join } from 'path';
import { until } from './http';
import { startContainer } from './pod';
import { program } from './program';
import { run, Running, start } from './run';
import type { HostRoot } from '../host/root';

const CSI = program('csi');

/** The programs that a CSI node plugin brings, by the names of their containers. */
const OF_CONTAINERS: { readonly [container: string]: 'driver' | 'livenessprobe' | 'registrar' } = {
  'hostpath': 'driver',
  'liveness-probe': 'livenessprobe',
  'node-driver-registrar': 'registrar',
};

/** What a kubelet did with a driver. */
export interface CsiEvent {
  /** Name of a driver that it knows from now on, and how the driver calls the node. */
  readonly registered?: string;
  readonly nodeID?: string;
  /** Where it had the driver mount a volume. */
  readonly mounted?: string;
  readonly failed?: string;
}

/** Starts a container of a node plugin. CSI_PROGRAMS names a folder with the programs of the images, where somebody has them. */
export function startCsiContainer(manifests: readonly any[], container: string, host: HostRoot): Running {
  const name = OF_CONTAINERS[container];
  const { CSI_PROGRAMS = dirname(CSI) } = process.env;
  return startContainer(manifests, container, join(CSI_PROGRAMS, name) as `/${string}`, { host });
}

/** Why the kubelet of a host does not start the pod of a DaemonSet: what it says of its host paths. */
export async function hostPathFailures(daemonSet: object, host: HostRoot): Promise<readonly string[]> {
  const { code, output } = await run(join(dirname(CSI), 'hostpaths'), [], { input: JSON.stringify(daemonSet), container: { mounts: ofNode(host) } });
  if (code !== 0) {
    throw new Error(output);
  }
  return JSON.parse(output) as string[];
}

/** A kubelet that watches the registry below its root directory. */
export interface CsiKubelet {
  /** Waits for what it does. */
  next(what: string, is: (event: CsiEvent) => boolean): Promise<CsiEvent>;
  /** Waits for what it writes in its log. */
  says(text: RegExp): Promise<string>;
}

/** Starts a kubelet on a host, in a cluster with the CSIDriver of the manifests. */
export function startKubelet(manifests: readonly any[], root: string, host: HostRoot): CsiKubelet {
  const input = JSON.stringify(manifests.find(({ kind }) => kind === 'CSIDriver'));
  const running = start(CSI, [`--root-dir=${root}`], { input, container: { mounts: ofNode(host) } });
  const events = () => running.output().split('\n').slice(0, -1).filter(line => line.startsWith('{')).map(line => JSON.parse(line) as CsiEvent);
  return {
    next: (what, is) => until(running, what, () => events().find(is)),
    says: text => until(running, String(text), () => text.exec(running.output())?.[0]),
  };
}

function ofNode({ path }: HostRoot): { [target: string]: string } {
  return { '/var': join(path, 'var') };
}
