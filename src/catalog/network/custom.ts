import { networkAgent } from './agent';
import { CustomNetworkProgramOptions } from './options';
import { AgentConfig, AgentContext } from '../../core/agent-config';
import { ContainerPort } from '../../host/container-port';
import { DaemonContainer } from '../../host/daemon-container';
import { EnvValue } from '../../host/env-value';
import { invalid } from '../../host/invalid';
import { Probe } from '../../host/probe';

/** A network program that has no factory of its own. */
export function customNetworkProgram(options: CustomNetworkProgramOptions, context: AgentContext): AgentConfig {
  const { container, configFiles, apiAccess, capabilities, xtablesLock = context.hardened, ...needs } = options;
  return networkAgent({
    program: { ...named(context), ...health(options) },
    written: container,
    needs: { ...needs, xtablesLock, capabilities: capabilities ?? (context.hardened && container.securityContext === undefined ? ['NET_ADMIN', 'NET_RAW'] : undefined) },
    resources: { requests: { cpu: '100m', memory: '64Mi' } },
    configFiles,
    apiAccess,
  }, context);
}

/** What programs of this kind call themselves by. */
function named({ hardened }: AgentContext): DaemonContainer {
  return hardened ? { env: { NODE_NAME: EnvValue.NODE_NAME, POD_NAME: EnvValue.POD_NAME, POD_NAMESPACE: EnvValue.POD_NAMESPACE } } : {};
}

function health(options: CustomNetworkProgramOptions): DaemonContainer {
  const { healthPort, healthPath = '/healthz', readyPath = healthPath } = options;
  for (const prop of ['healthPath', 'readyPath'] as const) {
    if (healthPort === undefined && options[prop] !== undefined) {
      throw invalid(prop, 'left out where there is no healthPort', options[prop], 'give healthPort, the port that is asked');
    }
  }
  return healthPort === undefined ? {} : {
    ports: [ContainerPort.tcp(healthPort, { name: 'health' })],
    livenessProbe: Probe.httpGet(healthPath, { port: healthPort, initialDelaySeconds: 10, periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 6 }),
    readinessProbe: Probe.httpGet(readyPath, { port: healthPort }),
  };
}
