/**
 * What plugins of Fluent Bit take, read in their tables of options (`config_map`) at 5.1.1, for the program itself cannot be had here.
 * @see https://github.com/fluent/fluent-bit/tree/v5.1.1/plugins
 * @see https://github.com/fluent/fluent-bit-docs
 */
export const READ_AT = '5.1.1';

/** Keys of the section `service`: https://github.com/fluent/fluent-bit/blob/v5.1.1/src/flb_config.c */
export const SERVICE = [
  'coro_stack_size', 'daemon', 'dns.mode', 'dns.prefer_ipv4', 'dns.prefer_ipv6', 'dns.resolver', 'enable_chunk_trace', 'flush',
  'flush.adaptive', 'flush.adaptive.down_steps', 'flush.adaptive.high_pressure', 'flush.adaptive.low_pressure',
  'flush.adaptive.max_interval', 'flush.adaptive.medium_pressure', 'flush.adaptive.min_interval', 'flush.adaptive.up_steps', 'grace',
  'hc_errors_count', 'hc_period', 'hc_retry_failure_count', 'health_check', 'hot_reload', 'hot_reload.ensure_thread_safety',
  'hot_reload.timeout', 'http_listen', 'http_port', 'http_server', 'json.convert_nan_to_null', 'log_file', 'log_level',
  'multiline_buffer_limit', 'parsers_file', 'plugins_file', 'scheduler.base', 'scheduler.cap', 'security.fips_mode',
  'sp.convert_from_str_to_num', 'storage.backlog.mem_limit', 'storage.checksum', 'storage.inherit', 'storage.keep.rejected',
  'storage.max_chunks_up', 'storage.metrics', 'storage.path', 'storage.rejected.limit', 'storage.rejected.path', 'storage.sync',
  'storage.trim_files', 'storage.type', 'streams_file', 'windows.maxstdio',
];

/** What every input, filter and output takes: https://github.com/fluent/fluent-bit/blob/v5.1.1/src/flb_output.c and its neighbours. */
export const OF_ALL: { readonly [section: string]: readonly string[] } = {
  inputs: [
    'name', 'alias', 'host', 'ipv6', 'listen', 'log_level', 'log_suppress_interval', 'mem_buf_limit', 'port', 'rate_gate',
    'rate_gate.backpressure', 'rate_gate.max_bytes', 'rate_gate.max_records', 'rate_gate.resume_ratio', 'rate_window', 'routable',
    'storage.pause_on_chunks_overlimit', 'storage.type', 'tag', 'thread.ring_buffer.capacity', 'thread.ring_buffer.window', 'threaded', 'tls',
    'tls.ca_file', 'tls.ca_path', 'tls.ciphers', 'tls.crt_file', 'tls.debug', 'tls.key_file', 'tls.key_passwd', 'tls.max_version',
    'tls.min_version', 'tls.verify', 'tls.verify_client_cert', 'tls.verify_hostname', 'tls.vhost',
  ],
  filters: ['name', 'alias', 'log_level', 'log_suppress_interval', 'match', 'match_regex'],
  outputs: [
    'name', 'alias', 'host', 'ipv6', 'log_level', 'log_suppress_interval', 'match', 'match_regex', 'port', 'retry_limit',
    'storage.total_limit_size', 'tls', 'tls.ca_file', 'tls.ca_path', 'tls.ciphers', 'tls.crt_file', 'tls.debug', 'tls.key_file',
    'tls.key_passwd', 'tls.max_version', 'tls.min_version', 'tls.proxy.ca_file', 'tls.proxy.ca_path', 'tls.proxy.verify',
    'tls.proxy.verify_hostname', 'tls.verify', 'tls.verify_hostname', 'tls.vhost', 'tls.windows.certstore_name',
    'tls.windows.client_thumbprints', 'tls.windows.use_enterprise_store', 'workers',
  ],
};

