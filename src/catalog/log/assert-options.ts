import { assertOneOfEnum } from '../../host/checked-type';
import { invalid } from '../../host/invalid';
import { ConfigReload, LogPipelineOptions } from '../../host/log/log-pipeline-options';
import { assertModel, assertStruct } from '../../host/log/values';

/** Refuses what is of another type: a program without types would lose it without a word. */
export function assertPipelineOptions(options: LogPipelineOptions): void {
  const { sources, filters, sinks, kubernetesMetadata, state, buffer, rotation = {}, health = {}, configReload } = options;
  assertParts('sources', 'LogSource.containers()', sources, model => 'fromBeginning' in model);
  assertParts('filters', "LogFilter.drop(LogField.MESSAGE, '…')", filters, model => !('fromBeginning' in model) && !('retry' in model));
  assertParts('sinks', "LogSink.elasticsearch({ host: '…' })", sinks, model => 'retry' in model);
  if (kubernetesMetadata !== undefined && !isMetadata(kubernetesMetadata)) {
    throw invalid('kubernetesMetadata', 'a value such as KubernetesMetadata.kubelet()', kubernetesMetadata);
  }
  assertModel('state', ['hostPath', 'persistentVolumeClaim', 'none'], "LogState.hostPath('/var/lib/log-collector')", state);
  assertModel('buffer', ['disk', 'memory'], "LogBuffer.disk({ maxSize: '1Gi' })", buffer);
  assertStruct('rotation', rotation, '{ waitSeconds: 30 }');
  assertStruct('health', health, '{ port: 2020 }');
  assertOneOfEnum('configReload', configReload, 'ConfigReload', ConfigReload);
}

/** Refuses a source among sinks and the like. By what models of a kind have, for instanceof fails where the library is loaded twice. */
function assertParts(
  what: string, example: string, parts: readonly { readonly id: string; readonly _model: object }[] | undefined, isOne: (model: object) => boolean,
): void {
  const stranger = Array.isArray(parts) ? parts.find(part => typeof part?._model === 'object' && part._model !== null && !isOne(part._model)) : undefined;
  if (stranger !== undefined) {
    throw invalid(what, `values such as ${example}`, stranger.id ?? stranger);
  }
}

/** Where nobody is asked it has no model. */
function isMetadata(value: unknown): boolean {
  const model = typeof value === 'object' && value !== null && '_model' in value ? value._model : null;
  return model === undefined || typeof model === 'object' && model !== null && 'from' in model;
}
