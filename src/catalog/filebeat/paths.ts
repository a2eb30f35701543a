import { PodNamesModel } from '../../host/log/model';

/** A path with `*` and `?` as a regular expression that matches the whole of it. */
export function pathExpression(path: string): string {
  return `^${path.replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '[^/]*').replace(/\?{64}/, '[0-9a-f]{64}').replace(/\?{2,}/g, run => `[^/]{${run.length}}`).replace(/\?/g, '[^/]')}$`;
}

/** The links of these containers in /var/log/containers. */
export function linkExpression({ pods, namespaces, containers }: PodNamesModel): string {
  return `^/var/log/containers/${oneOf(pods)}_${oneOf(namespaces)}_${oneOf(containers)}-[0-9a-f]{64}\\.log$`;
}

function oneOf(names: readonly string[]): string {
  return names.length === 0 ? '[^_]+' : `(${names.map(name => name.replace(/\./g, '\\.').replace(/\*/g, '[^_]*')).join('|')})`;
}
