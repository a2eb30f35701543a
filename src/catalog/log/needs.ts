import { LogPipeline } from './pipeline';
import { textsOf } from './pipeline-texts';
import { credentialVolumes, rawEnv, secretEnv, secretVolumes } from './secrets';
import { LogStatePlace } from './state';
import { variablesOf } from './texts';
import { DaemonContainer } from '../../host/daemon-container';
import { EnvValue } from '../../host/env-value';
import { HostPath } from '../../host/host-path';
import { invalid } from '../../host/invalid';
import { AUDIT_LOG } from '../../host/log/audit-log';
import { FilesModel, SourceModel } from '../../host/log/model';
import { NodePlatform } from '../../host/node-platform';
import { VolumeMount } from '../../host/volume-mount';
import { assertNotOwn } from '../own-variables';

/** What a pipeline needs of the pod, whatever the program. */
export interface LogNeeds {
  readonly env: { readonly [name: string]: EnvValue };
  readonly hostPaths: readonly HostPath[];
  readonly volumes: readonly VolumeMount[];
}

/**
 * Paths of the node, variables and files that the parts of a pipeline cannot do without. What a mount of the user covers is not mounted again.
 *
 * @param readsLinks whether the program reads the links of /var/log/containers, or the files of /var/log/pods themselves
 * @param credentials whether the program is given credentials as variables, or reads them from files
 */
export function logNeeds(
  pipeline: LogPipeline, state: LogStatePlace | undefined, container: DaemonContainer, platform: NodePlatform, readsLinks: boolean,
  credentials: 'env' | 'files' = 'env',
): LogNeeds {
  const read = pipeline.sources.flatMap(source => pathsOf(source, platform, readsLinks));
  const covered = (path: string, mounts: readonly HostPath[]) =>
    mounts.some(mount => mount.path === mount.mountPath && (path === mount.path || path.startsWith(`${mount.path === '/' ? '' : mount.path}/`)));
  const distinct = read.filter(({ path }, position) => read.findIndex(other => other.path === path) === position);
  const own = { ...variablesOf(textsOf(pipeline), container), ...state?.env };
  const ofSinks = credentials === 'env' ? secretEnv(pipeline.sinks) : rawEnv(pipeline.sinks);
  assertNotOwn(ofSinks, own);
  return {
    env: { ...own, ...ofSinks },
    hostPaths: [
      ...distinct.filter(({ path }) => !covered(path, container.hostPaths ?? []) && !covered(path, distinct.filter(other => other.path !== path))),
      ...state?.hostPaths ?? [],
    ],
    volumes: [...state?.volumes ?? [], ...credentials === 'files' ? credentialVolumes(pipeline.sinks) : [], ...secretVolumes(pipeline.sinks)],
  };
}

function pathsOf(source: SourceModel, platform: NodePlatform, readsLinks: boolean): readonly HostPath[] {
  switch (source.kind) {
    case 'containers': return [...readsLinks ? ['/var/log/containers'] : [], ...platform.logRoots].map(path => HostPath.readOnly(path));
    case 'audit': return auditPaths(source, platform);
    case 'journal': return journalPaths(source.directories ?? platform.journalDirectories, source.directories === undefined);
    default: return source.hostPaths;
  }
}

/** Where the API server is no program of a node of its own, there is no such log; where the distribution has it elsewhere, it must be said. */
function auditPaths({ id, paths, hostPaths }: FilesModel, { name }: NodePlatform): readonly HostPath[] {
  if (['eks', 'gke', 'aks'].includes(name)) {
    throw invalid(`the source '${id}'`, 'on a cluster whose nodes run the API server', name, 'leave it out: its provider keeps the audit log');
  }
  if (['openshift', 'rke2', 'k3s', 'microk8s', 'talos'].includes(name) && paths[0] === AUDIT_LOG) {
    throw invalid(`path of the source '${id}'`, `given on ${name}, which has the audit log elsewhere`, paths[0], "write LogSource.audit({ path: '…' }), as --audit-log-path of its API server has it");
  }
  return hostPaths;
}

/**
 * Of two directories of the journal one is missing on most nodes, and a runtime that created it would change what journald does:
 * the directories above them are there everywhere. Which journal in them is the node's own tells its id; in directories that are named all count.
 */
function journalPaths(directories: readonly string[], isOfNode: boolean): HostPath[] {
  if (directories.length === 0) {
    throw invalid('the source journal', 'on a platform with systemd', 'a platform that has none', 'leave it out, or give its directories');
  }
  const above = directories.map(directory => /^\/(var|run)\/log\/journal\/?$/.test(directory) ? directory.replace(/\/journal\/?$/, '') : directory);
  return [...above, ...isOfNode ? ['/etc/machine-id'] : []].map(path => HostPath.readOnly(path));
}
