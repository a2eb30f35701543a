import { complaints, configMap, daemonSet, fails, findingIds } from '../objects';

const CHECKS = ['ND510', 'ND511', 'ND512'];
const volumes = [
  { name: 'config', configMap: { name: 'agent' } }, { name: 'empty', emptyDir: {} },
  { name: 'logs', hostPath: { path: '/var/log' } }, { name: 'state', hostPath: { path: '/var/lib/agent' } },
];
const CONFIG = { name: 'config', mountPath: '/etc/agent' };
const reading = (volumeMounts: any[], container: object = {}, more: object = {}) =>
  daemonSet({ volumes, ...more }, { volumeMounts: [CONFIG, ...volumeMounts], ...container });
const fluentBit = (...paths: string[]) => paths.map(path => `[INPUT]\n    Name tail\n    DB   ${path}\n`).join('');
const found = (daemon: any, data: any) => findingIds(CHECKS, daemon, configMap(data));

test.each<[string, any[], object, string[]]>([
  ['in the container', [], {}, ['ND510']],
  ['in an emptyDir', [{ name: 'empty', mountPath: '/state' }], {}, ['ND510']],
  ['on the node', [{ name: 'state', mountPath: '/state' }], {}, []],
  ['on the node, read-only', [{ name: 'state', mountPath: '/state', readOnly: true }], {}, ['ND511']],
  ['on the node, within what is read-only', [{ name: 'logs', mountPath: '/', readOnly: true }, { name: 'state', mountPath: '/state' }], {}, []],
  ['in a container that cannot write', [], { securityContext: { readOnlyRootFilesystem: true } }, ['ND511']],
  ['beside the configuration', [{ name: 'config', mountPath: '/state' }], {}, ['ND511']],
])('a position %s', (_, mounts, container, ids) => {
  expect(found(reading(mounts, container), { 'fluent-bit.conf': fluentBit('/state/tail.db') })).toEqual(ids);
});

test.each<[string, any]>([
  ['a comment', { 'fluent.conf': '<source>\n  # pos_file /pos\n</source>' }],
  ['a name that is made when it runs', { 'fluent.conf': 'pos_file "/pos/#{ENV[\'X\']}.pos"\npos_file /pos/${tag}' }],
  ['the database of another program', { 'app.conf': 'db /var/db' }],
  ['a file that nothing includes', { 'fluent.conf': '@include containers.conf', 'old.conf': 'pos_file /pos' }],
])('nothing is said of %s', (_, data) => {
  expect(found(reading([]), data)).toEqual([]);
});

test.each<[string, any, object]>([
  ['a file that another includes', { 'fluent.conf': '@include containers.conf', 'containers.conf': 'pos_file /pos' }, {}],
  ['a file that a pattern includes', { 'fluent.conf': '@include conf.d/*.conf', 'containers.conf': 'pos_file /pos' }, {}],
  ['a file that an argument names', { 'a': '', 'b.conf': 'pos_file "/pos"' }, { args: ['-c', '/etc/agent/b.conf'] }],
])('%s counts', (_, data, container) => {
  expect(found(reading([], container), data)).toEqual(['ND510']);
});

test('two inputs of one file are found, two files are not', () => {
  const mounts = [{ name: 'state', mountPath: '/state' }];
  expect(found(reading(mounts), { 'fluent-bit.conf': fluentBit('/state/a', '/state//a') })).toEqual(['ND512']);
  expect(found(reading(mounts), { 'fluent-bit.conf': fluentBit('/state/a', '/state/b') })).toEqual([]);
});

describe('two agents of one file (ND512)', () => {
  const agent = (name: string, config: string, nodeSelector: object = {}) => {
    const daemon = daemonSet({ volumes: [{ name: 'config', configMap: { name: config } }, volumes[2]], nodeSelector },
      { volumeMounts: [CONFIG, { name: 'logs', mountPath: '/var/log' }] }, { name });
    return [daemon, configMap({ 'fluent-bit.conf': fluentBit('/var/log/flb.db') }, config)];
  };

  test('share it where they share nodes, and the second says so', () => {
    expect(complaints('ND512', ...agent('a', 'a'), ...agent('b', 'b'))).toBe(1);
  });

  test('do not where they are on different nodes', () => {
    expect(fails('ND512', ...agent('a', 'a', { pool: 'a' }), ...agent('b', 'b', { pool: 'b' }))).toBe(false);
  });
});
