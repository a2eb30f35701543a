import { join } from 'path';
import { capabilitiesInWords, pathInWords, portInWords, resourcesInWords, rightsInWords } from './in-words';
import { FEATURES } from './node-exporter-features';
import {
  GmondSendChannel, MetricbeatModule, MetricbeatOutput, MetricsAgent, MetricsAuth, NodeExporter, OpenTelemetryExporter, SecretValue,
} from '../../src';
import { chartOf } from '../core/testing';
import { table, withGeneratedParts } from '../generated-part';

export const PAGE = join(__dirname, '../../docs/node-exporter.md');

const IMAGE = 'registry.example.com/yours:1';

/** Each ready program as it comes, with no more than what it must be given. */
export const AGENTS: { readonly [name: string]: () => MetricsAgent } = {
  'prometheus()': () => MetricsAgent.prometheus(),
  'prometheus() with kubeRbacProxy()': () => MetricsAgent.prometheus({ auth: MetricsAuth.kubeRbacProxy() }),
  'openTelemetry()': () => MetricsAgent.openTelemetry({ exporters: [OpenTelemetryExporter.debug()] }),
  'metricbeat() with system() and kubelet()': () => MetricsAgent.metricbeat({
    output: MetricbeatOutput.elasticsearch({ hosts: ['https://elasticsearch.example.com:9200'] }), modules: [MetricbeatModule.system(), MetricbeatModule.kubelet()],
  }),
  'newRelic()': () => newRelic(),
  'newRelic() with hostMetrics: false': () => newRelic(false),
  'collectd()': () => MetricsAgent.collectd({ container: { image: IMAGE } }),
  'gmond()': () => MetricsAgent.gmond({ container: { image: IMAGE }, cluster: { name: 'production' }, send: [GmondSendChannel.unicast('gmond.example.com')] }),
};

/** docs/node-exporter.md with what the code says of each program and feature. */
export function nodeExporterPage(): string {
  return withGeneratedParts(PAGE, {
    programs: table(['Program', 'Image', 'Ports', 'Paths of the node', 'Requests; limits'], Object.entries(AGENTS).map(([name, agent]) => {
      const { containers, volumes = [] } = podOf(agent());
      return [
        `\`${name}\``,
        containers.map(({ image }: any) => `\`${image}\``).join('<br>'),
        containers.flatMap(({ ports = [] }: any) => ports).map(portInWords).join('<br>') || 'none',
        volumes.filter(({ hostPath }: any) => hostPath).map((volume: any) => pathInWords(volume, containers)).join('<br>') || 'none',
        containers.map(({ resources }: any) => resourcesInWords(resources)).join('<br>'),
      ];
    })),
    privileges: table(['Program', 'Namespaces of the node', 'User', 'Capabilities', 'API server'], Object.entries(AGENTS).map(([name, agent]) => {
      const pod = podOf(agent());
      const spaces = ['Network', 'PID', 'IPC'].filter(space => pod[`host${space}`]);
      return [
        `\`${name}\``,
        spaces.join(', ') || 'none',
        pod.containers.map(({ securityContext: { runAsUser = 'of the image' } }: any) => runAsUser === 0 ? 'root' : String(runAsUser)).join('<br>'),
        pod.containers.map(({ securityContext }: any) => capabilitiesInWords(securityContext)).join('<br>'),
        rightsOf(agent()).join('<br>') || 'nothing, no token',
      ];
    })),
    features: table(['', 'Feature', 'How'], FEATURES.map(({ feature, how }, position) => [String(position + 1), feature, how])),
  });
}

function newRelic(hostMetrics?: boolean): MetricsAgent {
  return MetricsAgent.newRelic({ licenseKey: SecretValue.key('newrelic', 'licenseKey'), clusterName: 'production', hostMetrics });
}

function manifestsOf(agent: MetricsAgent): any[] {
  const chart = chartOf('monitoring');
  new NodeExporter(chart, 'metrics', { name: 'metrics', agent, acknowledge: [{ id: 'ND401', reason: 'shown as it comes' }] });
  return chart.toJson();
}

function podOf(agent: MetricsAgent): any {
  return manifestsOf(agent).find(({ kind }) => kind === 'DaemonSet').spec.template.spec;
}

function rightsOf(agent: MetricsAgent): string[] {
  return rightsInWords(manifestsOf(agent));
}
