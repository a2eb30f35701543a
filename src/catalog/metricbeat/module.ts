import { KubeletMetricset, SystemMetricset } from './metricset';
import { SYSTEM_DEFAULTS } from './metricset-groups';
import { MetricbeatKubeletOptions, MetricbeatSystemOptions } from './module-options';
import { assertNoCredentials } from './settings';
import { ContainerPort } from '../../host/container-port';
import { copyOf } from '../../host/copy';
import { invalid } from '../../host/invalid';
import { assertDurationAboveZero, assertPattern } from '../go-values';

/** Options that speak of one metricset. */
const OF_METRICSET: readonly (readonly [option: keyof MetricbeatSystemOptions, metricsets: readonly SystemMetricset[]])[] = [
  ['processes', [SystemMetricset.PROCESS]],
  ['processTopByCpu', [SystemMetricset.PROCESS]],
  ['processTopByMemory', [SystemMetricset.PROCESS]],
  ['processCgroups', [SystemMetricset.PROCESS]],
  ['ignoreFilesystemTypes', [SystemMetricset.FILESYSTEM, SystemMetricset.FSSTAT]],
  ['excludeMountPoints', [SystemMetricset.FILESYSTEM]],
  ['diskDevices', [SystemMetricset.DISKIO]],
  ['serviceStates', [SystemMetricset.SERVICE]],
  ['servicePatterns', [SystemMetricset.SERVICE]],
];

/**
 * A module of Metricbeat: what it measures, and how often.
 *
 * @see https://www.elastic.co/docs/reference/beats/metricbeat/metricbeat-modules
 */
export class MetricbeatModule {
  /**
   * The node itself.
   *
   * @param options what is measured
   */
  public static system(options: MetricbeatSystemOptions = {}): MetricbeatModule {
    const module = new MetricbeatModule(copyOf(options));
    assertMetricsets('the system module', SystemMetricset, options.metricsets);
    assertDurationAboveZero('period of the system module', options.period);
    (options.processes ?? []).forEach(process => assertPattern('a process of the system module', process));
    assertPattern('excludeMountPoints of the system module', options.excludeMountPoints);
    assertCount('processTopByCpu', options.processTopByCpu);
    assertCount('processTopByMemory', options.processTopByMemory);
    const metricsets = options.metricsets ?? SYSTEM_DEFAULTS;
    for (const [option, needed] of OF_METRICSET) {
      if (options[option] !== undefined && !needed.some(metricset => metricsets.includes(metricset))) {
        throw invalid(`${option} of the system module`, `given with the metricset ${needed.join(' or ')}, of which it speaks`, metricsets);
      }
    }
    return module;
  }

  /**
   * Pods, containers and volumes of the node, as the kubelet knows them.
   *
   * @param options what is asked
   */
  public static kubelet(options: MetricbeatKubeletOptions = {}): MetricbeatModule {
    assertMetricsets('the kubernetes module', KubeletMetricset, options.metricsets);
    assertDurationAboveZero('period of the kubernetes module', options.period);
    ContainerPort.tcp(options.port ?? 10250);
    if (options.caFile !== undefined && !options.caFile.startsWith('/')) {
      throw invalid('caFile of the kubernetes module', 'an absolute path in the container', options.caFile);
    }
    if (options.addWorkloads === true && options.addMetadata === false) {
      throw invalid('addWorkloads', 'given with addMetadata, of which it is a part', { addMetadata: false });
    }
    return new MetricbeatModule(undefined, copyOf(options));
  }

  /**
   * Any other module, as a file of modules.d has it. Mounts and rights that it needs are yours to give.
   *
   * @param settings the settings of the module, `module` among them
   */
  public static of(settings: { [key: string]: any }): MetricbeatModule {
    if (typeof settings?.module !== 'string') {
      throw invalid('settings of a module', "given with its name, such as { module: 'linux', metricsets: ['pressure'] }", settings);
    }
    assertDurationAboveZero(`period of the ${settings.module} module`, settings.period);
    assertNoCredentials(settings);
    return new MetricbeatModule(undefined, undefined, copyOf(settings));
  }

  private constructor(
    /** @internal */
    public readonly _system?: MetricbeatSystemOptions,
    /** @internal */
    public readonly _kubelet?: MetricbeatKubeletOptions,
    private readonly settings?: { [key: string]: any },
  ) {}

  /** @internal */
  public get _other(): { [key: string]: any } | undefined {
    return copyOf(this.settings);
  }
}

/** A program without types may write any text. */
function assertMetricsets(module: string, known: { readonly [name: string]: string }, metricsets: readonly string[] | undefined): void {
  const names = Object.values(known);
  const isOne = (metricset: string, position: number) => names.includes(metricset) && metricsets!.indexOf(metricset) === position;
  if (metricsets !== undefined && (metricsets.length === 0 || !metricsets.every(isOne))) {
    throw invalid(`metricsets of ${module}`, `each once, and of ${names.join(', ')}`, metricsets);
  }
}

function assertCount(option: string, count: number | undefined): void {
  if (count !== undefined && (!Number.isInteger(count) || count < 0)) {
    throw invalid(`${option} of the system module`, 'a whole number, 0 for none', count);
  }
}
