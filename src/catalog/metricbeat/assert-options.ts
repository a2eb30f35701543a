import { MetricbeatOptions } from './options';
import { assertNoCredentials } from './settings';
import { ContainerPort } from '../../host/container-port';
import { invalid } from '../../host/invalid';
import { assertAbsolute } from '../../host/paths';

/** Refuses options of Metricbeat with which it could never run. */
export function assertMetricbeat({ output, modules, stateDirectory, httpPort, settings }: MetricbeatOptions): void {
  if (output?._settings === undefined) {
    throw invalid('output of Metricbeat', "given, such as MetricbeatOutput.elasticsearch({ hosts: ['https://elasticsearch.example.com:9200'] })", output);
  }
  if (modules?.length === 0) {
    throw invalid('modules of Metricbeat', 'at least one, as it does not start without', modules);
  }
  for (const module of modules ?? []) {
    if (module?._system === undefined && module?._kubelet === undefined && module?._other === undefined) {
      throw invalid('a module of Metricbeat', 'a value such as MetricbeatModule.system()', module);
    }
  }
  if (stateDirectory !== undefined) {
    assertAbsolute('stateDirectory', stateDirectory);
  }
  if (httpPort !== undefined) {
    ContainerPort.tcp(httpPort);
  }
  assertNoCredentials(settings);
}
