import * as fc from 'fast-check';
import { Analysis } from '../../../src/analysis/analysis';
import { daemonSet } from '../objects';

const BROKEN = [null, 1, 'text', [], {}, [null], [1], { matchLabels: 1 }, { matchLabels: { app: 1 }, matchExpressions: [null, { key: 1 }] }];
const value = fc.constantFrom<any>(...BROKEN, { app: 'agent' }, { matchLabels: { app: 'agent' } });
const spec = fc.oneof(value, fc.record({
  selector: value,
  podSelector: value,
  ports: fc.oneof(value, fc.array(fc.oneof(value, fc.record({ name: value, port: value, targetPort: value, nodePort: value, protocol: value })))),
  template: value,
  clusterIP: value,
  type: value,
  containers: value,
}, { requiredKeys: [] }));
const object = fc.record({
  apiVersion: fc.constantFrom('v1', 'networking.k8s.io/v1', 'scheduling.k8s.io/v1', 'apps/v1'),
  kind: fc.constantFrom('Service', 'NetworkPolicy', 'PriorityClass', 'Deployment', 'Pod'),
  metadata: fc.oneof(value, fc.constant({ name: 'agent', namespace: 'agents' })),
  spec,
  value,
  globalDefault: value,
}, { requiredKeys: ['kind'] });

test('no check fails on what somebody else wrote, whatever it is', () => {
  const daemon = daemonSet({ hostNetwork: true, priority: 5 }, { ports: [{ containerPort: 80, hostPort: 80 }] });
  fc.assert(fc.property(fc.array(object, { maxLength: 4 }), others => {
    const failed = Analysis.of([daemon, ...others]).findings.filter(({ message }) => message.startsWith('the check failed'));
    expect(failed).toEqual([]);
  }), { numRuns: 300 });
});
