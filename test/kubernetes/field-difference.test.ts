import { fieldDifference } from './field-difference';

test('a new minor brings fields, takes some and turns gates on', () => {
  const [kept, gone] = [{ path: 'kind', type: 'string', since: '1.28' }, { path: 'old', type: 'string', since: '1.28' }];
  const gated = { path: 'spec.gated', type: 'bool', since: '1.37', gate: 'Gated' };
  expect(fieldDifference(
    { kubernetes: '1.37.1', kinds: { 'v1 Pod': [kept, gone, gated] } },
    { kubernetes: '1.38.0', kinds: { 'v1 Pod': [kept, { ...gated, enabled: '1.38' }, { path: 'new', type: 'int32', since: '1.38' }] } },
  )).toEqual([
    '+ v1 Pod new {"type":"int32","since":"1.38"}',
    '- v1 Pod old',
    '~ v1 Pod spec.gated {"type":"bool","since":"1.37","gate":"Gated"} -> {"type":"bool","since":"1.37","gate":"Gated","enabled":"1.38"}',
  ]);
});
