import { numberOnNode } from './ports';
import { TcpProgram } from './program';
import { nodePortOf } from './service';
import { ContainerPort } from '../../host/container-port';
import { IpFamily } from '../../host/ip-family';
import { fixedHost, NodeEndpoint } from '../../host/node-endpoint';

/** Where clients find a daemon, apart from the name of a Service. */
export function endpointOf({ exposure, ports }: TcpProgram, ipFamily: IpFamily): NodeEndpoint {
  const { how, hostIp } = exposure;
  const numberOf = (port: ContainerPort) => how === 'nodePort' ? nodePortOf(port, exposure) : numberOnNode(port, exposure) ?? port.number;
  return {
    host: fixedHost(hostIp),
    isIpv6: ipFamily === IpFamily.IPV6,
    ports: ports.map(port => ({ name: port.name, containerPort: port.number, number: numberOf(port) })),
  };
}
