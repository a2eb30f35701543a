import { Construct } from 'constructs';
import { assertNodePorts } from '../catalog/tcp/assert-node-ports';
import { policyOf } from '../catalog/tcp/clients';
import { tcpConfig } from '../catalog/tcp/config';
import { TcpProgram } from '../catalog/tcp/program';
import { waiting } from '../catalog/tcp/update';
import { acceptedFor, reasonsOf } from '../core/acknowledged';
import { agentDaemon } from '../core/agent-daemon';
import { assertLists } from '../core/assert-options';
import { NodeDaemon } from '../core/node-daemon';
import { NodeDaemonOptions } from '../core/node-daemon-options';
import { settingsOf } from '../core/settings';
import { defining } from '../core/tree';
import { DaemonContainer } from '../host/daemon-container';
import { NetworkPeer } from '../host/network-peer';

/** Defines the daemon of a program that other pods on its node connect to; one of a group has no Service of the exposure. */
export function tcpDaemon(
  construct: Construct, program: TcpProgram, clients: readonly NetworkPeer[] | undefined, options: NodeDaemonOptions, isOfGroup: boolean = false,
): NodeDaemon {
  return defining(construct, () => {
    assertLists(options);
    const networkPolicy = policyOf(clients, program, options);
    const settings = settingsOf(construct, options);
    const last = (container: DaemonContainer) =>
      settings.hardened && program.exposure.service !== undefined ? waiting(container, settings, options) : container;
    const running = { ...program, container: last(program.container) };
    return agentDaemon(construct, { ...options, networkPolicy, sidecars: options.sidecars?.map(last) }, {
      _config: context => {
        assertNodePorts(program, context, new Map([...acceptedFor(construct), ...reasonsOf(options.acknowledge ?? [])]));
        return tcpConfig(running, context, isOfGroup);
      },
    }, 'container', () => ({}));
  });
}
