import { complaints, daemonSet } from '../objects';

const priorityClass = (name: string, rest: any) => ({ apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', metadata: { name }, ...rest });

test('pods without a class may state the priority of pods without a class', () => {
  expect(complaints('ND206', daemonSet({ priority: 0 }))).toBe(0);
});

test('a class may be that of all pods without one', () => {
  expect(complaints('ND206', daemonSet({ priority: 10 }), priorityClass('usual', { globalDefault: true, value: 10 }))).toBe(0);
  expect(complaints('ND206', daemonSet({ priority: 0 }), priorityClass('usual', { globalDefault: true, value: 10 }))).toBe(1);
});

test('a class without a number tells nothing', () => {
  expect(complaints('ND206', daemonSet({ priority: 10, priorityClassName: 'odd' }), priorityClass('odd', { value: 'ten' }))).toBe(0);
});
