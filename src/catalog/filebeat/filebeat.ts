import { Yaml } from 'cdk8s';
import { FILEBEAT } from './capability';
import { inputs } from './inputs';
import { text } from './language';
import { FilebeatOptions } from './options';
import { output, queue } from './output';
import { processors } from './processors';
import { AgentConfig, AgentContext } from '../../core/agent-config';
import { ApiAccess } from '../../host/api-access';
import { ConfigFile } from '../../host/config-file';
import { ContainerPort } from '../../host/container-port';
import { EnvValue } from '../../host/env-value';
import { invalid } from '../../host/invalid';
import { IpFamily } from '../../host/ip-family';
import { LogPipelineOptions } from '../../host/log/log-pipeline-options';
import { Probe } from '../../host/probe';
import { quotedValue, quotedVariable } from '../beats';
import { IMAGES } from '../images';
import { LogProgramParts, LogSurroundings, logCollector } from '../log/collector';
import { secretEnv } from '../log/secrets';
import { assertNoCredentials } from '../metricbeat/settings';

const CONFIG = '/etc/filebeat/filebeat.yml';

const RESOURCES = { requests: { cpu: '100m', memory: '200Mi' }, limits: { memory: '200Mi' } };

/**
 * Filebeat (read at 9.5).
 * @see https://www.elastic.co/docs/reference/beats/filebeat
 */
export function filebeat(options: FilebeatOptions, pipeline: LogPipelineOptions, context: AgentContext): AgentConfig {
  if (context.options.monitor !== undefined) {
    throw invalid('monitor of Filebeat', 'left out, as it shows Prometheus nothing', 'a monitor');
  }
  assertNoCredentials(options.settings);
  const request = { program: FILEBEAT, pipeline, container: options.container ?? {}, resources: RESOURCES };
  return logCollector(request, context, around => parts(options, around));
}

function parts(options: FilebeatOptions, around: LogSurroundings): LogProgramParts {
  const { pipeline, context, state } = around;
  const { hardened, platform } = context;
  const [sink] = pipeline.sinks;
  if (pipeline.health.metricsPort !== undefined) {
    throw invalid('metricsPort of the health', 'left out with Filebeat, which has metrics as JSON alone', pipeline.health.metricsPort, 'write port, where it is asked for them too');
  }
  const port = pipeline.health.port ?? 5066;
  const isAsked = hardened || pipeline.health.port !== undefined;
  const settings = {
    // Else it is called by the name of the pod, which the next pod has not.
    ...hardened ? { name: text('$(NODE_NAME)') } : {},
    'filebeat.inputs': inputs(around),
    ...someOf('processors', processors(pipeline)),
    ...output(sink),
    ...queue(sink),
    ...state === undefined ? {} : { 'path.data': state.directory },
    ...isAsked ? { 'http.enabled': true, 'http.host': platform.ipFamily === IpFamily.IPV4 ? '0.0.0.0' : `http://[::]:${port}`, 'http.port': port } : {},
    ...hardened ? { 'filebeat.shutdown_timeout': '10s' } : {},
    ...options.settings,
  };
  return {
    readsLinks: true,
    container: {
      image: pipeline.sources.some(({ kind }) => kind === 'journal') ? IMAGES.filebeatWithJournalctl : IMAGES.filebeat,
      args: ['-c', CONFIG, '-e'],
      env: {
        ...hardened || pipeline.metadata !== undefined ? { NODE_NAME: EnvValue.NODE_NAME } : {},
        ...quoted(around),
        ...hardened && pipeline.memoryMebibytes !== undefined ? { GOMEMLIMIT: EnvValue.text(`${Math.floor(pipeline.memoryMebibytes * 0.9)}MiB`) } : {},
      },
      ports: isAsked ? [ContainerPort.tcp(port, { name: 'http' })] : [],
      ...hardened && {
        livenessProbe: Probe.httpGet('/', { port, initialDelaySeconds: 60, periodSeconds: 20, timeoutSeconds: 5, failureThreshold: 5 }),
        readinessProbe: Probe.httpGet('/', { port }),
      },
    },
    // It starts with no file that others than its owner may write.
    configFiles: [ConfigFile.text(CONFIG, Yaml.stringify(settings), { mode: 0o640 })],
    apiAccess: pipeline.metadata === undefined ? [] : [ApiAccess.read('', 'pods', ...pipeline.metadata.namespaceLabels ? ['namespaces'] : [])],
  };
}

/** The kubelet puts each credential between the quotes. */
function quoted({ pipeline: { sinks } }: LogSurroundings): { [name: string]: EnvValue } {
  const credentials = sinks.some(({ kind }) => kind === 'raw') ? {} : secretEnv(sinks);
  return Object.fromEntries(Object.keys(credentials).map(name => [quotedVariable(name), quotedValue(name)]));
}

function someOf(setting: string, list: readonly object[]): object {
  return list.length === 0 ? {} : { [setting]: list };
}
