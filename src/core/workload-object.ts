import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { IConstruct } from 'constructs';
import { invalid, listed } from '../host/invalid';
import { podTemplatePath, podTemplatePathOf } from '../kubernetes/pod-template';

const WORKLOADS = 'a Deployment, StatefulSet, DaemonSet, Job, CronJob, Pod or another object with a pod template';

/**
 * The object that makes the pods of a workload: of any line of cdk8s-plus, of generated classes, or a plain ApiObject.
 * Throws where it makes none, or where it is not clear which it is.
 */
export function workloadObject(workload: IConstruct): ApiObject {
  if (!Construct.isConstruct(workload)) {
    throw invalid('workload', WORKLOADS, workload, 'give the construct, not its manifest');
  }
  const object = objectOf(workload);
  if (podTemplatePath(object.apiVersion, object.kind) === undefined && podTemplatePathOf(manifestOf(object)) === undefined) {
    throw invalid(`'${object.node.path}'`, WORKLOADS, `${object.apiVersion} ${object.kind}`, 'it has no pod template where workloads have theirs: give the object that makes the pods');
  }
  return object;
}

function objectOf(workload: IConstruct): ApiObject {
  try {
    return ApiObject.of(workload);
  } catch {
    const below = workload.node.findAll().filter(child => ApiObject.isApiObject(child));
    if (below.length === 1) {
      return below[0] as ApiObject;
    }
    throw invalid(`'${workload.node.path}'`, 'one object', below.length === 0 ? 'a construct without one' : `a construct with ${below.length} of them and none called Default`,
      below.length === 0 ? `give ${WORKLOADS}` : `give the one that makes the pods: ${listed(below.map(child => child.node.path))}`);
  }
}

/** An object of a kind that is not known says by its content whether it makes pods; what cannot be rendered yet makes none. */
function manifestOf(object: ApiObject): unknown {
  try {
    return object.toJson();
  } catch {
    return undefined;
  }
}
