import { listAt, Loose, textAt, valueAt } from './loose';
import type { LimitRange } from '../kubernetes/limits/limit-range';
import type { QuotaScope } from '../kubernetes/limits/quota-scope';
import type { ResourceQuota } from '../kubernetes/limits/resource-quota';
import { Quantity } from '../kubernetes/quantity';
import { isStandardResource } from '../kubernetes/resource-names';

type Amounts = Record<string, string>;

/** A LimitRange as far as it can be read. */
export function limitRangeOf({ name, manifest }: Loose): LimitRange {
  return {
    name,
    limits: listAt(manifest, 'spec', 'limits').map(item => ({
      type: textAt(item, 'type') ?? '',
      min: amountsAt(item, 'min'),
      max: amountsAt(item, 'max'),
      default: amountsAt(item, 'default'),
      defaultRequest: amountsAt(item, 'defaultRequest'),
      maxLimitRequestRatio: amountsAt(item, 'maxLimitRequestRatio'),
    })),
  };
}

/** A quota as far as it can be read; without one of its scopes it would be about pods that it is not about. */
export function resourceQuotaOf({ name, manifest }: Loose): ResourceQuota | undefined {
  const listed = listAt(manifest, 'spec', 'scopes').map(scope => ({ scopeName: scope, operator: 'Exists', values: [] as unknown[] }));
  const selected = listAt(manifest, 'spec', 'scopeSelector', 'matchExpressions').map(requirement => ({
    scopeName: textAt(requirement, 'scopeName'), operator: textAt(requirement, 'operator'), values: listAt(requirement, 'values'),
  }));
  const scopes = [...listed, ...selected];
  return !scopes.every(isScope) ? undefined : { name, hard: amountsAt(manifest, 'spec', 'hard'), used: amountsAt(manifest, 'status', 'used'), scopes };
}

function isScope(scope: { scopeName: unknown; operator: unknown; values: readonly unknown[] }): scope is QuotaScope {
  return [scope.scopeName, scope.operator, ...scope.values].every(text => typeof text === 'string');
}

/** The amounts of a map, rounded as the API server does; without what is none, or of a resource that it does not take. */
function amountsAt(value: unknown, ...path: readonly string[]): Amounts {
  const map = valueAt(value, ...path);
  if (typeof map !== 'object' || map === null || Array.isArray(map)) {
    return {};
  }
  return Object.fromEntries(Object.entries(map).flatMap(([resource, amount]: [string, unknown]) => {
    const read = (typeof amount === 'string' || typeof amount === 'number') && !ENDLESS.test(String(amount)) ? Quantity.read(amount) : undefined;
    return read instanceof Quantity && (resource.includes('/') || isStandardResource(resource)) ? [[resource, read.roundedToMilli().toString()]] : [];
  }));
}

/** What Kubernetes reads and does not finish computing with. */
const ENDLESS = /[eE][+-]?\d{5}/;
