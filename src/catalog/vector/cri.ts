import { Stage, remap, through } from './stage';
import { ContainersModel } from '../../host/log/model';
import { LogPipeline } from '../log/pipeline';

/**
 * What the source `kubernetes_logs` does, for lines that the source `file` reads: the container runtime's format is taken off, what it
 * had cut is joined, and names come from the path.
 * @see https://github.com/kubernetes/design-proposals-archive/blob/main/node/kubelet-cri-logging.md
 */
export function parsed(source: ContainersModel, stage: Stage, { maxLineBytes }: LogPipeline): Stage {
  const lines = through(stage, `parse_${source.id}`, remap(...NAMES, ...LINE));
  return through(lines, `join_${source.id}`, {
    type: 'reduce',
    group_by: ['file', 'stream'],
    ends_when: '%partial != true',
    merge_strategies: { message: 'concat_raw', timestamp: 'discard' },
    expire_after_ms: 30000,
    // A part has at least 8 KiB.
    max_events: Math.max(2, Math.ceil(maxLineBytes / 8192)),
  });
}

const NAMES = [
  "names = parse_regex(string(.file) ?? \"\", r'/(?P<pod_namespace>[^/_]+)_(?P<pod_name>[^/_]+)_(?P<pod_uid>[^/_]+)/(?P<container_name>[^/]+)/[^/]+$') ?? {}",
  '.kubernetes = names',
];

/** CRI, and what the `json-file` driver of Docker writes, where a line that goes on has no line break at its end. */
const LINE = [
  'line = string(.message) ?? ""',
  "cri, error = parse_regex(line, r'^(?P<time>\\S+) (?P<stream>stdout|stderr) (?P<tag>\\S+)(?: (?P<text>.*))?$')",
  'if error == null {',
  '  .message = string(cri.text) ?? ""',
  '  .stream = cri.stream',
  '  .timestamp = parse_timestamp(string(cri.time) ?? "", "%+") ?? .timestamp',
  '  %partial = starts_with(string(cri.tag) ?? "", "P")',
  '} else {',
  '  docker, error = parse_json(line)',
  '  if error == null && is_string(docker.log) {',
  '    text = string!(docker.log)',
  "    .message = replace(text, r'\\n$', \"\")",
  '    .stream = docker.stream',
  '    .timestamp = parse_timestamp(string(docker.time) ?? "", "%+") ?? .timestamp',
  '    %partial = !ends_with(text, "\\n")',
  '  }',
  '}',
];
