import { parsed } from './cri';
import { joined } from './multiline';
import { Components, Stage, remap, through } from './stage';
import { literal } from './vrl';
import { withoutUndefined } from '../../host/copy';
import { invalid } from '../../host/invalid';
import { ContainersModel, FilesModel, JournalModel, MetadataModel, SourceModel } from '../../host/log/model';
import { LogSurroundings } from '../log/collector';
import { PathPatterns, podPaths } from '../log/container-paths';

/** What a source reads, up to entries with their fields. */
export function reading(source: SourceModel, around: LogSurroundings): Stage {
  switch (source.kind) {
    case 'containers': return joined(source, containers(source, around));
    case 'journal': return journals(source);
    case 'raw': return read({ [source.id]: { ...source.raw.settings } });
    default: return joined(source, files(source, around));
  }
}

function read(sources: Components): Stage {
  return { sources, transforms: {}, outputs: Object.keys(sources) };
}

function containers(source: ContainersModel, around: LogSurroundings): Stage {
  const { pipeline: { metadata } } = around;
  // A rotated file keeps what was not read of it, so it is read on, until it is compressed.
  const { include, exclude } = mapped(podPaths(source, around.own), path => path.replace(/\*\.log$/, '*.log*'));
  const excluded = ['**/*.gz', '**/*.tmp', ...exclude];
  if (metadata === undefined) {
    return parsed(source, read({ [source.id]: { type: 'file', include, exclude: excluded, ...followed(source, around) } }), around.pipeline);
  }
  if (!source.fromBeginning) {
    // https://github.com/vectordotdev/vector/issues/7139
    throw invalid(`readFrom of the source '${source.id}'`, 'ReadFrom.BEGINNING with Vector and metadata of pods, for it finds every file after its start', 'ReadFrom.END',
      'leave it out, or write kubernetesMetadata: KubernetesMetadata.none()');
  }
  const isEverything = Object.values(source.only).every((names: readonly string[]) => names.length === 0);
  return read({
    [source.id]: {
      type: 'kubernetes_logs',
      ...isEverything ? {} : { include_paths_glob_patterns: include },
      exclude_paths_glob_patterns: excluded,
      ...followed(source, around),
      max_merged_line_bytes: around.pipeline.maxLineBytes,
      ...fields(metadata),
      // Each node asks for its pods: of the API server's memory, not of its database.
      use_apiserver_cache: true,
    },
  });
}

/** A field with an empty name is left out. @see https://vector.dev/docs/reference/configuration/sources/kubernetes_logs/ */
function fields({ labels, annotations, namespaceLabels }: MetadataModel): object {
  return {
    insert_namespace_fields: namespaceLabels,
    node_annotation_fields: { node_labels: '' },
    pod_annotation_fields: {
      ...labels ? {} : { pod_labels: '' },
      ...annotations ? {} : { pod_annotations: '' },
      container_image_id: '',
      pod_ip: '',
      pod_ips: '',
      pod_owner: '',
    },
  };
}

function files(source: FilesModel, around: LogSurroundings): Stage {
  const stage = read({
    [source.id]: withoutUndefined({
      type: 'file', include: source.paths, exclude: source.exclude.length > 0 ? source.exclude : undefined, ...followed(source, around),
    }),
  });
  return source.isJson ? through(stage, `parse_${source.id}`, remap(...JSON_LINE, ...source.kind === 'audit' ? AUDIT_TIME : [])) : stage;
}

const JSON_LINE = [
  'parsed, error = parse_json(string(.message) ?? "")',
  'if error == null && is_object(parsed) {',
  '  del(.message)',
  '  . = merge(object!(parsed), .)',
  '}',
];

/** @see https://kubernetes.io/docs/reference/config-api/apiserver-audit.v1/ */
const AUDIT_TIME = ['.timestamp = parse_timestamp(string(.stageTimestamp) ?? "", "%+") ?? .timestamp'];

function followed({ fromBeginning }: SourceModel, { pipeline: { maxLineBytes, rotation } }: LogSurroundings): object {
  return {
    read_from: fromBeginning ? 'beginning' : 'end',
    max_line_bytes: maxLineBytes,
    glob_minimum_cooldown_ms: rotation.refreshSeconds * 1000,
    rotate_wait_secs: rotation.waitSeconds,
  };
}

/** Of earlier boots it cannot read with the journalctl of its image. @see https://vector.dev/docs/reference/configuration/sources/journald/ */
function journals({ id, directories, units, matches, fromBeginning }: JournalModel): Stage {
  const [first, ...others] = Object.entries({ ...units.length > 0 && { _SYSTEMD_UNIT: units }, ...matches });
  const stage = read(Object.fromEntries((directories ?? [undefined]).map((directory, position) => [
    position === 0 ? id : `${id}_${position + 1}`,
    withoutUndefined({
      type: 'journald',
      journal_directory: directory,
      include_matches: first === undefined ? undefined : { [first[0]]: first[1] },
      since_now: fromBeginning ? undefined : true,
    }),
  ])));
  // Of several fields, it would take an entry that has any of them.
  return others.length === 0 ? stage : through(stage, `match_${id}`, {
    type: 'filter',
    condition: others.map(([field, values]) => `includes([${values.map(literal).join(', ')}], .${RENAMED[field] ?? field})`).join(' && '),
  });
}

const RENAMED: { readonly [field: string]: string } = { MESSAGE: 'message', _HOSTNAME: 'host' };

function mapped({ include, exclude }: PathPatterns, change: (path: string) => string): PathPatterns {
  return { include: include.map(change), exclude: exclude.map(change) };
}
