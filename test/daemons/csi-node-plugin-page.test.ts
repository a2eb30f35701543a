import { readFileSync } from 'fs';
import { csiNodePluginPage, PAGE } from './csi-node-plugin-page';

test('docs/csi-node-plugin.md has what the code says', () => {
  expect(readFileSync(PAGE, 'utf8')).toBe(csiNodePluginPage());
});
