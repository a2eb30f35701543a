import { json } from './inputs';
import { literal, text } from './language';
import { invalid } from '../../host/invalid';
import { FilterModel, LogFieldModel, SourceModel } from '../../host/log/model';
import { LogPipeline } from '../log/pipeline';

/** All that is done with lines, in this order. */
export function processors(pipeline: LogPipeline): object[] {
  return [...metadata(pipeline), ...pipeline.filters.map(filter => only(filter.sources, processorOf(filter, pipeline)))];
}

/** @see https://www.elastic.co/docs/reference/beats/filebeat/add-kubernetes-metadata */
function metadata({ sources, metadata: asked }: LogPipeline): object[] {
  if (asked === undefined) {
    return sources.some(({ kind }) => kind === 'containers') ? names() : [];
  }
  return [
    {
      add_kubernetes_metadata: {
        node: text('$(NODE_NAME)'),
        scope: 'node',
        // It finds a container by the path of its file, which it looks for where Docker had it.
        matchers: [{ logs_path: { logs_path: '/var/log/containers/' } }],
        // Each of these would be one more thing that it asks for.
        add_resource_metadata: { node: { enabled: false }, namespace: { enabled: asked.namespaceLabels }, deployment: false, cronjob: false },
        use_kubeadm: false,
        // What it reads before the answer is there has no labels.
        wait_for_metadata: true,
      },
    },
    ...asked.labels ? [] : [{ drop_fields: { fields: ['kubernetes.labels'], ignore_missing: true } }],
  ];
}

/** The names that stand in the path of the file, where nobody is asked. */
function names(): object[] {
  return [{
    if: { regexp: { 'log.file.path': literal('^/var/log/containers/') } },
    then: [
      {
        dissect: {
          tokenizer: '/var/log/containers/%{pod.name}_%{namespace}_%{container.name}.log', field: 'log.file.path', target_prefix: 'kubernetes', ignore_failure: true,
        },
      },
      { replace: { fields: [{ field: 'kubernetes.container.name', pattern: literal('-[0-9a-f]{64}$'), replacement: '' }], ignore_missing: true, fail_on_error: false } },
    ],
  }];
}

function only(sources: readonly string[] | undefined, processor: object): object {
  return sources === undefined ? processor : { if: { or: sources.map(source => ({ equals: { 'fields.source': source } })) }, then: [processor] };
}

function processorOf(filter: FilterModel, { sources }: LogPipeline): object {
  switch (filter.kind) {
    case 'raw': return { ...filter.raw.settings };
    case 'parseJson': return json();
    case 'addFields': return { add_fields: { target: '', fields: Object.fromEntries(Object.entries(filter.fields).map(([name, value]) => [name, text(value)])) } };
    case 'redact': return {
      replace: { fields: [{ field: 'message', pattern: literal(filter.pattern), replacement: filter.replacement }], ignore_missing: true, fail_on_error: false },
    };
    default: {
      const reached = sources.filter(({ id }) => filter.sources?.includes(id) ?? true);
      const matching = { regexp: { [fieldOf(filter.field, reached)]: literal(filter.pattern) } };
      return { drop_event: { when: filter.kind === 'drop' ? matching : { not: matching } } };
    }
  }
}

function fieldOf({ kind, name }: LogFieldModel, reached: readonly SourceModel[]): string {
  switch (kind) {
    case 'message': return 'message';
    case 'stream': return 'stream';
    case 'namespace': return 'kubernetes.namespace';
    case 'podLabel': return `kubernetes.labels.${name!.replace(/\./g, '_')}`;
    case 'named': return reached.some(source => source.kind === 'journal') ? journalField(name!, reached) : name!;
    default: return `kubernetes.${kind}.name`;
  }
}

/** @see https://www.elastic.co/docs/reference/beats/filebeat/filebeat-input-journald#filebeat-input-journald-translated-fields */
const JOURNAL_FIELDS: { readonly [field: string]: string } = {
  PRIORITY: 'log.syslog.priority',
  SYSLOG_IDENTIFIER: 'log.syslog.appname',
  _COMM: 'process.name',
  _HOSTNAME: 'host.hostname',
  _PID: 'process.pid',
  _SYSTEMD_UNIT: 'systemd.unit',
  _TRANSPORT: 'systemd.transport',
  _UID: 'process.uid',
};

function journalField(name: string, reached: readonly SourceModel[]): string {
  if (!/^[A-Z_]+$/.test(name)) {
    return name;
  }
  if (reached.some(source => source.kind !== 'journal')) {
    throw invalid(`the field '${name}' of a filter`, 'asked of the journal alone, where Filebeat has another name for it', reached.map(({ id }) => id),
      'give the filter the sources that it is for');
  }
  return JOURNAL_FIELDS[name] ?? `journald.custom.${name.toLowerCase()}`;
}
