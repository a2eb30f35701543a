import { Stage, through } from './stage';
import { ofPods, pattern } from './vrl';
import { ContainersModel, FilesModel } from '../../host/log/model';
import { MultilineGroup, multilineGroups } from '../log/multiline-groups';

/**
 * Joins the lines of entries, each kind for its own containers.
 * @see https://vector.dev/docs/reference/configuration/transforms/reduce/
 */
export function joined(source: ContainersModel | FilesModel, stage: Stage): Stage {
  const groups = multilineGroups(source.multiline);
  if (groups.length === 0) {
    return stage;
  }
  const id = (position: number) => `multiline_${source.id}_${position + 1}`;
  if (groups.length === 1 && ofPods(groups[0].only) === 'true') {
    return through(stage, id(0), reduce(source, groups[0]));
  }
  const route = `multiline_${source.id}`;
  const routed = through(stage, route, {
    type: 'exclusive_route',
    routes: groups.map((group, position) => ({ name: `group_${position + 1}`, condition: ofPods(group.only) })),
  });
  const reduced = groups.map((group, position) => [id(position), { ...reduce(source, group), inputs: [`${route}.group_${position + 1}`] }] as const);
  return {
    ...routed,
    transforms: { ...routed.transforms, ...Object.fromEntries(reduced) },
    outputs: [...reduced.map(([name]) => name), `${route}._unmatched`],
  };
}

function reduce(source: ContainersModel | FilesModel, group: MultilineGroup): object {
  return {
    type: 'reduce',
    // Not by file, whose name a rotation changes amid an entry.
    group_by: source.kind === 'containers' ? ['kubernetes.pod_uid', 'kubernetes.container_name', 'stream'] : ['file'],
    starts_when: startsWhen(group),
    merge_strategies: { message: 'concat_newline', timestamp: 'discard' },
    expire_after_ms: group.flushSeconds * 1000,
    // All of it is in memory.
    max_events: 1000,
  };
}

function startsWhen({ firstLine, continuation }: MultilineGroup): string {
  return continuation === undefined ? `match(string(.message) ?? "", ${pattern(firstLine!)})` : `!match(string(.message) ?? "", ${pattern(continuation)})`;
}
