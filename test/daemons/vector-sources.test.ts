import { vector } from './vector-configuration';
import { KubernetesMetadata, LogSink, LogSource, Multiline, ReadFrom } from '../../src';

const STDOUT = LogSink.stdout();
const SINKS = { sinks: [STDOUT] };
const NONE = { ...SINKS, kubernetesMetadata: KubernetesMetadata.none() };

describe('containers', () => {
  test('are all but its own, whose label also keeps other Vectors away', () => {
    const { configuration, metadata } = vector(SINKS);
    expect(configuration.sources.containers.exclude_paths_glob_patterns).toEqual(['**/*.gz', '**/*.tmp', '/var/log/pods/logging_platform-logs-c8cecaaa-?????_*/vector/*.log*']);
    expect(metadata.labels['vector.dev/exclude']).toBe('true');
  });

  test('are its own, too, where that is asked for', () => {
    const { configuration, metadata } = vector({ sinks: [LogSink.http({ host: 'logs' })], sources: [LogSource.containers({ excludeSelf: false })] });
    expect(configuration.sources.containers.exclude_paths_glob_patterns).toEqual(['**/*.gz', '**/*.tmp']);
    expect(metadata.labels['vector.dev/exclude']).toBeUndefined();
  });

  test('are chosen by their paths, with the rotated files beside them', () => {
    const { containers } = vector({ ...SINKS, sources: [LogSource.containers({ namespaces: ['shop-*'], containers: ['app'], excludeNamespaces: ['kube-system'] })] }).configuration.sources;
    expect(containers.include_paths_glob_patterns).toEqual(['/var/log/pods/shop-*_*_*/app/*.log*']);
    expect(containers.exclude_paths_glob_patterns).toContain('/var/log/pods/kube-system_*_*/*/*.log*');
  });

  test('have lines as long as is said, whole or in parts', () => {
    expect(vector({ ...SINKS, maxLineSize: '64Ki' }).configuration.sources.containers).toMatchObject({ max_line_bytes: 65536, max_merged_line_bytes: 65536 });
  });

  test('are followed as is said', () => {
    expect(vector({ ...SINKS, rotation: { waitSeconds: 7, refreshSeconds: 3 } }).configuration.sources.containers)
      .toMatchObject({ rotate_wait_secs: 7, glob_minimum_cooldown_ms: 3000, read_from: 'beginning' });
  });

  test('have only the fields that are asked for', () => {
    const fieldsOf = (labels: boolean, annotations: boolean) =>
      vector({ ...SINKS, kubernetesMetadata: KubernetesMetadata.apiServer({ labels, annotations }) }).configuration.sources.containers.pod_annotation_fields;
    expect(fieldsOf(true, true)).not.toHaveProperty('pod_labels');
    expect(fieldsOf(true, true)).not.toHaveProperty('pod_annotations');
    expect(fieldsOf(false, false)).toMatchObject({ pod_labels: '', pod_annotations: '' });
  });

  test('may begin with new lines where nobody is asked', () => {
    expect(vector({ ...NONE, sources: [LogSource.containers({ readFrom: ReadFrom.END })] }).configuration.sources.containers.read_from).toBe('end');
  });
});

describe('the journal', () => {
  const journal = (options: Parameters<typeof LogSource.journal>[0] = {}) => vector({ ...SINKS, sources: [LogSource.journal(options)] });

  test('is read by the image that has journalctl, and no other is', () => {
    expect(journal().main.image).toBe('docker.io/timberio/vector:0.57.0-debian');
    expect(vector(SINKS).main.image).toBe('docker.io/timberio/vector:0.57.0-distroless-libc');
  });

  test('is that of the boot that runs: the journalctl of the image reads no other', () => {
    expect(journal({ units: ['kubelet'] }).configuration.sources.journal).toEqual({ type: 'journald', include_matches: { _SYSTEMD_UNIT: ['kubelet.service'] }, since_now: true });
    expect(journal({ readFrom: ReadFrom.BEGINNING }).configuration.sources.journal).toEqual({ type: 'journald' });
  });

  test('has entries that match every field, of which Vector would take any', () => {
    const { sources, transforms } = journal({ units: ['kubelet'], matches: { PRIORITY: ['3', '4'], _HOSTNAME: ['a'] } }).configuration;
    expect(sources.journal.include_matches).toEqual({ _SYSTEMD_UNIT: ['kubelet.service'] });
    expect(transforms.match_journal.condition).toBe('includes(["3", "4"], .PRIORITY) && includes(["a"], .host)');
  });

  test('has a source for each of its directories', () => {
    const { sources, sinks } = journal({ directories: ['/var/log/journal', '/run/log/journal'] }).configuration;
    expect([sources.journal.journal_directory, sources.journal_2.journal_directory]).toEqual(['/var/log/journal', '/run/log/journal']);
    expect(sinks.sink_stdout.inputs).toEqual(['journal', 'journal_2']);
  });
});

describe('lines that belong together', () => {
  test('are joined of every container without a choice', () => {
    const { transforms } = vector({ ...SINKS, sources: [LogSource.containers({ multiline: [Multiline.java({ flushSeconds: 5 })] })] }).configuration;
    expect(transforms).toEqual({ multiline_containers_1: expect.objectContaining({ type: 'reduce', inputs: ['containers'], expire_after_ms: 5000, max_events: 1000 }) });
  });

  test('are those of the first that selects a container; of the others, each line is an entry', () => {
    const { transforms, sinks } = vector({
      ...SINKS, sources: [LogSource.containers({ multiline: [Multiline.java({ namespaces: ['a'] }), Multiline.python({ namespaces: ['b'] })] })],
    }).configuration;
    expect(transforms.multiline_containers).toMatchObject({ type: 'exclusive_route', routes: [{ name: 'group_1' }, { name: 'group_2' }] });
    expect(transforms.multiline_containers_2.inputs).toEqual(['multiline_containers.group_2']);
    expect(sinks.sink_stdout.inputs).toEqual(['multiline_containers_1', 'multiline_containers_2', 'multiline_containers._unmatched']);
  });

  test('are those of one file', () => {
    const source = LogSource.files({ paths: ['/var/log/app/*.log'], multiline: Multiline.pattern({ firstLine: '^\\d' }) });
    expect(vector({ ...SINKS, sources: [source] }).configuration.transforms.multiline_files_1)
      .toMatchObject({ group_by: ['file'], starts_when: "match(string(.message) ?? \"\", r'^\\d')", merge_strategies: { message: 'concat_newline', timestamp: 'discard' } });
  });
});
