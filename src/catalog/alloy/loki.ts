import { POD_FIELDS } from './discovery';
import { Block, env, labelOf, reference, seconds, text, texts } from './language';
import { AlloyStability } from './options';
import { hasPodFields } from './receivers';
import { urlOf } from './url';
import { invalid } from '../../host/invalid';
import { LokiModel } from '../../host/log/model';
import { LogSurroundings } from '../log/collector';
import { BufferedSink } from '../log/pipeline';
import { certificateFile, secretVariable } from '../log/secrets';

/**
 * Labels of pods have too many texts for labels of Loki.
 * @see https://grafana.com/docs/alloy/latest/reference/components/loki/loki.write/
 */
export function loki(sink: LokiModel & BufferedSink, { pipeline: { metadata } }: LogSurroundings, stability: AlloyStability, isSized: boolean): Block[] {
  const label = labelOf(sink);
  const { retry, labels } = sink;
  if (retry.giveUpAfterSeconds !== undefined) {
    throw invalid(`retry of the sink '${sink.id}'`, 'given attempts, which is what Grafana Alloy counts for Loki', { giveUpAfterSeconds: retry.giveUpAfterSeconds });
  }
  return [
    {
      name: 'loki.process',
      label: `sink_${label}`,
      attributes: { forward_to: [reference(`loki.write.${label}.receiver`)] },
      parts: hasPodFields(metadata) ? [{ name: 'stage.structured_metadata', attributes: { regex: `^(?:${Object.values(POD_FIELDS).join('|')})` } }] : [],
    },
    {
      name: 'loki.write',
      label,
      attributes: { external_labels: texts(labels) },
      parts: [{
        name: 'endpoint',
        attributes: {
          url: urlOf(sink.server, '/loki/api/v1/push'),
          tenant_id: text(sink.tenant),
          bearer_token: sink.bearerToken && env(secretVariable(sink, 'bearer_token')),
          min_backoff_period: '500ms',
          max_backoff_period: seconds(retry.maxIntervalSeconds),
          // 0 is for ever; its own default is ten.
          max_backoff_retries: retry.attempts ?? 0,
        },
        parts: [
          ...sink.login === undefined ? [] : [{ name: 'basic_auth', attributes: { username: text(sink.login.username), password: env(secretVariable(sink, 'password')) } }],
          ...tlsConfig(sink),
          ...isSized ? [queue(sink, stability)] : [],
        ],
      }],
    },
  ];
}

function tlsConfig(sink: LokiModel): Block[] {
  const { tls } = sink.server;
  const attributes = {
    ca_file: certificateFile(sink, tls, 'ca'),
    cert_file: certificateFile(sink, tls, 'cert'),
    key_file: certificateFile(sink, tls, 'key'),
    server_name: tls.serverName,
    insecure_skip_verify: tls.insecureSkipVerify || undefined,
  };
  return Object.values(attributes).some(value => value !== undefined) ? [{ name: 'tls_config', attributes }] : [];
}

/** Its size is experimental; what it does by itself is to wait, with 10 MiB. */
function queue({ id, buffer }: BufferedSink, stability: AlloyStability): Block {
  if (stability !== AlloyStability.EXPERIMENTAL) {
    throw invalid(`buffer of the sink '${id}'`, 'left out, where Grafana Alloy holds 10 MiB for Loki', `${buffer.maxMebibytes} MiB`,
      'another size is experimental: write LogAgent.alloy({ stability: AlloyStability.EXPERIMENTAL })');
  }
  return { name: 'queue_config', attributes: { capacity: `${buffer.maxMebibytes}MiB`, block_on_overflow: buffer.whenFull !== 'dropNewest' } };
}
