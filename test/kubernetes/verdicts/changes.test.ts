import { changed, changes } from './changes';

const BEFORE = { kind: 'A', labels: { 'a.b/c': 'x', 'gone "[1]"': 'y' }, list: [{ name: 'a' }, { name: 'b', cpu: '0.5' }], short: ['a'], flag: false };
const AFTER = { kind: 'A', labels: { 'a.b/c': 'x', 'new.key': '' }, list: [{ name: 'a', type: '' }, { name: 'b', cpu: '500m' }], short: ['a', 'b'], spec: {} };

test('names each field that is added, changed or dropped', () => {
  expect(changes(BEFORE, AFTER)).toEqual({
    'labels["gone \\"[1]\\""]': null,
    'labels["new.key"]': '',
    'list[0].type': '',
    'list[1].cpu': '500m',
    'short': ['a', 'b'],
    'flag': null,
    'spec': {},
  });
});

test('gives the second value again from the first', () => {
  expect(changed(BEFORE, changes(BEFORE, AFTER))).toEqual(AFTER);
});

test('is empty for equal values', () => {
  expect(changes(BEFORE, structuredClone(BEFORE))).toEqual({});
});
