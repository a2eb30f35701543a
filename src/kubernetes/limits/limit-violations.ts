import type { LimitRange, LimitRangeItem } from './limit-range';
import { exceedsRatio, inOneUnit } from './limit-units';
import type { ResourceList } from '../default-resources';
import { Quantity } from '../quantity';
import { aggregateContainers, amountIn, namedResources } from '../requests';
import type { PodSpec } from '../wire/pod-spec';

/** What a LimitRange does not allow. */
export interface LimitViolation {
  readonly rule: 'min' | 'max' | 'maxLimitRequestRatio';
  readonly resource: string;
  readonly allowed: Quantity;
  /** The amount that breaks the rule; for a ratio the one that is missing, and none where both are there. */
  readonly kind?: 'requests' | 'limits';
  /** What it is; nothing where it must be there and is not. */
  readonly got?: Quantity;
  /** The limit in units of the request. */
  readonly ratio?: number;
  /** Whose it is; nothing where it is the pod's as a whole. */
  readonly container?: string;
  /** Where the container is in the pod's spec, such as `initContainers[0]`. */
  readonly at?: string;
}

interface Amounts {
  readonly requests?: ResourceList;
  readonly limits?: ResourceList;
}

type Broken = Omit<LimitViolation, 'resource' | 'rule' | 'allowed'>;
type Rule = (allowed: Quantity, request: Quantity | undefined, limit: Quantity | undefined) => Broken | undefined;

/**
 * What a LimitRange does not allow of a pod that has its defaults.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.37.1/plugin/pkg/admission/limitranger/admission.go
 */
export function limitViolations({ limits }: LimitRange, spec: PodSpec): LimitViolation[] {
  return limits.flatMap((item) => {
    if (item.type === 'Pod') { return violationsOf(item, wholePod(spec)); }
    return item.type !== 'Container' ? [] : (['containers', 'initContainers'] as const).flatMap((list) =>
      (spec[list] ?? []).flatMap(({ name, resources = {} }, i) =>
        violationsOf(item, resources).map((violation) => ({ ...violation, container: name, at: `${list}[${i}]` }))));
  });
}

function violationsOf(item: LimitRangeItem, { requests, limits }: Amounts): LimitViolation[] {
  return (Object.keys(RULES) as LimitViolation['rule'][]).flatMap((rule) => Object.keys(item[rule]).flatMap((resource) => {
    const allowed = amountIn(item[rule], resource)!;
    const broken = RULES[rule](allowed, amountIn(requests, resource), amountIn(limits, resource));
    return broken === undefined ? [] : [{ ...broken, rule, resource, allowed }];
  }));
}

const RULES: Record<LimitViolation['rule'], Rule> = {
  min: (allowed, request, limit) => {
    const [requested, limited, least] = inOneUnit(request, limit, allowed);
    if (request === undefined || requested < least) { return { kind: 'requests', got: request }; }
    return limit !== undefined && limited < least ? { kind: 'limits', got: limit } : undefined;
  },
  max: (allowed, request, limit) => {
    const [requested, limited, most] = inOneUnit(request, limit, allowed);
    if (limit === undefined || limited > most) { return { kind: 'limits', got: limit }; }
    return request !== undefined && requested > most ? { kind: 'requests', got: request } : undefined;
  },
  maxLimitRequestRatio: (allowed, request, limit) => {
    const [requested, limited] = inOneUnit(request, limit, allowed);
    if (requested === 0n) { return { kind: 'requests' }; }
    if (limited === 0n) { return { kind: 'limits' }; }
    const ratio = Number(limited) / Number(requested);
    return exceedsRatio(ratio, allowed) ? { ratio } : undefined;
  },
};

/** Of what a pod states as a whole, a LimitRange knows CPU and memory alone. */
function wholePod(spec: PodSpec): Amounts {
  const amounts = (kind: 'requests' | 'limits'): ResourceList => {
    const ofPod = Object.entries(spec.resources?.[kind] ?? {}).filter(([name]) => name === 'cpu' || name === 'memory');
    const ofContainers = [...namedResources(spec, kind)].map((name) => [name, aggregateContainers(spec, kind, name)!.toString()]);
    return Object.fromEntries([...ofContainers, ...ofPod]) as ResourceList;
  };
  return { requests: amounts('requests'), limits: amounts('limits') };
}
