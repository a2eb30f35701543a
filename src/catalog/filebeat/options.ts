import { LogAgentOptions } from '../log/agent-options';

/**
 * Filebeat, which has one sink. Raw parts are settings: a source is an input, a filter a processor, and a sink an output under its
 * name, such as `{ 'output.logstash': { hosts: ['logstash.example.com:5044'] } }`. A password must not hold the character `'`.
 */
export interface FilebeatOptions extends LogAgentOptions {
  /**
   * Further settings of filebeat.yml, which win over ours, such as `{ 'logging.level': 'warning' }`.
   *
   * @default - none
   */
  readonly settings?: { [setting: string]: any };
}
