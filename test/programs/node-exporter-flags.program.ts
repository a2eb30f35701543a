import { readFileSync } from 'fs';
import { join } from 'path';
import { flagsFile } from './node-exporter-flags';

const saidNow = flagsFile();

test('node-exporter-flags.json says what the program says', () => {
  expect(saidNow).toBe(readFileSync(join(__dirname, 'node-exporter-flags.json'), 'utf8'));
});
