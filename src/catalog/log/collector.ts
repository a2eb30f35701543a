import { OwnNames } from './container-paths';
import { logNeeds } from './needs';
import { LogPipeline } from './pipeline';
import { reader } from './reader';
import { logPipeline, LogRequest } from './resolve';
import { LogStatePlace, statePlace } from './state';
import { AgentConfig, AgentContext } from '../../core/agent-config';
import { mergeContainer } from '../../core/merge-container';
import { DaemonContainer } from '../../host/daemon-container';
import { invalid } from '../../host/invalid';
import { assertNotOwn } from '../own-variables';

/** What a program is told when it renders its configuration. */
export interface LogSurroundings {
  readonly pipeline: LogPipeline;
  /** The state; undefined with `BARE` where none was asked for. */
  readonly state?: LogStatePlace;
  readonly own: OwnNames;
  readonly context: AgentContext;
  /** What the user wrote of the container. */
  readonly container: DaemonContainer;
}

/** What a program adds to what every collector of logs has. */
export interface LogProgramParts extends Omit<AgentConfig, 'component' | 'container'> {
  /** Image, arguments, variables, ports, probes: what differs between programs. */
  readonly container: DaemonContainer;
  /** Whether it reads the links of /var/log/containers, or the files of /var/log/pods themselves. */
  readonly readsLinks: boolean;
  /** Whether it is given credentials as variables, or reads them from files below `CREDENTIALS_DIRECTORY`; undefined for variables. */
  readonly credentials?: 'env' | 'files';
}

/** A collector of logs: what its pipeline needs of the pod, around the program that renders it. */
export function logCollector(request: LogRequest, context: AgentContext, render: (around: LogSurroundings) => LogProgramParts): AgentConfig {
  const { program, container } = request;
  const pipeline = logPipeline(request, context);
  const own: OwnNames = { daemon: context.daemonName(), namespace: context.namespace, container: container.name ?? program.containerName };
  const state = context.hardened || request.pipeline.state !== undefined
    ? statePlace(request.pipeline.state?._model, program, own, container) : undefined;
  if (state === undefined && pipeline.sinks.some(({ buffer }) => buffer.kind === 'disk')) {
    throw invalid('a buffer on the disk', 'given with a state, beside which it lies', 'no state', "write state: LogState.hostPath('/var/lib/log-collector')");
  }
  const { container: parts, readsLinks, credentials, ...rest } = render({ pipeline, state, own, context, container });
  const needs = logNeeds(pipeline, state, container, context.platform, readsLinks, credentials);
  assertNotOwn(needs.env, parts.env ?? {});
  const defaults: DaemonContainer = {
    name: program.containerName,
    ...parts,
    env: { ...needs.env, ...parts.env },
    hostPaths: [...needs.hostPaths, ...parts.hostPaths ?? []],
    volumes: [...needs.volumes, ...parts.volumes ?? []],
    ...context.hardened && { securityContext: reader(pipeline, context.platform), resources: context.resources ?? request.resources },
  };
  return { component: 'log-collector', ...rest, container: mergeContainer(defaults, container) };
}
