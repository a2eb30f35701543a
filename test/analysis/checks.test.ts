import { exampleOf, findingsOf } from './checks';
import { CHANGE_CHECKS } from '../../src/analysis/changes/all';
import { CHECKS } from '../../src/analysis/checks/all';

const ALL = [...CHECKS, ...CHANGE_CHECKS];

test('every check has an id of its own, and they stand in the order of their ids', () => {
  const ids = ALL.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)].sort());
});

test.each(ALL.map(({ id, title }) => [id, title]))('%s %s: the example fails, and its repair holds', id => {
  const { fails, messages, holds, options } = exampleOf(id)!;
  expect(findingsOf(id, fails, options).map(({ message }) => message)).toEqual(messages);
  expect(findingsOf(id, holds, options)).toEqual([]);
});
