import { assertFilters } from './assert-filters';
import { written } from './component';
import { HOST_METRICS, PROCESS_ATTRIBUTES, switches } from './metric-names';
import { ScraperFilter } from './scraper-filter';
import {
  DiskScraperOptions, FilesystemScraperOptions, LoadScraperOptions, NetworkScraperOptions, ProcessError, ProcessScraperOptions, ScraperOptions,
} from './scraper-options';
import { copyOf } from '../../host/copy';
import { assertGoDuration } from '../go-values';
import { POD_INTERFACES } from '../pod-interfaces';

/**
 * What the OpenTelemetry Collector measures of a node.
 *
 * @see https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/main/receiver/hostmetricsreceiver
 */
export class HostScraper {
  /**
   * Time and use of the CPUs.
   *
   * @param options details
   */
  public static cpu(options: ScraperOptions = {}): HostScraper {
    return new HostScraper('cpu', options);
  }

  /**
   * Input and output of block devices.
   *
   * @param options details
   */
  public static disk(options: DiskScraperOptions = {}): HostScraper {
    const { include, exclude } = options;
    assertFilters('the disk scraper', include, exclude);
    return new HostScraper('disk', options, () => filters('devices', { include, exclude }));
  }

  /**
   * Space and inodes of file systems.
   *
   * @param options details
   */
  public static filesystem(options: FilesystemScraperOptions = {}): HostScraper {
    const { includeDevices, excludeDevices, includeFsTypes, excludeFsTypes, includeMountPoints, excludeMountPoints } = options;
    const include_virtual_filesystems = options.includeVirtualFilesystems;
    assertFilters('devices', includeDevices, excludeDevices);
    assertFilters('types of file systems', includeFsTypes, excludeFsTypes);
    assertFilters('mount points', includeMountPoints, excludeMountPoints);
    return new HostScraper('filesystem', options, (hardened, kubeletRoot) => ({
      ...filters('devices', { include_devices: includeDevices, exclude_devices: excludeDevices }),
      ...filters('fs_types', { include_fs_types: includeFsTypes, exclude_fs_types: excludeFsTypes ?? (hardened && !includeFsTypes ? KERNEL_TYPES : undefined) }),
      ...filters('mount_points', {
        include_mount_points: includeMountPoints,
        exclude_mount_points: excludeMountPoints ?? (hardened && !includeMountPoints ? mountsOfOthers(kubeletRoot) : undefined),
      }),
      ...written({ include_virtual_filesystems }),
    }));
  }

  /**
   * Load averages.
   *
   * @param options details
   */
  public static load(options: LoadScraperOptions = {}): HostScraper {
    const cpu_average = options.cpuAverage;
    return new HostScraper('load', options, () => written({ cpu_average }));
  }

  /**
   * Memory.
   *
   * @param options details
   */
  public static memory(options: ScraperOptions = {}): HostScraper {
    return new HostScraper('memory', options);
  }

  /**
   * Interfaces and connections. It counts those of the network that the collector is in, so that the pods get the node's network.
   *
   * @param options details
   */
  public static network(options: NetworkScraperOptions = {}): HostScraper {
    const { include, exclude } = options;
    assertFilters('the network scraper', include, exclude);
    return new HostScraper('network', options, hardened =>
      filters('interfaces', { include, exclude: exclude ?? (hardened && !include ? INTERFACES_OF_PODS : undefined) }));
  }

  /**
   * Clients and servers of NFS.
   *
   * @param options details
   */
  public static nfs(options: ScraperOptions = {}): HostScraper {
    return new HostScraper('nfs', options);
  }

  /**
   * Paging and swap.
   *
   * @param options details
   */
  public static paging(options: ScraperOptions = {}): HostScraper {
    return new HostScraper('paging', options);
  }

  /**
   * How many processes there are.
   *
   * @param options details
   */
  public static processes(options: ScraperOptions = {}): HostScraper {
    return new HostScraper('processes', options);
  }

  /**
   * CPU, memory and disk of each process. It makes a series for every process.
   *
   * @param options details
   */
  public static process(options: ProcessScraperOptions = {}): HostScraper {
    const { include, exclude, asRoot = false, muteErrors, delay } = copyOf(options);
    assertFilters('the process scraper', include, exclude);
    assertGoDuration('delay of the process scraper', delay);
    const resource_attributes = switches('resource attribute of the process scraper', PROCESS_ATTRIBUTES, options.resourceAttributes);
    const denied = [...asRoot ? [] : [ProcessError.EXE, ProcessError.IO], ProcessError.USER];
    return new HostScraper('process', options, hardened => ({
      ...filters('names', { include, exclude }),
      ...Object.fromEntries((muteErrors ?? (hardened ? denied : [])).map(error => [error === ProcessError.ALL ? 'mute_process_all_errors' : `mute_process_${error}_error`, true])),
      ...written({ resource_attributes, scrape_process_delay: delay }),
    }), asRoot);
  }

  /**
   * How long the node has been up.
   *
   * @param options details
   */
  public static system(options: ScraperOptions = {}): HostScraper {
    return new HostScraper('system', options);
  }

  private readonly metrics: object | undefined;

  private constructor(
    /** Its name in the configuration, such as `cpu`. */
    public readonly name: string,
    { metrics }: ScraperOptions,
    private readonly settings: (hardened: boolean, kubeletRoot: string) => object = () => ({}),
    /** @internal */
    public readonly _isRoot: boolean = false,
  ) {
    this.metrics = switches(`metric of the ${name} scraper`, HOST_METRICS[name], metrics);
  }

  /** @internal */
  public _toConfig(hardened: boolean, kubeletRoot: string): object {
    return { ...this.settings(hardened, kubeletRoot), ...written({ metrics: this.metrics }) };
  }
}

/** File systems that hold no data of the node, or that of another mount once more. */
const KERNEL_TYPES = ScraperFilter.exactly(
  'autofs', 'binfmt_misc', 'bpf', 'cgroup', 'cgroup2', 'configfs', 'debugfs', 'devpts', 'devtmpfs', 'efivarfs', 'fusectl', 'hugetlbfs', 'iso9660', 'mqueue',
  'nsfs', 'overlay', 'proc', 'pstore', 'rpc_pipefs', 'securityfs', 'selinuxfs', 'squashfs', 'sysfs', 'tracefs',
);

/** Below the kubelet's directory alone, a node has several for each of its pods, which the collector may not even see. */
function mountsOfOthers(kubeletRoot: string): ScraperFilter {
  const known = ['^/(dev|proc|sys|snap)($|/)', '^/run/(containerd|credentials|k3s|netns)($|/)', '^/var/lib/(containerd|containers|docker|kubelet|rancher)($|/)', '^/var/snap($|/)'];
  const isKnown = known.some(pattern => new RegExp(pattern).test(kubeletRoot));
  return ScraperFilter.matching(...known, ...isKnown ? [] : [`^${kubeletRoot.replace(/[.+*?()[\]{}|^$\\]/g, '\\$&')}($|/)`]);
}

const INTERFACES_OF_PODS = ScraperFilter.matching(POD_INTERFACES);

function filters(key: string, all: { readonly [name: string]: ScraperFilter | undefined }): object {
  return Object.fromEntries(Object.entries(all).flatMap(([name, filter]) => filter === undefined ? [] : [[name, filter._toConfig(key)]]));
}
