import { Construct } from 'constructs';
import { assertNodePorts } from '../catalog/tcp/assert-node-ports';
import { policyOf } from '../catalog/tcp/clients';
import { tcpConfig } from '../catalog/tcp/config';
import { TcpProgram } from '../catalog/tcp/program';
import { acceptedFor, reasonsOf } from '../core/acknowledged';
import { agentDaemon } from '../core/agent-daemon';
import { NodeDaemon } from '../core/node-daemon';
import { NodeDaemonOptions } from '../core/node-daemon-options';
import { defining } from '../core/tree';
import { NetworkPeer } from '../host/network-peer';

/** Defines the daemon of a program that other pods on its node connect to; one of a group has no Service of the exposure. */
export function tcpDaemon(
  construct: Construct, program: TcpProgram, clients: readonly NetworkPeer[] | undefined, options: NodeDaemonOptions, isOfGroup: boolean = false,
): NodeDaemon {
  const networkPolicy = defining(construct, () => policyOf(clients, program, options));
  return agentDaemon(construct, { ...options, networkPolicy }, {
    _config: context => {
      assertNodePorts(program, context, new Map([...acceptedFor(construct), ...reasonsOf(options.acknowledge ?? [])]));
      return tcpConfig(program, context, isOfGroup);
    },
  }, 'container', () => ({}));
}
