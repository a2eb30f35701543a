import { readFileSync } from 'fs';
import { LOG_ROWS } from './log-collector-features';
import { logCollectorPage, PAGE } from './log-collector-page';

test.each(LOG_ROWS.map(row => [row.feature, row] as const))('%s', (_, { shows }) => {
  expect(shows()).toBeTruthy();
});

test('docs/log-collector.md has what the code says', () => {
  expect(readFileSync(PAGE, 'utf8')).toBe(logCollectorPage());
});
