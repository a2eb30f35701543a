import { Item, option } from './conf';
import { CollectdDfOptions } from './df-options';
import { fileSystems, HOST_ROOT } from './file-systems';
import * as options from './plugin-options';
import { isPosixExpression, selection } from './selection';
import { HostPath } from '../../host/host-path';
import { HostPathType } from '../../host/host-path-type';
import { invalid } from '../../host/invalid';
import { MountPropagation } from '../../host/mount-propagation';
import { assertLine, assertPort, assertSeconds } from '../assert-values';

/** What of the node a plugin must see. */
interface Needs {
  readonly network?: boolean;
  readonly pid?: boolean;
  readonly hostPaths?: readonly HostPath[];
}

/**
 * What collectd reads. What of the node it must see for it follows. The image must have the libraries of the plugin.
 *
 * @see https://www.collectd.org/documentation/manpages/collectd.conf.html
 */
export class CollectdPlugin {
  /**
   * Switches between processes.
   *
   * @param details interval
   */
  public static contextSwitches(details: options.CollectdPluginOptions = {}): CollectdPlugin {
    return new CollectdPlugin('contextswitch', details);
  }

  /**
   * Time of the CPUs.
   *
   * @param details what is reported of them
   */
  public static cpu(details: options.CollectdCpuOptions = {}): CollectdPlugin {
    const { byCpu, byState, percentage, count } = details;
    return new CollectdPlugin('cpu', details, [
      ...option('ReportByCpu', byCpu), ...option('ReportByState', byState), ...option('ValuesPercentage', percentage), ...option('ReportNumCpu', count),
    ]);
  }

  /**
   * Size and free space of the node's file systems. The root directory of the node is mounted read-only at /host, and each is called by its path
   * there, such as `host-var`. The image must have the link /etc/mtab to /proc/mounts: containerd adds none.
   *
   * @param details which of them, and what
   */
  public static df(details: CollectdDfOptions = {}): CollectdPlugin {
    const { absolute, percentage, byDevice, inodes } = details;
    const items = [
      ...fileSystems(details),
      ...option('ReportByDevice', byDevice), ...option('ReportInodes', inodes), ...option('ValuesAbsolute', absolute), ...option('ValuesPercentage', percentage),
    ];
    return new CollectdPlugin('df', details, items, {
      hostPaths: [HostPath.readOnly('/', { mountPath: HOST_ROOT, propagation: MountPropagation.HOST_TO_CONTAINER })],
    });
  }

  /**
   * Input and output of block devices.
   *
   * @param details which of them
   */
  public static disk(details: options.CollectdSelectionOptions = {}): CollectdPlugin {
    return new CollectdPlugin('disk', details, selection('disks', 'Disk', details));
  }

  /**
   * Available entropy.
   *
   * @param details interval
   */
  public static entropy(details: options.CollectdPluginOptions = {}): CollectdPlugin {
    return new CollectdPlugin('entropy', details);
  }

  /**
   * Traffic of the node's interfaces; under host network.
   *
   * @param details which of them
   */
  public static interfaces(details: options.CollectdInterfacesOptions = {}): CollectdPlugin {
    const items = [...selection('interfaces', 'Interface', details), ...option('ReportInactive', details.inactive)];
    return new CollectdPlugin('interface', details, items, { network: true });
  }

  /**
   * Interrupts by number; many series.
   *
   * @param details which of them
   */
  public static irq(details: options.CollectdSelectionOptions = {}): CollectdPlugin {
    return new CollectdPlugin('irq', details, selection('interrupts', 'Irq', details));
  }

  /**
   * Load averages.
   *
   * @param details whether they are relative
   */
  public static load(details: options.CollectdLoadOptions = {}): CollectdPlugin {
    return new CollectdPlugin('load', details, option('ReportRelative', details.relative));
  }

  /**
   * Use of memory.
   *
   * @param details amounts or percentages
   */
  public static memory(details: options.CollectdValuesOptions = {}): CollectdPlugin {
    return new CollectdPlugin('memory', details, values(details));
  }

