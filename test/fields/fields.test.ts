import { readFileSync } from 'fs';
import { join } from 'path';
import { reasonFor } from './exceptions';
import { fieldsPage, SPECIMENS, typedFields } from './table';
import { assembly } from '../assembly';

const fields = typedFields();

test('every field of a DaemonSet is written by a typed prop, or has its reason', () => {
  expect(fields.filter(({ api, reason }) => api === undefined && reason === undefined).map(({ row }) => row.path)).toEqual([]);
});

test('no field has both a prop and a reason against it', () => {
  expect(fields.filter(({ api, reason }) => api !== undefined && reason !== undefined).map(({ row, api }) => `${row.path} by ${api}`)).toEqual([]);
});

test('what is said to write a field is a public name', () => {
  const types = assembly().types;
  const isPublic = (api: string) => {
    const [name, member] = api.split('.');
    const type = types[`cdk8s-node-daemons.${name}`];
    return type !== undefined && (member === undefined || [...type.properties ?? [], ...type.methods ?? []].some(m => m.name === member));
  };
  expect(SPECIMENS.map(({ api }) => api).filter(api => !isPublic(api))).toEqual([]);
});

test('docs/fields.md is what the code writes', () => {
  const isWritten = readFileSync(join(__dirname, '../../docs/fields.md'), 'utf8') === fieldsPage();
  expect(isWritten ? 'up to date' : 'stale: npm run docs writes it').toBe('up to date');
});

test('a reason covers what is below its field', () => {
  expect(reasonFor('spec.template.spec.overhead{}')).toMatch(/runtime class/);
  expect(reasonFor('spec.template.spec.overheads')).toBeUndefined();
});