/** Keys of parsers, by https://github.com/fluent/fluent-bit/blob/v5.1.1/src/flb_parser.c. */
export const PARSER = ['name', 'format', 'regex', 'time_key', 'time_format', 'time_keep', 'time_offset', 'time_strict', 'types', 'skip_empty_values'];
export const MULTILINE_PARSER = [
  'name', 'type', 'match_string', 'negate', 'key_content', 'key_pattern', 'key_group', 'parser', 'flush_timeout', 'rules',
];

/** Of each plugin: `plugins/in_tail`, `plugins/filter_grep`, `plugins/out_es` … One that ends in a dot begins a name. */
export const PLUGINS: { readonly [section: string]: { readonly [plugin: string]: readonly string[] } } = {
  inputs: {
    tail: [
      'buffer_chunk_size', 'buffer_max_size', 'db', 'db.compare_filename', 'db.journal_mode', 'db.locking', 'db.sync', 'docker_mode',
      'docker_mode_flush', 'docker_mode_parser', 'event_batch_size', 'exclude_path', 'exit_on_eof', 'file_cache_advise', 'generic.encoding',
      'ignore_active_older_files', 'ignore_older', 'inotify_watcher', 'key', 'multiline', 'multiline.parser', 'multiline_flush', 'offset_key',
      'parser', 'parser_', 'parser_firstline', 'path', 'path_key', 'progress_check_interval', 'progress_check_interval_nsec', 'read_from_head',
      'read_newly_discovered_files_from_head', 'refresh_interval', 'rotate_wait', 'skip_empty_lines', 'skip_long_lines', 'static_batch_size',
      'tag_regex', 'truncate_long_lines', 'unicode.encoding', 'watcher_interval', 'windows.path_encoding',
    ],
    systemd: [
      'db', 'db.sync', 'lowercase', 'max_entries', 'max_fields', 'path', 'read_from_tail', 'strip_underscores', 'systemd_filter',
      'systemd_filter_type',
    ],
  },
  filters: {
    grep: ['exclude', 'logical_op', 'regex'],
    kubernetes: [
      'annotations', 'aws_pod_association_endpoint', 'aws_pod_association_host', 'aws_pod_association_host_client_cert_file',
      'aws_pod_association_host_client_key_file', 'aws_pod_association_host_server_ca_file', 'aws_pod_association_host_tls_debug',
      'aws_pod_association_host_tls_verify', 'aws_pod_association_port', 'aws_pod_service_map_refresh_interval', 'aws_pod_service_map_ttl',
      'aws_pod_service_preload_cache_dir', 'aws_use_pod_association', 'buffer_size', 'cache_use_docker_id', 'dns_retries', 'dns_wait_time',
      'dummy_meta', 'k8s-logging.exclude', 'k8s-logging.parser', 'keep_log', 'kube_ca_file', 'kube_ca_path', 'kube_meta_cache_ttl',
      'kube_meta_namespace_cache_ttl', 'kube_meta_preload_cache_dir', 'kube_namespace_file', 'kube_tag_prefix', 'kube_token_command',
      'kube_token_file', 'kube_token_ttl', 'kube_url', 'kubelet_host', 'kubelet_port', 'labels', 'merge_log', 'merge_log_key', 'merge_log_trim',
      'merge_parser', 'namespace_annotations', 'namespace_labels', 'namespace_metadata_only', 'owner_references', 'regex_parser', 'set_platform',
      'tls.debug', 'tls.verify', 'tls.verify_hostname', 'tls.vhost', 'use_journal', 'use_kubelet', 'use_pod_association', 'use_tag_for_meta',
    ],
    multiline: [
      'buffer', 'debug_flush', 'emitter_mem_buf_limit', 'emitter_name', 'emitter_storage.type', 'flush_ms', 'mode', 'multiline.key_content',
      'multiline.parser',
    ],
    parser: ['key_name', 'parser', 'preserve_key', 'reserve_data', 'unescape_key'],
    record_modifier: ['allowlist_key', 'record', 'remove_key', 'uuid_key', 'whitelist_key'],
  },
  outputs: {
    cloudwatch_logs: [
      'add_entity', 'auto_create_group', 'auto_retry_requests', 'endpoint', 'external_id', 'extra_user_agent', 'log_format', 'log_group_class',
      'log_group_name', 'log_group_template', 'log_key', 'log_retention_days', 'log_stream_name', 'log_stream_prefix', 'log_stream_template',
      'metric_dimensions', 'metric_namespace', 'profile', 'region', 'role_arn', 'sts_endpoint',
    ],
    es: [
      'aws_auth', 'aws_external_id', 'aws_profile', 'aws_region', 'aws_role_arn', 'aws_service_name', 'aws_sts_endpoint', 'buffer_size',
      'cloud_auth', 'cloud_id', 'compress', 'current_time_index', 'generate_id', 'http_api_key', 'http_passwd', 'http_user', 'id_key',
      'include_tag_key', 'index', 'logstash_dateformat', 'logstash_format', 'logstash_prefix', 'logstash_prefix_key',
      'logstash_prefix_separator', 'path', 'pipeline', 'replace_dots', 'suppress_type_name', 'tag_key', 'time_key', 'time_key_format',
      'time_key_nanos', 'trace_error', 'trace_output', 'type', 'upstream', 'write_operation',
    ],
    forward: [
      'add_option', 'compress', 'empty_shared_key', 'fluentd_compat', 'password', 'require_ack_response', 'retain_metadata_in_forward_mode',
      'self_hostname', 'send_options', 'shared_key', 'tag', 'time_as_integer', 'unix_path', 'upstream', 'username',
    ],
    http: [
      'allow_duplicated_headers', 'aws_auth', 'aws_service', 'body_key', 'compress', 'format', 'gelf_full_message_key', 'gelf_host_key',
      'gelf_level_key', 'gelf_short_message_key', 'gelf_timestamp_key', 'header', 'header_tag', 'headers_key', 'http.read_idle_timeout',
      'http.response_timeout', 'http_method', 'http_passwd', 'http_user', 'json_date_format', 'json_date_key', 'log_response_payload',
      'oauth2.audience', 'oauth2.auth_method', 'oauth2.client_id', 'oauth2.client_secret', 'oauth2.connect_timeout', 'oauth2.enable',
      'oauth2.jwt_aud', 'oauth2.jwt_cert_file', 'oauth2.jwt_header', 'oauth2.jwt_key_file', 'oauth2.jwt_ttl_seconds',
      'oauth2.refresh_skew_seconds', 'oauth2.resource', 'oauth2.scope', 'oauth2.timeout', 'oauth2.token_url', 'oauth2.user_agent', 'proxy',
      'uri',
    ],
    kafka: [
      'aws_msk_iam', 'aws_msk_iam_cluster_arn', 'brokers', 'client_id', 'dynamic_topic', 'format', 'gelf_full_message_key', 'gelf_host_key',
      'gelf_level_key', 'gelf_short_message_key', 'gelf_timestamp_key', 'group_id', 'message_key', 'message_key_field',
      'otlp_logs_partition_by_resource', 'queue_full_retries', 'raw_log_key', 'rdkafka.', 'schema.registry.bearer.token',
      'schema.registry.http.password', 'schema.registry.http.user', 'schema.registry.subject', 'schema.registry.url', 'schema.registry.version',
      'schema_id', 'schema_registry_bearer_token', 'schema_registry_framing', 'schema_registry_http_passwd', 'schema_registry_http_user',
      'schema_registry_subject', 'schema_registry_url', 'schema_registry_version', 'schema_str', 'serializer.framing', 'timestamp_format',
      'timestamp_key', 'topic_key', 'topics',
    ],
    loki: [
      'auto_kubernetes_labels', 'bearer_token', 'buffer_size', 'compress', 'drop_single_key', 'header', 'http_passwd', 'http_user', 'label_keys',
      'label_map_path', 'labels', 'line_format', 'remove_keys', 'structured_metadata', 'structured_metadata_map_keys', 'tenant_id',
      'tenant_id_key', 'tenant_id_key_error_handling', 'uri',
    ],
    opensearch: [
      'aws_auth', 'aws_external_id', 'aws_profile', 'aws_region', 'aws_role_arn', 'aws_service_name', 'aws_sts_endpoint', 'buffer_size',
      'compress', 'current_time_index', 'generate_id', 'http_passwd', 'http_user', 'id_key', 'include_tag_key', 'index', 'logstash_dateformat',
      'logstash_format', 'logstash_prefix', 'logstash_prefix_key', 'logstash_prefix_separator', 'path', 'pipeline', 'replace_dots',
      'suppress_type_name', 'tag_key', 'time_key', 'time_key_format', 'time_key_nanos', 'trace_error', 'trace_output', 'type', 'write_operation',
    ],
    opentelemetry: [
      'add_label', 'aws_auth', 'aws_service', 'batch_size', 'compress', 'grpc', 'grpc_logs_uri', 'grpc_metrics_uri', 'grpc_profiles_uri',
      'grpc_traces_uri', 'header', 'http2', 'http_passwd', 'http_user', 'log_response_payload', 'logs_attributes_metadata_key', 'logs_body_key',
      'logs_body_key_attributes', 'logs_instrumentation_scope_metadata_key', 'logs_max_resources', 'logs_max_scopes', 'logs_metadata_key',
      'logs_observed_timestamp_metadata_key', 'logs_resource_metadata_key', 'logs_severity_number_message_key',
      'logs_severity_number_metadata_key', 'logs_severity_text_message_key', 'logs_severity_text_metadata_key', 'logs_span_id_message_key',
      'logs_span_id_metadata_key', 'logs_timestamp_metadata_key', 'logs_trace_flags_metadata_key', 'logs_trace_id_message_key',
      'logs_trace_id_metadata_key', 'logs_uri', 'metrics_uri', 'profiles_uri', 'proxy', 'traces_uri',
    ],
    s3: [
      'authorization_endpoint_bearer_token', 'authorization_endpoint_password', 'authorization_endpoint_url', 'authorization_endpoint_username',
      'auto_retry_requests', 'blob_database_file', 'bucket', 'canned_acl', 'compression', 'content_type', 'endpoint', 'external_id',
      'file_delivery_attempt_limit', 'format', 'json_date_format', 'json_date_key', 'log_key', 'part_delivery_attempt_limit', 'part_size',
      'preserve_data_ordering', 'profile', 'quarantine_dir_limit_size', 'region', 'retry_exhausted_action', 'role_arn', 's3_key_format',
      's3_key_format_tag_delimiters', 'send_content_md5', 'static_file_path', 'storage_class', 'store_dir', 'store_dir_limit_size',
      'sts_endpoint', 'total_file_size', 'upload_chunk_size', 'upload_part_freshness_limit', 'upload_parts_timeout', 'upload_timeout',
      'use_put_object',
    ],
    splunk: [
      'auto_extract_timestamp', 'channel', 'compress', 'event_field', 'event_host', 'event_index', 'event_index_key', 'event_key',
      'event_source', 'event_sourcetype', 'event_sourcetype_key', 'http_buffer_size', 'http_debug_bad_request', 'http_passwd', 'http_user',
      'splunk_send_raw', 'splunk_token',
    ],
    stdout: ['format', 'json_date_format', 'json_date_key'],
  },
};

/** Those of a plugin that may stand several times, as a list in YAML (`FLB_CONFIG_MAP_MULT`); of others the program takes one value. */
export const LISTS: { readonly [plugin: string]: readonly string[] } = {
  tail: ['multiline.parser'],
  systemd: ['systemd_filter'],
  grep: ['exclude', 'regex'],
  multiline: ['multiline.parser'],
  parser: ['parser'],
  record_modifier: ['allowlist_key', 'record', 'remove_key', 'whitelist_key'],
  forward: ['add_option'],
  http: ['header'],
  loki: ['header'],
  opentelemetry: ['add_label', 'header', 'logs_body_key'],
  splunk: ['event_field'],
};
