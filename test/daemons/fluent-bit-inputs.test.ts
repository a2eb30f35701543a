import { collector } from './rendered-fluent-bit';
import { LogSource, Multiline, ReadFrom } from '../../src';

describe('containers', () => {
  test('are read with their own lines left out, whatever daemon and container are called', () => {
    const { inputs } = collector({ name: 'edge' }, { container: { name: 'collector' } });
    expect(inputs).toEqual([expect.objectContaining({
      'name': 'tail',
      'tag': 'containers.*',
      'path': '/var/log/containers/*.log',
      'exclude_path': `/var/log/containers/edge-?????_logging_collector-${'?'.repeat(64)}.log`,
      'multiline.parser': 'docker, cri',
    })]);
  });

  test('are followed beyond their rotation, and never given up for a long line', () => {
    const [input] = collector({ rotation: { waitSeconds: 60, refreshSeconds: 5 }, maxLineSize: '16Ki' }).inputs;
    expect(input).toMatchObject({ rotate_wait: 60, refresh_interval: 5, buffer_chunk_size: 16384, buffer_max_size: 16384, skip_long_lines: 'on' });
  });

  test('have one limit for lines that the runtime had cut', () => {
    expect(collector({ maxLineSize: '4Mi' }).service.multiline_buffer_limit).toBe(4194304);
    expect(collector({ sources: [LogSource.journal()] }).service.multiline_buffer_limit).toBeUndefined();
  });

  test('are chosen by names, of which the end counts too', () => {
    const [{ path, exclude_path: exclude }] = collector({ sources: [LogSource.containers({ namespaces: ['shop'], containers: ['app'], excludePods: ['noisy-*'], excludeSelf: false })] }).inputs;
    expect(path).toBe(`/var/log/containers/*_shop_app-${'?'.repeat(64)}.log`);
    expect(exclude).toBe('/var/log/containers/noisy-*_*_*.log');
  });

  test('are read from their beginning, or from now on', () => {
    expect(collector().inputs[0].read_from_head).toBe(true);
    expect(collector({ sources: [LogSource.containers({ readFrom: ReadFrom.END })] }).inputs[0].read_from_head).toBe(false);
  });
});

describe('files', () => {
  test('have their path in each line, and what is too long is cut', () => {
    const { inputs: [input], mounts } = collector({ sources: [LogSource.files({ paths: ['/var/log/nginx/*.log'], exclude: ['/var/log/nginx/old*'] })] });
    expect(input).toMatchObject({
      tag: 'files', path: '/var/log/nginx/*.log', exclude_path: '/var/log/nginx/old*', path_key: 'file', truncate_long_lines: 'on', skip_long_lines: 'on',
    });
    expect(mounts).toContain('/var/log/nginx');
  });

  test('of the audit are JSON', () => {
    const { inputs: [input], parsers } = collector({ sources: [LogSource.audit()] });
    expect(input).toMatchObject({ path: '/var/log/kubernetes/audit/audit.log', parser: 'json-line' });
    expect(parsers).toEqual([{ name: 'json-line', format: 'json' }]);
  });
});

describe('the journal', () => {
  const journal = (options = {}) => collector({ sources: [LogSource.journal(options)] });

  test('is that of the node, from now on', () => {
    const { inputs, mounts } = journal();
    expect(inputs).toEqual([expect.objectContaining({ name: 'systemd', tag: 'journal', read_from_tail: 'on' })]);
    expect(mounts.slice(0, 3)).toEqual(['/var/log', '/run/log', '/etc/machine-id']);
  });

  test.each<[string, object, object[]]>([
    ['any value of one field', { units: ['kubelet', 'a.timer'] }, [{ systemd_filter: ['_SYSTEMD_UNIT=kubelet.service', '_SYSTEMD_UNIT=a.timer'], systemd_filter_type: 'or' }]],
    ['a value of each field', { units: ['kubelet'], matches: { PRIORITY: ['3'] } }, [{ systemd_filter: ['_SYSTEMD_UNIT=kubelet.service', 'PRIORITY=3'], systemd_filter_type: 'and' }]],
    ['several values of several fields, each combination by itself', { units: ['a'], matches: { PRIORITY: ['3', '4'] } }, [
      { systemd_filter: ['_SYSTEMD_UNIT=a.service', 'PRIORITY=3'], systemd_filter_type: 'and' }, { systemd_filter: ['_SYSTEMD_UNIT=a.service', 'PRIORITY=4'], systemd_filter_type: 'and' },
    ]],
    ['each directory by itself', { directories: ['/mnt/a', '/mnt/b'] }, [{ path: '/mnt/a' }, { path: '/mnt/b' }]],
  ])('is read by %s', (_, options, expected) => {
    const { inputs } = journal(options);
    expect(inputs).toEqual(expected.map(one => expect.objectContaining(one)));
    expect(new Set(inputs.map(({ db }) => db)).size).toBe(expected.length);
    expect(new Set(inputs.map(({ tag }) => tag))).toEqual(new Set(['journal']));
  });
});

describe('lines that belong together', () => {
  const joined = (...multiline: Multiline[]) => collector({ sources: [LogSource.containers({ multiline })] });
  const tag = (pod: string, namespace: string, container: string) => `containers.var.log.containers.${pod}_${namespace}_${container}-${'0a'.repeat(32)}.log`;

  test('are joined before all else, each line by one filter alone', () => {
    const { filters } = joined(Multiline.java({ namespaces: ['shop-*'] }), Multiline.python({ containers: ['web'] }), Multiline.go());
    expect(filters.map(({ name }) => name)).toEqual(['multiline', 'multiline', 'multiline', 'kubernetes']);
    const parsersOf = (line: string) => filters.filter(({ name, match_regex }) => name === 'multiline' && new RegExp(match_regex).test(line)).map(one => one['multiline.parser']);
    expect([tag('a', 'shop-1', 'web'), tag('a', 'b', 'web'), tag('a', 'b', 'c'), tag('a', 'shop', 'c')].map(parsersOf)).toEqual([['java'], ['python'], ['go'], ['go']]);
  });

  test('of several kinds are looked for by one filter', () => {
    const { filters, multilineParsers } = joined(Multiline.java(), Multiline.dotnet());
    expect(filters.filter(({ name }) => name === 'multiline')).toEqual([expect.objectContaining({ 'multiline.parser': 'java, containers-dotnet-2', 'flush_ms': 2000 })]);
    expect(multilineParsers.map(({ name, key_group }) => [name, key_group])).toEqual([['containers-dotnet-2', 'stream']]);
  });

  test('by their further lines alone begin with any other line', () => {
    const { multilineParsers: [{ rules }] } = joined(Multiline.pattern({ continuation: '^\\s' }));
    expect(rules).toEqual([
      { state: 'start_state', regex: '/^(?!.*(?:^\\s))/', next_state: 'cont' }, { state: 'cont', regex: '/^\\s/', next_state: 'cont' },
    ]);
  });

  test('of files have no streams', () => {
    const { filters: [filter], multilineParsers: [parser] } = collector({ sources: [LogSource.files({ paths: ['/var/log/a/*'], multiline: Multiline.pattern({ firstLine: '^\\d' }) })] });
    expect([filter.match_regex, parser.key_group]).toEqual(['^files$', undefined]);
  });
});
