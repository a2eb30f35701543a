import { join } from 'path';
import { collected, LOG_AGENTS } from './log-agents';
import { LOG_ROWS } from './log-collector-features';
import { LogAgent, LogFilter, LogSink, LogSource, Multiline, SecretValue } from '../../src';
import { LOG_FEATURES, LogFeature } from '../../src/catalog/log/features';
import { table, withGeneratedParts } from '../generated-part';

export const PAGE = join(__dirname, '../../docs/log-collector.md');

/** docs/log-collector.md with what the code says of each program. */
export function logCollectorPage(): string {
  return withGeneratedParts(PAGE, {
    programs: table(['Program', 'Image', 'Ports', 'State on the node', 'Requests; limits'], LOG_AGENTS.map(([{ factory, stateName }, agentOf]) => {
      const { containers: [{ image, ports = [], resources }], volumes } = podOf(agentOf());
      return [
        `\`${factory}\``,
        `\`${image}\``,
        ports.map(({ containerPort, name }: any) => `${containerPort} ${name}`).join('<br>') || 'none',
        volumes.filter(({ hostPath }: any) => hostPath?.path.includes(stateName)).map(({ hostPath }: any) => `\`${hostPath.path}\``).join('<br>'),
        [resources.requests, resources.limits].map(amounts => Object.values(amounts).join(', ')).join('; '),
      ];
    })),
    capabilities: [capabilities(), ...notes()].join('\n'),
    configurations: SIDE_BY_SIDE.map(([title, agent]) => `**${title}**\n\n\`\`\`yaml\n${configurationOf(agent).trimEnd()}\n\`\`\``).join('\n\n'),
    features: table(['', 'Feature', 'How'], LOG_ROWS.map(({ feature, how }, position) => [String(position + 1), feature, how])),
  });
}

/** One pipeline that the page shows in three languages. */
const SIDE_BY_SIDE: readonly (readonly [string, LogAgent])[] = [
  ['Fluent Bit', LogAgent.fluentBit()],
  ['Vector', LogAgent.vector()],
  ['OpenTelemetry Collector', LogAgent.openTelemetry()],
];

function configurationOf(agent: LogAgent): string {
  const manifests = collected({
    agent,
    sources: [LogSource.containers({ multiline: [Multiline.java({ namespaces: ['shop-*'] })] })],
    filters: [LogFilter.addFields({ cluster: 'production' })],
    sinks: [LogSink.openSearch({ host: 'logs.example.com', password: SecretValue.key('opensearch', 'password') })],
  });
  return Object.values<string>(manifests.find(({ kind }) => kind === 'ConfigMap').data)[0];
}

function podOf(agent: LogAgent): any {
  return collected({ agent, sinks: [LogSink.stdout()] }).find(({ kind }) => kind === 'DaemonSet').spec.template.spec;
}

/** One line a feature, one column a program; a number leads to a note. */
function capabilities(): string {
  return table(['What', ...LOG_AGENTS.map(([{ title }]) => title)], (Object.keys(LOG_FEATURES) as LogFeature[]).map(feature => [
    LOG_FEATURES[feature],
    ...LOG_AGENTS.map(([{ can, notes: noted = {} }]) => !can.includes(feature) ? '' : noted[feature] === undefined ? 'yes' : `yes <sup>${numberOf(noted[feature]!)}</sup>`),
  ]));
}

const NOTES = [...new Set(LOG_AGENTS.flatMap(([{ notes: noted = {} }]) => Object.values(noted)))];

function numberOf(note: string): number {
  return NOTES.indexOf(note) + 1;
}

function notes(): string[] {
  return NOTES.length === 0 ? [] : ['', ...NOTES.map(note => `${numberOf(note)}. ${note}`)];
}
