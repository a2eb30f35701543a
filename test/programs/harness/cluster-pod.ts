import { chmodSync } from 'fs';
import { directory } from './directory';
import { COUNT, IMAGE } from './image';
import { Network } from './network';
import type { ClusterNode } from './nodes';
import { PodProcess } from './pod-process';
import { environment, expanded, mountsOf } from './pod-spec';
import { Attachment, portmap } from './portmap';

const PATH = `${IMAGE}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin`;

/** Whose pod it is, and what else it finds. */
export interface PodOptions {
  readonly name: string;
  readonly namespace?: string;
  /** Further manifests, for its ConfigMaps. */
  readonly manifests?: readonly any[];
  /** The directory with the programs of its image. @default - those of Alpine */
  readonly image?: string;
  /** Addresses that DNS would give, by name. */
  readonly hosts?: { readonly [name: string]: string };
}

interface Lodging extends PodOptions {
  readonly address: string;
  readonly gateway: string;
  readonly image: string;
}

/** A pod that runs. */
export class Pod {
  /** Starts the containers of a pod, those that come first to their end. */
  public static async start(node: ClusterNode, { metadata, spec }: any, lodging: Lodging): Promise<Pod> {
    const { name, namespace = 'default', manifests = [], hosts = {}, address, gateway, image } = lodging;
    const network = spec.hostNetwork ? node.network : await attached(node.network, address, gateway);
    const ports = spec.hostNetwork ? [] : spec.containers.flatMap((one: any) => one.ports ?? []).filter(({ hostPort }: any) => hostPort);
    const podAddress = spec.hostNetwork ? node.address : address;
    const attachment: Attachment = { id: name, network, address, ports };
    await portmap('ADD', node.network, attachment);
    const fields = {
      'status.hostIP': node.address, 'status.podIP': podAddress, 'spec.nodeName': node.name, 'metadata.name': name, 'metadata.namespace': namespace,
    };
    const names = directory({ hosts: Object.entries({ localhost: '127.0.0.1', ...hosts }).map(([host, found]) => `${found} ${host}\n`).join('') });
    const hostname = spec.hostNetwork ? node.name : name;
    const begin = (container: any) => {
      const place = { host: { path: node.root }, fields, env: { HOSTNAME: hostname } };
      const env = environment(container, place);
      const mounts = { [IMAGE]: image, [COUNT]: writable(), '/etc/hosts': `${names}/hosts`, ...mountsOf(manifests, spec, container, place) };
      const command = [...container.command ?? [], ...container.args ?? []].map(word => expanded(word, env));
      const securityContext = { ...spec.securityContext, ...container.securityContext };
      return new PodProcess(command, { hostname, env: { PATH, ...env }, mounts, securityContext, inside: (...words) => network.inside(...words) });
    };
    for (const container of spec.initContainers ?? []) {
      const { code, output } = await begin(container).ended;
      if (code !== 0) { throw new Error(`${name}, init container ${container.name} ended with ${code}: ${output}`); }
    }
    return new Pod(node, name, namespace, metadata?.labels ?? {}, podAddress, spec, attachment, spec.containers.map(begin));
  }

  private constructor(
    public readonly node: ClusterNode,
    public readonly name: string,
    public readonly namespace: string,
    public readonly labels: { readonly [label: string]: string },
    public readonly address: string,
    public readonly spec: any,
    private readonly attachment: Attachment,
    public readonly containers: readonly PodProcess[],
  ) {}

  public get network(): Network {
    return this.attachment.network;
  }

  /** Ends it as a kubelet does: `preStop`, a signal, and after the grace period the end. Says whether a container had to be killed. */
  public async end(seconds: number = this.spec.terminationGracePeriodSeconds ?? 30): Promise<{ readonly killed: boolean }> {
    const ends = await Promise.all(this.containers.map(async (container, index) => {
      const sleep = Math.min(this.spec.containers[index].lifecycle?.preStop?.sleep?.seconds ?? 0, seconds);
      await new Promise(later => setTimeout(later, sleep * 1000));
      return container.end((seconds - sleep) * 1000);
    }));
    await portmap('DEL', this.node.network, this.attachment);
    if (!this.spec.hostNetwork) {
      await this.node.network.run(`ip link delete ${linkOf(this.address)}`);
      this.network.end();
    }
    return { killed: ends.some(({ killed }) => killed) };
  }
}

function writable(): string {
  const path = directory();
  chmodSync(path, 0o777);
  return path;
}

const linkOf = (address: string) => `pod${address.split('.')[3]}`;

/** A network of its own on a node, with a wire to it and no other, as the plugin ptp makes it. */
async function attached(node: Network, address: string, gateway: string): Promise<Network> {
  const network = await Network.make();
  const link = linkOf(address);
  await node.run(`
    ip link add ${link} type veth peer name eth0 netns ${network.id}
    ip address add ${gateway}/32 dev ${link}
    ip link set ${link} up
    ip route add ${address}/32 dev ${link}`);
  await network.run(`
    ip address add ${address}/32 dev eth0
    ip link set eth0 up
    ip route add ${gateway} dev eth0
    ip route add default via ${gateway}`);
  return network;
}
