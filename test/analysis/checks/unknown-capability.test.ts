import { complaints, daemonSet } from '../objects';

test('ALL and names in lower case are understood', () => {
  expect(complaints('ND219', daemonSet({}, { securityContext: { capabilities: { add: ['net_admin', 'BPF'], drop: ['all'] } } }))).toBe(0);
});
