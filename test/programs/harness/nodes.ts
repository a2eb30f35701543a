import { mkdirSync } from 'fs';
import { join } from 'path';
import { Pod, PodOptions } from './cluster-pod';
import { directory } from './directory';
import { alpine } from './image';
import { Network } from './network';

/** A node: a network, in which its pods have theirs, and a directory with its files. */
export class ClusterNode {
  /** The directory that stands for `/`. */
  public readonly root = directory();
  private pods = 0;

  constructor(
    public readonly name: string,
    private readonly position: number,
    public readonly network: Network,
    public readonly labels: { readonly [name: string]: string },
  ) {
    mkdirSync(join(this.root, 'var/log'), { recursive: true });
  }

  /** What `status.hostIP` says. */
  public get address(): string {
    return addressOf(this.position);
  }

  /** Starts a pod as a template says. */
  public start(template: any, { image = alpine(), ...options }: PodOptions): Promise<Pod> {
    this.pods += 1;
    return Pod.start(this, template, { ...options, address: `10.244.${this.position}.${this.pods + 1}`, gateway: `10.244.${this.position}.1`, image });
  }
}

const addressOf = (position: number) => `172.30.0.${position}`;

/**
 * Makes nodes on one wire; each leads to the pods of the others, as a network program would.
 *
 * @param labels of the nodes by their names
 */
export async function nodes(labels: { readonly [name: string]: { readonly [label: string]: string } }): Promise<ClusterNode[]> {
  const wire = await Network.make();
  await wire.run('ip link add wire type bridge && ip link set wire up');
  const names = Object.keys(labels);
  const made = [];
  for (const [index, name] of names.entries()) {
    const [position, network] = [index + 1, await Network.make()];
    await wire.run(`ip link add node${position} type veth peer name eth0 netns ${network.id} && ip link set node${position} master wire up`);
    await network.run(`
      echo 1 > /proc/sys/net/ipv4/ip_forward
      ip address add ${addressOf(position)}/24 dev eth0
      ip link set eth0 up
      ip route add default dev eth0
      ${names.map((_, other) => other === index ? '' : `ip route add 10.244.${other + 1}.0/24 via ${addressOf(other + 1)}`).join('\n')}`);
    made.push(new ClusterNode(name, position, network, labels[name]));
  }
  return made;
}
