import { LogAgentOptions } from '../log/agent-options';

/** Logstash. */
export interface LogstashOptions extends LogAgentOptions {
  /**
   * Further settings of its `logstash.yml`, which win over ours, such as `{ 'pipeline.workers': 4 }`.
   *
   * @default - none
   */
  readonly settings?: { readonly [setting: string]: any };
}
