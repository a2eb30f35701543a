import { readFileSync } from 'fs';
import { join } from 'path';
import { parseAllDocuments } from 'yaml';
import { findingsOf } from '../checks';
import { complaints, configMap, daemonSet, fails, findingIds } from '../objects';

const CONFIG = { name: 'config', mountPath: '/etc/agent' };

function agent(data: any, { name = 'agent', state = '/var/lib/agent', image = 'example.com/agent:1.0', pod = {} }: any = {}): any[] {
  const volumes = [{ name: 'config', configMap: { name } }, { name: 'state', hostPath: { path: state, type: 'DirectoryOrCreate' } }];
  return [daemonSet({ volumes, ...pod }, { image, volumeMounts: [CONFIG, { name: 'state', mountPath: '/state' }] }, { name }), configMap(data, name)];
}

describe('a disk buffer of Fluent Bit (ND513)', () => {
  const input = (...settings: string[]) => `[INPUT]\n    Name tail\n    Tag kube.*\n${settings.map(setting => `    ${setting}\n`).join('')}`;
  const output = (...settings: string[]) => `[OUTPUT]\n    Name es\n${settings.map(setting => `    ${setting}\n`).join('')}`;
  const count = (...parts: string[]) => complaints('ND513', ...agent({ 'fluent-bit.conf': parts.join('\n') }));

  test.each<[string, string[], number]>([
    ['without a cap', [input('storage.type filesystem'), output('Match *')], 1],
    ['with a cap', [input('storage.type filesystem'), output('Match *', 'storage.total_limit_size 512M')], 0],
    ['whose cap is off', [input('Storage.Type Filesystem'), output('Match *', 'storage.total_limit_size off')], 1],
    ['in memory', [input('Mem_Buf_Limit 5MB'), output('Match *')], 0],
    ['that two outputs have, of which one is capped', [input('storage.type filesystem'), output('Match *'), output('Match *', 'storage.total_limit_size 1G')], 1],
    ['whose lines go elsewhere', [input('storage.type filesystem'), output('Match host.*')], 0],
    ['whose lines come to it by their tag', [input('storage.type filesystem'), output('Match kube.var.*')], 1],
    ['whose lines may come to it', [input('storage.type filesystem'), output('Match_Regex .*')], 1],
    ['of a filter that gives lines on', [input(), '[FILTER]\n    Name multiline\n    emitter_storage.type filesystem\n', output('Match *')], 1],
    ['before an output with which nothing waits', [input('storage.type filesystem'), '[OUTPUT]\n    Name stdout\n    Match *\n'], 0],
  ])('%s', (_, parts, found) => {
    expect(count(...parts)).toBe(found);
  });

  test('in YAML', () => {
    const yaml = (cap: string) => `pipeline:\n  inputs:\n    - name: tail\n      storage.type: filesystem\n  outputs:\n    - name: loki\n      match: '*'\n${cap}`;
    expect(complaints('ND513', ...agent({ 'fluent-bit.yaml': yaml('') }))).toBe(1);
    expect(complaints('ND513', ...agent({ 'fluent-bit.yaml': yaml('      storage.total_limit_size: 512M\n') }))).toBe(0);
  });

  test('over several files of one configuration', () => {
    const data = { 'fluent-bit.conf': '@INCLUDE in.conf\n@INCLUDE out.conf\n', 'in.conf': input('storage.type filesystem'), 'out.conf': output('Match *') };
    expect(complaints('ND513', ...agent(data))).toBe(1);
  });

  test('is what CloudWatch has', () => {
    const file = process.env.PARITY && join(process.env.PARITY, 'LogCollector/cloudwatch-fluent-bit.yaml');
    const outputs = file ? findingsOf('ND513', parseAllDocuments(readFileSync(file, 'utf8')).map(document => document.toJS())) : [];
    expect(outputs).toHaveLength(file ? 2 : 0);
  });
});

describe('a disk buffer of fluentd (ND513)', () => {
  const buffer = (...settings: string[]) => ({ 'fluent.conf': `<match **>\n  @type elasticsearch\n  <buffer tag>\n${settings.map(one => `    ${one}\n`).join('')}  </buffer>\n</match>\n` });

  test.each<[string, any, boolean]>([
    ['without a cap', buffer('@type file', 'path /state/a'), true],
    ['with a cap', buffer('@type file', 'path /state/a', 'total_limit_size 512m'), false],
    ['whose cap is a comment', buffer('@type "file"', '# total_limit_size 512m'), true],
    ['in memory', buffer('@type memory'), false],
  ])('%s', (_, data, isFound) => {
    expect(fails('ND513', ...agent(data))).toBe(isFound);
  });
});

describe('two agents of one state (ND514)', () => {
  const CHECKS = ['ND303', 'ND512', 'ND514'];
  const fluentBit = (db: string) => ({ 'fluent-bit.yaml': `service:\n  storage.path: /state/buffer-${db}\npipeline:\n  inputs:\n    - db: /state/${db}\n` });
  const buffers = (path: string) => ({ 'fluent.conf': `<match>\n<buffer>\n@type file\npath ${path}\ntotal_limit_size 1g\n</buffer>\n</match>` });
  const found = (...manifests: any[]) => findingIds(CHECKS, ...manifests);
  const two = (data: any, others = data, more: any = {}) => [...agent(data, { name: 'a', ...more }), ...agent(others, { name: 'b', ...more })];

  test.each<[string, any[], string[]]>([
    ['of the same files', two(fluentBit('a.db')), ['ND514']],
    ['of other files in one directory, which may be right', two(fluentBit('a.db'), fluentBit('b.db')), ['ND303']],
    ['of one buffer of fluentd', two(buffers('/state/buffer')), ['ND514']],
    ['of two programs', two(fluentBit('a.db'), buffers('/state/buffer')), ['ND303']],
    ['that are Vector', two({}, {}, { image: 'timberio/vector:0.57.0-debian' }), ['ND514']],
    ['that nobody knows', two({}), ['ND303']],
    ['in a directory of many programs', two(fluentBit('a.db'), fluentBit('a.db'), { state: '/var/log' }), ['ND514']],
    ['with directories of their own', [...agent(fluentBit('a.db'), { name: 'a' }), ...agent(fluentBit('a.db'), { name: 'b', state: '/var/lib/b' })], []],
  ])('%s', (_, manifests, ids) => {
    expect(found(...manifests)).toEqual(ids);
  });

  test('may meet, which is a warning', () => {
    const on = (label: string) => ({ pod: { nodeSelector: { [label]: 'a' } } });
    expect(found(...agent(fluentBit('a.db'), { name: 'a', ...on('pool') }), ...agent(fluentBit('a.db'), { name: 'b', ...on('zone') }))).toEqual(['ND303']);
  });

  test('are said once, by the second', () => {
    expect(findingsOf('ND514', two(fluentBit('a.db'))).map(({ message }) => message)).toEqual([
      "container 'agent' keeps in '/var/lib/agent/a.db' of the node how far it has read, and 'DaemonSet agents/a' does so too on the same nodes: give each a directory of its own",
    ]);
  });
});
