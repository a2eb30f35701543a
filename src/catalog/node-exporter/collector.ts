import { CollectorName } from './collector-name';
import * as options from './collector-options';
import { invalid } from '../../host/invalid';
import { assertPattern } from '../go-values';

/** Flags of a collector without its name, and what they are given. */
type Settings = { readonly [flag: string]: string | number | boolean | readonly string[] | undefined };

/** What may be included and excluded at once. Of everything else, the program's help calls the two mutually exclusive. */
const COMBINED = ['unit', 'slabs'];

/** Collectors with which node_exporter does not even start then. */
const EXCLUSIVE = ['diskstats', 'filesystem', 'netdev'];

const PATTERN = /(^|-)(include|exclude)$|^(ignored-.*|fields)$/;

/**
 * A collector of node_exporter that is switched on, with its settings.
 *
 * @see https://github.com/prometheus/node_exporter/tree/v1.12.1#collectors
 */
export class NodeCollector {
  /**
   * A collector as it is.
   *
   * @param name its name
   */
  public static named(name: CollectorName): NodeCollector {
    return new NodeCollector(name, {});
  }

  /**
   * Entries of the ARP table.
   *
   * @param devices which devices
   */
  public static arp(devices: options.DeviceFilter): NodeCollector {
    return new NodeCollector(CollectorName.ARP, devicesOf(devices));
  }

  /**
   * Seconds of each CPU.
   *
   * @param details settings
   */
  public static cpu(details: options.CpuCollectorOptions): NodeCollector {
    const { guest, info, infoFlagsInclude, infoBugsInclude } = details;
    return new NodeCollector(CollectorName.CPU, { guest, info, 'info.flags-include': infoFlagsInclude, 'info.bugs-include': infoBugsInclude });
  }

  /**
   * Input and output of block devices.
   *
   * @param devices which devices
   */
  public static diskstats(devices: options.DeviceFilter): NodeCollector {
    return new NodeCollector(CollectorName.DISKSTATS, devicesOf(devices));
  }

  /**
   * Statistics of network drivers.
   *
   * @param details settings
   */
  public static ethtool(details: options.EthtoolCollectorOptions): NodeCollector {
    return new NodeCollector(CollectorName.ETHTOOL, { ...devicesOf(details), 'metrics-include': details.metricsInclude });
  }

  /**
   * Size and free space of file systems.
   *
   * @param details settings
   */
  public static filesystem(details: options.FilesystemCollectorOptions): NodeCollector {
    const { mountPointsInclude, mountPointsExclude, fsTypesInclude, fsTypesExclude, mountTimeout } = details;
    if (mountTimeout !== undefined && !/^([0-9]+(\.[0-9]+)?(ms|s|m))+$/.test(mountTimeout)) {
      throw invalid('mountTimeout of the collector filesystem', "a duration of Go such as '5s'", mountTimeout);
    }
    return new NodeCollector(CollectorName.FILESYSTEM, {
      'mount-points-include': mountPointsInclude,
      'mount-points-exclude': mountPointsExclude,
      'fs-types-include': fsTypesInclude,
      'fs-types-exclude': fsTypesExclude,
      'mount-timeout': mountTimeout,
    });
  }

  /**
   * Sensors of the hardware.
   *
   * @param details settings
   */
  public static hwmon(details: options.HwmonCollectorOptions): NodeCollector {
    const { chipInclude, chipExclude, sensorInclude, sensorExclude } = details;
    return new NodeCollector(CollectorName.HWMON, {
      'chip-include': chipInclude, 'chip-exclude': chipExclude, 'sensor-include': sensorInclude, 'sensor-exclude': sensorExclude,
    });
  }

  /**
   * Statistics of InfiniBand.
   *
   * @param devices which devices
   */
  public static infiniband(devices: options.DeviceFilter): NodeCollector {
    return new NodeCollector(CollectorName.INFINIBAND, devicesOf(devices));
  }

  /**
   * Interrupts by CPU and kind.
   *
   * @param details settings
   */
  public static interrupts(details: options.InterruptsCollectorOptions): NodeCollector {
    const { include, exclude, includeZeros } = details;
    return new NodeCollector(CollectorName.INTERRUPTS, { 'name-include': include, 'name-exclude': exclude, 'include-zeros': includeZeros });
  }

  /**
   * Connections of IPVS.
   *
   * @param backendLabels labels of the backends, such as `local_address`
   */
  public static ipvs(...backendLabels: string[]): NodeCollector {
    return new NodeCollector(CollectorName.IPVS, { 'backend-labels': backendLabels.join(',') });
  }

