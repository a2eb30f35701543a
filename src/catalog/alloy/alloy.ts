import { ALLOY } from './capability';
import { filters } from './filters';
import { labelOf, Part, printed } from './language';
import { loki } from './loki';
import { AlloyOptions, AlloyStability } from './options';
import { sources } from './sources';
import { telemetry } from './telemetry';
import { AgentConfig, AgentContext } from '../../core/agent-config';
import { ApiAccess } from '../../host/api-access';
import { ConfigFile } from '../../host/config-file';
import { ContainerPort } from '../../host/container-port';
import { EnvValue } from '../../host/env-value';
import { invalid } from '../../host/invalid';
import { IpFamily } from '../../host/ip-family';
import { LogPipelineOptions } from '../../host/log/log-pipeline-options';
import { Probe } from '../../host/probe';
import { IMAGES } from '../images';
import { LogProgramParts, LogSurroundings, logCollector } from '../log/collector';
import { CONFIG_RELOADER, configReloader } from '../log/config-reloader';
import { onePort } from '../log/one-port';
import { BufferedSink } from '../log/pipeline';

const DIRECTORY = '/etc/alloy';
const CONFIG = `${DIRECTORY}/config.alloy`;

const RESOURCES = { requests: { cpu: '100m', memory: '400Mi' }, limits: { memory: '400Mi' } };

/**
 * Grafana Alloy (read at 1.18.1).
 * @see https://grafana.com/docs/alloy/latest/reference/
 */
export function alloy(options: AlloyOptions, pipeline: LogPipelineOptions, context: AgentContext): AgentConfig {
  const request = { program: ALLOY, pipeline, container: options.container ?? {}, resources: RESOURCES };
  return logCollector(request, context, around => parts(options, pipeline, around));
}

function parts(options: AlloyOptions, written: LogPipelineOptions, around: LogSurroundings): LogProgramParts {
  const { pipeline, context, state } = around;
  const { hardened } = context;
  const { stability = AlloyStability.GENERALLY_AVAILABLE, communityComponents = false } = options;
  if (pipeline.metadata?.from === 'kubelet' && pipeline.metadata.namespaceLabels) {
    throw invalid('kubernetesMetadata', 'asked from the API server, where Grafana Alloy reads labels of namespaces', 'KubernetesMetadata.kubelet()');
  }
  const asked = onePort(pipeline, 'Grafana Alloy');
  const port = asked ?? 12345;
  const isIpv4 = context.platform.ipFamily === IpFamily.IPV4;
  const isAsked = hardened || asked !== undefined || pipeline.isHotReloaded;
  const isSized = (sink: BufferedSink) => (written.buffer ?? written.sinks?.find(({ id }) => id === sink.id)?._model.buffer) !== undefined;
  const configuration: Part[] = [
    ...options.text === undefined ? [] : [options.text],
    ...sources(around),
    ...filters(pipeline),
    ...pipeline.sinks.flatMap(sink => sinkOf(sink, around, stability, isSized(sink))),
  ];
  return {
    readsLinks: false,
    container: {
      image: IMAGES.alloy,
      args: [
        'run', CONFIG,
        ...state === undefined ? [] : [`--storage.path=${state.directory}`],
        // By itself it listens where no probe reaches it.
        ...isAsked ? [`--server.http.listen-addr=${isIpv4 ? '0.0.0.0' : '[::]'}:${port}`] : [],
        ...hardened ? ['--server.http.enable-pprof=false', '--server.http.disable-support-bundle', '--disable-reporting'] : [],
        ...stability === AlloyStability.GENERALLY_AVAILABLE ? [] : [`--stability.level=${stability}`],
        ...communityComponents ? ['--feature.community-components.enabled'] : [],
      ],
      env: { ...pipeline.metadata && (pipeline.metadata.from === 'apiServer' ? { NODE_NAME: EnvValue.NODE_NAME } : { HOST_IP: EnvValue.HOST_IP }) },
      ports: isAsked ? [ContainerPort.tcp(port, { name: 'http' })] : [],
      ...hardened && {
        // Whether components are healthy is told elsewhere: an unreachable server is no reason to begin again.
        livenessProbe: Probe.httpGet('/-/ready', { port, initialDelaySeconds: 30, periodSeconds: 20, timeoutSeconds: 5, failureThreshold: 5 }),
        readinessProbe: Probe.httpGet('/-/ready', { port }),
      },
    },
    sidecars: pipeline.isHotReloaded ? [configReloader(DIRECTORY, `http://${isIpv4 ? '127.0.0.1' : '[::1]'}:${port}/-/reload`, hardened)] : [],
    configFiles: [ConfigFile.text(CONFIG, printed(configuration), {
      isWatched: pipeline.isHotReloaded,
      containers: pipeline.isHotReloaded ? [around.own.container, CONFIG_RELOADER] : undefined,
    })],
    apiAccess: access(around),
    metrics: isAsked ? { port: 'http', number: port, path: '/metrics' } : undefined,
  };
}

function sinkOf(sink: BufferedSink, around: LogSurroundings, stability: AlloyStability, isSized: boolean): Part[] {
  switch (sink.kind) {
    case 'loki': return loki(sink, around, stability, isSized);
    case 'otlp':
    case 'kafka': return telemetry(sink, around);
    case 'stdout': return [{ name: 'loki.echo', label: labelOf(sink) }];
    case 'raw': return [sink.raw.text!];
    default: throw invalid(`the sink '${sink.id}'`, 'one that Grafana Alloy has', sink.kind);
  }
}

function access({ pipeline: { metadata } }: LogSurroundings): ApiAccess[] {
  return metadata === undefined ? []
    : metadata.from === 'kubelet' ? [ApiAccess.rule({ resources: ['nodes/pods'], verbs: ['get'] })]
      : [ApiAccess.read('', 'pods', ...metadata.namespaceLabels ? ['namespaces'] : [])];
}
