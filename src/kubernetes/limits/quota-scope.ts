import { isBestEffort } from './quality-of-service';
import { holds, isEvaluable } from '../requirement';
import type { PodAffinityTerm } from '../wire/affinity';
import type { PodSpec } from '../wire/pod-spec';

/** Which pods a quota is about; one of a `scopes` list has the operator `Exists`. */
export interface QuotaScope {
  readonly scopeName: string;
  readonly operator: string;
  readonly values: readonly string[];
}

const PRIORITY_CLASS = 'PriorityClass';

/**
 * Whether a pod is among those that a scope is about.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.37.1/pkg/quota/v1/evaluator/core/pods.go
 */
export function isInScope({ scopeName, operator, values }: QuotaScope, spec: PodSpec): boolean {
  switch (scopeName) {
    case 'Terminating': return isTerminating(spec);
    case 'NotTerminating': return !isTerminating(spec);
    case 'BestEffort': return isBestEffort(spec);
    case 'NotBestEffort': return !isBestEffort(spec);
    case 'CrossNamespacePodAffinity': return affinityTerms(spec).some(({ namespaces = [], namespaceSelector }) => namespaces.length > 0 || namespaceSelector !== undefined);
    case PRIORITY_CLASS: {
      const requirement = { key: scopeName, operator, values: operator === 'Exists' ? [] : values };
      return isEvaluable(requirement) && holds(requirement, spec.priorityClassName ? { [PRIORITY_CLASS]: spec.priorityClassName } : {});
    }
    default: return false;
  }
}

function isTerminating({ activeDeadlineSeconds }: PodSpec): boolean {
  return activeDeadlineSeconds !== undefined && activeDeadlineSeconds >= 0;
}

function affinityTerms({ affinity }: PodSpec): PodAffinityTerm[] {
  return [affinity?.podAffinity, affinity?.podAntiAffinity].flatMap((terms) => [
    ...terms?.requiredDuringSchedulingIgnoredDuringExecution ?? [],
    ...(terms?.preferredDuringSchedulingIgnoredDuringExecution ?? []).map(({ podAffinityTerm }) => podAffinityTerm),
  ]);
}
