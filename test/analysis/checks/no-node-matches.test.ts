import { complaints, daemonSet } from '../objects';

const withTerms = (nodeSelectorTerms: any[], pod: any = {}) =>
  daemonSet({ affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } } }, ...pod });
const expression = (key: string, operator: string, ...values: string[]) => ({ matchExpressions: [{ key, operator, values }] });

test('one term that some node can fulfil is enough', () => {
  expect(complaints('ND203', withTerms([{}, expression('disk', 'In', 'ssd')]))).toBe(0);
});

test('a term may contradict the nodeSelector', () => {
  const pod = { nodeSelector: { 'kubernetes.io/os': 'linux' } };
  expect(complaints('ND203', withTerms([expression('kubernetes.io/os', 'In', 'windows')], pod))).toBe(1);
  expect(complaints('ND203', withTerms([expression('kubernetes.io/os', 'NotIn', 'windows')], pod))).toBe(0);
});

test('bounds may leave no number between them', () => {
  const between = (low: string, high: string) => withTerms([{
    matchExpressions: [{ key: 'cores', operator: 'Gt', values: [low] }, { key: 'cores', operator: 'Lt', values: [high] }],
  }]);
  expect([complaints('ND203', between('4', '5')), complaints('ND203', between('4', '6'))]).toEqual([1, 0]);
});

test('what the API server refuses is no question', () => {
  expect(complaints('ND203', withTerms([]), withTerms([expression('disk', 'Like', 'ssd')]))).toBe(0);
});