  /**
   * Processes by state, and programs one by one; among the processes of the node.
   *
   * @param details which programs
   */
  public static processes(details: options.CollectdProcessesOptions = {}): CollectdPlugin {
    const { programs = [], matches = {}, contextSwitches } = details;
    for (const [name, pattern] of Object.entries(matches)) {
      if (!isPosixExpression(pattern)) {
        throw invalid(`match of the processes '${name}'`, 'an extended regular expression of POSIX, without slashes around it, lookaround and \\d', pattern);
      }
    }
    const items = [
      ...option('CollectContextSwitch', contextSwitches),
      ...programs.flatMap(program => option('Process', program)),
      ...Object.entries(matches).flatMap(([name, pattern]) => option('ProcessMatch', name, pattern)),
    ];
    return new CollectdPlugin('processes', details, items, { pid: true });
  }

  /**
   * Use of swap space.
   *
   * @param details amounts or percentages, devices
   */
  public static swap(details: options.CollectdSwapOptions = {}): CollectdPlugin {
    return new CollectdPlugin('swap', details, [...option('ReportByDevice', details.byDevice), ...option('ReportIO', details.io), ...values(details)]);
  }

  /**
   * TCP connections by state; under host network.
   *
   * @param details which ports
   */
  public static tcpConnections(details: options.CollectdTcpConnectionsOptions = {}): CollectdPlugin {
    const { listeningPorts, localPorts = [], remotePorts = [], summary } = details;
    [...localPorts, ...remotePorts].forEach(port => assertPort('port of connections', port));
    const items = [
      ...option('ListeningPorts', listeningPorts),
      ...localPorts.flatMap(port => option('LocalPort', String(port))),
      ...remotePorts.flatMap(port => option('RemotePort', String(port))),
      ...option('AllPortsSummary', summary),
    ];
    return new CollectdPlugin('tcpconns', details, items, { network: true });
  }

  /**
   * How long the node is up.
   *
   * @param details interval
   */
  public static uptime(details: options.CollectdPluginOptions = {}): CollectdPlugin {
    return new CollectdPlugin('uptime', details);
  }

  /**
   * Number of users that are logged in; the node must have the file /run/utmp, which new distributions do without.
   *
   * @param details interval
   */
  public static users(details: options.CollectdPluginOptions = {}): CollectdPlugin {
    return new CollectdPlugin('users', details, [], {
      hostPaths: [HostPath.readOnly('/run/utmp', { mountPath: '/var/run/utmp', type: HostPathType.FILE })],
    });
  }

  /**
   * Virtual memory.
   *
   * @param details how much of it
   */
  public static vmem(details: options.CollectdVmemOptions = {}): CollectdPlugin {
    return new CollectdPlugin('vmem', details, option('Verbose', details.verbose));
  }

  /**
   * Any other plugin.
   *
   * @param name its name, such as `conntrack`
   * @param details its block as collectd.conf has it, and what it must see
   */
  public static custom(name: string, details: options.CollectdCustomPluginOptions = {}): CollectdPlugin {
    const { lines = [], hostNetwork, hostPid } = details;
    if (typeof name !== 'string' || !/^[a-z][a-z0-9_]*$/.test(name)) {
      throw invalid('name of a plugin', "small letters, digits and '_'", name);
    }
    lines.forEach(assertCustomLine);
    return new CollectdPlugin(name, details, [], { network: hostNetwork, pid: hostPid }, lines);
  }

  /** @internal */
  public readonly _interval?: number;

  private constructor(
    /** Name of the plugin in collectd. */
    public readonly name: string,
    { interval }: options.CollectdPluginOptions,
    /** @internal */
    public readonly _items: readonly Item[] = [],
    /** @internal */
    public readonly _needs: Needs = {},
    /** @internal */
    public readonly _lines: readonly string[] = [],
  ) {
    assertSeconds(`interval of the plugin ${name}`, interval);
    this._interval = interval;
  }
}

function values({ absolute, percentage }: options.CollectdValuesOptions): Item[] {
  return [...option('ValuesAbsolute', absolute), ...option('ValuesPercentage', percentage)];
}

function assertCustomLine(line: string): void {
  assertLine('a line of a plugin', line);
  if (!/^\s*(\w+\s+\S|<\/?\w|#)/.test(line)) {
    throw invalid('a line of a plugin', "an option and its value, such as 'OldFiles true', or the begin or the end of a block", line);
  }
  if (/^\s*"?\w*(password|passphrase|pass|secret|token|community)\w*"?\s/i.test(line)) {
    throw invalid('a line of a plugin', 'no credential', line.trim().split(/\s/)[0], "write the plugin into a Secret: secretConfiguration: [SecretValue.key('…', '…')]");
  }
}
