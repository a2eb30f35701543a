import { readFileSync } from 'fs';
import { networkAgentPage, PAGE } from './network-agent-page';

test('docs/network-agent.md has what the code says', () => {
  expect(readFileSync(PAGE, 'utf8')).toBe(networkAgentPage());
});
