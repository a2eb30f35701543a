import { ContainerPort } from './container-port';
import { CONTROL_PLANE_TAINT, isNodePort, programAt } from '../kubernetes/node-programs';
import { tolerates } from '../kubernetes/toleration';
import type { Toleration } from '../kubernetes/wire/pod-spec';

/** Why a port of the node is a bad one, and the check that says so of anybody's manifests. */
export interface NodePortProblem {
  readonly check: string;
  readonly reason: string;
  readonly repair: string;
}

/** What is wrong with a port of the nodes on which pods with these tolerations run. */
export function nodePortProblem({ protocol }: ContainerPort, number: number, tolerations: readonly Toleration[]): NodePortProblem | undefined {
  if (isNodePort(number)) {
    return { check: 'ND216', reason: 'which Kubernetes gives to Services as their NodePorts', repair: 'take a port outside 30000-32767' };
  }
  const taken = protocol === 'TCP' ? programAt(number) : undefined;
  return taken === undefined || (taken.isControlPlane && !tolerations.some(one => tolerates(one, CONTROL_PLANE_TAINT))) ? undefined
    : { check: 'ND217', reason: `which is the port of ${taken.program}`, repair: 'take another port' };
}
