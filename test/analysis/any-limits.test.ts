import * as fc from 'fast-check';
import { Analysis } from '../../src/analysis/analysis';
import { daemonSets } from '../kubernetes/differential/valid-daemon-set';

const NAMES = ['type', 'min', 'max', 'default', 'defaultRequest', 'maxLimitRequestRatio', 'hard', 'scopes', 'scopeSelector', 'matchExpressions', 'scopeName', 'operator',
  'values', 'limits', 'cpu', 'memory', 'pods', 'requests.cpu', 'limits.constructor', 'constructor', '__proto__', 'toString'];
const anything = fc.letrec(tie => ({
  value: fc.oneof(
    { depthSize: 'medium' },
    fc.constantFrom<unknown>(null, 0, -1, 1.5, 1e300, true, '', 'Container', 'Pod', 'PriorityClass', 'In', '1', '-1', '1e99999', '0.1n', '9E', 'text'),
    fc.array(tie('value'), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom(...NAMES), tie('value'), { maxKeys: 4 }),
  ),
})).value;
const amounts = fc.oneof(anything, fc.dictionary(fc.constantFrom('cpu', 'memory', 'constructor', '__proto__'), fc.constantFrom<unknown>('1', '0', -1, null, '1e9'), { maxKeys: 3 }));
const item = fc.record({ type: fc.constantFrom('Container', 'Pod'), min: amounts, max: amounts, default: amounts, maxLimitRequestRatio: amounts }, { requiredKeys: ['type'] });
const range = fc.record({ kind: fc.constant('LimitRange'), spec: fc.oneof(anything, fc.record({ limits: fc.array(fc.oneof(item, anything), { maxLength: 3 }) })) });
const quota = fc.record({
  kind: fc.constant('ResourceQuota'),
  spec: fc.oneof(anything, fc.record({ hard: amounts, scopes: anything, scopeSelector: anything }, { requiredKeys: ['hard'] })),
  status: fc.oneof(anything, fc.record({ used: amounts })),
});

test('whatever a LimitRange or a quota holds, the daemons beside it are judged', () => {
  fc.assert(fc.property(fc.array(fc.oneof(range, quota), { minLength: 1, maxLength: 3 }), daemonSets(), (limits, daemon) => {
    const { namespace } = daemon.metadata as { namespace?: string };
    const objects = limits.map(object => ({ apiVersion: 'v1', metadata: { name: 'limit', namespace }, ...object }));
    const { findings } = Analysis.of([...objects, daemon]);
    expect(findings.filter(({ message }) => message.startsWith('the check failed'))).toEqual([]);
  }), { numRuns: 500 });
});
