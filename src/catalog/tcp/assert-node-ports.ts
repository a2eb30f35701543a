import { numberOnNode } from './ports';
import { TcpProgram } from './program';
import { AgentContext } from '../../core/agent-config';
import { invalid } from '../../host/invalid';
import { NodePlacement } from '../../host/node-placement';
import { nodePortProblem } from '../../host/node-ports';

/** Refuses ports of the node that Kubernetes uses, unless the check that finds them in anybody's manifests is acknowledged. */
export function assertNodePorts(
  { ports, exposure }: TcpProgram, { options, hardened, platform }: AgentContext, acknowledged: ReadonlyMap<string, string>,
): void {
  const { tolerations = [] } = (options.placement ?? (hardened ? NodePlacement._default() : undefined))?._toWire?.(platform) ?? {};
  for (const port of ports) {
    const number = numberOnNode(port, exposure);
    const problem = number === undefined ? undefined : nodePortProblem(port, number, tolerations);
    if (problem !== undefined && !acknowledged.has(problem.check)) {
      throw invalid('port of the node', `another than ${port.protocol} ${number}, ${problem.reason}`, number, `${problem.repair}, or acknowledge ${problem.check} with a reason`);
    }
  }
}
