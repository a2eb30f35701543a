import { readFileSync } from 'fs';
import { join } from 'path';
import { schemaModule } from './write-schema';
import { objectType } from '../../src/kubernetes/object-type';

test('the schema is what fields.json and the Go types say', () => {
  expect(readFileSync(join(__dirname, '../../src/kubernetes/schema.ts'), 'utf8')).toBe(schemaModule());
});

test('the schema is small', () => expect(schemaModule().length).toBeLessThan(40_000));

test('a type that containers share is one type', () => {
  const [containers, initContainers] = ['containers', 'initContainers'].map((name) => objectType('PodSpec').fields.get(name)!.object);
  expect(containers).toBe('Container');
  expect(initContainers).toBe('Container');
});
