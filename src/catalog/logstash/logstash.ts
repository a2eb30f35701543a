import { Yaml } from 'cdk8s';
import { LOGSTASH } from './capability';
import { filters } from './filters';
import { rendered } from './language';
import { LogstashOptions } from './options';
import { outputs, prepared } from './outputs';
import { queue } from './queue';
import { inputs } from './sources';
import { AgentConfig, AgentContext } from '../../core/agent-config';
import { ConfigFile } from '../../host/config-file';
import { ContainerPort } from '../../host/container-port';
import { withoutUndefined } from '../../host/copy';
import { EnvValue } from '../../host/env-value';
import { invalid } from '../../host/invalid';
import { IpFamily } from '../../host/ip-family';
import { LogPipelineOptions } from '../../host/log/log-pipeline-options';
import { Probe } from '../../host/probe';
import { VolumeSource } from '../../host/volume-source';
import { IMAGES } from '../images';
import { LogProgramParts, LogSurroundings, logCollector } from '../log/collector';

const DIRECTORY = '/etc/logstash';

const RESOURCES = { requests: { cpu: '100m', memory: '1Gi' }, limits: { memory: '1Gi' } };

/**
 * Logstash (read at 9.5.2).
 * @see https://www.elastic.co/docs/reference/logstash/logstash-settings-file
 */
export function logstash(options: LogstashOptions, pipeline: LogPipelineOptions, context: AgentContext): AgentConfig {
  return logCollector({ program: LOGSTASH, pipeline, container: options.container ?? {}, resources: RESOURCES }, context, around => parts(options, around));
}

function parts(options: LogstashOptions, around: LogSurroundings): LogProgramParts {
  const { pipeline, context } = around;
  if (pipeline.health.metricsPort !== undefined) {
    throw invalid('metricsPort of the health', 'left out with Logstash, which has metrics as JSON alone', pipeline.health.metricsPort, 'write port, where it is asked for them too');
  }
  const port = pipeline.health.port ?? 9600;
  const isAsked = context.hardened || pipeline.health.port !== undefined;
  return {
    readsLinks: true,
    container: {
      image: IMAGES.logstash,
      // The entry point of the image writes variables such as NODE_NAME into its settings, which are read-only, and ends.
      command: ['logstash'],
      args: ['--path.settings', DIRECTORY, '-f', `${DIRECTORY}/pipeline.conf`],
      env: heap(around),
      ports: isAsked ? [ContainerPort.tcp(port, { name: 'http' })] : [],
      ...context.hardened && {
        // Libraries of the JVM are unpacked there.
        volumes: [{ mountPath: '/tmp', source: VolumeSource.emptyDir() }],
        livenessProbe: Probe.httpGet('/', { port, initialDelaySeconds: 120, periodSeconds: 30, timeoutSeconds: 5, failureThreshold: 5 }),
        readinessProbe: Probe.httpGet('/', { port, initialDelaySeconds: 30 }),
      },
    },
    configFiles: [
      ConfigFile.text(`${DIRECTORY}/logstash.yml`, Yaml.stringify({ ...settings(around, isAsked ? port : undefined), ...options.settings })),
      ConfigFile.text(`${DIRECTORY}/pipeline.conf`, configuration(around), { isWatched: pipeline.isHotReloaded }),
      ConfigFile.text(`${DIRECTORY}/log4j2.properties`, LOG),
    ],
  };
}

function configuration(around: LogSurroundings): string {
  return rendered({ input: inputs(around), filter: [...filters(around.pipeline), ...prepared(around)], output: outputs(around) });
}

function settings(around: LogSurroundings, port: number | undefined): object {
  const { pipeline, state, context } = around;
  return withoutUndefined({
    // Log files belong to root, and so does a directory of the node, whose owner no fsGroup changes.
    'allow_superuser': context.hardened ? true : undefined,
    'path.data': state?.directory,
    'config.support_escapes': true,
    'config.reload.automatic': pipeline.isHotReloaded ? true : undefined,
    // Fields as other agents have them, and no copy of each line in event.original.
    'pipeline.ecs_compatibility': 'disabled',
    // By itself it has as many as the node has processors, each with lines in memory.
    'pipeline.workers': 2,
    ...queue(around),
    ...port === undefined ? { 'api.enabled': false } : {
      'api.http.host': context.platform.ipFamily === IpFamily.IPV4 ? '0.0.0.0' : '::',
      'api.http.port': port,
    },
  });
}

/** Half of the limit, for the JVM and its buffers need as much beside the heap. It wins over that in the image. */
function heap({ pipeline: { memoryMebibytes } }: LogSurroundings): { [name: string]: EnvValue } {
  const half = memoryMebibytes === undefined ? undefined : Math.floor(memoryMebibytes / 2);
  return half === undefined ? {} : { LS_JAVA_OPTS: EnvValue.text(`-Xms${half}m -Xmx${half}m`) };
}

/** Without it, only errors are written. */
const LOG = `status = error
name = logstash
appender.console.type = Console
appender.console.name = console
appender.console.layout.type = PatternLayout
appender.console.layout.pattern = [%d{ISO8601}][%p][%c] %m%n
rootLogger.level = \${sys:ls.log.level}
rootLogger.appenderRef.console.ref = console
`;
