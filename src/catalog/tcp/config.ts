import { TcpProgram } from './program';
import { serviceOf } from './service';
import { assertUpdate, surgeDefaults } from './update';
import { AgentConfig, AgentContext } from '../../core/agent-config';
import { NodeDaemonOptions } from '../../core/node-daemon-options';
import { obstacle, writesNode } from '../../core/surge';
import { ContainerPort } from '../../host/container-port';
import { withoutUndefined } from '../../host/copy';
import { Exposure } from '../../host/exposure';
import { invalid } from '../../host/invalid';
import { Probe } from '../../host/probe';

/** What it is to the cluster. */
export const COMPONENT = 'tcp-node-daemon';

/** The daemon that an exposed program becomes; one of a group leaves the Service of the exposure to what all groups share. */
export function tcpConfig({ container, exposure, ports }: TcpProgram, told: AgentContext, isOfGroup: boolean): AgentConfig {
  const context = { ...told, options: { component: COMPONENT, ...told.options } };
  const { options, hardened, platform } = context;
  const why = obstacle(exposure, container, context);
  assertOptions(exposure, options, isOfGroup);
  assertUpdate(why, options);
  const service = serviceOf(exposure, ports, platform.kubernetesMinor);
  const exposed = { ...container, ports: [...ports, ...container.ports ?? []] };
  return {
    component: COMPONENT,
    container: hardened ? withoutUndefined({ ...exposed, readinessProbe: container.readinessProbe ?? readiness(ports) }) : exposed,
    defaults: withoutUndefined<NodeDaemonOptions>({
      service: isOfGroup ? undefined : service,
      hostNamespaces: exposure.how === 'hostNetwork' ? { network: true } : undefined,
      ...hardened && service !== undefined && why === undefined && !writesNode(container, context) ? surgeDefaults() : {},
    }),
  };
}

/** A pod counts when it takes connections; a UDP port says nothing of itself. */
function readiness(ports: readonly ContainerPort[]): Probe | undefined {
  const port = ports.find(({ protocol }) => protocol === 'TCP');
  return port && Probe.tcpSocket({ port: port.number });
}

/** Refuses props that say another thing than the exposure. */
function assertOptions({ how, service }: Exposure, options: NodeDaemonOptions, isOfGroup: boolean): void {
  const { network } = options.hostNamespaces ?? {};
  if (how === 'hostNetwork' && network === false) {
    throw invalid('hostNamespaces.network', 'left out with NodeLocalExposure.hostNetwork()', network, 'give another exposure for a program with a network of its own');
  }
  if (how === 'hostPort' && network === true) {
    throw invalid('hostNamespaces.network', 'left out with NodeLocalExposure.hostPort()', network, 'give NodeLocalExposure.hostNetwork(), where the ports are the node\'s own');
  }
  if (service !== undefined && options.service !== undefined && !isOfGroup) {
    throw invalid('service', `left out with NodeLocalExposure.${how}(), which makes the Service`, options.service, `give its details to NodeLocalExposure.${how}()`);
  }
}
