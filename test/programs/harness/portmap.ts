import { dirname } from 'path';
import type { Network } from './network';
import { program } from './program';

const PORTMAP = program('portmap');
const NFT = program('nft');

/** A pod as a runtime describes it to the plugins of CNI. */
export interface Attachment {
  readonly id: string;
  readonly network: Network;
  readonly address: string;
  /** Ports of containers that have a host port. */
  readonly ports: readonly any[];
}

/** Opens or closes the host ports of a pod on its node. */
export async function portmap(command: 'ADD' | 'DEL', node: Network, { id, network, address, ports }: Attachment): Promise<void> {
  if (ports.length === 0) {
    return;
  }
  const config = {
    cniVersion: '1.0.0',
    name: 'pods',
    type: 'portmap',
    backend: 'nftables',
    capabilities: { portMappings: true },
    runtimeConfig: {
      portMappings: ports.map(({ hostPort, containerPort, protocol = 'TCP', hostIP }) => ({ hostPort, containerPort, protocol: protocol.toLowerCase(), hostIP })),
    },
    prevResult: { cniVersion: '1.0.0', interfaces: [{ name: 'eth0', sandbox: network.path }], ips: [{ address: `${address}/32`, interface: 0 }] },
  };
  const env = {
    CNI_COMMAND: command, CNI_CONTAINERID: id, CNI_NETNS: network.path, CNI_IFNAME: 'eth0', CNI_PATH: dirname(PORTMAP), PATH: `${dirname(NFT)}:${process.env.PATH}`,
  };
  await node.run(PORTMAP, { env, input: JSON.stringify(config) });
}
