import type { ResourceList } from '../default-resources';
import { mapChanged } from '../map-changed';
import type { Container } from '../wire/container';
import type { PodSpec } from '../wire/pod-spec';

/** What a LimitRange says of all things of a type. */
export interface LimitRangeItem {
  /** `Container`, `Pod`, `PersistentVolumeClaim`. */
  readonly type: string;
  readonly min: ResourceList;
  readonly max: ResourceList;
  readonly default: ResourceList;
  readonly defaultRequest: ResourceList;
  readonly maxLimitRequestRatio: ResourceList;
}

/** A LimitRange, with amounts rounded up to thousandths. */
export interface LimitRange {
  readonly name: string;
  readonly limits: readonly LimitRangeItem[];
}

/**
 * A spec whose containers have what a LimitRange gives them. No request is made from a limit that comes so.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.37.1/plugin/pkg/admission/limitranger/admission.go
 */
export function withDefaultsOf(range: LimitRange, spec: PodSpec): PodSpec {
  let [limits, requests]: ResourceList[] = [{}, {}];
  for (const item of range.limits.filter(({ type }) => type === 'Container').map(completed)) {
    limits = { ...limits, ...item.default };
    requests = { ...requests, ...item.defaultRequest };
  }
  const fill = (container: Container) => withDefaults(container, limits, requests);
  const containers = mapChanged(spec.containers, fill);
  const initContainers = spec.initContainers && mapChanged(spec.initContainers, fill);
  return containers === spec.containers && initContainers === spec.initContainers ? spec : { ...spec, containers, initContainers };
}

/**
 * An item of containers as the API server completes it.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.37.1/pkg/apis/core/v1/defaults.go
 */
function completed(item: LimitRangeItem): LimitRangeItem {
  const limits = { ...item.max, ...item.default };
  return { ...item, default: limits, defaultRequest: { ...item.min, ...limits, ...item.defaultRequest } };
}

function withDefaults(container: Container, limits: ResourceList, requests: ResourceList): Container {
  const { resources = {} } = container;
  const lacks = (list: ResourceList = {}, defaults: ResourceList) => Object.keys(defaults).some((name) => !Object.hasOwn(list, name));
  return lacks(resources.limits, limits) || lacks(resources.requests, requests)
    ? { ...container, resources: { ...resources, limits: { ...limits, ...resources.limits }, requests: { ...requests, ...resources.requests } } }
    : container;
}
