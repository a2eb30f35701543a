/**
 * The priorities of the classes that every cluster has.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.37.1/pkg/apis/scheduling/types.go
 */
export const SYSTEM_PRIORITIES: Readonly<Record<string, number>> = {
  'system-cluster-critical': 2000000000,
  'system-node-critical': 2000001000,
};
