/** Names of settings, each with those below it; null for a value, a list of one for a list. */
export type Settings = null | readonly [Settings] | { readonly [name: string]: Settings };

const SSL: Settings = { enabled: null, certificate_authorities: [null], certificate: null, key: null, verification_mode: null };
const CONDITION: Settings = { 'regexp': { '*': null }, 'equals': { '*': null }, 'not.regexp': { '*': null } };
const ANY_CONDITION: Settings = { ...CONDITION, not: CONDITION, or: [CONDITION] };

const PROCESSORS: { readonly [processor: string]: Settings } = {
  add_fields: { target: null, fields: { '*': null } },
  add_kubernetes_metadata: {
    node: null,
    scope: null,
    matchers: [{ logs_path: { logs_path: null } }],
    add_resource_metadata: { node: { enabled: null }, namespace: { enabled: null }, deployment: null, cronjob: null },
    use_kubeadm: null,
    wait_for_metadata: null,
  },
  decode_json_fields: { fields: [null], target: null, overwrite_keys: null, max_depth: null, add_error_key: null },
  dissect: { tokenizer: null, field: null, target_prefix: null, ignore_failure: null },
  drop_event: { when: ANY_CONDITION },
  drop_fields: { fields: [null], ignore_missing: null },
  replace: { fields: [{ field: null, pattern: null, replacement: null }], ignore_missing: null, fail_on_error: null },
};

/**
 * The settings of Filebeat that are rendered, as its documentation of 9.5 has them.
 * https://github.com/elastic/beats/tree/9.5/docs/reference/filebeat
 */
export const SETTINGS: { readonly [name: string]: Settings } = {
  'name': null,
  'path.data': null,
  'http.enabled': null,
  'http.host': null,
  'http.port': null,
  'filebeat.shutdown_timeout': null,
  'logging.level': null,
  'queue.disk': { max_size: null },
  'queue.mem': { 'events': null, 'flush.min_events': null, 'flush.timeout': null },
  'setup.template.enabled': null,
  'setup.ilm.enabled': null,
  'output.console': { 'codec.json': { pretty: null } },
  'output.elasticsearch': {
    'hosts': [null],
    'username': null,
    'password': null,
    'api_key': null,
    'index': null,
    'pipeline': null,
    'compression_level': null,
    'backoff.init': null,
    'backoff.max': null,
    'ssl': SSL,
  },
  'output.kafka': {
    'hosts': [null],
    'topic': null,
    'username': null,
    'password': null,
    'sasl.mechanism': null,
    'compression': null,
    'required_acks': null,
    'backoff.init': null,
    'backoff.max': null,
    'ssl': SSL,
  },
  'output.logstash': { hosts: [null] },
  'processors': [{ ...PROCESSORS, if: ANY_CONDITION, then: [PROCESSORS] }],
};

const COMMON: Settings = { type: null, id: null, fields: { source: null }, processors: [PROCESSORS] };

/** The settings of inputs, by their types. */
export const INPUTS: { readonly [type: string]: Settings } = {
  filestream: {
    ...COMMON,
    'paths': [null],
    'file_identity.native': null,
    'prospector.scanner.fingerprint.enabled': null,
    'prospector.scanner.symlinks': null,
    'prospector.scanner.check_interval': null,
    'prospector.scanner.include_files': [null],
    'prospector.scanner.exclude_files': [null],
    'ignore_inactive': null,
    'close.on_state_change.inactive': null,
    'backoff.init': null,
    'backoff.max': null,
    'message_max_bytes': null,
    'parsers': [{
      container: { stream: null, format: null },
      multiline: { type: null, pattern: null, negate: null, match: null, max_lines: null, timeout: null },
    }],
  },
  journald: { ...COMMON, 'paths': [null], 'seek': null, 'include_matches.match': [null] },
  tcp: { ...COMMON, host: null },
};
