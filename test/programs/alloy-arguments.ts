/** Names of arguments and of blocks that stand in a block. */
export interface Arguments {
  readonly required?: readonly string[];
  readonly optional?: readonly string[];
  readonly blocks?: { readonly [block: string]: Arguments };
}

const TLS_CONFIG: Arguments = { optional: ['ca_file', 'cert_file', 'key_file', 'server_name', 'insecure_skip_verify'] };
const RULE: Arguments = { optional: ['action', 'source_labels', 'separator', 'regex', 'target_label', 'replacement'] };
const OUTPUT: Arguments = { optional: ['logs'] };
const TLS_CLIENT: Arguments = { optional: ['insecure', 'ca_file', 'cert_file', 'key_file', 'server_name', 'insecure_skip_verify'] };
const QUEUE: Arguments = {
  optional: ['sizer', 'queue_size', 'block_on_overflow'], blocks: { batch: { optional: ['sizer', 'flush_timeout', 'min_size', 'max_size'] } },
};
const RETRY: Arguments = { optional: ['initial_interval', 'max_interval', 'max_elapsed_time'] };

const STAGES: { readonly [stage: string]: Arguments } = {
  'stage.cri': { optional: ['max_partial_lines', 'max_partial_line_size', 'max_partial_line_size_truncate'] },
  'stage.docker': {},
  'stage.drop': { optional: ['source', 'expression', 'drop_counter_reason'] },
  'stage.json': { optional: ['expressions', 'regex', 'source', 'drop_malformed'] },
  'stage.label_drop': { optional: ['values'] },
  'stage.limit': { required: ['rate', 'burst'] },
  'stage.multiline': { required: ['firstline'], optional: ['max_wait_time', 'max_lines'] },
  'stage.regex': { required: ['expression'], optional: ['source'] },
  'stage.replace': { required: ['expression'], optional: ['source', 'replace'] },
  'stage.static_labels': { optional: ['values'] },
  'stage.structured_metadata': { optional: ['values', 'regex'] },
  'stage.template': { required: ['source', 'template'] },
  'stage.truncate': { blocks: { rule: { required: ['limit'], optional: ['source_type'] } } },
};

/**
 * What Alloy 1.18.1 knows of the components that are rendered, as far as it is used: from its documentation and from the types that it
 * reads configuration into, all of them generally available but for queue_config.
 * https://github.com/grafana/alloy/tree/v1.18.1/docs/sources/reference/components
 */
export const ARGUMENTS: { readonly [component: string]: Arguments } = {
  'discovery.kubernetes': {
    required: ['role'], blocks: { selectors: { required: ['role'], optional: ['field', 'label'] }, attach_metadata: { optional: ['node', 'namespace'] } },
  },
  'discovery.kubelet': { optional: ['url', 'refresh_interval', 'bearer_token_file'], blocks: { tls_config: TLS_CONFIG } },
  'discovery.relabel': { required: ['targets'], blocks: { rule: RULE } },
  'local.file_match': { required: ['path_targets'], optional: ['sync_period'] },
  'logging': { optional: ['level', 'format'] },
  'loki.echo': {},
  'loki.process': { required: ['forward_to'], blocks: { ...STAGES, 'stage.match': { required: ['selector'], optional: ['action', 'drop_counter_reason'], blocks: STAGES } } },
  'loki.relabel': { required: ['forward_to'], blocks: { rule: RULE } },
  'loki.source.api': { required: ['forward_to'], blocks: { http: { optional: ['listen_port'] } } },
  'loki.source.file': { required: ['targets', 'forward_to'], optional: ['tail_from_end'], blocks: { file_match: { optional: ['enabled', 'sync_period'] } } },
  'loki.source.journal': { required: ['forward_to'], optional: ['matches', 'max_age', 'path', 'labels', 'relabel_rules'] },
  'loki.write': {
    optional: ['external_labels'],
    blocks: {
      endpoint: {
        required: ['url'],
        optional: ['tenant_id', 'bearer_token', 'min_backoff_period', 'max_backoff_period', 'max_backoff_retries'],
        blocks: { basic_auth: { optional: ['username', 'password'] }, tls_config: TLS_CONFIG, queue_config: { optional: ['capacity', 'block_on_overflow'] } },
      },
    },
  },
  'otelcol.auth.basic': { blocks: { client_auth: { optional: ['username', 'password'] } } },
  'otelcol.auth.bearer': { required: ['token'] },
  'otelcol.exporter.kafka': {
    required: ['protocol_version'],
    optional: ['brokers'],
    blocks: {
      logs: { optional: ['topic', 'encoding'] },
      producer: { optional: ['compression'] },
      authentication: { blocks: { sasl: { required: ['username', 'password', 'mechanism'] } } },
      tls: TLS_CLIENT,
      sending_queue: QUEUE,
      retry_on_failure: RETRY,
    },
  },
  'otelcol.exporter.otlp': {
    blocks: { client: { required: ['endpoint'], optional: ['auth', 'headers'], blocks: { tls: TLS_CLIENT } }, sending_queue: QUEUE, retry_on_failure: RETRY },
  },
  'otelcol.exporter.otlphttp': {
    blocks: { client: { required: ['endpoint'], optional: ['auth', 'headers'], blocks: { tls: TLS_CLIENT } }, sending_queue: QUEUE, retry_on_failure: RETRY },
  },
  'otelcol.processor.transform': {
    optional: ['error_mode'], blocks: { log_statements: { required: ['context', 'statements'] }, output: OUTPUT },
  },
  'otelcol.receiver.loki': { blocks: { output: OUTPUT } },
};
