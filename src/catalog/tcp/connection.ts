import { endpointOf } from './endpoint';
import { TcpProgram } from './program';
import { Connection } from '../../core/connect';
import { usesOfDaemons } from '../../core/daemon-uses';
import { NodeDaemon } from '../../core/node-daemon';
import { InternalTrafficPolicy } from '../../host/service-options';

/**
 * How clients find a program that daemons run, each on nodes of its own.
 *
 * @param service name of the Service that the exposure makes, where it makes one
 */
export function connectionTo(program: TcpProgram, daemons: readonly NodeDaemon[], service: string | undefined): Connection {
  const { exposure } = program;
  const [{ namespace, platform }] = daemons;
  const endpoint = endpointOf(program, platform.ipFamily);
  const isService = exposure.service !== undefined && exposure.how !== 'nodePort';
  const standsIn = exposure.how === 'preferSameNode' || exposure.how === 'nodePort' || exposure.service?.internalTrafficPolicy === InternalTrafficPolicy.CLUSTER;
  return {
    ...endpoint,
    host: isService ? [service!, ...namespace === undefined ? [] : [namespace, 'svc']].join('.') : endpoint.host,
    isService,
    namespace,
    uses: standsIn ? undefined : usesOfDaemons(daemons),
  };
}
