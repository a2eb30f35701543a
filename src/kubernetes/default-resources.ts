import { Quantity } from './quantity';
import type { Quantity as QuantityText } from './wire/scalar';

/** Amounts by resource. */
export type ResourceList = Record<string, QuantityText>;

/** Requests and limits with every amount rounded up to thousandths, as the API server stores them. */
export function roundResources<T extends { limits?: ResourceList; requests?: ResourceList }>(resources: T): T {
  const limits = resources.limits && roundResourceList(resources.limits);
  const requests = resources.requests && roundResourceList(resources.requests);
  if (limits === resources.limits && requests === resources.requests) { return resources; }
  return { ...resources, ...(limits ? { limits } : {}), ...(requests ? { requests } : {}) };
}

/** The amounts rounded up to thousandths; the same map when none changes. */
export function roundResourceList(list: ResourceList): ResourceList {
  let result = list;
  for (const name in list) {
    const rounded = Quantity.parse(list[name]).roundedToMilli().toString();
    if (rounded === list[name]) { continue; }
    if (result === list) { result = { ...list }; }
    result[name] = rounded;
  }
  return result;
}
