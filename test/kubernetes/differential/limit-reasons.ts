import type { LimitViolation } from '../../../src/kubernetes/limits/limit-violations';
import type { QuotaRefusal, ResourceQuota } from '../../../src/kubernetes/limits/resource-quota';

/** What the LimitRanger admission plugin says of a violation. */
export function limitReason({ rule, resource, allowed, kind, got, ratio, container }: LimitViolation): string {
  const type = container === undefined ? 'Pod' : 'Container';
  const what = kind === 'requests' ? 'request' : 'limit';
  if (rule === 'maxLimitRequestRatio') {
    const seen = kind === undefined ? `provided ratio is ${ratio!.toFixed(6)}` : `no ${what} is specified or ${what} is 0`;
    return `${resource} max limit to request ratio per ${type} is ${allowed.toString()}, but ${seen}`;
  }
  const bound = `${rule === 'min' ? 'minimum' : 'maximum'} ${resource} usage per ${type} is ${allowed.toString()}`;
  return got === undefined ? `${bound}.  No ${what} is specified` : `${bound}, but ${what} is ${got.toString()}`;
}

/** What the ResourceQuota admission plugin says of a refusal. */
export function quotaReason({ name }: ResourceQuota, { unstated, exceeded }: QuotaRefusal): string {
  if (unstated.length > 0) {
    const resources = [...new Set(unstated.flatMap((container) => container.resources))].sort();
    const lacking = (resource: string) => unstated.filter((container) => container.resources.includes(resource)).map(({ container }) => container).sort();
    return `failed quota: ${name}: must specify ${resources.map((resource) => `${resource} for: ${lacking(resource).join(',')}`).join('; ')}`;
  }
  const list = (of: 'requested' | 'used' | 'hard') => exceeded.map((amount) => `${amount.resource}=${amount[of].toString()}`).join(',');
  return `exceeded quota: ${name}, requested: ${list('requested')}, used: ${list('used')}, limited: ${list('hard')}`;
}
