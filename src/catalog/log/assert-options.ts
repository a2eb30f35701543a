import { invalid } from '../../host/invalid';
import { ConfigReload, LogPipelineOptions } from '../../host/log/log-pipeline-options';
import { assertMember, assertModel, assertStruct } from '../../host/log/values';

/** Refuses what is of another type: a program without types would lose it without a word. */
export function assertPipelineOptions({ kubernetesMetadata, state, buffer, rotation = {}, health = {}, configReload }: LogPipelineOptions): void {
  if (kubernetesMetadata !== undefined && !isMetadata(kubernetesMetadata)) {
    throw invalid('kubernetesMetadata', 'a value such as KubernetesMetadata.kubelet()', kubernetesMetadata);
  }
  assertModel('state', ['hostPath', 'persistentVolumeClaim', 'none'], "LogState.hostPath('/var/lib/log-collector')", state);
  assertModel('buffer', ['disk', 'memory'], "LogBuffer.disk({ maxSize: '1Gi' })", buffer);
  assertStruct('rotation', rotation, '{ waitSeconds: 30 }');
  assertStruct('health', health, '{ port: 2020 }');
  assertMember('configReload', ConfigReload, 'ConfigReload', configReload);
}

/** Where nobody is asked it has no model. */
function isMetadata(value: unknown): boolean {
  const model = typeof value === 'object' && value !== null && '_model' in value ? value._model : null;
  return model === undefined || typeof model === 'object' && model !== null && 'from' in model;
}
