import { quoted } from './language';
import { FilesModel, ContainersModel, PodNamesModel } from '../../host/log/model';
import { namesExpression } from '../log/container-paths';
import { MultilineGroup, multilineGroups } from '../log/multiline-groups';

/** Where lines of one entry come from; of a container, both streams are in one file. */
const ORIGIN = 'attributes["log.origin"]';

/**
 * Operators that join lines, after those that the container runtime had cut.
 * @see https://github.com/open-telemetry/opentelemetry-collector-contrib/blob/main/pkg/stanza/docs/operators/recombine.md
 */
export function joining(source: ContainersModel | FilesModel, maxLineBytes: number): object[] {
  const groups = multilineGroups(source.multiline);
  const isOfPods = source.kind === 'containers';
  const operators = groups.map((group, position) => ({
    type: 'recombine',
    id: `multiline-${position + 1}`,
    ...isOfPods ? condition(group, groups.slice(0, position)) : {},
    combine_field: 'body',
    is_first_entry: group.continuation === undefined ? matches('body', group.firstLine!) : `not (${matches('body', group.continuation)})`,
    source_identifier: isOfPods ? ORIGIN : 'attributes["log.file.path"]',
    overwrite_with: 'oldest',
    force_flush_period: `${group.flushSeconds}s`,
    // Bytes are the limit, not lines.
    max_log_size: maxLineBytes,
    max_batch_size: 0,
    max_unmatched_batch_size: 0,
  }));
  return operators.length === 0 || !isOfPods ? operators : [
    { type: 'add', id: 'origin', field: ORIGIN, value: 'EXPR((attributes["log.file.path"] ?? "") + " " + (attributes["log.iostream"] ?? ""))' },
    ...operators,
    { type: 'remove', id: 'origin-removed', field: ORIGIN },
  ];
}

/** Whose lines an operator joins: those of its group, without those of the groups before it. */
function condition(group: MultilineGroup, before: readonly MultilineGroup[]): { if?: string } {
  const all = [...selected(group.only), ...before.map(({ only }) => `not (${selected(only).join(' and ') || 'true'})`)];
  return all.length === 0 ? {} : { if: all.join(' and ') };
}

function selected({ namespaces, pods, containers }: PodNamesModel): string[] {
  return Object.entries({ namespace: namespaces, pod: pods, container: containers }).flatMap(([kind, names]) => {
    const expression = namesExpression(names);
    return expression === undefined ? [] : [matches(`(resource["k8s.${kind}.name"] ?? "")`, expression)];
  });
}

function matches(what: string, pattern: string): string {
  return `${what} matches ${quoted(pattern)}`;
}
