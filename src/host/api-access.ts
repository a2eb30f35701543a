import { invalid } from './invalid';
import type { PolicyRule } from '../kubernetes/wire/companion';

/** What a program may ask the API server. */
export interface ApiRule {
  /** What it may do, such as `get`. */
  readonly verbs: string[];

  /**
   * API groups of the resources; `''` is the core group.
   *
   * @default - the core group, where there are resources
   */
  readonly apiGroups?: string[];

  /**
   * Resources, such as `pods` or `nodes/metrics`.
   *
   * @default - none
   */
  readonly resources?: string[];

  /**
   * Only objects with these names.
   *
   * @default - every object
   */
  readonly resourceNames?: string[];

  /**
   * Paths that are no resources, such as `/metrics`; only for the whole cluster.
   *
   * @default - none
   */
  readonly nonResourceUrls?: string[];

  /**
   * Whether it holds in the daemon's namespace only.
   *
   * @default false
   */
  readonly namespaced?: boolean;
}

/**
 * What the program may ask the API server, in the whole cluster or in the daemon's namespace.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/
 */
export class ApiAccess {
  /**
   * Reads and watches resources of one API group in the whole cluster.
   *
   * @param apiGroup the group; `''` is the core group
   * @param resources such as `pods`
   */
  public static read(apiGroup: string, ...resources: string[]): ApiAccess {
    return new ApiAccess({ apiGroups: [apiGroup], resources, verbs: ['get', 'list', 'watch'] });
  }

  /**
   * Reads and watches resources of one API group in the daemon's namespace.
   *
   * @param apiGroup the group; `''` is the core group
   * @param resources such as `configmaps`
   */
  public static readNamespaced(apiGroup: string, ...resources: string[]): ApiAccess {
    return new ApiAccess({ apiGroups: [apiGroup], resources, verbs: ['get', 'list', 'watch'], namespaced: true });
  }

  /**
   * Exactly this rule.
   *
   * @param rule the rule
   */
  public static rule(rule: ApiRule): ApiAccess {
    return new ApiAccess(rule);
  }

  /** Whether it holds in the daemon's namespace only. */
  public readonly isNamespaced: boolean;

  private readonly policy: PolicyRule;

  private constructor(rule: ApiRule) {
    const { verbs, resources = [], resourceNames, nonResourceUrls = [], namespaced = false } = rule;
    if (verbs.length === 0) {
      throw invalid('verbs', "given, such as ['get', 'list', 'watch']", verbs);
    }
    if ((resources.length === 0) === (nonResourceUrls.length === 0)) {
      throw invalid('a rule', 'of resources or of nonResourceUrls, one of the two', { resources, nonResourceUrls });
    }
    if (namespaced && nonResourceUrls.length > 0) {
      throw invalid('a rule with nonResourceUrls', 'for the whole cluster', { namespaced });
    }
    this.isNamespaced = namespaced;
    this.policy = resources.length > 0
      ? { apiGroups: [...rule.apiGroups ?? ['']], resources: [...resources], resourceNames: resourceNames && [...resourceNames], verbs: [...verbs] }
      : { nonResourceURLs: [...nonResourceUrls], verbs: [...verbs] };
  }

  /** @internal */
  public _toWire(): PolicyRule {
    return structuredClone(this.policy);
  }
}
