import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { appOf } from './tree';
import { NodePlatform } from '../host/node-platform';

/** Quotas that were made here, each with the name of its cluster: two clusters of an app may have one name for their namespaces. */
const MADE = new WeakMap<object, string | undefined>();

/**
 * The ResourceQuota that lets pods of the system priority classes into a namespace, where the platform asks for one: that of the app,
 * otherwise a new one.
 *
 * @see https://kubernetes.io/docs/concepts/policy/resource-quotas/#limit-priority-class-consumption-by-default
 */
export function criticalPodsQuota(scope: Construct, namespace: string, platform: NodePlatform): ApiObject | undefined {
  if (!platform.criticalPodsQuota || namespace === 'kube-system') {
    return undefined;
  }
  const made = appOf(scope).node.findAll()
    .find(object => MADE.has(object) && MADE.get(object) === platform.cluster && (object as ApiObject).metadata.namespace === namespace);
  return made as ApiObject | undefined ?? newQuota(scope, namespace, platform);
}

function newQuota(scope: Construct, namespace: string, { cluster }: NodePlatform): ApiObject {
  const quota = new ApiObject(scope, 'CriticalPods', {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: { name: 'critical-pods', namespace },
    spec: {
      hard: { pods: '1G' },
      scopeSelector: {
        matchExpressions: [{ operator: 'In', scopeName: 'PriorityClass', values: ['system-node-critical', 'system-cluster-critical'] }],
      },
    },
  });
  MADE.set(quota, cluster);
  return quota;
}