  /**
   * State of network interfaces.
   *
   * @param details settings
   */
  public static netclass(details: options.NetclassCollectorOptions): NodeCollector {
    const { ignoredDevices, ignoreInvalidSpeed, netlink } = details;
    return new NodeCollector(CollectorName.NETCLASS, { 'ignored-devices': ignoredDevices, 'ignore-invalid-speed': ignoreInvalidSpeed, netlink });
  }

  /**
   * Traffic of network interfaces.
   *
   * @param details settings
   */
  public static netdev(details: options.NetdevCollectorOptions): NodeCollector {
    const { addressInfo, labelIfalias, detailedMetrics, netlink } = details;
    return new NodeCollector(CollectorName.NETDEV, {
      ...devicesOf(details), 'address-info': addressInfo, 'label-ifalias': labelIfalias, 'enable-detailed-metrics': detailedMetrics, netlink,
    });
  }

  /**
   * Statistics of IP, TCP, UDP and ICMP.
   *
   * @param fields regular expression (RE2) of the fields that are reported
   */
  public static netstat(fields: string): NodeCollector {
    return new NodeCollector(CollectorName.NETSTAT, { fields });
  }

  /**
   * Counters of the CPU. It runs as root with the capability PERFMON.
   *
   * @param details settings
   */
  public static perf(details: options.PerfCollectorOptions): NodeCollector {
    const { cpus, tracepoints, hardwareProfilers, softwareProfilers, cacheProfilers } = details;
    return new NodeCollector(CollectorName.PERF, {
      cpus, 'tracepoint': tracepoints, 'hardware-profilers': hardwareProfilers, 'software-profilers': softwareProfilers, 'cache-profilers': cacheProfilers,
    });
  }

  /**
   * Statistics of queueing disciplines.
   *
   * @param devices which devices
   */
  public static qdisc(devices: options.DeviceFilter): NodeCollector {
    return new NodeCollector(CollectorName.QDISC, devicesOf(devices));
  }

  /**
   * Kernel slab caches. It runs as root.
   *
   * @param details settings
   */
  public static slabinfo(details: options.SlabinfoCollectorOptions): NodeCollector {
    return new NodeCollector(CollectorName.SLABINFO, { 'slabs-include': details.include, 'slabs-exclude': details.exclude });
  }

  /**
   * Values of kernel parameters.
   *
   * @param details which
   */
  public static sysctl(details: options.SysctlCollectorOptions): NodeCollector {
    const { include = [], includeInfo = [] } = details;
    if (include.length + includeInfo.length === 0) {
      throw invalid('the collector sysctl', "given what to read, such as { include: ['vm.swappiness'] }", details);
    }
    return new NodeCollector(CollectorName.SYSCTL, { include, 'include-info': includeInfo });
  }

  /**
   * State of systemd units. It asks the D-Bus of the node, whose socket is mounted, and AppArmor must not be in the way.
   *
   * @param details settings
   */
  public static systemd(details: options.SystemdCollectorOptions = {}): NodeCollector {
    const { unitInclude, unitExclude, restarts, startTime, tasks } = details;
    return new NodeCollector(CollectorName.SYSTEMD, {
      'unit-include': unitInclude,
      'unit-exclude': unitExclude,
      'enable-restarts-metrics': restarts,
      'enable-start-time-metrics': startTime,
      'enable-task-metrics': tasks,
    });
  }

  /**
   * Statistics of virtual memory.
   *
   * @param fields regular expression (RE2) of the fields that are reported
   */
  public static vmstat(fields: string): NodeCollector {
    return new NodeCollector(CollectorName.VMSTAT, { fields });
  }

  /** @internal */
  public readonly _settings: Settings;

  private constructor(
    /** Name of the collector. */
    public readonly name: CollectorName,
    settings: Settings,
  ) {
    if (!Object.values(CollectorName).includes(name)) {
      throw invalid('name of a collector', 'one of CollectorName', name);
    }
    this._settings = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)));
    for (const [flag, value] of Object.entries(this._settings)) {
      if (typeof value === 'string' && PATTERN.test(flag)) {
        assertPattern(`${flag} of the collector ${name}`, value);
      }
    }
    for (const [, subject] of Object.keys(this._settings).flatMap(flag => [...flag.matchAll(/^(.+)-include$/g)])) {
      const [include, exclude] = [this._settings[`${subject}-include`], this._settings[`${subject}-exclude`]];
      if (include && exclude && !COMBINED.includes(subject)) {
        throw invalid(`${subject} of the collector ${name}`, 'included or excluded, one of the two', { include, exclude },
          `node_exporter ${EXCLUSIVE.includes(name) ? 'does not start with both' : 'calls them mutually exclusive'}: say it with one of the two patterns`);
      }
    }
  }
}

function devicesOf({ include, exclude }: options.DeviceFilter): Settings {
  return { 'device-include': include, 'device-exclude': exclude };
}
