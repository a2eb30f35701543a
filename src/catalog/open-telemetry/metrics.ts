import { collector } from './collector';
import { assertOneOfEach } from './collector-config';
import { assertHostMetrics, hostMetrics } from './host-metrics-receiver';
import { assertKubeletStats, kubeletStats } from './kubelet-stats-receiver';
import { OpenTelemetryMetricsOptions } from './metrics-options';
import { assertProcessors } from './processors';
import { AgentConfig, AgentContext } from '../../core/agent-config';
import { invalid } from '../../host/invalid';
import { SecurityContext } from '../../host/security-context';

/** Refuses options that could never be right, whatever the daemon. */
export function assertOpenTelemetryMetrics(options: OpenTelemetryMetricsOptions): void {
  const { exporters, receivers = [], container = {}, hostMetrics: host = {}, kubeletStats: kubelet = {} } = options;
  if (!Array.isArray(exporters) || exporters.length === 0) {
    throw invalid('exporters of the collector', 'given at least one', exporters,
      "write OpenTelemetryExporter.otlp({ endpoint: 'gateway.example.com:4317' }), or OpenTelemetryExporter.prometheus() to be scraped");
  }
  assertOneOfEach(exporters);
  assertOneOfEach(receivers);
  assertProcessors(options);
  assertHostMetrics(host, container);
  assertKubeletStats(kubelet);
}

/**
 * The OpenTelemetry Collector that measures each node, and takes what its programs send.
 * @see https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/main/receiver/hostmetricsreceiver
 */
export function openTelemetryMetrics(options: OpenTelemetryMetricsOptions, context: AgentContext): AgentConfig {
  const { hardened } = context;
  const measured = options.hostMetrics ?? (hardened ? {} : { scrapers: [] });
  const host = hostMetrics(measured, context);
  const kubelet = options.kubeletStats === undefined ? [] : [kubeletStats(options.kubeletStats, context)];
  const needsNetwork = hardened && host.scrapers.some(({ name }) => name === 'network');
  if (needsNetwork && context.options.hostNamespaces?.network === false) {
    throw invalid('hostNamespaces.network', 'true with the network scraper, which counts the traffic of the network that it is in', false,
      'leave HostScraper.network() out of hostMetrics.scrapers, or hostNamespaces.network');
  }
  const parts = collector({
    options,
    receivers: [...host.receivers, ...kubelet],
    exporters: around => options.exporters.map(exporter => exporter._component(around)),
    // https://man7.org/linux/man-pages/man5/proc.5.html: what /proc says of a process of somebody else asks for both.
    securityContext: host.scrapers.some(scraper => scraper._isRoot) ? SecurityContext.root({ capabilities: ['SYS_PTRACE', 'DAC_READ_SEARCH'], readOnlyRootFilesystem: true }) : undefined,
  }, context);
  const scraped = parts.container.ports?.find(({ name }) => name === parts.metrics?.port && name !== 'own-metrics');
  return {
    component: 'node-exporter',
    ...parts,
    defaults: {
      hostNamespaces: needsNetwork ? { network: true } : undefined,
      service: hardened && scraped !== undefined ? { headless: true, ports: [scraped] } : undefined,
    },
  };
}
