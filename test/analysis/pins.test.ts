import { PinIndex } from '../../src/analysis/pins';

const on = (name: string, pins: Record<string, string[]>) => ({ name, pins: new Map(Object.entries(pins)) });
const index = new PinIndex<{ name: string; pins: Map<string, string[]> }>();
[on('anywhere', {}), on('linux', { 'kubernetes.io/os': ['linux'] }), on('a', { pool: ['a'] }), on('ab', { pool: ['a', 'b'] }), on('ssd', { disk: ['ssd'] })]
  .forEach(one => index.add(one));

test.each<[Record<string, string[]>, string[]]>([
  [{ pool: ['a'] }, ['anywhere', 'linux', 'a', 'ab', 'ssd']],
  [{ pool: ['b'], disk: ['hdd'] }, ['anywhere', 'linux', 'ab']],
  [{ pool: ['c'], disk: ['ssd', 'hdd'] }, ['anywhere', 'linux', 'ssd']],
])('near %j is all but what is plainly elsewhere', (pins, names) => {
  expect([...index.near(new Map(Object.entries(pins)))].map(({ name }) => name)).toEqual(names);
});
