import { readFileSync } from 'fs';
import { join } from 'path';
import { ALL_CHECKS, exampleOf, findingsOf } from './checks';
import { checksPage } from './checks-page';
import { CHANGE_CHECKS } from '../../src/analysis/changes/all';
import { CHECKS } from '../../src/analysis/checks/all';

test.each([['checks', CHECKS], ['checks of changes', CHANGE_CHECKS]])('%s stand in the order of their ids', (_, checks) => {
  const ids = checks.map(({ id }) => id);
  expect(ids).toEqual([...ids].sort());
});

test('no two checks have one id', () => {
  const ids = ALL_CHECKS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test.each(ALL_CHECKS.map(({ id, title }) => [id, title]))('%s %s: the example fails, and its repair holds', id => {
  const { fails, messages, holds, options } = exampleOf(id)!;
  expect(findingsOf(id, fails, options).map(({ message }) => message)).toEqual(messages);
  expect(findingsOf(id, holds, options)).toEqual([]);
});

test('docs/checks.md is what the checks say', () => {
  expect(readFileSync(join(__dirname, '../../docs/checks.md'), 'utf8')).toBe(checksPage());
});
