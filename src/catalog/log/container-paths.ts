import { ContainersModel, PodNamesModel } from '../../host/log/model';

/** Paths with `*` for any part of a name, and `?` for one character. */
export interface PathPatterns {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/** Who a collector is, so that it can leave out its own lines. */
export interface OwnNames {
  /** Name of the DaemonSet. */
  readonly daemon: string;
  readonly namespace?: string;
  readonly container: string;
}

/** What a container runtime puts behind the name of a container: as many characters as an id has, so that `app` is not `app-sidecar`. */
const ID = '?'.repeat(64);

/**
 * How the names of a collector's own pods begin.
 * @see https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/apiserver/pkg/storage/names/generate.go
 */
export function ownPrefix({ daemon }: OwnNames): string {
  return `${daemon}-`.slice(0, 58);
}

/** Five characters follow, no more: the pods of `logs-audit` are none of `logs`. */
function ownPods(own: OwnNames): string {
  return `${ownPrefix(own)}?????`;
}

/** The links of /var/log/containers: `POD_NAMESPACE_CONTAINER-ID.log`. */
export function linkPaths(source: ContainersModel, own: OwnNames): PathPatterns {
  const path = (pod = '*', namespace = '*', container?: string) => `/var/log/containers/${pod}_${namespace}_${container === undefined ? '*' : `${container}-${ID}`}.log`;
  const pathsOf = ({ namespaces, pods, containers }: PodNamesModel) =>
    someOf(pods).flatMap(pod => someOf(namespaces).flatMap(namespace => someOf(containers).map(container => path(pod, namespace, container))));
  const isAll = [source.only.namespaces, source.only.pods, source.only.containers].every(names => names.length === 0);
  return {
    include: isAll ? ['/var/log/containers/*.log'] : pathsOf(source.only),
    exclude: [
      ...source.except.namespaces.map(namespace => path('*', namespace)),
      ...source.except.pods.map(pod => path(pod)),
      ...source.except.containers.map(container => path('*', '*', container)),
      ...source.excludesSelf ? [path(ownPods(own), own.namespace, own.container)] : [],
    ],
  };
}

/** The files of /var/log/pods: `NAMESPACE_POD_UID/CONTAINER/N.log`. */
export function podPaths(source: ContainersModel, own: OwnNames): PathPatterns {
  const path = (pod = '*', namespace = '*', container = '*') => `/var/log/pods/${namespace}_${pod}_*/${container}/*.log`;
  const { namespaces, pods, containers } = source.only;
  const isAll = [namespaces, pods, containers].every(names => names.length === 0);
  return {
    include: isAll ? ['/var/log/pods/*/*/*.log']
      : someOf(namespaces).flatMap(namespace => someOf(pods).flatMap(pod => someOf(containers).map(container => path(pod, namespace, container)))),
    exclude: [
      ...source.except.namespaces.map(namespace => path('*', namespace)),
      ...source.except.pods.map(pod => path(pod)),
      ...source.except.containers.map(container => path('*', '*', container)),
      ...source.excludesSelf ? [path(ownPods(own), own.namespace, own.container)] : [],
    ],
  };
}

/** A name with `*` as a regular expression that matches the whole of it, in every dialect. */
export function nameExpression(name: string): string {
  return `^${name.replace(/\./g, '\\.').replace(/\*/g, '.*')}$`;
}

/** Any of several names as one regular expression; undefined for every name. */
export function namesExpression(names: readonly string[]): string | undefined {
  return names.length === 0 ? undefined
    : names.length === 1 ? nameExpression(names[0]) : `^(${names.map(name => nameExpression(name).slice(1, -1)).join('|')})$`;
}

function someOf(names: readonly string[]): readonly (string | undefined)[] {
  return names.length === 0 ? [undefined] : names;
}
