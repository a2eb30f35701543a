import { apiServerVariables, assertRunDirectories, bpfMounter, cleanupHook, networkPaths, networkRights } from './host-access';
import { installation } from './install';
import { NetworkNeeds } from './needs';
import { assertPlugins } from './plugins';
import { assertTypes } from './types';
import { AgentConfig, AgentContext } from '../../core/agent-config';
import { mergeContainer } from '../../core/merge-container';
import { Acknowledgement } from '../../host/acknowledgement';
import { ContainerResources } from '../../host/container-resources';
import { DaemonContainer } from '../../host/daemon-container';
import { invalid } from '../../host/invalid';
import { KernelModules } from '../../host/network/kernel-modules';
import { SecurityContext } from '../../host/security-context';

/** A network program: what is its own, and what it needs of the node. */
export interface NetworkParts extends Pick<AgentConfig, 'configFiles' | 'apiAccess' | 'metrics' | 'defaults' | 'objects'> {
  readonly program: DaemonContainer;
  /** What the user wrote of the container. */
  readonly written: DaemonContainer;
  readonly needs: NetworkNeeds;
  readonly resources: ContainerResources;
  /** What runs once before the program, after its programs are there. */
  readonly before?: readonly DaemonContainer[];
  /** Why an init container is privileged. */
  readonly privilegedBefore?: string;
}

/** A network program with all that it needs of the node. */
export function networkAgent(parts: NetworkParts, context: AgentContext): AgentConfig {
  const { program, written, needs, resources, before = [], ...own } = parts;
  if (context.options.hostNamespaces?.network === false) {
    throw invalid('hostNamespaces.network', 'left out: a network program works on the network of the node', false, 'use NodeDaemon for a program with its own');
  }
  assertTypes(needs);
  assertRunDirectories(needs, context);
  assertPlugins(needs);
  assertOneOf(written, needs);
  const container = mergeContainer({
    ...program,
    env: { ...program.env, ...apiServerVariables(needs) },
    hostPaths: [...program.hostPaths ?? [], ...networkPaths(needs)],
    lifecycle: cleanupHook(needs, written),
    securityContext: networkRights(needs, context),
    ...context.hardened ? { resources: context.resources ?? resources } : {},
  }, written);
  const installed = installation(needs, container.image, context);
  return {
    component: 'network-agent',
    container,
    initContainers: [...bpfMounter(needs, container.image, context), ...installed.programs, ...before],
    lastInitContainers: installed.configuration,
    configFiles: [...own.configFiles ?? [], ...installed.configFiles],
    apiAccess: own.apiAccess,
    metrics: own.metrics,
    objects: own.objects,
    defaults: { ...own.defaults, acknowledge: context.hardened ? [...own.defaults?.acknowledge ?? [], ...accepted(parts, container)] : undefined },
  };
}

function assertOneOf({ securityContext }: DaemonContainer, { capabilities, kernelModules }: NetworkNeeds): void {
  if (securityContext !== undefined && capabilities !== undefined) {
    throw invalid('capabilities', 'left out where the container has a securityContext', capabilities, 'write them there');
  }
  if (securityContext !== undefined && kernelModules === KernelModules.LOAD && !mayLoad(securityContext)) {
    throw invalid('kernelModules', 'KernelModules.READ where the securityContext of the container has no SYS_MODULE', kernelModules, 'write the capability there');
  }
}

function mayLoad(securityContext: SecurityContext): boolean {
  const { privileged, capabilities } = securityContext._toWire();
  return privileged === true || (capabilities?.add ?? []).some((name: string) => name === 'SYS_MODULE' || name === 'ALL');
}

/** What is in the nature of these programs. */
function accepted({ needs, privilegedBefore }: NetworkParts, { resources, securityContext }: DaemonContainer): Acknowledgement[] {
  const privileged = needs.bpf === 'MOUNT' ? 'an init container mounts /sys/fs/bpf for the node and ends' : privilegedBefore;
  return [
    // A reason for the one that ends is none for the one that stays.
    ...privileged === undefined || securityContext?._toWire().privileged === true ? [] : [{ id: 'ND401', reason: privileged }],
    ...resources?.limits?.memory !== undefined ? []
      : [{ id: 'ND506', reason: 'a network program that is killed at its limit takes the network of the node with it, most likely when all pods start at once' }],
  ];
}
