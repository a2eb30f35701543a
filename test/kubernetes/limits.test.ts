import { defaultDaemonSet } from '../../src/kubernetes/default-daemon-set';
import type { LimitRangeItem } from '../../src/kubernetes/limits/limit-range';
import { limitedPod } from '../../src/kubernetes/limits/limit-ranger';
import type { ResourceQuota } from '../../src/kubernetes/limits/resource-quota';
import { quotaRefusal } from '../../src/kubernetes/limits/resource-quota';
import type { PodSpec } from '../../src/kubernetes/wire/pod-spec';

const daemonSet = (spec: Partial<PodSpec>) => defaultDaemonSet({ spec: { selector: {}, template: { spec: { containers: [{ name: 'c', image: 'a' }], ...spec } } } });
const range = (item: Partial<LimitRangeItem>) => {
  return { name: 'range', limits: [{ type: 'Container', min: {}, max: {}, default: {}, defaultRequest: {}, maxLimitRequestRatio: {}, ...item }] };
};
const quota = (more: Partial<ResourceQuota>): ResourceQuota => ({ name: 'quota', hard: { pods: '0' }, used: {}, scopes: [], ...more });
const limited = (spec: Partial<PodSpec>, ...items: Partial<LimitRangeItem>[]) => limitedPod(daemonSet(spec), items.map(range));

describe('a LimitRange', () => {
  test('gives limits from its max, and requests from its limits and its min', () => {
    expect(limited({}, { max: { cpu: '1' }, min: { memory: '1Mi' } }).pod.spec.containers[0].resources).toEqual({ limits: { cpu: '1' }, requests: { cpu: '1', memory: '1Mi' } });
  });
  test('comes before the resources of the pod as a whole are completed', () => {
    expect(limited({ resources: { limits: { memory: '1Ki' } } }, { defaultRequest: { memory: '1' } }).pod.spec.resources?.requests).toEqual({ memory: '1' });
  });
  test('may mend what the one before it broke', () => {
    const gpu = { 'example.com/gpu': '1' };
    expect(limited({}, { defaultRequest: gpu }).refusals[0].errors).toHaveLength(1);
    expect(limited({}, { defaultRequest: gpu }, { default: gpu }).refusals).toEqual([]);
  });
  test('compares whole numbers where thousandths do not fit into 64 bits', () => {
    expect(limited({}, { default: { cpu: '1500m' }, min: { cpu: '2' } }).refusals).toHaveLength(1);
    expect(limited({ containers: [{ name: 'c', image: 'a', resources: { limits: { cpu: '10P' }, requests: { cpu: '1500m' } } }] }, { min: { cpu: '2' } }).refusals).toEqual([]);
  });
});

describe('a quota', () => {
  const refused = (spec: Partial<PodSpec>, more: Partial<ResourceQuota>) => quotaRefusal(quota(more), limited(spec).pod.spec) !== undefined;
  const scoped = (scopeName: string, spec: Partial<PodSpec>, operator = 'Exists', values: string[] = []) => refused(spec, { scopes: [{ scopeName, operator, values }] });
  const namespaces = { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'zone', namespaces: ['x'] }] } };

  test('demands what it counts only of containers whose pod states nothing as a whole', () => {
    expect(refused({}, { hard: { cpu: '9' } })).toBe(true);
    expect(refused({ resources: { requests: { cpu: '1' } } }, { hard: { cpu: '9' } })).toBe(false);
  });
  test('counts overhead', () => expect(refused({ overhead: { memory: '2Mi' } }, { hard: { 'limits.memory': '1', 'requests.memory': '1Mi' }, scopes: [] })).toBe(true));
  test('is about the pods of its scopes', () => {
    expect([scoped('BestEffort', {}), scoped('NotBestEffort', {}), scoped('Terminating', {}), scoped('NotTerminating', {})]).toEqual([true, false, false, true]);
    expect([scoped('CrossNamespacePodAffinity', {}), scoped('CrossNamespacePodAffinity', { affinity: namespaces })]).toEqual([false, true]);
    expect([scoped('PriorityClass', {}), scoped('PriorityClass', {}, 'NotIn', ['a']), scoped('PriorityClass', { priorityClassName: 'a' })]).toEqual([false, true, true]);
    expect([scoped('VolumeAttributesClass', {}), scoped('PriorityClass', {}, 'Like', ['a'])]).toEqual([false, false]);
  });
});
