import { openTo } from './clients';
import { endpointOf } from './endpoint';
import { TcpProgram } from './program';
import { Connection } from '../../core/connect';
import { usesOfDaemons } from '../../core/daemon-uses';
import { NodeDaemon } from '../../core/node-daemon';
import { outsider } from '../../core/outsider';
import { invalid } from '../../host/invalid';
import { NetworkPeer } from '../../host/network-peer';
import { NetworkPolicyOptions } from '../../host/network-policy-options';
import { InternalTrafficPolicy } from '../../host/service-options';

/** What clients connect to: daemons of one program, each on nodes of its own. */
export interface Serving {
  readonly program: TcpProgram;
  readonly daemons: readonly NodeDaemon[];
  /** The Service of the exposure, where it makes one. */
  readonly service: { readonly name: string; toJson(): any } | undefined;
  readonly allowedClients: readonly NetworkPeer[] | undefined;
  /** What else the user wrote of the policies. */
  readonly policies: readonly (NetworkPolicyOptions | undefined)[];
}

/** How clients find a program, and which clients cannot. */
export function connectionTo({ program, daemons, service, allowedClients, policies }: Serving): Connection {
  const { exposure } = program;
  const [{ namespace, platform }] = daemons;
  const endpoint = endpointOf(program, platform.ipFamily);
  const isService = exposure.service !== undefined && exposure.how !== 'nodePort';
  const standsIn = exposure.how === 'preferSameNode' || exposure.how === 'nodePort' || exposure.service?.internalTrafficPolicy === InternalTrafficPolicy.CLUSTER;
  const families = [...new Set(daemons.map(daemon => daemon.platform.ipFamily))];
  if (!isService && endpoint.host === undefined && families.length > 1) {
    throw invalid('ipFamily of the platforms of the groups', 'one where clients connect to the address of the node, which stands in brackets in one family', families,
      'give NodeLocalExposure.localService(), whose name is one in both');
  }
  const hostOf = (name: string) => [name, ...namespace === undefined ? [] : [namespace, 'svc']].join('.');
  const peers = openTo(allowedClients, policies);
  return {
    ...endpoint,
    host: isService ? hostOf(service!.name) : endpoint.host,
    finishedHost: isService ? () => hostOf(service!.toJson().metadata.name) : undefined,
    isService,
    namespace,
    uses: standsIn ? undefined : usesOfDaemons(daemons),
    assertClient: manifest => {
      const client = peers && outsider(peers, namespace, manifest);
      if (client !== undefined) {
        throw invalid('client', 'one of the allowedClients of the daemon, whose NetworkPolicy lets nobody else connect', client,
          "add it to them: NetworkPeer.podsInNamespaces({ matchLabels: { … } }, { matchLabels: { 'kubernetes.io/metadata.name': '…' } })");
      }
    },
  };
}
