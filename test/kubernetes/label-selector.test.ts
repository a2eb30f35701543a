import { hasAll, selects } from '../../src/kubernetes/label-selector';

const LABELS = { app: 'agent', tier: 'node' };

describe('a label selector', () => {
  test('that is absent selects nothing', () => expect(selects(undefined, LABELS)).toBe(false));
  test('that is empty selects everything', () => expect(selects({}, LABELS)).toBe(true));
  test('needs every pair', () => {
    expect(selects({ matchLabels: { app: 'agent' } }, LABELS)).toBe(true);
    expect(selects({ matchLabels: { app: 'agent', tier: 'x' } }, LABELS)).toBe(false);
  });
  test.each([
    ['In', ['agent'], true], ['In', ['x'], false], ['NotIn', ['x'], true], ['NotIn', ['agent'], false],
    ['Exists', undefined, true], ['DoesNotExist', undefined, false],
  ])('understands %s %j', (operator, values, expected) => {
    expect(selects({ matchExpressions: [{ key: 'app', operator, ...(values && { values }) }] }, LABELS)).toBe(expected);
  });
  test('selects what lacks a label by NotIn', () => {
    expect(selects({ matchExpressions: [{ key: 'none', operator: 'NotIn', values: ['x'] }] }, LABELS)).toBe(true);
  });
  test('gives no answer when it is malformed', () => {
    expect(selects({ matchExpressions: [{ key: 'app', operator: 'Gt', values: ['1'] }] }, LABELS)).toBeUndefined();
    expect(selects({ matchLabels: { 'a b': 'x' } }, LABELS)).toBeUndefined();
  });
});

test('a map of labels needs every pair', () => {
  expect(hasAll(LABELS, { app: 'agent' })).toBe(true);
  expect(hasAll(LABELS, { app: 'agent', other: 'x' })).toBe(false);
  expect(hasAll(LABELS, undefined)).toBe(true);
});
