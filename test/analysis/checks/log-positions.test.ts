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

test('who only watches the configuration notes nothing', () => {
  const reloader = { name: 'reloader', image: 'quay.io/prometheus-operator/prometheus-config-reloader:v0.93.0', volumeMounts: [CONFIG] };
  const daemon = reading([{ name: 'state', mountPath: '/state' }]);
  daemon.spec.template.spec.containers.push(reloader);
  expect(found(daemon, { 'fluent-bit.conf': fluentBit('/state/tail.db') })).toEqual([]);
});

test('two inputs of one file are found, two files are not', () => {
  const mounts = [{ name: 'state', mountPath: '/state' }];
  expect(found(reading(mounts), { 'fluent-bit.conf': fluentBit('/state/a', '/state//a') })).toEqual(['ND512']);
  expect(found(reading(mounts), { 'fluent-bit.conf': fluentBit('/state/a', '/state/b') })).toEqual([]);
});

describe('two agents of one file', () => {
  const agent = (name: string, config: string, pod: object = {}) => {
    const daemon = daemonSet({ volumes: [{ name: 'config', configMap: { name: config } }, volumes[2]], ...pod },
      { volumeMounts: [CONFIG, { name: 'logs', mountPath: '/var/log' }] }, { name });
    return [daemon, configMap({ 'fluent-bit.conf': fluentBit('/var/log/flb.db') }, config)];
  };
  const on = (label: string, value: string) => ({ nodeSelector: { [label]: value } });

  test('are an error where they share all nodes, and the second says so (ND514)', () => {
    expect(complaints('ND514', ...agent('a', 'a'), ...agent('b', 'b'))).toBe(1);
    expect(fails('ND512', ...agent('a', 'a'), ...agent('b', 'b'))).toBe(false);
  });

  test('are a warning where they may share some (ND512)', () => {
    const manifests = [...agent('a', 'a', on('pool', 'a')), ...agent('b', 'b', on('zone', 'b'))];
    expect(complaints('ND512', ...manifests)).toBe(1);
    expect(fails('ND514', ...manifests)).toBe(false);
  });

  test('are none on different nodes', () => {
    const manifests = [...agent('a', 'a', on('pool', 'a')), ...agent('b', 'b', on('pool', 'b'))];
    expect(findingIds(['ND303', ...CHECKS, 'ND514'], ...manifests)).toEqual([]);
  });
});

describe('the same in YAML', () => {
  const yaml = (path: string) => `service:
  flush: 1
  storage.path: /state/buffer
pipeline:
  inputs:
    # the containers
    - name: tail
      db: "${path}"   # a comment
      processors:
        logs:
          - name: lua
            db: /elsewhere
    - name: systemd
      systemd_filter:
        - _SYSTEMD_UNIT=a
      db: /state/journal.db
  outputs:
    - name: stdout
      db: /none
`;
  const mounts = [{ name: 'state', mountPath: '/state' }];

  test.each<[string, string, any[], string[]]>([
    ['on the node', '/state/tail.db', mounts, []],
    ['in the container', '/tail.db', mounts, ['ND510']],
    ['on what is read-only', '/state/tail.db', [{ ...mounts[0], readOnly: true }], ['ND511']],
    ['that is that of another input', '/state/journal.db', mounts, ['ND512']],
    ['that is known when it runs', '${STATE}/tail.db', mounts, []],
  ])('a position %s', (_, path, volumeMounts, ids) => {
    expect(found(reading(volumeMounts), { 'fluent-bit.yaml': yaml(path) })).toEqual(ids);
  });

  test.each([
    ['lists that stand as far left as their key', 'pipeline:\n  inputs:\n  - name: tail\n    db: /tail.db\n  outputs: []\n'],
    ['a dash in a line of its own', 'pipeline:\n  inputs:\n    - \n      name: tail\n      db: /tail.db\n'],
    ['a setting beside the dash', "pipeline:\n  inputs:\n    - db: '/tail.db'\n      name: tail\n"],
    ['line ends of Windows', 'pipeline:\r\n  inputs:\r\n    - name: tail\r\n      db: /tail.db\r\n'],
  ])('%s', (_, text) => {
    expect(found(reading([]), { 'fluent-bit.yaml': text })).toEqual(['ND510']);
  });

  test('a file that another includes counts', () => {
    const data = { 'fluent-bit.yaml': 'includes:\n  - inputs.yaml\npipeline:\n  outputs: []\n', 'inputs.yaml': 'pipeline:\n  inputs:\n    - db: /tail.db\n' };
    expect(found(reading([]), data)).toEqual(['ND510']);
  });

  test('nothing is said of the YAML of another program', () => {
    expect(found(reading([]), { 'app.yaml': 'inputs:\n  - name: tail\n    db: /tail.db\n' })).toEqual([]);
  });
});
