import { ContainersModel, FilesModel, PodNamesModel } from '../../host/log/model';
import { MultilineGroup } from '../log/multiline-groups';

/** Which lines a filter or output gets: the tag of a line begins with the id of its source. */
export function tagged(sources: readonly string[] | undefined): string {
  return sources === undefined ? '**' : sources.map(id => `${id}.**`).join(' ');
}

/** The tags of a group of multi-line entries: those of its containers, without those of the groups before it. */
export function tagsOf(source: ContainersModel | FilesModel, group: MultilineGroup, before: readonly MultilineGroup[]): string {
  if (source.kind !== 'containers') {
    return tagged([source.id]);
  }
  const isAll = [group.only.namespaces, group.only.pods, group.only.containers].every(names => names.length === 0);
  return isAll && before.length === 0 ? tagged([source.id])
    : `/${source.id}\\.var\\.log\\.containers\\.${before.map(({ only }) => `(?!${tag(only)})`).join('')}${tag(group.only)}/`;
}

function tag({ pods, namespaces, containers }: PodNamesModel): string {
  return `${oneOf(pods)}_${oneOf(namespaces)}_${oneOf(containers)}-[0-9a-f]{64}\\.log`;
}

function oneOf(names: readonly string[]): string {
  const patterns = names.map(name => name.replace(/\./g, '\\.').replace(/\*/g, '[^_]*'));
  return patterns.length === 0 ? '[^_]+' : patterns.length === 1 ? patterns[0] : `(${patterns.join('|')})`;
}
