import { readFileSync } from 'fs';
import { PAGE, tcpNodeDaemonPage } from './tcp-node-daemon-page';

test('docs/tcp-node-daemon.md has what the code says', () => {
  expect(readFileSync(PAGE, 'utf8')).toBe(tcpNodeDaemonPage());
});
