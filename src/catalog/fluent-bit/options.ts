import { LogAgentOptions } from '../log/agent-options';

/** Fluent Bit. */
export interface FluentBitOptions extends LogAgentOptions {
  /**
   * Further settings of its section `service`, which win over ours, such as `{ 'log_level': 'warn' }`.
   *
   * @default - none
   */
  readonly service?: { [setting: string]: any };
}
