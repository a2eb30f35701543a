import fc from 'fast-check';
import { parse } from 'yaml';
import { collected } from './log-agents';
import { collector } from './rendered-fluent-bit';
import { KubernetesMetadata, LogField, LogFilter, LogSink, LogSource } from '../../src';

describe('metadata', () => {
  test('is asked for by name, and nothing else may be asked', () => {
    const { filters, rules } = collector();
    expect(filters).toEqual([{
      name: 'kubernetes',
      match_regex: '^(containers)(\\.|$)',
      kube_tag_prefix: 'containers.var.log.containers.',
      labels: 'on',
      annotations: 'off',
      merge_log: 'off',
      namespace_labels: 'off',
      buffer_size: '2M',
      dns_wait_time: 5,
    }]);
    expect(rules).toEqual([{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }]);
  });

  test('of namespaces needs one right more', () => {
    expect(collector({ kubernetesMetadata: KubernetesMetadata.apiServer({ namespaceLabels: true }) }).rules[0].resources).toEqual(['pods', 'namespaces']);
  });

  test('of the kubelet is asked at the address of the node, and the certificate of the API server is looked at all the same', () => {
    const { filters, rules, env } = collector({ kubernetesMetadata: KubernetesMetadata.kubelet({ namespaceLabels: true }) });
    expect(filters[0]).toMatchObject({ 'use_kubelet': 'on', 'kubelet_host': '${HOST_IP}', 'kubelet_port': 10250, 'tls.verify': 'off', 'namespace_labels': 'off', 'buffer_size': 0 });
    expect(filters[1]).toMatchObject({ namespace_metadata_only: 'on', namespace_labels: 'on' });
    expect(filters[1]['tls.verify']).toBeUndefined();
    expect(rules.map(({ resources }) => resources)).toEqual([['nodes/pods'], ['namespaces']]);
    expect(env.HOST_IP).toEqual({ fieldRef: { fieldPath: 'status.hostIP' } });
  });

  test('that nobody is asked for is what the tag says', () => {
    const { filters, rules, pod } = collector({ kubernetesMetadata: KubernetesMetadata.none() });
    expect(filters).toEqual([expect.objectContaining({ name: 'kubernetes', use_tag_for_meta: 'on' })]);
    expect([rules, pod.automountServiceAccountToken]).toEqual([[], false]);
  });

  test('is none of the journal', () => {
    const { filters, rules } = collector({ sources: [LogSource.journal()] });
    expect([filters, rules]).toEqual([[], []]);
  });
});

describe('filters', () => {
  const both = [LogSource.containers(), LogSource.journal()];
  const filtersOf = (...filters: LogFilter[]) => collector({ sources: both, kubernetesMetadata: KubernetesMetadata.none(), filters }).filters.slice(1);

  test('look for the text where the source has it', () => {
    expect(filtersOf(LogFilter.drop(LogField.MESSAGE, 'a b'))).toEqual([
      { name: 'grep', match_regex: '^(containers)(\\.|$)', exclude: 'log /a b/' }, { name: 'grep', match_regex: '^(journal)(\\.|$)', exclude: 'MESSAGE /a b/' },
    ]);
  });

  test.each<[LogField, string]>([
    [LogField.STREAM, 'stream'], [LogField.NAMESPACE, "$kubernetes['namespace_name']"], [LogField.POD, "$kubernetes['pod_name']"],
    [LogField.CONTAINER, "$kubernetes['container_name']"], [LogField.named('level'), 'level'],
  ])('find the field %#', (field, key) => {
    expect(filtersOf(LogFilter.keep(field, '^x$', { sources: ['containers'] }))).toEqual([{ name: 'grep', match_regex: '^(containers)(\\.|$)', regex: `${key} /^x$/` }]);
  });

  test('find labels of pods', () => {
    const { filters } = collector({ filters: [LogFilter.keep(LogField.podLabel('a.b/c'), '^x$')] });
    expect(filters[filters.length - 1]).toEqual({ name: 'grep', match: '*', regex: "$kubernetes['labels']['a.b/c'] /^x$/" });
  });

  test('read JSON and keep all else', () => {
    expect(filtersOf(LogFilter.parseJson({ sources: ['journal'] }))).toEqual([
      { name: 'parser', match_regex: '^(journal)(\\.|$)', key_name: 'MESSAGE', parser: 'json-line', reserve_data: 'on', preserve_key: 'on' },
    ]);
  });

  test('add fields in the place of those that are there', () => {
    expect(filtersOf(LogFilter.addFields({ env: 'prod (a', node: '$(NODE_NAME)' }))).toEqual([
      { name: 'record_modifier', match: '*', remove_key: ['env', 'node'], record: ['env "prod (a"', 'node "${NODE_NAME}"'] },
    ]);
  });

  test('in its own words have what they say', () => {
    expect(filtersOf(LogFilter.raw({ settings: { name: 'throttle', rate: 10 } }), LogFilter.raw({ id: 'b', settings: { name: 'aws', match: 'journal' }, sources: ['journal'] })))
      .toEqual([{ name: 'throttle', match: '*', rate: 10 }, { name: 'aws', match: 'journal' }]);
  });
});

describe('a text of the user', () => {
  /** How Fluent Bit cuts `key "text"`: src/flb_slist.c. */
  const wordOf = (record: string) => /^\w+ "((?:\\"|[^"])*)"$/.exec(record)?.[1].replace(/\\"/g, '"');
  // Without a question to the judge for each of them.
  const added = (text: string) => {
    const manifests = collected({ sources: [LogSource.journal()], filters: [LogFilter.addFields({ a: text })], sinks: [LogSink.stdout()] });
    return parse(manifests.find(({ kind }) => kind === 'ConfigMap').data['fluent-bit.yaml']).pipeline.filters[0].record[0];
  };

  test('comes out as it went in, or is refused', () => {
    fc.assert(fc.property(fc.string({ minLength: 1 }).filter(text => !/[\r\n]|\$\(\w+\)/.test(text)), text => {
      const isRefused = /\$\{|\\("|$)/.test(text.replace(/\$\$\(/g, '$('));
      if (isRefused) {
        expect(() => added(text)).toThrow('a text for Fluent Bit must be');
      } else {
        expect(wordOf(added(text))).toBe(text.replace(/\$\$\(/g, '$('));
      }
    }), { numRuns: 60 });
  });

  test('that is a pattern has no variable and no delimiter of its own', () => {
    const patternOf = (pattern: string) => collector({ filters: [LogFilter.drop(LogField.STREAM, pattern)] }).filters[1].exclude.slice('stream '.length);
    expect(['/a/i', '\\${X}', 'a{2}'].map(patternOf)).toEqual(['//a/i/', '/\\$\\{X}/', '/a{2}/']);
  });
});
