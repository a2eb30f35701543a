import { Component, written } from './component';
import { HostMetricsOptions } from './host-metrics';
import { HostScraper } from './host-scraper';
import { AgentContext } from '../../core/agent-config';
import { DaemonContainer } from '../../host/daemon-container';
import { HostPath } from '../../host/host-path';
import { invalid, listed } from '../../host/invalid';
import { MountPropagation } from '../../host/mount-propagation';
import { assertAbsolute, normalPath } from '../../host/paths';
import { assertGoDuration } from '../go-values';

/** What is measured, and with what it is measured. */
export interface HostMetrics {
  readonly scrapers: readonly HostScraper[];
  readonly receivers: readonly Component[];
}

/** Refuses options that could never be right, and a root that nothing mounts: the collector does not start without it. */
export function assertHostMetrics(options: HostMetricsOptions, container: DaemonContainer): void {
  const { scrapers = [], collectionInterval, initialDelay, mountRoot = true, rootPath } = options;
  assertGoDuration('collectionInterval of the host metrics', collectionInterval);
  assertGoDuration('initialDelay of the host metrics', initialDelay);
  const twice = scrapers.find(({ name }, position) => scrapers.findIndex(other => other.name === name) !== position);
  if (twice !== undefined) {
    throw invalid('a scraper', 'given once', twice.name, 'write all of its details in one');
  }
  if (rootPath === undefined) {
    return;
  }
  assertAbsolute('rootPath of the host metrics', rootPath);
  if (mountRoot && normalPath(rootPath) === '/') {
    throw invalid('rootPath of the host metrics', "a directory in which the node's root is mounted", rootPath, "leave it out: it is '/hostfs'");
  }
  const mounts = [...container.hostPaths ?? [], ...container.volumes ?? []].map(({ mountPath }) => normalPath(mountPath));
  if (!mountRoot && !mounts.some(mount => `${normalPath(rootPath)}/`.startsWith(mount === '/' ? '/' : `${mount}/`))) {
    throw invalid('rootPath of the host metrics', `mounted; the container mounts ${listed(mounts)}`, rootPath,
      "leave mountRoot out, or mount the node's root: HostPath.readOnly('/', { mountPath: '…' })");
  }
}

/** The receiver of the node's own metrics, and the mount that it needs. */
export function hostMetrics(options: HostMetricsOptions, { hardened, platform }: AgentContext): HostMetrics {
  const { collectionInterval, initialDelay, mountRoot = true } = options;
  const rootPath = options.rootPath ?? (mountRoot ? '/hostfs' : undefined);
  const scrapers = options.scrapers ?? STANDARD();
  const config = {
    ...written({ collection_interval: collectionInterval, initial_delay: initialDelay, root_path: rootPath }),
    scrapers: Object.fromEntries(scrapers.map(scraper => [scraper.name, scraper._toConfig(hardened, platform.kubeletRoot)])),
  };
  const hostPaths = mountRoot
    ? [HostPath.readOnly('/', { mountPath: rootPath, propagation: MountPropagation.HOST_TO_CONTAINER, volumeName: 'hostfs' })] : [];
  return { scrapers, receivers: scrapers.length === 0 ? [] : [{ name: 'hostmetrics', config, signals: ['metrics'], hostPaths }] };
}

const STANDARD = () => [HostScraper.cpu(), HostScraper.disk(), HostScraper.filesystem(), HostScraper.load(), HostScraper.memory(), HostScraper.network()];
