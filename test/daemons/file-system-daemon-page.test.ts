import { readFileSync } from 'fs';
import { fileSystemDaemonPage, PAGE } from './file-system-daemon-page';

test('docs/file-system-daemon.md has what the code says', () => {
  expect(readFileSync(PAGE, 'utf8')).toBe(fileSystemDaemonPage());
});
