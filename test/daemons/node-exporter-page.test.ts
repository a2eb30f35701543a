import { readFileSync } from 'fs';
import { FEATURES } from './node-exporter-features';
import { nodeExporterPage, PAGE } from './node-exporter-page';

test.each(FEATURES.map(feature => [feature.feature, feature] as const))('%s', (_, { shows }) => {
  expect(shows()).toBeTruthy();
});

test('docs/node-exporter.md has what the code says', () => {
  expect(readFileSync(PAGE, 'utf8')).toBe(nodeExporterPage());
});
