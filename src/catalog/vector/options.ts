import { LogAgentOptions } from '../log/agent-options';

/** Vector. */
export interface VectorOptions extends LogAgentOptions {
  /**
   * Further settings of its configuration, such as `{ timezone: 'Europe/Berlin' }`. They win over ours; maps, such as `transforms` and
   * `secret`, are put together by their keys.
   *
   * @default - none
   */
  readonly settings?: { [setting: string]: any };
}
